// Every link of the SPA is made here.
import type { LocationQueryRaw, RouteLocationRaw } from "vue-router";

/** The sign-in page, which leads on to `next`. */
export const toSignIn = (next?: string): RouteLocationRaw => ({
  path: "/login",
  query: next === undefined || next === toHome() ? {} : { next },
});

export const toHome = (): string => "/cases";

export const toCases = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/cases", query });

export const toCase = (id: string): string => `/cases/${encodeURIComponent(id)}`;
