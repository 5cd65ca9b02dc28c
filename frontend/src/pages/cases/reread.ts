import { useQueryClient } from "@tanstack/vue-query";
import { api } from "@/api/client";
import { dataOf } from "@/api/problem";
import type { CaseAction } from "@/api/types";
import type { Newer } from "@/pages/forms/subject";

/**
 * Reads how a case stands after somebody else has changed it: what came after the event `seen`, and whether
 * the action can still be done. The page behind the form is read anew too.
 */
export function useCaseReread(): (
  id: string,
  action: CaseAction,
  seen: number | undefined,
) => Promise<Newer> {
  const client = useQueryClient();
  return async (id, action, seen) => {
    const params = { params: { path: { id } } };
    const [now, happened] = await Promise.all([
      dataOf(api.GET("/api/v1/cases/{id}", params)),
      dataOf(api.GET("/api/v1/cases/{id}/history", params)),
    ]);
    void client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith("/api/v1/cases/{id}"),
    });
    const allowed = now.allowed_actions.find((offered) => offered.action === action);
    return {
      version: now.version,
      since: happened.items.filter(({ seq }) => seen !== undefined && seq > seen),
      refusal: allowed?.allowed ? undefined : (allowed?.reason ?? "以您现在的岗位，已不能这样做"),
    };
  };
}
