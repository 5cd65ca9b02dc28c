import type { UseQueryReturnType } from "@tanstack/vue-query";
import type { Problem } from "./problem";
import { useApiQuery } from "./query";
import type { components } from "./schema";

/** All units in their order in lists. They hardly change: read once. */
export const useUnits = (): UseQueryReturnType<components["schemas"]["Units"], Problem> =>
  useApiQuery("/api/v1/units", {}, { staleTime: Infinity });
