// The units as a tree: each below the one that it belongs to, in their order in lists.
import type { Unit } from "@/api/types";

export interface Placed {
  unit: Unit;
  /** How many units stand above it. */
  depth: number;
}

/** All units from top to bottom; a unit whose parent isn't among them stands at the top. */
export function placed(units: readonly Unit[]): Placed[] {
  const ids = new Set(units.map(({ id }) => id));
  const below = new Map<string, Unit[]>();
  for (const unit of [...units].sort((a, b) => a.rank - b.rank)) {
    const parent = unit.parent && ids.has(unit.parent) ? unit.parent : "";
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const walk = (parent: string, depth: number): Placed[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)]);
  return walk("", 0);
}

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, "");

/** The units found by either name or by code, with those above them, so that they stay in their place. */
export function found(units: readonly Unit[], typed: string): Unit[] {
  const wanted = plain(typed);
  if (!wanted) return [...units];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Set<string>();
  for (const unit of units) {
    if (![unit.name, unit.full_name, unit.id].some((text) => plain(text).includes(wanted))) continue;
    for (let at: Unit | undefined = unit; at && !kept.has(at.id); at = byId.get(at.parent ?? ""))
      kept.add(at.id);
  }
  return units.filter(({ id }) => kept.has(id));
}
