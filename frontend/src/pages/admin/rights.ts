import { computed } from "vue";
import type { ComputedRef } from "vue";
import { session } from "@/api/session";

interface Rights {
  /** Whether to offer commands. The server decides on each of them. */
  mayChange: ComputedRef<boolean>;
  /** Whether to show who changed what: administrators and auditors read it. */
  mayReadLog: ComputedRef<boolean>;
}

/** What the pages of the administration offer to who is signed in. */
export function useRights(): Rights {
  const role = computed(() => session.who.value?.acting.role);
  return {
    mayChange: computed(() => role.value === "admin"),
    mayReadLog: computed(() => role.value === "admin" || role.value === "auditor"),
  };
}
