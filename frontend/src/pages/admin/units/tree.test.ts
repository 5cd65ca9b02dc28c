import { expect, it } from "vitest";
import type { Unit } from "@/api/types";
import { found, placed } from "./tree";

const unit = (id: string, rank: number, parent?: string): Unit =>
  ({ id, rank, parent, name: `${id}局`, full_name: `东城区${id}局` }) as Unit;
const units = [
  unit("hall", 1000, "b"),
  unit("b", 20),
  unit("a", 10),
  unit("desk", 1001, "hall"),
  unit("c", 30, "gone"),
];

it("puts each unit below its parent, in the order of lists", () => {
  expect(placed(units).map(({ unit: { id }, depth }) => `${depth}${id}`)).toEqual([
    "0a",
    "0b",
    "1hall",
    "2desk",
    "0c",
  ]);
});

it("finds units with those above them", () => {
  expect(found(units, "").length).toBe(5);
  expect(found(units, "DESK").map(({ id }) => id)).toEqual(["hall", "b", "desk"]);
  expect(found(units, "东城区 a")).toEqual([units[2]]);
  expect(found(units, "没有")).toEqual([]);
});
