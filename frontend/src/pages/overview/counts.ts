// The counts of the overview as lines of its parts, each with the list behind it.
import type { LocationQueryRaw } from "vue-router";
import type { Level, Light, Overview } from "@/api/types";

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
  /** None where the list can't be narrowed to them. */
  filter: LocationQueryRaw | null;
}

type Label = (list: string, code: string) => string;

const counts = ({ total, red, amber, green }: Counts): Counts => ({ total, red, amber, green });

const LEVELS: Record<Level, string> = {
  1: "一级响应（一事一议）",
  2: "二级响应（派发）",
  3: "三级响应（当时办）",
};

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

/** By level, the heaviest first; those not accepted yet have none. */
export const levelLines = ({ by_level }: Overview): Line[] =>
  by_level.map((line) => ({
    ...counts(line),
    key: String(line.level ?? "none"),
    label: line.level ? (LEVELS[line.level] ?? `${line.level} 级响应`) : "尚未受理",
    filter: line.level ? { level: String(line.level) } : null,
  }));

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
