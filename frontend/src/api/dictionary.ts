// The Chinese labels of every word of the API come from the server.
import { useApiQuery } from "./query";

export interface Word {
  code: string;
  label: string;
}

export interface Dictionary {
  /** The words of an enumeration in their natural order; none until they are there. */
  words: (list: string) => readonly Word[];
  /** The label of one word; until it is there, nothing, and the code itself if it is unknown. */
  label: (list: string, code: string | null | undefined) => string;
}

export function useDictionary(): Dictionary {
  const { data } = useApiQuery("/api/v1/dictionary", {}, { staleTime: Infinity });
  const words: Dictionary["words"] = (list) => data.value?.words.find((l) => l.name === list)?.words ?? [];
  return {
    words,
    label: (list, code) => {
      if (code === null || code === undefined || !data.value) return "";
      return words(list).find((word) => word.code === code)?.label ?? code;
    },
  };
}
