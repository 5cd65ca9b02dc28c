import type { HistoryItem } from "@/api/types";
import { dayText } from "@/lib/time";
import type { Fact } from "@/ui/FactList.vue";

/** What an entry of a work order's history tells beside its name and what was written. */
export function factsOf({ data }: HistoryItem): Fact[] {
  const { due } = data as { due?: { date?: string } };
  return [{ label: "期限", value: due?.date && dayText(due.date) }];
}
