// Reading through the query cache: `useApiQuery("/api/v1/cases", () => ({ params: … }))`.
import { keepPreviousData, QueryClient, useQuery, useQueryClient } from "@tanstack/vue-query";
import type { Query, UseQueryReturnType } from "@tanstack/vue-query";
import type { FetchOptions, FetchResponse } from "openapi-fetch";
import type { PathsWithMethod } from "openapi-typescript-helpers";
import { computed, onScopeDispose, shallowRef, toValue } from "vue";
import type { MaybeRefOrGetter, Ref } from "vue";
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

/** Who is told so may not see any more what they saw. */
const TAKEN_AWAY = [401, 403, 404];

/**
 * Reads `path`; the key of the answer in the cache is the path with its parameters. What was read stays when
 * reading it again fails, and with it what is typed there; `error` says why there is nothing to show. Nothing
 * is shown of what may not be seen any more, however long it was.
 */
export function useApiQuery<P extends ReadPath>(
  path: P,
  init: MaybeRefOrGetter<FetchOptions<Reads<P>>>,
  options: Options = {},
): UseQueryReturnType<Data<P>, Problem> {
  const get = api.GET as (path: string, init: object) => Promise<{ data?: Data<P>; response: Response }>;
  const query = useQuery<Data<P>, Problem>(
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
  const { data: read, error: failed } = query;
  const error = computed(() => (hides(failed.value, read.value) ? failed.value : null));
  const data = computed(() => (error.value ? undefined : read.value));
  return { ...query, data, error } as UseQueryReturnType<Data<P>, Problem>;
}

const hides = (failed: Problem | null, read: unknown): boolean =>
  failed !== null && (read === undefined || TAKEN_AWAY.includes(failed.status));

/** Whether something is shown that could not be read again: it may be old. */
export function useMayBeOld(): Readonly<Ref<boolean>> {
  const cache = useQueryClient().getQueryCache();
  const isOld = (query: Query): boolean => {
    const { error, data } = query.state;
    return query.isActive() && error !== null && !hides(toProblem(error), data);
  };
  const look = (): boolean => cache.getAll().some(isOld);
  const mayBeOld = shallowRef(look());
  onScopeDispose(cache.subscribe(() => (mayBeOld.value = look())));
  return mayBeOld;
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal stays one however often it is asked for, and who asks too often is not to ask at once again.
        retry: (failures, thrown) => {
          const { passing, status } = toProblem(thrown);
          return failures < 2 && passing && status !== 429;
        },
      },
    },
  });
}
