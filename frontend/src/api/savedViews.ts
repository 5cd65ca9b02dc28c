// A person's own views of the list of cases.
import { useQueryClient } from "@tanstack/vue-query";
import { api } from "./client";
import { dataOf } from "./problem";
import { useApiQuery } from "./query";
import type { components } from "./schema";

const VIEWS = "/api/v1/saved-views";

export type SavedView = components["schemas"]["SavedView"];

export const useSavedViews = () => useApiQuery(VIEWS, {}, { staleTime: 300_000 });

/** Forgets one by its name. */
export function useForgetView(): (name: string) => Promise<void> {
  const client = useQueryClient();
  return async (name) => {
    await dataOf(api.DELETE(`${VIEWS}/{name}`, { params: { path: { name } } }));
    await client.invalidateQueries({ queryKey: [VIEWS] });
  };
}
