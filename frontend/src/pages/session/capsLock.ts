import { ref } from "vue";
import type { Ref } from "vue";

/** Whether capitals are locked, as far as the last key pressed told: passwords fail by it unseen. */
export function useCapsLock(): { capsLock: Ref<boolean>; look: (event: KeyboardEvent) => void } {
  const capsLock = ref(false);
  const look = (event: KeyboardEvent): void => {
    // What fills in forms by itself sends keys that know nothing of it.
    if (typeof event.getModifierState === "function") capsLock.value = event.getModifierState("CapsLock");
  };
  return { capsLock, look };
}
