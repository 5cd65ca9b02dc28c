import { expect, test } from "vitest";
import { sheetOf } from "./export";
import { filterOf } from "./filter";

const label = (list: string, code: string | null | undefined): string => (code ? `${list}:${code}` : "");

test("the file says what was asked and when, then one event per line", () => {
  const sheet = sheetOf(
    [
      {
        log_index: 7,
        noun: "case",
        id: "c1",
        number: "2021-0001",
        seq: 2,
        at: "2026-11-24T01:46:00Z",
        type: "accepted",
        label: "受理",
        by: { id: "u1", name: "甄受理", role: "intake", unit: { id: "dt", name: "大厅" } },
        hash: "sha256:ab",
      },
    ],
    filterOf({ noun: "case", from: "2026-11-01" }),
    new Date("2026-11-24T02:00:00Z"),
    label,
  );
  const [asked, heads, event] = sheet;
  expect(asked).toEqual(["筛选条件：对象 Noun:case、自 2026-11-01；导出时间：2026-11-24 10:00；共 1 条"]);
  expect(heads).toHaveLength(11);
  expect(event).toEqual([
    "7",
    "2026-11-24 09:46",
    "Noun:case",
    "2021-0001",
    "c1",
    "2",
    "受理",
    "甄受理",
    "Role:intake",
    "大厅",
    "sha256:ab",
  ]);
});
