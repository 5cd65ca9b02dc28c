// What the palette finds without asking the server, and what it asks.
import type { Unit } from "@/api/types";
import type { Entry, Group } from "./navigation";

const MOST_UNITS = 5;

/** Text as it is compared: without case and spaces. */
const plain = (text: string): string => text.toLowerCase().replace(/\s/g, "");

export function pagesFor(typed: string, groups: readonly Group[]): Entry[] {
  const wanted = plain(typed);
  return groups.flatMap(({ entries }) => entries).filter(({ label }) => plain(label).includes(wanted));
}

/** Units by either name, those that begin with it first. */
export function unitsFor(typed: string, units: readonly Unit[]): Unit[] {
  const wanted = plain(typed);
  if (!wanted) return [];
  const rank = ({ name, full_name }: Unit): number => {
    if (plain(name).startsWith(wanted)) return 0;
    if (plain(name).includes(wanted)) return 1;
    return plain(full_name).includes(wanted) ? 2 : 3;
  };
  return units
    .filter((unit) => rank(unit) < 3)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_UNITS);
}

/** What to look for among the cases; nothing while too little is typed. A paper's DC- is not part of it. */
export function caseQuestion(typed: string): string | null {
  const wanted = typed.trim().replace(/^dc-?/i, "");
  return [...wanted].length >= 2 ? wanted : null;
}
