import { expect, it } from "vitest";
import type { Task } from "@/api/types";
import { toCase, toDispatch, toMeeting, toMeetings, toVerify } from "@/paths";
import { toTask } from "./place";

const task = (kind: Task["kind"], action: Task["action"], meeting: string | null = null): Task =>
  ({ kind, action, case: { id: "c1", meeting } }) as Task;

it("leads to where a task is done, at what is due", () => {
  expect(toTask(task("dispatch", "dispatch"))).toEqual(toDispatch({ case: "c1" }));
  expect(toTask(task("verify", "record_callback"))).toEqual(toVerify({ case: "c1", kind: "verify" }));
  expect(toTask(task("decide_reopen", "reopen"))).toEqual(toVerify({ case: "c1", kind: "decide_reopen" }));
  expect(toTask(task("handle", "give_feedback"))).toEqual(toCase("c1", { do: "give_feedback" }));
  expect(toTask(task("hold_meeting", null))).toEqual(toMeetings({ plan: "c1" }));
  expect(toTask(task("hold_meeting", null, "m1"))).toEqual(toMeeting("m1"));
  expect(toTask(task("watch_referral", null))).toEqual(toCase("c1"));
});
