// What the list of cases shows, as the address says it.
import type { LocationQuery, LocationQueryRaw } from "vue-router";
import type { operations } from "@/api/schema";
import type { CaseState, Sector } from "@/api/types";

type CaseQuery = NonNullable<operations["list_cases"]["parameters"]["query"]>;

export type Progress = "open" | "closed" | "all";
export type Order = NonNullable<CaseQuery["sort"]>;

export interface CaseFilter {
  progress: Progress;
  state: CaseState | "";
  sector: Sector | "";
  /** In whose hands. */
  holderUnit: string;
  sort: Order;
}

export const PAGE_SIZE = 20;

const text = (value: LocationQuery[string] | undefined): string => (typeof value === "string" ? value : "");

const oneOf = <T extends string>(value: string, words: readonly T[], otherwise: T): T =>
  words.find((word) => word === value) ?? otherwise;

/** Open cases come by what is due first, closed ones have nothing due. */
const usualOrder = (progress: Progress): Order => (progress === "open" ? "due" : "accepted");

/** The filter of an address. What is not understood falls back to what is usual. */
export function filterOf(query: LocationQuery): CaseFilter {
  const progress = oneOf<Progress>(text(query.progress), ["open", "closed", "all"], "open");
  return {
    progress,
    // The server knows its words: a wrong one is its to refuse.
    state: text(query.state) as CaseFilter["state"],
    sector: text(query.sector) as CaseFilter["sector"],
    holderUnit: text(query.holder_unit),
    sort: oneOf(text(query.sort), ["due", "accepted"], usualOrder(progress)),
  };
}

/** The address of a filter: only what is unusual is written. */
export function addressOf(filter: CaseFilter): LocationQueryRaw {
  const query: LocationQueryRaw = {};
  if (filter.progress !== "open") query.progress = filter.progress;
  if (filter.state) query.state = filter.state;
  if (filter.sector) query.sector = filter.sector;
  if (filter.holderUnit) query.holder_unit = filter.holderUnit;
  if (filter.sort !== usualOrder(filter.progress)) query.sort = filter.sort;
  return query;
}

/** The question to the API, for the page that begins at `cursor`. */
export function questionOf(filter: CaseFilter, cursor?: string): CaseQuery {
  return {
    sort: filter.sort,
    limit: PAGE_SIZE,
    count: true,
    ...(filter.progress === "all" ? {} : { open: filter.progress === "open" }),
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.sector ? { sector: filter.sector } : {}),
    ...(filter.holderUnit ? { holder_unit: filter.holderUnit } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The filter after a change by hand, never a contradiction. */
export function changed(filter: CaseFilter, change: Partial<CaseFilter>): CaseFilter {
  const next = { ...filter, ...change };
  if (change.state && change.state !== filter.state)
    next.progress = change.state === "closed" ? "closed" : "open";
  else if (change.progress && (next.state === "closed") !== (change.progress === "closed")) next.state = "";
  if (next.progress !== filter.progress) next.sort = usualOrder(next.progress);
  return next;
}
