import { expect, it } from "vitest";
import { BODIES } from "@/api/bodies";
import type { Names } from "@/api/names";
import type { HistoryItem } from "@/api/types";
import { changedAt, factsOf, GROUPS, limitsText, valueText } from "./settings";

const all = GROUPS.flatMap(({ settings }) => settings);
const setting = (name: string): (typeof all)[number] => all.find((one) => one.name === name) as never;
const event = (at: string, data: object): HistoryItem => ({ at, data }) as HistoryItem;

const names: Names = { label: (list, code) => `${list}.${code ?? ""}`, unit: (id) => `单位 ${id ?? ""}` };

it("has every setting that can be changed once", () => {
  const names = Object.keys(BODIES.ChangeSettings ?? {}).flatMap(
    (path) => /^values\.(.+)/.exec(path)?.[1] ?? [],
  );
  expect(all.map(({ name }) => name).sort()).toEqual(names.sort());
});

it("says values and limits in words", () => {
  expect(valueText(setting("main_days"), 5, names)).toBe("5 个工作日");
  expect(valueText(setting("holiday_friday"), "next", names)).toBe("顺延到后一个工作日");
  expect(valueText(setting("online_hall_unit"), "qzwfwj", names)).toBe("单位 qzwfwj");
  expect(valueText(setting("online_hall_unit"), null, names)).toBe("政务服务牵头部门");
  expect(valueText(setting("online_hall_sector"), "business_service", names)).toBe("Sector.business_service");
  expect(limitsText(setting("main_days"))).toBe("1 至 60");
  expect(limitsText(setting("holiday_friday"))).toBe("");
});

it("tells what was changed, and when last", () => {
  const history = [
    event("2021-09-01", { main_days: 7, co_days: null }),
    event("2021-09-02", { main_days: 5, max_returns: 1 }),
  ];
  expect(history[0] && factsOf(history[0], names)).toEqual([{ label: "主办期限", value: "7 个工作日" }]);
  expect(changedAt(history)).toEqual({ main_days: "2021-09-02", max_returns: "2021-09-02" });
});
