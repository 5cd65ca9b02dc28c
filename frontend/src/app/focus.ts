import { nextTick } from "vue";
import { START_LOCATION } from "vue-router";
import type { Router } from "vue-router";

/** After a change of page the focus goes to its heading, as a fresh page would begin; not within a page. */
export function focusHeadingAfter(router: Router): void {
  router.afterEach(async (to, from, failure) => {
    if (failure || from === START_LOCATION || to.path === from.path) return;
    await nextTick();
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  });
}
