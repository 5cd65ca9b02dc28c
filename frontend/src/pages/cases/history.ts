// What an entry of a case's history tells beside its name.
import type { Dictionary } from "@/api/dictionary";
import type { EventType, HistoryItem } from "@/api/types";
import { dayText } from "@/lib/time";
import { stateAfter } from "./chart";
import type { Fact } from "@/ui/FactList.vue";

/** The texts of events by their names. */
const TEXTS: Record<string, string> = {
  answer: "答复",
  decision: "议定、答复内容",
  description: "材料说明",
  done: "办理情况",
  evidence: "办结凭据",
  failure_reason: "未成功受理原因",
  finding: "核查意见",
  late_reason: "逾期登记原因",
  opinion: "意见",
  problem: "存在问题",
  provision: "依据",
  question: "征求意见的问题",
  reason: "理由",
  summary: "总结",
  text: "内容",
  tried: "已采取的措施",
  where_to_turn: "可向何处反映",
};

/** Texts of the registration that the page shows as what the case is. */
const UNSHOWN = ["organisation", "failure_reason", "problem"];

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

/** The results that the event carries: short. */
export function resultsOf(item: HistoryItem, label: Dictionary["label"]): Fact[] {
  const data = record(item.data);
  const due = word(record(data.due ?? record(data.main).due).date);
  const to = stateAfter(item);
  const results: Fact[] = [
    { label: "转为", value: item.type === "registered" ? undefined : label("CaseState", to) },
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
    { label: "申请延到", value: word(data.until) && dayText(word(data.until) ?? "") },
    { label: "查看的内容", value: label("PersonalField", word(data.field)) },
    { label: "办理结果", value: label("Outcome", word(record(data.closing).outcome)) },
  ];
  return results.filter((fact) => fact.value);
}

/** What was written: long. */
export function textsOf(item: HistoryItem): Fact[] {
  return Object.keys(item.texts)
    .filter((name) => item.type !== "registered" || !UNSHOWN.includes(name))
    .map((name) => ({ label: TEXTS[name] ?? name, value: item.texts[name] }));
}

/** All that an event tells beside its name. */
export const factsOf = (item: HistoryItem, label: Dictionary["label"]): Fact[] => [
  ...resultsOf(item, label),
  ...textsOf(item),
];
