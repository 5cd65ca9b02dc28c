// Saved views as the server keeps them: what stands after `?` in the address of the list.
import type { LocationQueryRaw } from "vue-router";
import { addressOf, filterOf } from "./filter";

/** The view of an address; the usual list has words of its own, as a view can't be empty. */
export function viewOf(address: LocationQueryRaw): string {
  const words = new URLSearchParams(address as Record<string, string>).toString();
  return words || "progress=open";
}

/** The address of a view, read as any address is. */
export const queryOfView = (view: string): LocationQueryRaw =>
  addressOf(filterOf(Object.fromEntries(new URLSearchParams(view))));

/** The name of the view that an address shows, if it is one. */
export function nameOfView(
  views: readonly { name: string; query: string }[],
  address: LocationQueryRaw,
): string | undefined {
  const now = viewOf(address);
  return views.find(({ query }) => viewOf(queryOfView(query)) === now)?.name;
}
