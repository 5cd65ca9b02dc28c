import { expect, test } from "vitest";
import type { HistoryItem, Post, Sheet } from "@/api/types";
import { offersOf } from "./offers";
import { stepsOf } from "./steps";

const LEAD: Post = { role: "lead", unit: "qzwfwj" };
const HANDLER: Post = { role: "handler", unit: "qsfj" };

const sheet = (change: Partial<Sheet> = {}): Sheet => ({
  id: "1",
  number: "2026-0052",
  version: 2,
  state: "draft",
  sector: "government_service",
  drafter_unit: { id: "qzwfwj", name: "区政务服务局" },
  drafted_at: "2026-11-24T09:42:00+08:00",
  main_unit: { id: "qsfj", name: "区司法局" },
  co_units: [],
  declined: [],
  rows: [],
  ...change,
});

const CONFIRMED = { at: "2026-11-24T10:00:00+08:00", by: "somebody" };

const standings = (shown: Sheet, history: readonly HistoryItem[] = []): string =>
  stepsOf(shown, history)
    .map(({ standing }) => standing)
    .join(" ");

test("a draft is its drafter's, asking for confirmation comes first", () => {
  expect(offersOf(sheet(), LEAD)[0]).toBe("ask_confirmation");
  expect(offersOf(sheet(), HANDLER)).toEqual([]);
  expect(offersOf(sheet(), { role: "lead", unit: "qfgw" })).toEqual([]);
  expect(offersOf(sheet(), { role: "auditor", unit: "qzwfwj" })).toEqual([]);
});

test("asked, the unit answers, and the drafter may record its answer by telephone", () => {
  const asked = sheet({ state: "awaiting_confirmation" });
  expect(offersOf(asked, HANDLER)).toEqual(["confirm", "decline"]);
  expect(offersOf(asked, LEAD)).toEqual(["confirm_by_telephone", "dispatch", "cancel"]);
});

test("confirmed, it is for the drafter to dispatch; dispatched, for nobody", () => {
  const confirmed = sheet({ state: "awaiting_confirmation", confirmation: CONFIRMED });
  expect(offersOf(confirmed, HANDLER)).toEqual([]);
  expect(offersOf(confirmed, LEAD)).toEqual(["dispatch", "cancel"]);
  expect(offersOf(sheet({ state: "dispatched" }), LEAD)).toEqual([]);
});

test("the steps follow the state", () => {
  expect(standings(sheet())).toBe("done now later later");
  expect(standings(sheet({ state: "awaiting_confirmation" }))).toBe("done now later later");
  expect(standings(sheet({ state: "awaiting_confirmation", confirmation: CONFIRMED }))).toBe(
    "done done now later",
  );
  expect(standings(sheet({ state: "dispatched" }))).toBe("done done done now");
  expect(standings(sheet({ state: "settled" }))).toBe("done done done done");
  expect(standings(sheet({ state: "cancelled" }))).toBe("done skipped skipped skipped");
});

test("the confirmation is told as it came about", () => {
  const note = (change: Partial<Sheet>, history: readonly HistoryItem[] = []): string =>
    stepsOf(sheet(change), history)[1]?.notes.join(" ") ?? "";
  const call = { ...CONFIRMED, called_at: "2026-11-24T09:50:00+08:00", spoke_with: "贾某" };
  expect(note({ confirmation: call })).toBe("2026-11-24 09:50 电话确认，通话人：贾某");
  expect(note({ confirmation: CONFIRMED })).toBe("2026-11-24 10:00 区司法局已确认");
  expect(note({ state: "dispatched", unconfirmed_reason: "紧急" })).toBe("未经确认派发：紧急");
  const asked = {
    type: "confirmation_asked",
    data: { due: { date: "2026-11-25" } },
  } as unknown as HistoryItem;
  expect(note({ state: "awaiting_confirmation", asked_at: CONFIRMED.at }, [asked])).toContain(
    "2026-11-25 周三前没有答复的，视为确认",
  );
  const declined = {
    unit: { id: "qmzj", name: "区民政局" },
    at: CONFIRMED.at,
    reason: "不属职责",
    proposed_unit: { id: "qsfj", name: "区司法局" },
  };
  expect(note({ declined: [declined] })).toBe(
    "2026-11-24 10:00 区民政局不予确认：不属职责 建议由区司法局承办",
  );
});
