// The list as a file: all that the filter finds, page by page.
import { api } from "@/api/client";
import { dataOf } from "@/api/problem";
import type { CaseSummary } from "@/api/types";
import { instantText } from "@/lib/time";
import { COLUMN_LABELS, textOf } from "./columns";
import type { ChoosableColumn } from "./columns";
import { questionOf } from "./filter";
import type { CaseFilter } from "./filter";

/** What a page of the list costs is asked for at most so often. */
export const MOST_ROWS = 5000;
const PAGE_ROWS = 200;

/** Reads them all, and says how far it is; stops where the signal says so. */
export async function readAll(
  filter: CaseFilter,
  signal: AbortSignal,
  progress: (read: number, total: number) => void,
): Promise<CaseSummary[]> {
  const rows: CaseSummary[] = [];
  let cursor: string | undefined;
  do {
    const query = questionOf(filter, cursor, PAGE_ROWS);
    const page = await dataOf(api.GET("/api/v1/cases", { params: { query }, signal }));
    rows.push(...page.items);
    cursor = page.next_cursor ?? undefined;
    progress(Math.min(rows.length, MOST_ROWS), Math.min(page.total ?? rows.length, MOST_ROWS));
  } while (cursor && rows.length < MOST_ROWS);
  return rows.slice(0, MOST_ROWS);
}

interface Sheet {
  rows: readonly CaseSummary[];
  columns: readonly ChoosableColumn[];
  label: (list: string, code: string | null | undefined) => string;
  /** What was asked, in words. */
  query: string;
  at: Date;
}

/** The rows of the file: what was asked and when, the heads of the columns, the cases. */
export function sheetOf({ rows, columns, label, query, at }: Sheet): string[][] {
  return [
    [`查询条件：${query}；导出时间：${instantText(at.toISOString())}；共 ${rows.length} 件`],
    ["编号", "事项", "反映人类别", "反映人", ...columns.map((column) => COLUMN_LABELS[column])],
    ...rows.map((row) => [
      row.number,
      row.matter_name,
      label("ReporterKind", row.reporter.kind),
      row.reporter.name ?? "",
      ...columns.map((column) => textOf(row, column, label)),
    ]),
  ];
}
