import { expect, test } from "vitest";
import type { Overview } from "@/api/types";
import { figuresOf, holderLines, levelLines, levelNote, noteOf, stateLines } from "./counts";

const none = { red: 0, amber: 0, green: 0 };
const overview: Overview = {
  at: "2026-11-24T12:04:43+08:00",
  open: { total: 9, red: 3, amber: 2, green: 1 },
  by_state: [{ state: "in_progress", total: 9, red: 3, amber: 2, green: 1 }],
  by_sector: [],
  by_level: [
    { level: null, total: 2, ...none },
    { level: 1, total: 4, ...none },
  ],
  by_holder: [{ unit: { id: "qjrb", name: "区金融办" }, total: 1, red: 1, amber: 0, green: 0 }],
};
const label = (list: string, code: string): string => `${list} ${code}`;

test("each figure opens the open cases in its light", () => {
  expect(figuresOf(overview, label).map(({ count, filter }) => [count, filter])).toEqual([
    [9, {}],
    [3, { light: "red" }],
    [2, { light: "amber" }],
    [1, { light: "green" }],
  ]);
});

test("each line opens the list of what it counts", () => {
  expect(stateLines(overview, label)[0]).toMatchObject({
    label: "CaseState in_progress",
    filter: { state: "in_progress" },
  });
  expect(holderLines(overview)[0]).toMatchObject({ label: "区金融办", filter: { holder_unit: "qjrb" } });
});

test("cases without a level have no list of their own, so no line", () => {
  expect(levelLines(overview)).toEqual([
    { key: "1", label: "一级响应（一事一议）", filter: { level: "1" }, total: 4, ...none },
  ]);
  expect(levelNote(overview)).toContain("2 件");
  expect(levelNote({ ...overview, by_level: [] })).toBe("");
});

test("a line tells of what is late only", () => {
  expect(noteOf({ total: 5, red: 2, amber: 1, green: 0 })).toBe("超期 2，临近 1");
  expect(noteOf({ total: 5, ...none })).toBe("");
});
