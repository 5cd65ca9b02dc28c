// A choice of this person on this device, kept by the browser.
import { ref, shallowRef, watch } from "vue";
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

/** Some of `words`, in their order, kept under `key`; `usual` where nothing is kept, or nothing can be. */
export function storedWords<T extends string>(
  key: string,
  words: readonly T[],
  usual: readonly T[],
): Ref<readonly T[]> {
  const name = `bancheng.${key}`;
  const chosen = shallowRef<readonly T[]>(readWords(name, words) ?? usual);
  watch(chosen, (list) => {
    try {
      window.localStorage.setItem(name, list.join(" "));
    } catch {
      // As above.
    }
  });
  return chosen;
}

function readWords<T extends string>(name: string, words: readonly T[]): readonly T[] | null {
  try {
    const kept = window.localStorage.getItem(name)?.split(" ");
    return kept ? words.filter((word) => kept.includes(word)) : null;
  } catch {
    return null;
  }
}
