// Calls in vain: how many count, and what is missing until the result may be verified without the reporter.
import type { Case } from "@/api/types";

export function triesText({ counted, missing, missing_dates: dates }: NonNullable<Case["attempts"]>): string {
  const what = [
    missing > 0 && `还差 ${missing} 次`,
    dates > 0 && (counted > 0 ? `还须在另 ${dates} 天再试` : `须分 ${dates} 天`),
  ].filter(Boolean);
  return `已计 ${counted} 次，${what.join("，") || "次数已够"}。`;
}
