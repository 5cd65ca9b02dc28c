import { expect, it } from "vitest";
import type { Task } from "@/api/types";
import { byDeadline } from "./deadlines";

const task = (due_date: string | null, light: Task["light"] = null): Task => ({ due_date, light }) as Task;
const shown = (today: string, ...tasks: Task[]): [string, number][] =>
  byDeadline(tasks, today).map(({ label, tasks }) => [label, tasks.length]);

it("puts what waits under headings, in the order in which it comes", () => {
  // 2021-09-08 is a Wednesday.
  expect(
    shown(
      "2021-09-08",
      task("2021-09-06", "red"),
      task("2021-09-07", "red"),
      task("2021-09-08", "amber"),
      task("2021-09-10", "green"),
      task("2021-09-12"),
      task("2021-09-13", "green"),
      task(null),
    ),
  ).toEqual([
    ["已超期", 2],
    ["今天到期", 1],
    ["本周到期", 2],
    ["以后到期", 1],
    ["无期限", 1],
  ]);
});

it("ends the week with Sunday", () => {
  expect(shown("2021-09-12", task("2021-09-12"), task("2021-09-13"))).toEqual([
    ["今天到期", 1],
    ["以后到期", 1],
  ]);
});

it("leaves it to the server what is overdue", () => {
  expect(shown("2021-09-08", task("2021-09-08", "red"))).toEqual([["已超期", 1]]);
});
