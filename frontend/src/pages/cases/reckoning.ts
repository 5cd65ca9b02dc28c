// How the deadline that binds was reckoned, as the event that set it says.
import type { HistoryItem } from "@/api/types";

/** From when, and how many working days. */
export interface Period {
  from: string;
  working_days: number;
}

interface Due {
  date: string;
  period?: Period | null;
  /** A day named in the period's place. */
  named?: string | null;
}

const isDue = (value: object): value is Due => typeof (value as Partial<Due>).date === "string";

/** All deadlines that stand anywhere in an event. */
function duesIn(value: unknown): Due[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(isDue(value) ? [value] : []), ...Object.values(value).flatMap(duesIn)];
}

/** The period that the deadline on this day was reckoned from; none where a day was named outright. */
export function periodOf(history: readonly HistoryItem[], day: string): Period | undefined {
  const dues = history.flatMap(({ data }) => duesIn(data)).filter(({ date }) => date === day);
  const due = dues[dues.length - 1];
  return due?.named ? undefined : (due?.period ?? undefined);
}
