// What is entered and not sent yet: before leaving would throw it away, the person is asked.
import { onScopeDispose, readonly, shallowRef } from "vue";
import type { RouteLocationNormalized, Router } from "vue-router";

type Leaves = (to: RouteLocationNormalized, from: RouteLocationNormalized) => boolean;

interface Guard {
  isDirty: () => boolean;
  leaves: Leaves;
}

const guards = new Set<Guard>();
const asked = shallowRef(false);
let answer: (leaves: boolean) => void = () => undefined;

/** Whether the question stands (LeaveQuestion shows it). */
export const isLeaveAsked = readonly(asked);

export function answerLeave(leaves: boolean): void {
  asked.value = false;
  answer(leaves);
}

/**
 * Asks before this component's entries are thrown away, as long as it lives; `leaves` says which ways lead
 * away from it.
 */
export function useLeaveGuard(
  isDirty: () => boolean,
  leaves: Leaves = (to, from) => to.path !== from.path,
): void {
  const guard = { isDirty, leaves };
  guards.add(guard);
  onScopeDispose(() => guards.delete(guard));
}

/** Whether what was entered may go; asks if there is something. */
export async function mayLeave(isLost: (guard: Guard) => boolean = () => true): Promise<boolean> {
  if (![...guards].some((guard) => guard.isDirty() && isLost(guard))) return true;
  // Who asks anew has let the earlier wish go.
  answer(false);
  asked.value = true;
  return new Promise((resolve) => (answer = resolve));
}

/** What was entered was somebody else's, or in another post: it goes with them. */
export function forgetGuards(): void {
  guards.clear();
}

/** Watches all ways out: links, Back, closing the window. */
export function guardLeaving(router: Router): void {
  router.beforeEach((to, from) => mayLeave((guard) => guard.leaves(to, from)));
  window.addEventListener("beforeunload", (event) => {
    if (![...guards].some(({ isDirty }) => isDirty())) return;
    event.preventDefault();
    // Chromium asked for this one until version 119.
    event.returnValue = "还有内容没有提交";
  });
}
