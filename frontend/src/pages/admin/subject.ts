import { computed, ref } from "vue";
import type { ComputedRef } from "vue";
import type { HistoryItem } from "@/api/types";
import type { FactsOf, Subject } from "@/pages/forms/subject";

interface Read {
  id: () => string;
  /** The version that was read last. */
  version: () => number | undefined;
  /** What had happened up to then, as far as it was read. */
  history: () => readonly HistoryItem[] | undefined;
  /** Reads the version of now. */
  now: () => Promise<number>;
  /** Reads what has happened up to now. */
  happened: () => Promise<readonly HistoryItem[]>;
  factsOf: FactsOf;
}

/** What a form is about, where the server doesn't tell beforehand what it allows. */
export function useSubject({ id, version, history, now, happened, factsOf }: Read): {
  subject: ComputedRef<Subject>;
  /** A form opens: what happened up to here the person has seen. */
  begin: () => void;
} {
  const seen = ref(0);
  return {
    subject: computed(() => ({
      id: id(),
      version: version() ?? 0,
      factsOf,
      async reread() {
        const [latest, items] = await Promise.all([now(), happened()]);
        return { version: latest, since: items.filter(({ seq }) => seq > seen.value) };
      },
    })),
    begin() {
      const known = history() ?? [];
      seen.value = known[known.length - 1]?.seq ?? 0;
    },
  };
}
