import { onMounted, onScopeDispose } from "vue";
import type { Ref } from "vue";

/** CSS pixels of the width of an A4 page, 210 mm. */
const PAPER_WIDTH = (210 / 25.4) * 96;

/** Tells the place of a page of paper, as `--fit`, how far it must shrink to be seen whole; at most 1. */
export function useFit(place: Readonly<Ref<HTMLElement | null>>): void {
  const observer = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? PAPER_WIDTH;
    place.value?.style.setProperty("--fit", String(Math.min(1, width / PAPER_WIDTH)));
  });
  onMounted(() => place.value && observer.observe(place.value));
  onScopeDispose(() => observer.disconnect());
}
