import { expect, it } from "vitest";
import type { Case, HistoryItem } from "@/api/types";
import type { CaseContext } from "./context";
import { decidedBy } from "./decided";

const names = {
  label: (_name: string, code: unknown) => (code === "not_ours" ? "非本单位职责" : ""),
  unit: (id: string | null | undefined) => (id === "qzjw" ? "区住建委" : "区水务局"),
};
const context = (shown: object, history: readonly object[] = []): CaseContext => ({
  shown: { first_level: {}, ...shown } as unknown as Case,
  history: history as unknown as HistoryItem[],
});

it("shows what was asked for in the form in which it is decided", () => {
  const asked = context({
    opinion_request: { asked_by: { name: "区政务服务大厅" }, question: "是否须验收？" },
    coordination_request: { reason: "职责未达成一致" },
    first_level: { referral_request: { reason: "权限在市里" } },
  });
  expect(decidedBy("give_opinion", asked, names)).toEqual([
    { label: "区政务服务大厅请贵单位判断的问题", value: "是否须验收？" },
  ]);
  expect(decidedBy("raise", asked, names)[0]?.value).toBe("职责未达成一致");
  expect(decidedBy("refuse_referral", asked, names)[0]?.value).toBe("权限在市里");
});

it("shows nothing where nobody asked for it", () => {
  expect(decidedBy("raise", context({ coordination_request: null }), names)).toEqual([]);
  expect(decidedBy("note", context({}), names)).toEqual([]);
});

it("lists for a ruling which main units would not have it, and why", () => {
  const at = "2021-09-01T01:00:00Z";
  const history = [
    {
      type: "returned",
      at,
      data: { unit: "qzjw", kind: "main", reason: "not_ours" },
      texts: { basis: "清单第三条" },
    },
    { type: "returned", at, data: { unit: "qswj", kind: "co", reason: "not_ours" }, texts: {} },
    { type: "unit_declined", at, data: { unit: "qswj" }, texts: {} },
  ];
  expect(decidedBy("rule", context({}, history), names)).toEqual([
    { label: "第 1 次，2021-09-01", value: "区住建委退回：非本单位职责，清单第三条" },
    { label: "第 2 次，2021-09-01", value: "区水务局不予确认" },
  ]);
});
