// Reading through the query cache: `useApiQuery("/api/v1/cases", () => ({ params: … }))`.
import { keepPreviousData, QueryClient, useQuery } from "@tanstack/vue-query";
import type { UseQueryReturnType } from "@tanstack/vue-query";
import type { FetchOptions, FetchResponse } from "openapi-fetch";
import type { PathsWithMethod } from "openapi-typescript-helpers";
import { computed, toValue } from "vue";
import type { MaybeRefOrGetter } from "vue";
import { api } from "./client";
import { dataOf, toProblem } from "./problem";
import type { Problem } from "./problem";
import type { paths } from "./schema";
import type { Happening } from "./stream";

type ReadPath = PathsWithMethod<paths, "get">;
type Reads<P extends ReadPath> = paths[P] extends {
  get: infer Operation extends Record<string | number, unknown>;
}
  ? Operation
  : never;
type Data<P extends ReadPath> = NonNullable<
  FetchResponse<Reads<P>, Record<never, never>, "application/json">["data"]
>;

interface Options {
  /** Shows the answer to the last question until the next one is there (paging). */
  keepPrevious?: boolean;
  /** How long an answer is taken as true without asking again. */
  staleTime?: number;
  /** Whether to ask at all, now. */
  enabled?: MaybeRefOrGetter<boolean>;
  /** After which happenings elsewhere to ask again at once. */
  live?: (happening: Happening) => boolean;
  /** The cache, where it isn't provided from above. */
  client?: QueryClient;
}

/** Reads `path`; the key of the answer in the cache is the path with its parameters. */
export function useApiQuery<P extends ReadPath>(
  path: P,
  init: MaybeRefOrGetter<FetchOptions<Reads<P>>>,
  options: Options = {},
): UseQueryReturnType<Data<P>, Problem> {
  const get = api.GET as (path: string, init: object) => Promise<{ data?: Data<P>; response: Response }>;
  return useQuery<Data<P>, Problem>(
    {
      queryKey: computed(() => [path, toValue(init)]),
      queryFn: ({ signal, queryKey }) => dataOf(get(path, { ...(queryKey[1] as object), signal })),
      ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
      ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
      ...(options.live ? { meta: { live: options.live } } : {}),
      ...(options.enabled === undefined ? {} : { enabled: computed(() => toValue(options.enabled)) }),
    },
    options.client,
  );
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal stays one however often it is asked for.
        retry: (failures, thrown) => failures < 2 && toProblem(thrown).passing,
      },
    },
  });
}
