// What an entry of a meeting's history tells beside its name.
import type { HistoryItem } from "@/api/types";
import type { Fact } from "@/ui/FactList.vue";

/** The texts of events by their names; materials are numbered. */
const TEXTS: Record<string, string> = {
  answer: "给反映人的答复",
  attendance: "出席情况",
  body: "上报部门",
  decision: "议定事项",
  document_number: "文号",
  due_reason: "延后的理由",
  place: "地点",
  provision: "依据的规定",
  reason: "理由",
  subject: "会议名称",
};

export const factsOf = ({ texts }: HistoryItem): Fact[] =>
  Object.keys(texts).map((name) => ({
    label: TEXTS[name] ?? (name.startsWith("material") ? "会议材料" : "内容"),
    value: texts[name],
  }));
