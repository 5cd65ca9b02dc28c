// What the list of work orders shows, as the address says it.
import type { LocationQuery, LocationQueryRaw } from "vue-router";
import type { operations } from "@/api/schema";
import type { SheetState } from "@/api/types";

type SheetQuery = NonNullable<operations["list_work_orders"]["parameters"]["query"]>;

export interface SheetFilter {
  state: SheetState | "";
  mainUnit: string;
}

export const PAGE_SIZE = 20;

const text = (value: LocationQuery[string] | undefined): string => (typeof value === "string" ? value : "");

/** The filter of an address. The server knows its words: a wrong one is its to refuse. */
export const filterOf = (query: LocationQuery): SheetFilter => ({
  state: text(query.state) as SheetFilter["state"],
  mainUnit: text(query.main_unit),
});

/** The address of a filter, from the first page: only what is unusual is written. */
export function addressOf({ state, mainUnit }: SheetFilter): LocationQueryRaw {
  return { ...(state ? { state } : {}), ...(mainUnit ? { main_unit: mainUnit } : {}) };
}

/** The question to the API. */
export function questionOf({ state, mainUnit }: SheetFilter, cursor: string | undefined): SheetQuery {
  return {
    limit: PAGE_SIZE,
    ...(state ? { state } : {}),
    ...(mainUnit ? { main_unit: mainUnit } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
