// Putting the agenda in order: moves show at once and are saved together when the hand rests.
import { computed, onScopeDispose, shallowRef } from "vue";
import type { ComputedRef, ShallowRef } from "vue";
import { useCommand } from "@/api/command";
import type { Problem } from "@/api/problem";
import type { Meeting } from "@/api/types";
import { inOrder, moved } from "./order";
import type { AgendaItem } from "./resolution";

/** The hand rests after so long without a move. */
const REST_MS = 700;

export interface Arranging {
  /** The agenda as it is shown: with the moves that aren't saved yet. */
  agenda: ComputedRef<readonly AgendaItem[]>;
  /** Moves are waiting to be saved, or being saved. */
  pending: ComputedRef<boolean>;
  problem: Readonly<ShallowRef<Problem | null>>;
  /** Moves the case to another place, counted from 0. */
  move: (caseId: string, to: number) => void;
}

export function useArranging(meeting: () => Meeting): Arranging {
  const { send, problem, busy } = useCommand("/api/v1/meetings/{id}/arrange");
  const wanted = shallowRef<readonly string[] | null>(null);
  let timer = 0;

  const agenda = computed(() =>
    wanted.value ? inOrder(meeting().agenda, wanted.value, (item) => item.case) : meeting().agenda,
  );

  async function save(): Promise<void> {
    timer = 0;
    const order = wanted.value;
    if (!order || busy.value) return;
    const { id, version } = meeting();
    const saved = await send({ id, version, body: { cases: [...order] } });
    if (saved && wanted.value !== order) wait();
    else wanted.value = null;
  }

  function wait(): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), REST_MS);
  }

  onScopeDispose(() => {
    if (!timer) return;
    window.clearTimeout(timer);
    void save();
  });

  return {
    agenda,
    pending: computed(() => wanted.value !== null),
    problem,
    move(caseId, to) {
      const order = agenda.value.map((item) => item.case);
      const next = moved(order, order.indexOf(caseId), to);
      if (next === order) return;
      wanted.value = next;
      wait();
    },
  };
}
