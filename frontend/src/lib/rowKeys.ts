import type { Ref } from "vue";
import { useShortcuts } from "./shortcuts";

/** J and K go from link to link of a list, as the hand stays on the keys; Enter opens, as with any link. */
export function useRowKeys(root: Readonly<Ref<HTMLElement | null>>, links: string): void {
  function go(by: 1 | -1): void {
    const all = [...(root.value?.querySelectorAll<HTMLElement>(links) ?? [])];
    const here = all.findIndex((link) => link === document.activeElement);
    const next = here < 0 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1);
    all[next]?.focus({ preventScroll: true });
    all[next]?.scrollIntoView({ block: "center" });
  }
  useShortcuts("列表", [
    { keys: "j", label: "下一条", run: () => go(1) },
    { keys: "k", label: "上一条", run: () => go(-1) },
  ]);
}
