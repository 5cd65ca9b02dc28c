// What an entry of a case's history tells beside its name.
import type { Names } from "@/api/names";
import type { EventType, HistoryItem } from "@/api/types";
import { dayText } from "@/lib/time";
import type { Fact } from "@/ui/FactList.vue";
import { textsOf } from "@/pages/history/texts";
import { stateAfter } from "./chart";

/** Texts of the registration that the page shows as what the case is. */
const UNSHOWN = ["failure_reason", "problem"];

/** What a reader may look for in a history. */
export const KINDS = ["all", "moves", "contact", "time", "file", "seen"] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_LABELS: Record<Kind, string> = {
  all: "全部",
  moves: "流转",
  contact: "联系与评价",
  time: "期限",
  file: "材料与记事",
  seen: "查看个人信息",
};

const TYPES: Record<Exclude<Kind, "all" | "moves">, readonly EventType[]> = {
  contact: ["called_back", "rated", "dissatisfaction_answered", "reopen_requested"],
  time: [
    "extension_requested",
    "extension_decided",
    "overdue_noted",
    "target_missed",
    "deadlines_moved",
    "receipt_presumed",
  ],
  file: [
    "noted",
    "material_added",
    "attachment_added",
    "classified_purged",
    "corrected",
    "contact_corrected",
  ],
  seen: ["revealed"],
};

/** Whether an entry is of the kind looked for. */
export function isOfKind(item: HistoryItem, kind: Kind): boolean {
  if (kind === "all") return true;
  return kind === "moves" ? stateAfter(item) !== undefined : TYPES[kind].includes(item.type);
}

type Data = Record<string, unknown>;

const record = (value: unknown): Data => (typeof value === "object" && value !== null ? (value as Data) : {});
const yesOrNo = (value: unknown, yes: string, no: string): string | undefined =>
  typeof value === "boolean" ? (value ? yes : no) : undefined;
const word = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Of these events the unit is whom they are about, not who acted; each with what it is there. */
const UNIT_LABELS: Partial<Record<EventType, string>> = {
  opinion_requested: "征求意见的单位",
  unit_declined: "不予承办的单位",
  ruled: "裁定由其承办",
  handed_over: "移交给",
  extension_decided: "申请单位",
  receipt_presumed: "视为签收的单位",
  overdue_noted: "超期的单位",
  resolved: "交办单位",
};

/** The results that the event carries: short. */
export function resultsOf(item: HistoryItem, { label, unit }: Names): Fact[] {
  const data = record(item.data);
  const due = word(record(data.due ?? record(data.main).due).date);
  const to = stateAfter(item);
  const unitOf = (value: unknown): string => unit(word(record(value).unit));
  const co = Array.isArray(data.co) ? data.co.map(unitOf) : [unitOf(data.co)];
  const holder = unit(word(record(data.step).holder));
  const results: Fact[] = [
    {
      label: "转为",
      value:
        item.type === "registered" ? undefined : [label("CaseState", to), holder].filter(Boolean).join("，"),
    },
    { label: UNIT_LABELS[item.type] ?? "", value: item.type in UNIT_LABELS ? unitOf(data) : undefined },
    { label: "主办单位", value: unitOf(data.main) },
    { label: "协办单位", value: co.filter(Boolean).join("、") },
    { label: "目标", value: label("Target", word(data.target)) },
    {
      label: "超期",
      value: typeof data.working_days === "number" ? `${data.working_days} 个工作日` : undefined,
    },
    { label: "建议承办单位", value: unit(word(data.proposed_unit)) },
    { label: "成因", value: label("Cause", word(data.cause)) },
    { label: "议定去向", value: label("Disposition", word(data.disposition)) },
    { label: "领域", value: item.type === "registered" ? undefined : label("Sector", word(data.sector)) },
    { label: "期限", value: due && dayText(due) },
    { label: "是否符合", value: yesOrNo(data.conforms, "符合", "不符合") },
    { label: "联系情况", value: yesOrNo(data.reached, "已联系上", "未联系上") },
    { label: "是否解决", value: yesOrNo(data.solved, "已解决", "未解决") },
    { label: "满意度", value: label("Satisfaction", word(data.satisfaction)) },
    { label: "时限", value: yesOrNo(data.late, "逾期", "") },
    {
      label: "退回原因",
      value: item.type === "returned" ? label("ReturnReason", word(data.reason)) : undefined,
    },
    {
      label: "是否同意",
      value: item.type === "extension_decided" ? (due ? "同意" : "不同意") : undefined,
    },
    { label: "告知反映人", value: label("ToldBy", word(data.reporter_told)) },
    { label: "申请延到", value: word(data.until) && dayText(word(data.until) ?? "") },
    { label: "查看的内容", value: label("PersonalField", word(data.field)) },
    { label: "办理结果", value: label("Outcome", word(record(data.closing).outcome)) },
  ];
  return results.filter((fact) => fact.value);
}

/** What was written; the registration doesn't repeat what the page shows. */
export const writtenOf = ({ type, texts }: HistoryItem): Fact[] =>
  textsOf({
    texts:
      type === "registered"
        ? Object.fromEntries(Object.entries(texts).filter(([name]) => !UNSHOWN.includes(name)))
        : texts,
  });
