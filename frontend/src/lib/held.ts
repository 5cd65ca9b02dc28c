import { computed } from "vue";
import type { ComputedRef } from "vue";

/**
 * What is open: as soon as it is offered under the key wanted, and then as it was opened, as long as the same
 * is wanted. Somebody else may act meanwhile, or one's own act may end the offer: the form stays, tells of it
 * itself, and can still say that it is done.
 */
export function useHeld<T>(
  wanted: () => string | undefined,
  offered: () => T | undefined,
): ComputedRef<T | undefined> {
  const held = computed<{ key: string; open: T } | undefined>((before) => {
    const key = wanted();
    if (key === undefined) return undefined;
    if (before?.key === key) return before;
    const open = offered();
    return open === undefined ? undefined : { key, open };
  });
  return computed(() => held.value?.open);
}
