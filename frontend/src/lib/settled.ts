import { onScopeDispose, readonly, shallowRef, watch } from "vue";
import type { Ref } from "vue";

/** What the source says once it has said the same for so long: what is asked while somebody types. */
export function useSettled<T>(source: () => T, ms: number): Readonly<Ref<T>> {
  const settled = shallowRef(source());
  let timer = 0;
  watch(source, (value) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => (settled.value = value), ms);
  });
  onScopeDispose(() => window.clearTimeout(timer));
  return readonly(settled) as Readonly<Ref<T>>;
}
