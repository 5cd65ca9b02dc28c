// Instants and days as people here read them: always Asia/Shanghai, wherever the browser is.

const PARTS = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `2021-09-01T01:10:00Z` → `2021-09-01 09:10`. */
export function instantText(instant: string): string {
  const part: Record<string, string> = {};
  for (const { type, value } of PARTS.formatToParts(new Date(instant))) part[type] = value;
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** The day of an instant: `2021-09-01`. */
export const dayOf = (instant: string): string => instantText(instant).slice(0, 10);

/** `2021-09-08` → `2021-09-08 周三`. */
export function dayText(day: string): string {
  const weekday = "日一二三四五六".charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
  return `${day} 周${weekday}`;
}
