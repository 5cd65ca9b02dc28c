// The counts of the overview as lines of its parts, each with the list behind it.
import type { LocationQueryRaw } from "vue-router";
import type { Level, Light, Overview } from "@/api/types";
import { LEVEL_LABELS } from "@/pages/cases/filter";

/** So many, and in which light. */
export interface Counts {
  total: number;
  red: number;
  amber: number;
  green: number;
}

/** One line: what is counted, and the filter of the list of cases that shows just these. */
export interface Line extends Counts {
  key: string;
  label: string;
  filter: LocationQueryRaw;
}

type Label = (list: string, code: string) => string;

const counts = ({ total, red, amber, green }: Counts): Counts => ({ total, red, amber, green });

/** How a case of each level is worked (plan §4). */
const LEVEL_WAYS: Record<Level, string> = { 1: "一事一议", 2: "派发", 3: "当时办" };

/** By state, in the order of the flow. */
export const stateLines = ({ by_state }: Overview, label: Label): Line[] =>
  by_state.map((line) => ({
    ...counts(line),
    key: line.state,
    label: label("CaseState", line.state),
    filter: { state: line.state },
  }));

export const sectorLines = ({ by_sector }: Overview, label: Label): Line[] =>
  by_sector.map((line) => ({
    ...counts(line),
    key: line.sector,
    label: label("Sector", line.sector),
    filter: { sector: line.sector },
  }));

/** By level, the heaviest first. */
export const levelLines = ({ by_level }: Overview): Line[] =>
  by_level.flatMap(({ level, ...line }) =>
    level
      ? {
          ...counts(line),
          key: String(level),
          label: `${LEVEL_LABELS[level] ?? level}（${LEVEL_WAYS[level] ?? ""}）`,
          filter: { level: String(level) },
        }
      : [],
  );

/** Of those not accepted yet, which have no level, and of which there is no list. */
export function levelNote({ by_level }: Overview): string {
  const unaccepted = by_level.find(({ level }) => !level)?.total ?? 0;
  return unaccepted > 0 ? `另有 ${unaccepted} 件尚未受理，还没有级别。` : "";
}

/** By who holds them, the most overdue first, as the server orders them. */
export const holderLines = ({ by_holder }: Overview): Line[] =>
  by_holder.map((line) => ({
    ...counts(line),
    key: line.unit.id,
    label: line.unit.name,
    filter: { holder_unit: line.unit.id },
  }));

export interface Figure {
  key: string;
  label: string;
  count: number;
  filter: LocationQueryRaw;
  light?: Light;
  note?: string;
}

/** The figures that are read first. */
export const figuresOf = ({ open }: Overview, label: Label): Figure[] => [
  {
    key: "open",
    label: "未办结",
    count: open.total,
    filter: {},
    note: `其中不计期限 ${open.total - open.red - open.amber - open.green} 件`,
  },
  ...(["red", "amber", "green"] as const).map((light) => ({
    key: light,
    label: label("Light", light),
    count: open[light],
    filter: { light },
    light,
  })),
];

/** What a line says beside its total, for eyes and ears. */
export const noteOf = ({ red, amber }: Counts): string =>
  [red > 0 && `超期 ${red}`, amber > 0 && `临近 ${amber}`].filter(Boolean).join("，");
