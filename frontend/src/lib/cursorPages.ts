// Pages of a list of which each answer only tells where the next page begins. Where the pages before
// began is kept with the entry in the browser's history, so that it survives a reload and goes when it
// is left.
import { computed } from "vue";
import type { ComputedRef } from "vue";
import { useRoute, useRouter } from "vue-router";

export interface CursorPages {
  /** Where the page shown begins; nothing for the first. */
  cursor: ComputedRef<string | undefined>;
  page: ComputedRef<number>;
  hasPrevious: ComputedRef<boolean>;
  first: () => void;
  previous: () => void;
  /** To the page that begins there, if there is one. */
  next: (start: string | null | undefined) => void;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function useCursorPages(): CursorPages {
  const route = useRoute();
  const router = useRouter();

  const cursor = computed(() => text(route.query.cursor) || undefined);
  const page = computed(() => {
    const number = Number.parseInt(text(route.query.page), 10);
    return cursor.value && number > 1 ? number : 1;
  });
  const before = computed((): string[] => {
    // Read after the route has changed: the state belongs to the entry shown.
    void route.fullPath;
    const { trail } = (window.history.state ?? {}) as { trail?: unknown };
    return Array.isArray(trail) ? trail.map(String) : [];
  });

  function turnTo(start: string, number: number, trail: string[]): void {
    const query = { ...route.query };
    delete query.cursor;
    delete query.page;
    const place = start ? { cursor: start, page: String(number) } : {};
    void router.push({ query: { ...query, ...place }, state: { trail } });
  }

  return {
    cursor,
    page,
    hasPrevious: computed(() => before.value.length > 0),
    first: () => turnTo("", 1, []),
    next(start) {
      if (start) turnTo(start, page.value + 1, [...before.value, cursor.value ?? ""]);
    },
    previous() {
      const trail = before.value;
      const start = trail[trail.length - 1];
      if (start !== undefined) turnTo(start, page.value - 1, trail.slice(0, -1));
    },
  };
}
