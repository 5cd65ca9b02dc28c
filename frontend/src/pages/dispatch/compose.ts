// A work order as it is put together on the board, before it is drafted.
import type { CommandBody } from "@/api/command";
import type { Problem } from "@/api/problem";
import type { Task } from "@/api/types";

export interface Composed {
  main: string;
  co: { unit: string; task: string }[];
  dueDate: string;
  dueReason: string;
}

export const nothing = (): Composed => ({ main: "", co: [], dueDate: "", dueReason: "" });

export interface Fault {
  /** The field: `cases`, `main`, `co.<unit>`, `dueDate`, `dueReason`; anything else is of the whole. */
  field: string;
  message: string;
}

/** What is missing, before anything is sent. */
export function faultsOf({ main, co, dueDate, dueReason }: Composed, tasks: readonly Task[]): Fault[] {
  return [
    ...(tasks.length ? [] : [{ field: "cases", message: "请在左边选择事项" }]),
    ...(main ? [] : [{ field: "main", message: "请选择主办单位" }]),
    ...co
      .filter(({ task }) => !task.trim())
      .map(({ unit }) => ({ field: `co.${unit}`, message: "请写明分工" })),
    ...(dueDate && !dueReason.trim() ? [{ field: "dueReason", message: "另定完成时限的，请说明理由" }] : []),
  ];
}

export function bodyOf(
  { main, co, dueDate, dueReason }: Composed,
  tasks: readonly Task[],
): CommandBody<"/api/v1/work-orders"> {
  return {
    cases: tasks.map((task) => ({ id: task.case.id, version: task.case.version })),
    to: {
      main_unit: main,
      co_units: co.map(({ unit, task }) => ({ unit, task: task.trim() })),
      ...(dueDate ? { due_date: dueDate, due_reason: dueReason.trim() } : {}),
    },
  };
}

const FIELDS: Record<string, string> = {
  "to.main_unit": "main",
  "to.due_date": "dueDate",
  "to.due_reason": "dueReason",
};

/** What the server finds wrong with single fields. */
export function faultsBy(problem: Problem | null, { co }: Composed): Fault[] {
  return (problem?.errors ?? []).map(({ path, message }) => {
    const index = /^to\.co_units\[(\d+)\]/.exec(path)?.[1];
    const unit = index === undefined ? undefined : co[Number(index)]?.unit;
    return { field: unit === undefined ? (FIELDS[path] ?? path) : `co.${unit}`, message };
  });
}
