import { computed } from "vue";
import type { ComputedRef } from "vue";
import { session } from "@/api/session";

interface Rights {
  /** Whether to offer commands. The server decides on each of them. */
  mayChange: ComputedRef<boolean>;
  /** Whether to show who changed what. */
  mayReadLog: ComputedRef<boolean>;
}

/** What the pages of the administration offer to who is signed in. */
export function useRights(): Rights {
  return {
    mayChange: computed(() => session.may("manage_settings")),
    mayReadLog: computed(() => session.may("read_administration")),
  };
}
