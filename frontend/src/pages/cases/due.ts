// How near a deadline is, in words.
import type { Light } from "@/api/types";

/**
 * `daysLeft` counts working days: after a deadline that ended on a Friday none has gone by on the Sunday,
 * and yet it is over, as its light says.
 */
export function leftText(daysLeft: number | null | undefined, light: Light | null | undefined): string {
  if (daysLeft === null || daysLeft === undefined) return "";
  if (daysLeft === 0) return light === "red" ? "已到期" : "今天到期";
  return daysLeft > 0 ? `剩 ${daysLeft} 个工作日` : `超期 ${-daysLeft} 个工作日`;
}
