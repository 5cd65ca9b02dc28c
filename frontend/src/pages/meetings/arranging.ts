// Putting the agenda in order: moves show at once and are saved together when the hand rests.
import { computed, onScopeDispose, shallowRef } from "vue";
import type { ComputedRef, ShallowRef } from "vue";
import { useQueryClient } from "@tanstack/vue-query";
import { readAgain, useCommand } from "@/api/command";
import type { Problem } from "@/api/problem";
import type { Meeting } from "@/api/types";
import { inOrder, moved } from "./order";
import type { AgendaItem } from "./resolution";

const PATH = "/api/v1/meetings/{id}/arrange";
/** The hand rests after so long without a move. */
const REST_MS = 700;

export interface Arranging {
  /** The agenda as it is shown: with the moves that aren't saved yet. */
  agenda: ComputedRef<readonly AgendaItem[]>;
  /** Moves are waiting to be saved, or being saved. */
  pending: ComputedRef<boolean>;
  /** Why they weren't saved; the order stays as it was put. */
  problem: Readonly<ShallowRef<Problem | null>>;
  /** Saves it after all, on what the meeting is now. */
  retry: () => void;
  /** Goes back to the order that is saved. */
  giveUp: () => void;
  /** Moves the case to another place, counted from 0. */
  move: (caseId: string, to: number) => void;
}

export function useArranging(meeting: () => Meeting): Arranging {
  const client = useQueryClient();
  const { send, problem, busy, clear } = useCommand(PATH);
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
    // Others may have put a case on or taken one off.
    const cases = agenda.value.map((item) => item.case);
    const saved = await send({ id, version, body: { cases } });
    if (!saved) await readAgain(client, PATH);
    else if (wanted.value !== order) wait();
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
    pending: computed(() => wanted.value !== null && problem.value === null),
    problem,
    retry: () => void save(),
    giveUp() {
      wanted.value = null;
      clear();
    },
    move(caseId, to) {
      const order = agenda.value.map((item) => item.case);
      const next = moved(order, order.indexOf(caseId), to);
      if (next === order) return;
      wanted.value = next;
      wait();
    },
  };
}
