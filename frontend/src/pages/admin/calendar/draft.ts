// A year's arrangement while a notice on it is entered: what earlier notices ordered, and what this one does.
import type { components } from "@/api/schema";
import { readNotice } from "./notice";

type Schemas = components["schemas"];
export type Arrangement = Schemas["CalendarYear"];
export type HolidayKind = Schemas["HolidayKind"];
type Day = Schemas["CalendarDay"];

/** A day off or a make-up day; of the notice that is entered where it names none. */
export interface DraftDay {
  date: string;
  holiday: string;
  notice?: string | undefined;
}
export interface DraftDayOff extends DraftDay {
  kind: HolidayKind;
}

export interface Draft {
  notice: { issuer: Schemas["Issuer"]; title: string; number: string; dated: string };
  off: DraftDayOff[];
  worked: DraftDay[];
}

/** What a draft is made on. */
export interface Ground {
  year: number;
  earlier: Arrangement | null;
  /** The days that are off by the law itself. */
  lawful: ReadonlySet<string>;
}

export function groundOf({ year, arrangement, days }: Schemas["Calendar"]): Ground {
  const statutory = (arrangement?.days_off ?? []).filter(({ kind }) => kind === "statutory");
  const byLaw = days.filter((day: Day) => day.reason === "holiday" && !day.notice);
  return {
    year,
    earlier: arrangement ?? null,
    lawful: new Set([...statutory, ...byLaw].map(({ date }) => date)),
  };
}

const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : 1);

/** The draft before anything was entered: what holds already. */
export function newDraft({ earlier }: Ground): Draft {
  return {
    notice: { issuer: "state_council", title: "", number: "", dated: "" },
    off: earlier?.days_off.map((day) => ({ ...day })) ?? [],
    worked: earlier?.make_up_days.map(({ date, for: holiday, notice }) => ({ date, holiday, notice })) ?? [],
  };
}

const DAY_MS = 86_400_000;
/** No stretch is longer; a slip of the hand is not a thousand days. */
const LONGEST = 60;

/** The days from the first to the last, as far as they lie in the year. */
export function daysBetween(first: string, last: string, year: number): string[] {
  const begin = Date.parse(first);
  const count = Math.round((Date.parse(last) - begin) / DAY_MS) + 1;
  if (!(count >= 1 && count <= LONGEST)) return [];
  return Array.from({ length: count }, (_, index) =>
    new Date(begin + index * DAY_MS).toISOString().slice(0, 10),
  ).filter((date) => Number(date.slice(0, 4)) === year);
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());

/** What kind of day off it most likely is; it can be mended. */
function kindOf(date: string, { notice }: Draft, { lawful }: Ground): HolidayKind {
  if (notice.issuer === "district") return "district";
  if (lawful.has(date)) return "statutory";
  return isWeekend(date) ? "weekend" : "adjusted_rest";
}

/** Days off are added, in place of what was known of them. */
export function withDaysOff(draft: Draft, ground: Ground, holiday: string, dates: readonly string[]): Draft {
  const kept = draft.off.filter(({ date }) => !dates.includes(date));
  const added = dates.map((date) => ({ date, holiday, kind: kindOf(date, draft, ground) }));
  return { ...draft, off: [...kept, ...added].sort(byDate) };
}

export function withWorked(draft: Draft, holiday: string, dates: readonly string[]): Draft {
  const kept = draft.worked.filter(({ date }) => !dates.includes(date));
  return { ...draft, worked: [...kept, ...dates.map((date) => ({ date, holiday }))].sort(byDate) };
}

/** The issuer decides of which kind the days of this notice can be. */
export function withIssuer(draft: Draft, ground: Ground, issuer: Draft["notice"]["issuer"]): Draft {
  const next = { ...draft, notice: { ...draft.notice, issuer } };
  return {
    ...next,
    off: next.off.map((day) => (day.notice ? day : { ...day, kind: kindOf(day.date, next, ground) })),
  };
}

/** The whole arrangement as the server takes it. */
export function arrangementOf({ notice, off, worked }: Draft, { year, earlier }: Ground): Arrangement {
  const own = notice.number.trim();
  return {
    year,
    notices: [...(earlier?.notices ?? []), { ...notice, number: own, title: notice.title.trim() }],
    days_off: off.map(({ date, holiday, kind, notice: by }) => ({ date, holiday, kind, notice: by ?? own })),
    make_up_days: worked.map(({ date, holiday, notice: by }) => ({ date, for: holiday, notice: by ?? own })),
  };
}

/** What was pasted, as a draft; null where nothing could be made of it. */
export function pasted(text: string, draft: Draft, ground: Ground): Draft | null {
  return text.trim().startsWith("{") ? fromJson(text, draft) : fromNotice(text, draft, ground);
}

function fromNotice(text: string, draft: Draft, ground: Ground): Draft | null {
  const { title, number, dated, off, worked } = readNotice(text, ground.year);
  if (off.length === 0 && worked.length === 0) return null;
  let next: Draft = { ...draft, notice: { issuer: "state_council", title, number, dated } };
  for (const { holiday, first, last } of off) {
    next = withDaysOff(next, ground, holiday, daysBetween(first, last, ground.year));
  }
  for (const { date, holiday } of worked) {
    next = withWorked(next, holiday, daysBetween(date, date, ground.year));
  }
  return next;
}

/** A whole year's arrangement as the API has it; its last notice is the one that is entered. */
function fromJson(text: string, draft: Draft): Draft | null {
  try {
    const { notices, days_off, make_up_days } = JSON.parse(text) as Arrangement;
    const last = notices[notices.length - 1];
    if (!last) return null;
    const own = (notice: string): string | undefined => (notice === last.number ? undefined : notice);
    return {
      notice: { ...draft.notice, ...last },
      off: days_off.map((day) => ({ ...day, notice: own(day.notice) })).sort(byDate),
      worked: make_up_days
        .map(({ date, for: holiday, notice }) => ({ date, holiday, notice: own(notice) }))
        .sort(byDate),
    };
  } catch {
    return null;
  }
}
