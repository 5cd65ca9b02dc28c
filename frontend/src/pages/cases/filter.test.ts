import { expect, it } from "vitest";
import { addressOf, changed, filterOf, questionOf } from "./filter";

it("an address without words shows what is open, by deadline", () => {
  const filter = filterOf({});
  expect(questionOf(filter)).toEqual({ open: true, sort: "due", limit: 20, count: true });
  expect(addressOf(filter)).toEqual({});
});

it("what an address says is asked for, and written back the same", () => {
  const query = { progress: "all", state: "in_progress", sector: "business_service", sort: "due" };
  const filter = filterOf(query);
  expect(questionOf(filter)).toMatchObject({ state: "in_progress", sector: "business_service", sort: "due" });
  expect(questionOf(filter)).not.toHaveProperty("open");
  expect(addressOf(filter)).toEqual(query);
});

it("nonsense in an address falls back to what is usual", () => {
  expect(filterOf({ progress: "x", sort: "y", page: "-3", state: ["a", "b"] })).toEqual(filterOf({}));
});

it("a change begins at the first page", () => {
  const filter = filterOf({ cursor: "c3", page: "3" });
  expect(filter).toMatchObject({ cursor: "c3", page: 3 });
  expect(changed(filter, { sector: "business_service" })).toMatchObject({ cursor: "", page: 1 });
});

it("state and progress never contradict each other", () => {
  const open = filterOf({});
  expect(changed(open, { state: "closed" })).toMatchObject({ progress: "closed", sort: "accepted" });
  expect(changed(filterOf({ progress: "closed" }), { state: "in_progress" }).progress).toBe("open");
  expect(changed(filterOf({ state: "in_progress" }), { progress: "closed" }).state).toBe("");
  expect(changed(filterOf({ state: "in_progress" }), { progress: "all" }).state).toBe("in_progress");
});
