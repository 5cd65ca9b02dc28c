// What a post was told, and what of it a person has read.
import type { QueryClient } from "@tanstack/vue-query";
import { api } from "./client";
import { dataOf } from "./problem";
import { useApiQuery } from "./query";

const NOTICES = "/api/v1/notices";

/** How many notices aren't read, true to the moment. */
export const useUnreadCount = () =>
  useApiQuery(
    NOTICES,
    { params: { query: { unread: true, limit: 1 } } },
    { live: ({ notices }) => notices.length > 0, keepPrevious: true },
  );

const readAnew = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: [NOTICES] });

export async function markRead(client: QueryClient, id: string): Promise<void> {
  await dataOf(api.POST(`${NOTICES}/{id}/read`, { params: { path: { id } } }));
  await readAnew(client);
}

/** Marks all as read up to the latest that the person has seen. */
export async function markAllRead(client: QueryClient, upTo: string): Promise<void> {
  await dataOf(api.POST(`${NOTICES}/read-all`, { body: { up_to: upTo } }));
  await readAnew(client);
}
