import { api } from "@/api/client";
import { dataOf } from "@/api/problem";
import type { CaseAction } from "@/api/types";
import type { Newer } from "@/pages/forms/subject";

/** How a case stands after somebody else has changed it: what came after the event `seen`, what may be done now. */
export async function rereadCase(id: string, action: CaseAction, seen: number | undefined): Promise<Newer> {
  const params = { params: { path: { id } } };
  const [now, happened] = await Promise.all([
    dataOf(api.GET("/api/v1/cases/{id}", params)),
    dataOf(api.GET("/api/v1/cases/{id}/history", params)),
  ]);
  const allowed = now.allowed_actions.find((offered) => offered.action === action);
  return {
    version: now.version,
    since: happened.items.filter(({ seq }) => seen !== undefined && seq > seen),
    refusal: allowed?.allowed ? undefined : (allowed?.reason ?? "以您现在的岗位，已不能这样做"),
  };
}
