import { expect, test } from "vitest";
import { inOrder, moved } from "./order";

test.each([
  [0, 2, ["b", "c", "a"]],
  [2, 0, ["c", "a", "b"]],
  [1, 0, ["b", "a", "c"]],
  [1, 1, ["a", "b", "c"]],
  [0, -1, ["a", "b", "c"]],
  [2, 3, ["a", "b", "c"]],
])("from %i to %i", (from, to, order) => {
  expect(moved(["a", "b", "c"], from, to)).toEqual(order);
});

test("what the order doesn't name comes last", () => {
  expect(inOrder(["new", "a", "b"], ["b", "a"], (entry) => entry)).toEqual(["b", "a", "new"]);
});
