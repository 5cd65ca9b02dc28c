// 待办 by how near its deadline is.
import type { Task } from "@/api/types";

export interface TaskGroup {
  label: string;
  overdue: boolean;
  tasks: readonly Task[];
}

const DAY_MS = 86_400_000;
const OVERDUE = "已超期";

/** The Sunday of the week of a day. */
function endOfWeek(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  const left = (7 - instant.getUTCDay()) % 7;
  return new Date(instant.getTime() + left * DAY_MS).toISOString().slice(0, 10);
}

/** The tasks of a page, in the order in which they come, under headings; `today` is a day like 2021-09-08. */
export function byDeadline(tasks: readonly Task[], today: string): TaskGroup[] {
  const sunday = endOfWeek(today);
  const labelOf = ({ light, due_date: due }: Task): string => {
    // Whether it is overdue is the server's word: an hour may be set at which a day closes.
    if (light === "red") return OVERDUE;
    if (!due) return "无期限";
    if (due <= today) return "今天到期";
    return due <= sunday ? "本周到期" : "以后到期";
  };
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const label = labelOf(task);
    groups.set(label, [...(groups.get(label) ?? []), task]);
  }
  return [...groups].map(([label, tasks]) => ({ label, overdue: label === OVERDUE, tasks }));
}
