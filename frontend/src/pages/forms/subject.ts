import type { HistoryItem } from "@/api/types";
import type { Fact } from "@/ui/FactList.vue";

/** What an event tells beside its name and what was written: what came of it. */
export type FactsOf = (item: HistoryItem) => Fact[];

/** How things stand after somebody else has changed what a form is about. */
export interface Newer {
  version: number;
  /** What happened since the form was opened, oldest first. */
  since: readonly HistoryItem[];
  /** Why the command can't be given any more, if it can't. */
  refusal?: string | undefined;
}

/** What a form is about. */
export interface Subject {
  id: string;
  /** The version shown to the person now. */
  version: number;
  /** Reads it anew; nothing if it is as it was. */
  reread: () => Promise<Newer | null>;
  /** What the events of its history tell. */
  factsOf?: FactsOf;
}
