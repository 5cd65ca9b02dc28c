import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { draftOf, dropDraft, dropDraftsOf, dropOldDrafts, keepDraft } from "./drafts";

const DAY_MS = 86_400_000;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: new Date("2021-09-01T09:00:00+08:00") });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("a draft is its owner's, and the last one counts", () => {
  keepDraft("u1", "register", { problem: "一" });
  keepDraft("u1", "register", { problem: "二" });
  expect(draftOf("u1", "register")).toEqual({ at: Date.now(), content: { problem: "二" } });
  expect(draftOf("u2", "register")).toBeNull();
  dropDraft("u1", "register");
  expect(draftOf("u1", "register")).toBeNull();
});

it("after seven days it is gone", () => {
  keepDraft("u1", "register", "x");
  vi.advanceTimersByTime(7 * DAY_MS - 1);
  expect(draftOf("u1", "register")).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(draftOf("u1", "register")).toBeNull();
});

it("who signs out leaves nothing, others' drafts and other things stay", () => {
  localStorage.setItem("bancheng.theme", "dark");
  keepDraft("u1", "register", "x");
  keepDraft("u1", "other", "x");
  keepDraft("u10", "register", "x");
  dropDraftsOf("u1");
  expect(Object.keys(localStorage).sort()).toEqual(["bancheng.draft.u10.register", "bancheng.theme"]);
});

it("old drafts and what is no draft are cleared away, whoever's they are", () => {
  keepDraft("u1", "register", "old");
  vi.advanceTimersByTime(7 * DAY_MS);
  keepDraft("u2", "register", "new");
  localStorage.setItem("bancheng.draft.u3.register", "{broken");
  dropOldDrafts();
  expect(Object.keys(localStorage)).toEqual(["bancheng.draft.u2.register"]);
});

it("a browser that keeps nothing is no reason to stop", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  keepDraft("u1", "register", "x");
  expect(draftOf("u1", "register")).toBeNull();
});
