// Short words about what has just been done, seen for a while and read out (ToastHost shows them).
import { readonly, shallowRef } from "vue";

export interface Toast {
  key: number;
  text: string;
}

const SHOWN_MS = 6000;
const shown = shallowRef<readonly Toast[]>([]);
let last = 0;

export const toasts = readonly(shown);

export function dismiss(key: number): void {
  shown.value = shown.value.filter((other) => other.key !== key);
}

export function toast(text: string): void {
  const key = ++last;
  // More than three at once nobody reads.
  shown.value = [...shown.value.slice(-2), { key, text }];
  window.setTimeout(() => dismiss(key), SHOWN_MS);
}
