// Every link of the SPA is made here.
import type { LocationQueryRaw, RouteLocationRaw } from "vue-router";

/** The sign-in page, which leads on to `next`. */
export const toSignIn = (next?: string): RouteLocationRaw => ({
  path: "/login",
  query: next === undefined || next === toHome() ? {} : { next },
});

/** Where the day begins: which page that is depends on the role. */
export const toHome = (): string => "/";

export const toPassword = (): string => "/password";

export const toTodo = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/todo", query });

export const toNotices = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/notices", query });

export const toNewCase = (): string => "/cases/new";

export const toCases = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/cases", query });

/** A case; `do` opens it at an action. */
export const toCase = (id: string, query: { do?: string } = {}): RouteLocationRaw => ({
  path: `/cases/${encodeURIComponent(id)}`,
  query,
});

/** The dispatch board: with cases chosen, or with a work order to go on with. */
export const toDispatch = (
  query: { case?: string; cases?: string; sheet?: string } = {},
): RouteLocationRaw => ({
  path: "/dispatch",
  query,
});

/** The desk for verification and callbacks; `kind` is the queue. */
export const toVerify = (query: { case?: string; kind?: string } = {}): RouteLocationRaw => ({
  path: "/verify",
  query,
});

export const toWorkOrders = (query: LocationQueryRaw = {}): RouteLocationRaw => ({
  path: "/work-orders",
  query,
});

export const toWorkOrder = (id: string): string => `/work-orders/${encodeURIComponent(id)}`;

/** A work order as paper; `now` opens the browser's print dialog at once. */
export const toWorkOrderPrint = (id: string, now = false): RouteLocationRaw => ({
  path: `${toWorkOrder(id)}/print`,
  query: now ? { now: "1" } : {},
});

export const toMeetings = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/meetings", query });

/** A meeting; `do` opens it at an action, of a case of its agenda where the action is about one. */
export const toMeeting = (id: string, query: { do?: string; case?: string } = {}): RouteLocationRaw => ({
  path: `/meetings/${encodeURIComponent(id)}`,
  query,
});

/** A meeting's agenda on the screen in the room, case by case. */
export const toPresentation = (id: string, caseId?: string): RouteLocationRaw => ({
  path: `/meetings/${encodeURIComponent(id)}/present`,
  query: caseId === undefined ? {} : { case: caseId },
});

export const toMinutes = (id: string): string => `/meetings/${encodeURIComponent(id)}/minutes`;

/** Where a reporter looks up a case; the code is never part of an address. */
export const toProgress = (number?: string): RouteLocationRaw => ({
  path: "/progress",
  query: number === undefined ? {} : { number },
});

export const toPolicyIssues = (query: LocationQueryRaw = {}): RouteLocationRaw => ({
  path: "/policy-issues",
  query,
});

/** A policy issue; `do` opens it at an action. */
export const toPolicyIssue = (id: string, query: { do?: string } = {}): RouteLocationRaw => ({
  path: `/policy-issues/${encodeURIComponent(id)}`,
  query,
});

export const toLog = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/log", query });
export const toUsers = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/admin/users", query });

export const toUser = (id: string): string => `/admin/users/${encodeURIComponent(id)}`;

export const toNewUser = (query: { unit?: string } = {}): RouteLocationRaw => ({
  path: "/admin/users/new",
  query,
});

export const toUnits = (query: LocationQueryRaw = {}): RouteLocationRaw => ({ path: "/admin/units", query });

export const toUnit = (id: string): string => `/admin/units/${encodeURIComponent(id)}`;

export const toCalendar = (query: LocationQueryRaw = {}): RouteLocationRaw => ({
  path: "/admin/calendar",
  query,
});

/** Entering a notice on the days of a year. */
export const toCalendarImport = (year: number): RouteLocationRaw => ({
  path: "/admin/calendar/import",
  query: { year: String(year) },
});
