import { onScopeDispose, readonly, ref } from "vue";
import type { Ref } from "vue";

/** Whether the media query holds, followed as long as the component lives. */
export function useMedia(query: string): Readonly<Ref<boolean>> {
  const list = window.matchMedia(query);
  const holds = ref(list.matches);
  const follow = (event: MediaQueryListEvent): void => {
    holds.value = event.matches;
  };
  list.addEventListener("change", follow);
  onScopeDispose(() => list.removeEventListener("change", follow));
  return readonly(holds);
}
