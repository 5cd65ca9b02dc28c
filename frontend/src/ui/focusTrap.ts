// What lies over the page holds the keyboard until it is closed; then the focus goes back.
import { nextTick, onBeforeUnmount, onMounted } from "vue";
import type { Ref } from "vue";

const STOPS = "a[href], button, input, select, textarea, [tabindex]";

/** The panels open now, the topmost last. */
const open: HTMLElement[] = [];

function stopsIn(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.hasAttribute("disabled"),
  );
}

/** Newer browsers keep everybody out of what lies below, readers of the screen too. */
function shutPage(): void {
  document.getElementById("app")?.toggleAttribute("inert", open.length > 0);
  document.documentElement.style.overflow = open.length > 0 ? "hidden" : "";
}

/** Holds the focus in the panel as long as the component lives. */
export function useFocusTrap(panel: Readonly<Ref<HTMLElement | null>>): {
  /** For the panel's own keydown: Tab goes round. */
  goRound: (event: KeyboardEvent) => void;
} {
  const before = document.activeElement;
  let own: HTMLElement | null = null;

  const isTop = (): boolean => own !== null && open[open.length - 1] === own;
  const bringBack = (event: FocusEvent): void => {
    if (isTop() && event.target instanceof Node && !own?.contains(event.target)) own?.focus();
  };

  onMounted(async () => {
    own = panel.value;
    if (!own) return;
    open.push(own);
    document.addEventListener("focusin", bringBack);
    // First out, then in: other dialogs would hold on to a focus that goes from them straight to us.
    if (before instanceof HTMLElement) before.blur();
    shutPage();
    await nextTick();
    (own.querySelector<HTMLElement>("[autofocus]") ?? own).focus();
  });
  onBeforeUnmount(() => {
    document.removeEventListener("focusin", bringBack);
    if (own) open.splice(open.indexOf(own), 1);
    shutPage();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });

  function goRound(event: KeyboardEvent): void {
    if (event.key !== "Tab" || !own) return;
    const stops = stopsIn(own);
    const first = stops[0];
    const last = stops[stops.length - 1];
    const here = document.activeElement;
    const leaves = event.shiftKey ? here === first || here === own : here === last;
    if (!leaves && stops.length > 0) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
  return { goRound };
}
