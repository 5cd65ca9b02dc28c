// A choice of this person on this device, kept by the browser.
import { ref, watch } from "vue";
import type { Ref } from "vue";

/** A word of `words` kept under `key`; the first one where nothing is kept, or nothing can be. */
export function storedChoice<T extends string>(key: string, words: readonly [T, ...T[]]): Ref<T> {
  const name = `bancheng.${key}`;
  const choice = ref(read(name, words)) as Ref<T>;
  watch(choice, (word) => {
    try {
      window.localStorage.setItem(name, word);
    } catch {
      // The browser keeps nothing: the choice holds as long as the page.
    }
  });
  return choice;
}

function read<T extends string>(name: string, words: readonly [T, ...T[]]): T {
  try {
    const kept = window.localStorage.getItem(name);
    return words.find((word) => word === kept) ?? words[0];
  } catch {
    return words[0];
  }
}
