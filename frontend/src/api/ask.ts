// Questions that are put by POST, because what they are about mustn't stand in an address: persons. They
// change nothing, and their answers are forgotten as soon as they aren't shown any more.
import { keepPreviousData, useQuery } from "@tanstack/vue-query";
import type { UseQueryReturnType } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "./client";
import type { CommandAnswer, CommandBody } from "./command";
import { dataOf } from "./problem";
import type { Problem } from "./problem";

type Question = "/api/v1/cases/find-repeats" | "/api/v1/cases/search-person";

/** Asks as soon as there is something to ask, and again when it is another thing. */
export function useApiAsk<P extends Question>(
  path: P,
  body: () => CommandBody<P> | null,
  /** `keepPrevious` shows the answer to the last question until the next one is there. */
  { keepPrevious = false } = {},
): UseQueryReturnType<CommandAnswer<P>, Problem> {
  const post = api.POST as (
    path: string,
    init: object,
  ) => Promise<{ data?: CommandAnswer<P>; response: Response }>;
  return useQuery<CommandAnswer<P>, Problem>({
    queryKey: computed(() => [path, body()]),
    queryFn: ({ signal, queryKey }) => dataOf(post(path, { body: queryKey[1], signal })),
    enabled: computed(() => body() !== null),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    gcTime: 0,
  });
}
