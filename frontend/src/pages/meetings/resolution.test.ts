import { expect, test } from "vitest";
import { bodyOf, initialValues } from "@/pages/forms/values";
import { DESCRIPTIONS } from "./commands";
import { termsOf, valuesOf } from "./resolution";
import type { AgendaItem, Resolution } from "./resolution";

const nothing: Resolution = {
  at: "2026-11-18T10:25:00+08:00",
  by: "u",
  disposition: "defer",
  decision: "会议议定。",
  precedent: false,
  decided_by_leading_group: false,
  co_units: [],
};
const assigned: Resolution = {
  ...nothing,
  disposition: "assign",
  precedent: true,
  main_unit: { id: "qwsjkw", name: "区卫生健康委" },
  co_units: [{ unit: { id: "qczj", name: "区财政局" }, task: "核拨经费" }],
  due_date: "2026-12-04",
  due_reason: "需采购设备",
};
const explained: Resolution = {
  ...nothing,
  disposition: "explain",
  provision: "某办法第三条",
  answer: "暂不符合条件。",
};
const label = (list: string, code: string | null | undefined): string => (code ? `${list} ${code}` : "");

/** What is sent when the form is opened on a resolution and sent as it stands. */
function sentAgain(resolution: Resolution): unknown {
  const item = { case: "c1", resolution } as AgendaItem;
  const context = { meeting: {} as never, item };
  const values = initialValues(DESCRIPTIONS.resolve, context);
  return bodyOf(DESCRIPTIONS.resolve, values, values, context);
}

test("only what goes with the disposition is told", () => {
  expect(termsOf(assigned, label).map((fact) => fact.label)).toEqual([
    "主办单位",
    "协办单位",
    "完成时限",
    "延后的理由",
  ]);
  expect(termsOf(assigned, label)[1]?.value).toBe("区财政局（核拨经费）");
  expect(termsOf(nothing, label)).toEqual([]);
});

test("a resolution opened again and sent as it stands says the same", () => {
  expect(sentAgain(assigned)).toEqual({
    case: "c1",
    decision: "会议议定。",
    precedent: true,
    decided_by_leading_group: false,
    settlement: {
      assign: {
        to: {
          main_unit: "qwsjkw",
          co_units: [{ unit: "qczj", task: "核拨经费" }],
          due_date: "2026-12-04",
          due_reason: "需采购设备",
        },
      },
    },
  });
  expect(sentAgain(explained)).toMatchObject({
    settlement: { explain: { provision: "某办法第三条", answer: "暂不符合条件。" } },
  });
  expect(sentAgain(nothing)).toMatchObject({ settlement: { defer: {} } });
});

test("a form for what wasn't resolved yet is empty", () => {
  expect(valuesOf(null)).toEqual({});
});
