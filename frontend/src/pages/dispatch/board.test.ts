import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { Task, Unit } from "@/api/types";
import { addressOf, found, hindrance, loadsOf, MOST_CASES, placeOf, standsOn } from "./board";
import { bodyOf, faultsBy, faultsOf, nothing } from "./compose";

const task = (id: string, sector = "government_service"): Task =>
  ({ kind: "dispatch", case: { id, version: 7, sector } }) as unknown as Task;

test("an address names the cases, or the work order to go on with", () => {
  expect(placeOf({ cases: "a,b,a" })).toEqual({ picked: ["a", "b"], sheet: "", step: "lists" });
  expect(placeOf({ case: "a" })).toEqual({ picked: ["a"], sheet: "", step: "choice" });
  expect(placeOf({ sheet: "s", cases: "a" })).toEqual({ picked: [], sheet: "s", step: "choice" });
  for (const query of [{}, { cases: "a,b" }, { cases: "a", step: "choice" }, { sheet: "s" }]) {
    expect(addressOf(placeOf(query))).toEqual(query);
  }
});

test("only cases of one sector go on one work order, and no more than it carries", () => {
  const first = task("a");
  expect(hindrance(task("b"), [])).toBeUndefined();
  expect(hindrance(task("b"), [first])).toBeUndefined();
  expect(hindrance(task("b", "business_service"), [first])).toMatch(/领域不同/);
  const full = Array.from({ length: MOST_CASES }, (_, index) => task(String(index)));
  expect(hindrance(task("one more"), full)).toMatch(/最多 99 件/);
  // What is chosen can always be taken back.
  expect(hindrance(full[0] as Task, full)).toBeUndefined();
});

test("a case stands on a work order until that is dispatched", () => {
  expect(standsOn({ state: "awaiting_dispatch", work_order: "s" })).toBe("s");
  expect(standsOn({ state: "under_coordination", work_order: "s" })).toBe("s");
  expect(standsOn({ state: "in_progress", work_order: "s" })).toBeUndefined();
  expect(standsOn({ state: "awaiting_dispatch", work_order: null })).toBeUndefined();
});

test("units stand in their order with their load, closed ones not at all", () => {
  const units = [
    { id: "a", name: "区司法局", closed: false },
    { id: "b", name: "区民政局", closed: true },
    { id: "c", name: "区住建委", closed: false },
  ] as Unit[];
  const work = [{ unit: { id: "c", name: "区住建委" }, total: 3, red: 1, amber: 1, green: 1 }];
  const loads = loadsOf(units, work);
  expect(loads).toEqual([
    { id: "a", name: "区司法局", total: 0, red: 0, amber: 0 },
    { id: "c", name: "区住建委", total: 3, red: 1, amber: 1 },
  ]);
  expect(found(loads, " 住建 ")).toEqual([loads[1]]);
  expect(found(loads, "")).toEqual(loads);
});

test("what is missing is found before it is sent", () => {
  expect(faultsOf(nothing(), []).map(({ field }) => field)).toEqual(["cases", "main"]);
  const composed = { main: "a", co: [{ unit: "c", task: " " }], dueDate: "2026-12-31", dueReason: "" };
  expect(faultsOf(composed, [task("x")]).map(({ field }) => field)).toEqual(["co.c", "dueReason"]);
});

test("a work order carries the versions that were seen, and no empty date", () => {
  const composed = { main: "a", co: [{ unit: "c", task: " 核对 " }], dueDate: "", dueReason: "不要了" };
  expect(bodyOf(composed, [task("x")])).toEqual({
    cases: [{ id: "x", version: 7 }],
    to: { main_unit: "a", co_units: [{ unit: "c", task: "核对" }] },
  });
});

test("what the server finds wrong stands at its field", () => {
  const composed = { ...nothing(), co: [{ unit: "c", task: "" }] };
  const problem = new Problem(422, "invalid", { title: "", detail: "" }, null, [
    { path: "to.co_units[0].unit", message: "一个单位只能承办一次" },
    { path: "to.due_date", message: "完成时限应为工作日" },
  ]);
  expect(faultsBy(problem, composed)).toEqual([
    { field: "co.c", message: "一个单位只能承办一次" },
    { field: "dueDate", message: "完成时限应为工作日" },
  ]);
});
