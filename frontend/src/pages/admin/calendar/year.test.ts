import { expect, it } from "vitest";
import { markOf, monthsOf, spoken, stretchesOf, stretchText } from "./year";
import type { Day } from "./year";

const DAY_MS = 86_400_000;
const day = (date: string, by: Partial<Day> = {}): Day => ({
  date,
  weekday: new Date(date).getUTCDay() || 7,
  working: true,
  reason: "working_day",
  reason_label: "",
  provisional: false,
  ...by,
});
const year = Array.from({ length: 365 }, (_, index) =>
  day(new Date(Date.UTC(2026, 0, 1) + index * DAY_MS).toISOString().slice(0, 10)),
);

it("lays the days of a year out in weeks", () => {
  const months = monthsOf(year);
  expect(months).toHaveLength(12);
  // 2026-01-01 is a Thursday.
  expect(months[0]?.weeks[0]?.map((cell) => cell?.date.slice(8) ?? "")).toEqual([
    "",
    "",
    "",
    "01",
    "02",
    "03",
    "04",
  ]);
  expect(months[1]?.weeks).toHaveLength(5);
  for (const { weeks } of months) for (const week of weeks) expect(week).toHaveLength(7);
  expect(months.flatMap(({ weeks }) => weeks.flat()).filter(Boolean)).toHaveLength(365);
});

it("marks and speaks what is out of the ordinary", () => {
  const off = day("2026-10-01", { working: false, reason: "holiday", holiday: "国庆节" });
  const worked = day("2026-10-10", { reason: "make_up_day", holiday: "国庆节" });
  expect([markOf(off), markOf(worked), markOf(day("2026-10-12"))]).toEqual(["休", "班", ""]);
  expect(spoken(off)).toBe("1日，国庆节，休息");
  expect(spoken(day("2026-10-12"))).toBe("12日，上班");
});

it("joins days in a row, over the end of a month too", () => {
  const days = ["2026-10-02", "2026-09-30", "2026-10-01", "2026-10-04"].map((date) => ({
    date,
    holiday: "国庆节",
  }));
  const stretches = stretchesOf([...days, { date: "2026-10-05", holiday: "中秋节" }]);
  expect(stretches.map(stretchText)).toEqual(["9月30日至10月2日，共3天", "10月4日", "10月5日"]);
});
