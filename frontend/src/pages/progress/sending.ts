import { ref, shallowRef } from "vue";
import type { Ref, ShallowRef } from "vue";
import { toProblem } from "@/api/problem";
import type { Problem } from "@/api/problem";
import { newKey } from "@/lib/key";

export interface Sending {
  busy: Ref<boolean>;
  problem: ShallowRef<Problem | null>;
  /** Does it, unless it is under way; nothing where it failed. Tries until one succeeds share a key. */
  send: <T>(act: (key: string) => Promise<T>) => Promise<T | undefined>;
}

/** What one form of this page sends: once at a time, and what went wrong stays to be shown. */
export function useSending(): Sending {
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let key = newKey();

  return {
    busy,
    problem,
    async send(act) {
      if (busy.value) return undefined;
      busy.value = true;
      problem.value = null;
      try {
        const answer = await act(key);
        key = newKey();
        return answer;
      } catch (thrown) {
        problem.value = toProblem(thrown);
        return undefined;
      } finally {
        busy.value = false;
      }
    },
  };
}
