import { expect, test } from "vitest";
import { filterOf, given, questionOf } from "./filter";

test("an address is read and written again as it was", () => {
  const address = { noun: "case", type: "revealed", from: "2026-11-01" };
  expect(given(filterOf({ ...address, page: "2", cursor: "9" }))).toEqual(address);
});

test("what is given twice is not understood", () => {
  expect(filterOf({ noun: ["case", "user"] }).noun).toBe("");
});

test("the question says what is filtered by, how many, and where to go on", () => {
  expect(questionOf(filterOf({ role: "lead" }), 50)).toEqual({ role: "lead", limit: 50 });
  expect(questionOf(filterOf({}), 50, "4366")).toEqual({ limit: 50, cursor: "4366" });
});
