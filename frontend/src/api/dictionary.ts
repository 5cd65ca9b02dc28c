// The Chinese labels of every word of the API come from the server: read once, used everywhere.
import type { QueryClient } from "@tanstack/vue-query";
import { computed, inject, provide } from "vue";
import type { InjectionKey } from "vue";
import { useApiQuery } from "./query";

export interface Word {
  code: string;
  label: string;
  /** It stands in what there is already, and can't be chosen any more. */
  retired: boolean;
}

export interface Dictionary {
  /** The words of a list in their order; none until they are there. */
  words: (list: string) => readonly Word[];
  /** The label of one word; until it is there, nothing, and the code itself if it is unknown. */
  label: (list: string, code: string | null | undefined) => string;
}

const KEY: InjectionKey<Dictionary> = Symbol("dictionary");

/** The district may edit a list of its own: what was read is this long good enough. */
const STALE_MS = 10 * 60_000;

/** Reads the dictionary for all components below. */
export function provideDictionary(client: QueryClient): void {
  const live = ({ noun }: { noun: string }): boolean => noun === "settings";
  const { data } = useApiQuery("/api/v1/dictionary", {}, { staleTime: STALE_MS, client, live });
  const lists = computed(() => new Map(data.value?.words.map(({ name, words }) => [name, words])));
  const words: Dictionary["words"] = (list) => lists.value.get(list) ?? [];
  provide(KEY, {
    words,
    label: (list, code) => {
      if (code === null || code === undefined || !data.value) return "";
      return words(list).find((word) => word.code === code)?.label ?? code;
    },
  });
}

export function useDictionary(): Dictionary {
  const dictionary = inject(KEY);
  if (!dictionary) throw new Error("no dictionary was provided");
  return dictionary;
}
