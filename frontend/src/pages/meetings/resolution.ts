// A resolution as facts to read, and as the values of the form in which it is changed.
import type { Dictionary } from "@/api/dictionary";
import type { Meeting } from "@/api/types";
import { dayText } from "@/lib/time";
import type { Fact } from "@/ui/FactList.vue";
import type { Values } from "@/pages/forms/description";

export type AgendaItem = Meeting["agenda"][number];
export type Resolution = NonNullable<AgendaItem["resolution"]>;

const coUnits = ({ co_units }: Resolution): string =>
  co_units.map(({ unit, task }) => (task ? `${unit.name}（${task}）` : unit.name)).join("、");

/** What goes with the disposition; what isn't said is left out. */
export function termsOf(resolution: Resolution, label: Dictionary["label"]): Fact[] {
  const { document_number, document_date } = resolution;
  return [
    { label: "主办单位", value: resolution.main_unit?.name },
    { label: "协办单位", value: coUnits(resolution) },
    { label: "完成时限", value: resolution.due_date && dayText(resolution.due_date) },
    { label: "延后的理由", value: resolution.due_reason },
    { label: "上报部门", value: resolution.body },
    {
      label: "文件",
      value: [document_number, document_date && dayText(document_date)].filter(Boolean).join("，"),
    },
    { label: "依据的规定", value: resolution.provision },
    { label: "成因", value: label("Cause", resolution.cause) },
    { label: "给反映人的答复", value: resolution.answer },
  ].filter(({ value }) => value);
}

const flag = (value: boolean | undefined): string => (value ? "yes" : "no");

/** What stands in the form at first: what was resolved before, if anything. */
export function valuesOf(resolution: Resolution | null | undefined): Values {
  if (!resolution) return {};
  const { disposition } = resolution;
  return {
    settlement: disposition,
    decision: resolution.decision ?? "",
    precedent: flag(resolution.precedent),
    decided_by_leading_group: flag(resolution.decided_by_leading_group),
    "settlement.assign.to.main_unit": resolution.main_unit?.id ?? "",
    "settlement.assign.to.co_units": resolution.co_units.map(({ unit, task }) => ({
      unit: unit.id,
      task: task ?? "",
    })),
    "settlement.assign.to.due_date": resolution.due_date ?? "",
    "settlement.assign.to.due_reason": resolution.due_reason ?? "",
    "settlement.refer_up.body": resolution.body ?? "",
    "settlement.refer_up.document_number": resolution.document_number ?? "",
    "settlement.refer_up.document_date": resolution.document_date ?? "",
    "settlement.explain.provision": resolution.provision ?? "",
    "settlement.explain.answer": disposition === "explain" ? (resolution.answer ?? "") : "",
    "settlement.explain.cause": resolution.cause ?? "",
    "settlement.unsolved.answer": disposition === "unsolved" ? (resolution.answer ?? "") : "",
  };
}
