// What happens elsewhere makes what is shown old. What was read of one thing is asked for again at once,
// and so are counts; a list stays as it is under the hand and says that there is news.
import type { Query, QueryClient } from "@tanstack/vue-query";
import { computed, inject, onScopeDispose, provide, shallowRef, watch } from "vue";
import type { ComputedRef, InjectionKey, Ref } from "vue";
import { follow } from "./stream";
import type { Following, Happening } from "./stream";

/** Notes of ours on a question in the cache. */
interface QueryNotes extends Record<string, unknown> {
  /** After which happenings to ask again at once, where the usual rule doesn't do. */
  live?: (happening: Happening) => boolean;
}
declare module "@tanstack/vue-query" {
  interface Register {
    queryMeta: QueryNotes;
  }
}

interface Live extends Following {
  /** Hears of all that happens, until the function that it gives is called. */
  listen: (hear: (happening: Happening) => void) => () => void;
}

const KEY: InjectionKey<Live> = Symbol("live");

/** What is shown is asked for again at most so often. */
const THROTTLE_MS = 1000;
/** A list as fresh as this is in nobody's hand yet: it is simply read again. */
const FRESH_MS = 1000;

/** Where each noun is read. */
const PATHS: Record<string, string> = {
  case: "/api/v1/cases",
  work_order: "/api/v1/work-orders",
  meeting: "/api/v1/meetings",
  policy_issue: "/api/v1/policy-issues",
  unit: "/api/v1/units",
  user: "/api/v1/users",
};

/** Whether the answer to a question is another one after what has happened; lists aside. */
export function isTouched(
  { queryKey, meta }: Pick<Query, "queryKey" | "meta">,
  happening: Happening,
): boolean {
  if (meta?.live) return meta.live(happening);
  const [path, question] = queryKey as [string, { params?: { path?: { id?: string } } }?];
  const base = PATHS[happening.noun];
  return base !== undefined && path.startsWith(`${base}/{id}`) && question?.params?.path?.id === happening.id;
}

/** Keeps the cache true to what happens, as long as the component lives; lists below may listen. */
export function provideLive(client: QueryClient): Following {
  const listeners = new Set<(happening: Happening) => void>();
  let waiting: Happening[] = [];
  let timer = 0;
  let flushedAt = 0;

  function flush(): void {
    const happened = waiting;
    waiting = [];
    timer = 0;
    flushedAt = Date.now();
    void client.invalidateQueries({
      predicate: (query) => happened.some((happening) => isTouched(query, happening)),
    });
    // What isn't shown is read anew when it is shown again.
    void client.invalidateQueries({ type: "inactive", refetchType: "none" });
  }

  const following = follow((happening) => {
    waiting.push(happening);
    timer ||= window.setTimeout(flush, Math.max(0, flushedAt + THROTTLE_MS - Date.now()));
    listeners.forEach((hear) => hear(happening));
  });
  watch(following.state, (state, before) => {
    // What could not be read while the server was away can be read now.
    if (state === "live" && before === "lost")
      void client.invalidateQueries({ predicate: (query) => query.state.status === "error" });
  });
  onScopeDispose(() => {
    window.clearTimeout(timer);
    following.stop();
  });
  provide(KEY, {
    ...following,
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  });
  return following;
}

/** A list as the query cache gives it. */
interface Listed {
  dataUpdatedAt: Readonly<Ref<number>>;
  refetch: () => Promise<unknown>;
}

/**
 * How many things have changed since the list was read, for the banner above it; `concerns` says what is
 * news for this list.
 */
export function useListNews(
  list: Listed,
  concerns: (happening: Happening) => boolean,
): { news: ComputedRef<number>; refresh: () => void } {
  const live = inject(KEY);
  if (!live) throw new Error("nothing live was provided");
  const changed = shallowRef<ReadonlySet<string>>(new Set());
  let readAgainAt = 0;

  const read = (): void => {
    changed.value = new Set();
    void list.refetch();
  };
  const stop = live.listen((happening) => {
    if (!concerns(happening)) return;
    const now = Date.now();
    const isFresh = now - list.dataUpdatedAt.value < FRESH_MS;
    if (isFresh && now - readAgainAt > 2 * FRESH_MS) {
      readAgainAt = now;
      read();
    } else {
      changed.value = new Set(changed.value).add(happening.id);
    }
  });
  onScopeDispose(stop);
  watch(list.dataUpdatedAt, () => {
    changed.value = new Set();
  });
  return { news: computed(() => changed.value.size), refresh: read };
}
