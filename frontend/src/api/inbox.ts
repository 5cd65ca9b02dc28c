import { api } from "./client";
import { dataOf } from "./problem";
import { useApiQuery } from "./query";
import type { InboxCounts, Task } from "./types";

/** How much waits for the post in which somebody acts, true to the moment. */
export const useInboxCounts = () =>
  useApiQuery(
    "/api/v1/inbox/counts",
    {},
    { live: ({ noun }) => noun === "case" || noun === "work_order", keepPrevious: true },
  );

export const totalOf = ({ kinds, to_confirm }: InboxCounts): number =>
  kinds.reduce((sum, { count }) => sum + count, 0) + to_confirm.length;

/** What waits nearest, this case aside. */
export async function nextTask(without: string): Promise<Task | undefined> {
  const { items } = await dataOf(api.GET("/api/v1/inbox", { params: { query: { limit: 10 } } }));
  return items.find((task) => task.case.id !== without);
}
