import type { HistoryItem } from "@/api/types";
import type { Subject } from "@/pages/forms/subject";

interface Read {
  id: string;
  /** The version shown to the person. */
  version: number;
  /** What has happened up to it, as far as it was read. */
  history: readonly HistoryItem[];
  /** Reads the version of now. */
  now: () => Promise<number>;
  /** Reads what has happened up to now. */
  happened: () => Promise<readonly HistoryItem[]>;
}

/** What a form is about, where the server doesn't tell beforehand what it allows. */
export function subjectOf({ id, version, history, now, happened }: Read): Subject {
  const seen = history[history.length - 1]?.seq ?? 0;
  return {
    id,
    version,
    async reread() {
      const [latest, items] = await Promise.all([now(), happened()]);
      return latest === version ? null : { version: latest, since: items.filter(({ seq }) => seq > seen) };
    },
  };
}
