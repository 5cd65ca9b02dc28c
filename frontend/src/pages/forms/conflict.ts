import { computed, shallowRef } from "vue";
import type { ComputedRef, Ref, ShallowRef } from "vue";
import { toProblem } from "@/api/problem";
import type { Problem } from "@/api/problem";
import type { Newer } from "./subject";

/** What stands against a form because somebody else was faster. */
export interface Conflict {
  newer: Readonly<ShallowRef<Newer | null>>;
  /** Why it could not be read how things stand now. */
  failure: Readonly<ShallowRef<Problem | null>>;
  /** Nothing is sent until the person has seen what is new. */
  stands: ComputedRef<boolean>;
  /** Reads how things stand now. */
  lookAgain: () => Promise<void>;
  /** The person has seen it, and goes on from there. */
  settle: () => void;
}

/** `version` is what the person has seen; where nothing is newer, nothing stands against the form. */
export function useConflict(version: Ref<number>, reread: () => Promise<Newer | null>): Conflict {
  const newer = shallowRef<Newer | null>(null);
  const failure = shallowRef<Problem | null>(null);
  return {
    newer,
    failure,
    stands: computed(() => newer.value !== null || failure.value !== null),
    async lookAgain() {
      failure.value = null;
      try {
        const now = await reread();
        newer.value = now && (now.version !== version.value || now.refusal) ? now : null;
      } catch (thrown) {
        failure.value = toProblem(thrown);
      }
    },
    settle() {
      version.value = newer.value?.version ?? version.value;
      newer.value = null;
      failure.value = null;
    },
  };
}
