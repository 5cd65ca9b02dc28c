import { onScopeDispose } from "vue";

/** Larger type than at a desk, as long as the component lives: for the elderly, or for a room (base.css). */
export function useTypeSize(size: "large" | "room"): void {
  document.documentElement.dataset.type = size;
  onScopeDispose(() => {
    delete document.documentElement.dataset.type;
  });
}
