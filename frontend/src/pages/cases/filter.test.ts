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

it("a page further on begins where it says", () => {
  expect(questionOf(filterOf({ sector: "business_service" }), "c3")).toMatchObject({
    sector: "business_service",
    cursor: "c3",
  });
});

it("state and progress never contradict each other", () => {
  const open = filterOf({});
  expect(changed(open, { state: "closed" })).toMatchObject({ progress: "closed", sort: "accepted" });
  expect(changed(filterOf({ progress: "closed" }), { state: "in_progress" }).progress).toBe("open");
  expect(changed(filterOf({ state: "in_progress" }), { progress: "closed" }).state).toBe("");
  expect(changed(filterOf({ state: "in_progress" }), { progress: "all" }).state).toBe("in_progress");
});
