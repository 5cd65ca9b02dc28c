// What waits at the desk. The supervisor has nothing waiting: they call on closed cases of their own choice.
import { computed } from "vue";
import type { ComputedRef, Ref } from "vue";
import { useApiQuery } from "@/api/query";
import type { Problem } from "@/api/problem";
import type { CaseSummary, Light, TaskKind } from "@/api/types";

export const KINDS = [
  "verify",
  "answer_dissatisfaction",
  "decide_reopen",
] as const satisfies readonly TaskKind[];
export type Kind = (typeof KINDS)[number];

export const kindOf = (value: unknown): Kind => KINDS.find((kind) => kind === value) ?? "verify";

/** A case at the desk, and by when it is due there. */
export interface Waiting {
  case: CaseSummary;
  due: string | null | undefined;
  light: Light | null | undefined;
  daysLeft: number | null | undefined;
}

export interface DeskQueue {
  waiting: ComputedRef<readonly Waiting[] | undefined>;
  /** What is to be said where more wait than are listed. */
  rest: ComputedRef<string | undefined>;
  error: ComputedRef<Problem | null>;
  updatedAt: Readonly<Ref<number>>;
  refetch: () => Promise<unknown>;
}

const MOST = 100;

export function useTasks(kind: () => Kind): DeskQueue {
  const query = useApiQuery("/api/v1/inbox", () => ({ params: { query: { kind: kind(), limit: MOST } } }), {
    keepPrevious: true,
  });
  return {
    waiting: computed(() =>
      query.data.value?.items.map((task) => ({
        case: task.case,
        due: task.due_date,
        light: task.light,
        daysLeft: task.days_left,
      })),
    ),
    rest: computed(() =>
      query.data.value?.next_cursor ? `列出期限最近的 ${MOST} 件，其余的随办理接着列出。` : undefined,
    ),
    error: computed(() => query.error.value),
    updatedAt: query.dataUpdatedAt,
    refetch: query.refetch,
  };
}

/** Closed cases, the latest accepted first. */
export function useClosed(): DeskQueue {
  const query = useApiQuery("/api/v1/cases", {
    params: { query: { state: "closed", sort: "accepted", limit: MOST } },
  });
  return {
    waiting: computed(() =>
      query.data.value?.items.map((shown) => ({ case: shown, due: null, light: null, daysLeft: null })),
    ),
    rest: computed(() =>
      query.data.value?.next_cursor
        ? `列出最近受理的 ${MOST} 件；更早的请在“事项”中查找，再记录回访。`
        : undefined,
    ),
    error: computed(() => query.error.value),
    updatedAt: query.dataUpdatedAt,
    refetch: query.refetch,
  };
}

/** The case to go on with after one is done: the next in the order as it was, else any that still waits. */
export function nextAfter(
  id: string,
  before: readonly Waiting[],
  now: readonly Waiting[],
): string | undefined {
  const at = before.findIndex((entry) => entry.case.id === id);
  const inTurn = [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0)), ...now];
  const waits = (entry: Waiting): boolean => now.some((other) => other.case.id === entry.case.id);
  return inTurn.find((entry) => entry.case.id !== id && waits(entry))?.case.id;
}
