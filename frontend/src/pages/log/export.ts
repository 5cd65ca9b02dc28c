// The log as a table in a file: all that the filter shows, page after page.
import { api } from "@/api/client";
import type { Dictionary } from "@/api/dictionary";
import { dataOf } from "@/api/problem";
import type { LogItem } from "@/api/types";
import { instantText } from "@/lib/time";
import { NOBODY } from "@/pages/history/texts";
import { FILTER_LABELS, FILTERS, questionOf } from "./filter";
import type { FilterName, LogFilter } from "./filter";

const PAGE = 200;
/** More than that no spreadsheet is for; a narrower filter is. */
export const MOST = 5000;

/** Reads all that the filter shows, telling how far it is; `cut` where there was more than fits. */
export async function readAll(
  filter: LogFilter,
  tell: (read: number) => void,
): Promise<{ items: LogItem[]; cut: boolean }> {
  const items: LogItem[] = [];
  let cursor: string | undefined;
  do {
    const query = questionOf(filter, PAGE, cursor);
    const page = await dataOf(api.GET("/api/v1/audit/events", { params: { query } }));
    items.push(...page.items);
    tell(items.length);
    cursor = page.next_cursor ?? undefined;
  } while (cursor && items.length < MOST);
  return { items, cut: cursor !== undefined };
}

/** Who did it, in which post. */
export const actorOf = ({ by }: LogItem): string => by.name ?? NOBODY[by.id] ?? by.id;

const LISTS: Partial<Record<FilterName, string>> = { noun: "Noun", type: "EventType", role: "Role" };

/** By what the log was filtered, in words. */
function conditionsOf(filter: LogFilter, label: Dictionary["label"]): string {
  const told = FILTERS.filter((name) => filter[name]).map((name) => {
    const list = LISTS[name];
    return `${FILTER_LABELS[name]} ${list ? label(list, filter[name]) : filter[name]}`;
  });
  return told.join("、") || "全部";
}

/** The rows of the file: what was asked and when, the heads of the columns, the events. */
export const sheetOf = (
  items: readonly LogItem[],
  filter: LogFilter,
  at: Date,
  label: Dictionary["label"],
): string[][] => [
  [
    `筛选条件：${conditionsOf(filter, label)}；导出时间：${instantText(at.toISOString())}；共 ${items.length} 条`,
  ],
  ["序号", "时间", "对象", "编号", "对象标识", "第几步", "事件", "人员", "岗位", "单位", "哈希"],
  ...items.map((item) => [
    String(item.log_index),
    instantText(item.at),
    label("Noun", item.noun),
    item.number ?? "",
    item.id,
    String(item.seq),
    item.label,
    actorOf(item),
    label("Role", item.by.role),
    item.by.unit?.name ?? "",
    item.hash,
  ]),
];
