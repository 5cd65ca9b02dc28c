// What the dispatch board shows, as the address says it; and the units with their work.
import type { LocationQuery, LocationQueryRaw } from "vue-router";
import { BODIES } from "@/api/bodies";
import type { ListRule } from "@/api/fieldRule";
import type { Case, Task, Unit } from "@/api/types";
import type { components } from "@/api/schema";

type WithUnit = components["schemas"]["WithUnit"];

export interface Place {
  /** The cases chosen. */
  picked: readonly string[];
  /** The work order to go on with. */
  sheet: string;
  /** On a phone: what is seen, the lists or what is done with the choice. */
  step: "lists" | "choice";
}

const text = (value: LocationQuery[string] | undefined): string => (typeof value === "string" ? value : "");

export function placeOf(query: LocationQuery): Place {
  const named = [...text(query.cases).split(","), text(query.case)].filter(Boolean);
  const sheet = text(query.sheet);
  // Whoever comes with a case or a work order comes to do something with it.
  const straight = sheet !== "" || text(query.case) !== "" || query.step === "choice";
  return { picked: sheet ? [] : [...new Set(named)], sheet, step: straight ? "choice" : "lists" };
}

export function addressOf({ picked, sheet, step }: Place): LocationQueryRaw {
  if (sheet) return { sheet };
  return picked.length ? { cases: picked.join(","), ...(step === "choice" ? { step } : {}) } : {};
}

/** So many cases one work order carries, as the OpenAPI document says. */
export const MOST_CASES = (BODIES.DraftSheet?.cases as ListRule).max ?? 1;

/** Why a case can't join those chosen; nothing where it can. */
export function hindrance(task: Task, picked: readonly Task[]): string | undefined {
  const [first] = picked;
  if (!first || picked.includes(task)) return undefined;
  if (task.case.sector !== first.case.sector) return "领域不同，须另拟工作单";
  return picked.length >= MOST_CASES ? `一张工作单最多 ${MOST_CASES} 件` : undefined;
}

/** The work order on which a case stands that isn't dispatched yet: it can't join another one. */
export function standsOn({
  state,
  work_order: sheet,
}: Pick<Case, "state" | "work_order">): string | undefined {
  const waits = state === "awaiting_dispatch" || state === "under_coordination";
  return waits ? (sheet ?? undefined) : undefined;
}

export interface UnitLoad {
  id: string;
  name: string;
  total: number;
  red: number;
  amber: number;
}

/** The units that take part, in their order, with what each has in its hands. */
export function loadsOf(units: readonly Unit[], work: readonly WithUnit[]): UnitLoad[] {
  const byUnit = new Map(work.map((entry) => [entry.unit.id, entry]));
  return units
    .filter(({ closed }) => !closed)
    .map(({ id, name }) => {
      const { total = 0, red = 0, amber = 0 } = byUnit.get(id) ?? {};
      return { id, name, total, red, amber };
    });
}

/** Units whose name has what was typed. */
export function found(loads: readonly UnitLoad[], typed: string): readonly UnitLoad[] {
  const wanted = typed.replace(/\s/g, "");
  return wanted ? loads.filter(({ name }) => name.includes(wanted)) : loads;
}
