import { useApiQuery } from "./query";
import type { InboxCounts } from "./types";

/** How much waits for the post in which somebody acts, true to the moment. */
export const useInboxCounts = () =>
  useApiQuery(
    "/api/v1/inbox/counts",
    {},
    { live: ({ noun }) => noun === "case" || noun === "work_order", keepPrevious: true },
  );

export const totalOf = ({ kinds, to_confirm }: InboxCounts): number =>
  kinds.reduce((sum, { count }) => sum + count, 0) + to_confirm.length;
