// What waits on the board: to be dispatched, to be ruled on, to be coordinated.
import { computed } from "vue";
import type { ComputedRef } from "vue";
import type { UseQueryReturnType } from "@tanstack/vue-query";
import type { Problem } from "@/api/problem";
import { useApiQuery } from "@/api/query";
import type { components } from "@/api/schema";
import type { Task, TaskKind } from "@/api/types";

type Page = components["schemas"]["Page_TaskView"];

/** More than this nobody looks over; the nearest come first. */
export const MOST = 200;

export interface Queue {
  kind: TaskKind;
  query: UseQueryReturnType<Page, Problem>;
  tasks: ComputedRef<readonly Task[]>;
  /** More wait than are listed. */
  hasMore: ComputedRef<boolean>;
}

function useQueue(kind: TaskKind): Queue {
  const query = useApiQuery("/api/v1/inbox", { params: { query: { kind, limit: MOST } } });
  return {
    kind,
    query,
    tasks: computed(() => query.data.value?.items ?? []),
    hasMore: computed(() => Boolean(query.data.value?.next_cursor)),
  };
}

export const useQueues = (): Record<"rule" | "dispatch" | "coordinate", Queue> => ({
  rule: useQueue("rule"),
  dispatch: useQueue("dispatch"),
  coordinate: useQueue("coordinate"),
});
