// Things done one after the other, each shown with how far it is. One that fails stops the rest until it
// is tried again or left out; what was done stays done.
import { computed, shallowRef } from "vue";
import type { ComputedRef, ShallowRef } from "vue";
import { toProblem } from "@/api/problem";
import type { Problem } from "@/api/problem";

export interface Step {
  label: string;
  /** It may be left out, and the rest goes on. */
  optional?: boolean;
  /** Does it, and says how far it is, from 0 to 1. Tried again, it is done once. */
  run: (progress: (share: number) => void) => Promise<void>;
}

export interface StepView {
  label: string;
  optional: boolean;
  state: "waiting" | "busy" | "done" | "failed" | "left";
  progress: number;
  problem: Problem | null;
}

export interface Steps {
  views: Readonly<ShallowRef<readonly StepView[]>>;
  running: ComputedRef<boolean>;
  /** All that could be done is done. */
  finished: ComputedRef<boolean>;
  /** The one that stopped the rest. */
  failed: ComputedRef<StepView | undefined>;
  /** Begins, or goes on at the one that failed. */
  run: () => Promise<void>;
  /** Goes on without the one that failed. */
  leave: () => Promise<void>;
}

export function useSteps(steps: readonly Step[]): Steps {
  const views = shallowRef<readonly StepView[]>(
    steps.map(({ label, optional = false }) => ({
      label,
      optional,
      state: "waiting",
      progress: 0,
      problem: null,
    })),
  );
  const running = computed(() => views.value.some(({ state }) => state === "busy"));
  const change = (at: number, by: Partial<StepView>): void => {
    views.value = views.value.map((view, index) => (index === at ? { ...view, ...by } : view));
  };

  async function run(): Promise<void> {
    if (running.value) return;
    for (const [index, step] of steps.entries()) {
      const { state } = views.value[index] as StepView;
      if (state === "done" || state === "left") continue;
      change(index, { state: "busy", progress: 0, problem: null });
      try {
        await step.run((progress) => change(index, { progress }));
      } catch (thrown) {
        change(index, { state: "failed", problem: toProblem(thrown) });
        return;
      }
      change(index, { state: "done", progress: 1 });
    }
  }

  return {
    views,
    running,
    finished: computed(() => views.value.every(({ state }) => state === "done" || state === "left")),
    failed: computed(() => views.value.find(({ state }) => state === "failed")),
    run,
    async leave() {
      const failed = views.value.findIndex(({ state }) => state === "failed");
      if (failed < 0 || !steps[failed]?.optional) return;
      change(failed, { state: "left" });
      await run();
    },
  };
}
