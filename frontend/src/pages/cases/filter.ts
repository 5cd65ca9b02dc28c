// What the list of cases shows, as the address says it.
import type { LocationQuery, LocationQueryRaw } from "vue-router";
import type { operations } from "@/api/schema";

type CaseQuery = NonNullable<operations["list_cases"]["parameters"]["query"]>;

export type Progress = "open" | "closed" | "all";
export type Order = NonNullable<CaseQuery["sort"]>;

/** What may be asked besides; called the same in the address and by the API. */
export const CRITERIA = [
  "q",
  "state",
  "sector",
  "light",
  "level",
  "channel",
  "outcome",
  "holder_unit",
  "main_unit",
  "source_unit",
  "needs_municipal_coordination",
  "accepted_from",
  "accepted_to",
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Empty is what isn't asked. The server knows its words: a wrong one is its to refuse. */
export type CaseFilter = { progress: Progress; sort: Order } & Record<Criterion, string>;

export const PAGE_SIZE = 20;
/** The server looks for no less. */
export const SHORTEST_TEXT = 2;

const ORDERS: readonly Order[] = ["due", "accepted"];
export const isOrder = (word: string): word is Order => ORDERS.some((order) => order === word);

const PROGRESSES: readonly Progress[] = ["open", "closed", "all"];

const text = (value: LocationQuery[string] | undefined): string => (typeof value === "string" ? value : "");

const oneOf = <T extends string>(value: string, words: readonly T[], otherwise: T): T =>
  words.find((word) => word === value) ?? otherwise;

/** Open cases come by what is due first, closed ones have nothing due. */
const usualOrder = (progress: Progress): Order => (progress === "open" ? "due" : "accepted");

/** The filter of an address. What is not understood falls back to what is usual. */
export function filterOf(query: LocationQuery): CaseFilter {
  const criteria = Object.fromEntries(CRITERIA.map((name) => [name, text(query[name]).trim()])) as Record<
    Criterion,
    string
  >;
  criteria.needs_municipal_coordination = oneOf(criteria.needs_municipal_coordination, ["true", "false"], "");
  const onlyClosed = criteria.state === "closed" || criteria.outcome !== "";
  const progress = oneOf(text(query.progress), PROGRESSES, onlyClosed ? "closed" : "open");
  return { ...criteria, progress, sort: oneOf(text(query.sort), ORDERS, usualOrder(progress)) };
}

/** The address of a filter: only what is unusual is written. */
export function addressOf(filter: CaseFilter): LocationQueryRaw {
  const query: LocationQueryRaw = {};
  if (filter.progress !== "open") query.progress = filter.progress;
  for (const name of CRITERIA) if (filter[name]) query[name] = filter[name];
  if (filter.sort !== usualOrder(filter.progress)) query.sort = filter.sort;
  return query;
}

/** The question to the API; the page that begins at `cursor`, so many at once. */
export function questionOf(filter: CaseFilter, cursor?: string, limit = PAGE_SIZE): CaseQuery {
  const asked = CRITERIA.filter((name) => filter[name] !== "").map((name) => [name, filter[name]]);
  return {
    ...(Object.fromEntries(asked) as CaseQuery),
    ...(filter.level ? { level: Number(filter.level) } : {}),
    ...(filter.needs_municipal_coordination
      ? { needs_municipal_coordination: filter.needs_municipal_coordination === "true" }
      : {}),
    ...(filter.progress === "all" ? {} : { open: filter.progress === "open" }),
    sort: filter.sort,
    limit,
    count: true,
    ...(cursor ? { cursor } : {}),
  };
}

/** The filter after a change by hand, never a contradiction. */
export function changed(filter: CaseFilter, change: Partial<CaseFilter>): CaseFilter {
  const next = { ...filter, ...change };
  if (change.state && change.state !== filter.state)
    next.progress = change.state === "closed" ? "closed" : "open";
  else if (change.outcome) next.progress = "closed";
  else if (change.light) next.progress = "open";
  const open = next.progress === "open";
  if (next.progress !== "all" && next.state && (next.state === "closed") === open) next.state = "";
  if (open) next.outcome = "";
  if (next.progress === "closed") next.light = "";
  if (next.progress !== filter.progress && !change.sort) next.sort = usualOrder(next.progress);
  return next;
}

/** Nothing but what is usual. */
export const usualFilter = (): CaseFilter => filterOf({});

/** Whether anything is asked besides whether cases are closed. */
export const isNarrowed = (filter: CaseFilter): boolean => CRITERIA.some((name) => filter[name] !== "");

/** Whether units are asked for, which are to be called by their names. */
export const namesUnit = ({ holder_unit, main_unit, source_unit }: CaseFilter): boolean =>
  Boolean(holder_unit || main_unit || source_unit);

const LABELS: Record<Criterion, string> = {
  q: "关键词",
  state: "状态",
  sector: "领域",
  light: "时限",
  level: "响应级别",
  channel: "受理途径",
  outcome: "办理结果",
  holder_unit: "经办单位",
  main_unit: "主办单位",
  source_unit: "来源单位",
  needs_municipal_coordination: "市级协调",
  accepted_from: "受理日期起",
  accepted_to: "受理日期止",
};
export const PROGRESS_LABELS: Record<Progress, string> = { open: "未办结", closed: "已办结", all: "全部" };
export const ORDER_LABELS: Record<Order, string> = { due: "按办理期限", accepted: "按受理时间" };
export const MUNICIPAL_LABELS: Record<string, string> = { true: "需要市级协调", false: "不需要" };
/** The heaviest is 1. */
export const LEVEL_LABELS: Record<string, string> = { 3: "三级响应", 2: "二级响应", 1: "一级响应" };

const LISTS: Partial<Record<Criterion, string>> = {
  state: "CaseState",
  sector: "Sector",
  light: "Light",
  channel: "Channel",
  outcome: "Outcome",
};
/** The list of words of a criterion in the dictionary. */
export const listOf = (name: Criterion): string => LISTS[name] ?? "";

/** A criterion as it is read. */
export interface Told {
  name: Criterion;
  label: string;
  value: string;
}

interface Words {
  label: (list: string, code: string) => string;
  unit: (id: string) => string;
}

/** What is asked, in words. */
export function told(filter: CaseFilter, { label, unit }: Words): Told[] {
  const valueOf = (name: Criterion): string => {
    const value = filter[name];
    if (LISTS[name])
      return value
        .split(",")
        .map((code) => label(listOf(name), code))
        .join("、");
    if (name === "level") return LEVEL_LABELS[value] ?? value;
    if (name === "needs_municipal_coordination") return MUNICIPAL_LABELS[value] ?? value;
    return name.endsWith("_unit") ? unit(value) : value;
  };
  return CRITERIA.filter((name) => filter[name] !== "").map((name) => ({
    name,
    label: LABELS[name],
    value: valueOf(name),
  }));
}

/** The whole question in one line, for paper and for a file. */
export function toldInLine(filter: CaseFilter, words: Words): string {
  const criteria = told(filter, words).map(({ label, value }) => `${label}：${value}`);
  return [PROGRESS_LABELS[filter.progress], ...criteria, ORDER_LABELS[filter.sort]].join("；");
}

/** What the labels of criteria are. */
export const labelOf = (name: Criterion): string => LABELS[name];
