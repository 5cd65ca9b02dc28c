// Calls in vain: which of them count as having tried, and what is missing until the result may be verified
// without the reporter. Whether it is enough is the server's word; this says why it isn't yet.
import type { Case } from "@/api/types";
import { dayOf, instantText } from "@/lib/time";
import type { Settings } from "./call";

export interface Tries {
  /** Why a call doesn't count, in the order of the calls; nothing where it does, or was answered. */
  uncounted: readonly (string | undefined)[];
  /** How many count, and what is missing; nothing where nobody was called in vain. */
  told: string | undefined;
}

type Tried = Pick<Case, "callbacks" | "feedback" | "reporter" | "state">;

const HOUR_MS = 3_600_000;

/** Nothing where it doesn't depend on them: it isn't verified now, or it was answered, or nobody can be called. */
export function triesOf(
  { callbacks, feedback, reporter, state }: Tried,
  settings: Settings,
): Tries | undefined {
  const since = feedback ? Date.parse(feedback.at) : -Infinity;
  const isSince = (at: string): boolean => Date.parse(at) >= since;
  const answered = callbacks.some(({ solved, called_at: at }) => typeof solved === "boolean" && isSince(at));
  if (state !== "awaiting_verification" || answered || !reporter.phone) return undefined;

  const { callback_from_hour: from, callback_until_hour: until, callback_gap_hours: gap } = settings;
  const uncounted: (string | undefined)[] = callbacks.map(() => undefined);
  const counted: string[] = [];
  const inOrder = callbacks
    .map(({ called_at: at, reached }, index) => ({ at, reached, index }))
    .filter(({ reached }) => !reached)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const { at, index } of inOrder) {
    const hour = Number(instantText(at).slice(11, 13));
    const last = counted[counted.length - 1];
    if (!isSince(at)) uncounted[index] = "在本次反馈结果之前";
    else if (hour < from || hour >= until) uncounted[index] = `不在 ${from} 时至 ${until} 时之间`;
    else if (last !== undefined && Date.parse(at) - Date.parse(last) < gap * HOUR_MS)
      uncounted[index] = `距上一次不足 ${gap} 小时`;
    else counted.push(at);
  }
  return { uncounted, told: inOrder.length ? toldOf(counted, settings) : undefined };
}

function toldOf(counted: readonly string[], settings: Settings): string {
  const { callback_attempts: attempts, callback_dates: dates } = settings;
  if (!counted.length) return `已计 0 次，还差 ${attempts} 次${dates > 1 ? `，须分 ${dates} 天` : ""}。`;
  const otherDays = dates - new Set(counted.map(dayOf)).size;
  const what = [
    counted.length < attempts && `还差 ${Math.max(attempts - counted.length, otherDays)} 次`,
    otherDays > 0 && `还须在另${otherDays === 1 ? "一" : `外 ${otherDays} `}天再试`,
  ].filter(Boolean);
  return `已计 ${counted.length} 次，${what.length ? what.join("，") : "次数已够"}。`;
}
