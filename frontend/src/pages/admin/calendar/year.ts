// A year of the calendar as months and as what is out of the ordinary in it.
import type { components } from "@/api/schema";

export type Day = components["schemas"]["CalendarDay"];

export interface Month {
  number: number;
  /** Weeks from Monday to Sunday; nothing where a day belongs to another month. */
  weeks: (Day | null)[][];
}

const LENGTH = 7;

/** The twelve months of the days of a year. */
export function monthsOf(days: readonly Day[]): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const number = index + 1;
    const own = days.filter(({ date }) => Number(date.slice(5, 7)) === number);
    const cells: (Day | null)[] = [...Array<null>((own[0]?.weekday ?? 1) - 1).fill(null), ...own];
    while (cells.length % LENGTH > 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / LENGTH }, (_, week) =>
      cells.slice(week * LENGTH, (week + 1) * LENGTH),
    );
    return { number, weeks };
  });
}

/** What is out of the ordinary: a holiday, or a weekend day that is worked. */
export type Mark = "休" | "班" | "";

export function markOf({ reason }: Day): Mark {
  if (reason === "holiday") return "休";
  return reason === "make_up_day" ? "班" : "";
}

/** A day for whoever can't see its colour: `1日，国庆节，休息`. */
export function spoken(day: Day): string {
  const number = Number(day.date.slice(8));
  return [`${number}日`, day.holiday, day.working ? "上班" : "休息"].filter(Boolean).join("，");
}

/** A stretch of days of one holiday, or of days made up for one. */
export interface Stretch {
  holiday: string;
  first: string;
  last: string;
  length: number;
}

const DAY_MS = 86_400_000;
const follows = (before: string, day: string): boolean => Date.parse(day) - Date.parse(before) === DAY_MS;

/** Days of the same name in a row become one stretch. */
export function stretchesOf(days: readonly { date: string; holiday: string }[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { date, holiday } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const open = stretches[stretches.length - 1];
    if (open?.holiday === holiday && follows(open.last, date)) {
      open.last = date;
      open.length += 1;
    } else {
      stretches.push({ holiday, first: date, last: date, length: 1 });
    }
  }
  return stretches;
}

const short = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** `10月1日至10月8日，共8天`. */
export const stretchText = ({ first, last, length }: Stretch): string =>
  length === 1 ? short(first) : `${short(first)}至${short(last)}，共${length}天`;
