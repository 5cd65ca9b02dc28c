// How the values of a work order are written on the form of the plan (附件2).
import type { SheetRow } from "@/api/types";

export const TITLE = "东城区优化营商环境解决企业群众“办不成事”问题工作单";

/** 有关要求, word for word. */
export const DEMANDS = [
  "1.请针对上述问题认真整改，在完成时限前，及时将整改落实情况以书面形式反馈牵头部门；",
  "2.有关整改情况已纳入监督考评范围。",
] as const;

/** `2021-09-01` → `2021.9.1`; nothing stays nothing. */
export function formDay(day: string | null | undefined): string {
  if (!day) return "";
  return day.split("-").map(Number).join(".");
}

/** `2021-0001` → `No.0001`: the form leaves out the year. */
export const formNumber = (number: string): string => `No.${number.slice(number.indexOf("-") + 1)}`;

/** 受理途径: the ways in which the cases came, 线下 first. */
export function formWays(rows: readonly Pick<SheetRow, "channel_mode">[]): string {
  const ways = new Set(rows.map((row) => row.channel_mode));
  return ["线下", "线上"].filter((way) => ways.has(way)).join("/");
}

/** 群众反映记录: the files that go with the cases. */
export const formRecords = (rows: readonly Pick<SheetRow, "has_attachments">[]): string =>
  rows.some((row) => row.has_attachments) ? "详见附件" : "无";

/** 是否需要市级部门协调解决: for which cases. */
export function formMunicipal(
  rows: readonly Pick<SheetRow, "number" | "needs_municipal_coordination">[],
): string {
  const needing = rows.filter((row) => row.needs_municipal_coordination);
  return needing.length ? `是（${needing.map(({ number }) => formNumber(number)).join("、")}）` : "否";
}
