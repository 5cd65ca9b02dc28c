// The columns that the list of cases can have, and what stands in each as plain text.
import type { CaseSummary } from "@/api/types";
import { dayOf, dayText } from "@/lib/time";
import type { Column } from "@/ui/DataTable.vue";
import { isOrder, LEVEL_LABELS } from "./filter";
import type { Order } from "./filter";

export const CHOOSABLE = [
  "sector",
  "state",
  "level",
  "holder",
  "main",
  "due",
  "accepted",
  "closed",
  "channel",
  "source",
  "cause",
  "municipal",
] as const;
export type ChoosableColumn = (typeof CHOOSABLE)[number];

export const USUAL: readonly ChoosableColumn[] = ["sector", "state", "holder", "due", "accepted"];

/** Of cases that the unit has left, also when. */
export type ShownColumn = ChoosableColumn | "left";

export const COLUMN_LABELS: Record<ShownColumn, string> = {
  sector: "领域",
  state: "状态",
  level: "响应级别",
  holder: "现由谁经办",
  main: "主办单位",
  due: "办理期限",
  accepted: "受理日期",
  closed: "办结日期",
  channel: "受理途径",
  source: "来源单位",
  cause: "成因",
  municipal: "需市级协调",
  left: "移出本单位",
};

const TIGHT: readonly ShownColumn[] = ["sector", "state", "level", "accepted", "closed", "municipal", "left"];

/**
 * The columns as the table takes them: number and matter first, whatever is chosen. Without an order the list
 * has one of its own.
 */
export function columnsOf(chosen: readonly ShownColumn[], sort: Order | undefined): Column[] {
  return [
    { key: "number", label: "编号", tight: true },
    { key: "matter", label: "事项", heading: true },
    ...chosen.map((key): Column => ({
      key,
      label: COLUMN_LABELS[key],
      tight: TIGHT.includes(key),
      // Where there is little room, what the list is ordered by stays.
      extra: key === "sector" || (key === "accepted" && sort !== "accepted"),
      sorted: key !== sort ? undefined : sort === "due" ? "ascending" : "descending",
      sortable: sort && isOrder(key),
    })),
  ];
}

type Label = (list: string, code: string | null | undefined) => string;

const day = (instant: string | null | undefined): string => (instant ? dayOf(instant) : "");

/** What stands in a column, as text. */
export function textOf(row: CaseSummary, column: ShownColumn, label: Label): string {
  switch (column) {
    case "sector":
      return label("Sector", row.sector);
    case "state":
      return [label("CaseState", row.state), label("Outcome", row.outcome)].filter(Boolean).join("：");
    case "level":
      return row.level ? (LEVEL_LABELS[row.level] ?? "") : "";
    case "holder":
      return row.holder_unit?.name ?? "";
    case "main":
      return row.main_unit?.name ?? "";
    case "due":
      return [row.due_date && dayText(row.due_date), label("Light", row.light), row.provisional && "暂定"]
        .filter(Boolean)
        .join(" ");
    case "accepted":
      return day(row.accepted_at);
    case "closed":
      return day(row.closed_at);
    case "channel":
      return label("Channel", row.channel);
    case "source":
      return row.source_unit.name;
    case "cause":
      return label("Cause", row.cause);
    case "municipal":
      return row.needs_municipal_coordination ? "是" : "";
    case "left":
      return day(row.read_until);
  }
}
