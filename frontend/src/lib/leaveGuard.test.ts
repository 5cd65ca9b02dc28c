import { flushPromises } from "@vue/test-utils";
import { expect, test } from "vitest";
import { effectScope, ref } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import { answerLeave, forgetGuards, guardLeaving, isLeaveAsked, useLeaveGuard } from "./leaveGuard";

const page = { template: "" };
const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: "/form", component: page },
    { path: "/other", component: page },
  ],
});
guardLeaving(router);
await router.push("/form");

const dirty = ref(false);
const scope = effectScope();
scope.run(() => useLeaveGuard(() => dirty.value));

/** What the browser goes by: newer ones by the first, older ones by the second. */
function closeWindow(): { prevented: boolean; returnValue: string } {
  const event = new Event("beforeunload", { cancelable: true });
  // As a BeforeUnloadEvent has it, which jsdom lacks.
  Object.defineProperty(event, "returnValue", { value: "", writable: true });
  window.dispatchEvent(event);
  return { prevented: event.defaultPrevented, returnValue: String(event.returnValue) };
}

test("closing the window asks where something would be lost, in old browsers too", () => {
  dirty.value = false;
  expect(closeWindow()).toEqual({ prevented: false, returnValue: "" });
  dirty.value = true;
  const { prevented, returnValue } = closeWindow();
  expect(prevented).toBe(true);
  expect(returnValue).not.toBe("");
});

test("leaving waits for the answer", async () => {
  dirty.value = true;
  const stays = router.push("/other");
  await flushPromises();
  expect(isLeaveAsked.value).toBe(true);
  answerLeave(false);
  await stays;
  expect(router.currentRoute.value.path).toBe("/form");

  await router.push("/form?tab=2");
  expect(router.currentRoute.value.query.tab).toBe("2");

  const leaves = router.push("/other");
  await flushPromises();
  answerLeave(true);
  await leaves;
  expect(router.currentRoute.value.path).toBe("/other");
});

test("nobody is asked for what is another person's, or gone", async () => {
  dirty.value = false;
  await router.push("/form");
  dirty.value = true;
  forgetGuards();
  await router.push("/other");
  expect(router.currentRoute.value.path).toBe("/other");
  scope.stop();
});
