// What an entry of a work order's history tells beside its name.
import type { HistoryItem } from "@/api/types";
import { dayText } from "@/lib/time";
import type { Fact } from "@/ui/FactList.vue";

const TEXTS: Record<string, string> = {
  due_reason: "延后时限的理由",
  other_unit_reason: "改派其他单位的理由",
  reason: "理由",
  spoke_with: "通话人",
  unconfirmed_reason: "未经确认派发的理由",
};

/** The part of a co unit is called `co_task_1`, `co_task_2` and so on. */
const nameOf = (name: string): string => TEXTS[name] ?? (name.startsWith("co_task") ? "协办分工" : name);

export function factsOf({ data, texts }: HistoryItem): Fact[] {
  const { due } = data as { due?: { date?: string } };
  return [
    { label: "期限", value: due?.date && dayText(due.date) },
    ...Object.keys(texts).map((name) => ({ label: nameOf(name), value: texts[name] })),
  ];
}
