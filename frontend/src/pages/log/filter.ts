// What the log shows, as the address says it: the names are the API's own.
import type { LocationQuery } from "vue-router";
import type { operations } from "@/api/schema";

export type LogQuery = NonNullable<operations["list_events"]["parameters"]["query"]>;

export const FILTERS = ["number", "noun", "type", "user", "role", "unit", "from", "to"] as const;
export type FilterName = (typeof FILTERS)[number];
export type LogFilter = Record<FilterName, string>;

export const FILTER_LABELS: Record<FilterName, string> = {
  number: "编号",
  noun: "对象",
  type: "事件",
  user: "人员",
  role: "岗位",
  unit: "单位",
  from: "自",
  to: "至",
};

export function filterOf(query: LocationQuery): LogFilter {
  const entries = FILTERS.map((name) => {
    const value = query[name];
    return [name, typeof value === "string" ? value : ""];
  });
  return Object.fromEntries(entries) as LogFilter;
}

/** Only what is filtered by is written: into the address, or into the question to the API. */
export const given = (filter: LogFilter): Partial<LogFilter> =>
  Object.fromEntries(FILTERS.filter((name) => filter[name]).map((name) => [name, filter[name]]));

/** The question to the API; the server knows its words: a wrong one is its to refuse. */
export const questionOf = (filter: LogFilter, limit: number, cursor?: string): LogQuery => ({
  ...(given(filter) as LogQuery),
  limit,
  ...(cursor ? { cursor } : {}),
});
