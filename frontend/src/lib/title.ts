import { readonly, ref, toValue, watchEffect } from "vue";
import type { MaybeRefOrGetter } from "vue";

const current = ref("");

/** The title of the page shown. */
export const pageTitle = readonly(current);

/** Gives the page its title; an empty one is not known yet and changes nothing. */
export function usePageTitle(title: MaybeRefOrGetter<string>): void {
  watchEffect(() => {
    const text = toValue(title);
    if (!text) return;
    current.value = text;
    document.title = `${text} - 办成`;
  });
}
