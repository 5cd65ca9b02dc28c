import type { UseQueryReturnType } from "@tanstack/vue-query";
import type { MaybeRefOrGetter } from "vue";
import type { Problem } from "./problem";
import { useApiQuery } from "./query";
import type { components } from "./schema";

/** All units in their order in lists. They hardly change: read once, as soon as they are wanted. */
export const useUnits = (
  wanted: MaybeRefOrGetter<boolean> = true,
): UseQueryReturnType<components["schemas"]["Units"], Problem> =>
  useApiQuery("/api/v1/units", {}, { staleTime: Infinity, enabled: wanted });
