// What a case may come to by a resolution or a reply: the same fields, whichever of the two it is.
import type { components } from "@/api/schema";
import type { Field, Values } from "./description";

export type Disposition = components["schemas"]["Disposition"];

/** What follows, said before it is chosen and again before it is signed. */
export const CONSEQUENCES: Record<Disposition, string> = {
  assign: "即时派发给指定的单位，不能退回。",
  solved: "转入核查。",
  refer_up: "上报上级部门，等待答复。",
  explain: "引用规定答复反映人，事项办结。",
  unsolved: "如实答复反映人，事项办结。",
  back_to_coordination: "由原协调人继续协调。",
  defer: "暂不决定，留待下次联席会。",
};

/** Asked first; `only` says which of them there are to choose, where not all. */
export const disposition = (label: string, only?: readonly Disposition[]): Field<unknown, "settlement"> => ({
  name: "settlement",
  label,
  words: "Disposition",
  notes: CONSEQUENCES,
  ...(only ? { only } : {}),
});

const settledBy =
  (disposition: Disposition) =>
  ({ settlement }: Values): boolean =>
    settlement === disposition;
const assigned = settledBy("assign");
const explained = settledBy("explain");
const referred = settledBy("refer_up");

/** Asked once it is chosen what the case comes to. */
export const TERMS = [
  { name: "settlement.assign.to.main_unit", label: "主办单位", when: assigned },
  { name: "settlement.assign.to.co_units", label: "协办单位及分工", when: assigned },
  {
    name: "settlement.assign.to.due_date",
    label: "完成时限",
    hint: "不填即按规定的工作日计算。",
    when: assigned,
  },
  {
    name: "settlement.assign.to.due_reason",
    label: "延后完成时限的理由",
    required: true,
    rows: 2,
    when: (values) => assigned(values) && Boolean(values["settlement.assign.to.due_date"]),
  },
  { name: "settlement.explain.provision", label: "依据的规定", when: explained },
  { name: "settlement.explain.answer", label: "给反映人的解释", when: explained },
  { name: "settlement.explain.cause", label: "成因", when: explained },
  { name: "settlement.unsolved.answer", label: "给反映人的答复", when: settledBy("unsolved") },
] as const satisfies readonly Field<unknown>[];

/** Asked where the case is referred up. */
export const LETTER_UP = [
  { name: "settlement.refer_up.body", label: "上报给哪个部门", when: referred },
  { name: "settlement.refer_up.document_number", label: "文号", when: referred },
  { name: "settlement.refer_up.document_date", label: "文件日期", past: true, when: referred },
] as const satisfies readonly Field<unknown>[];
