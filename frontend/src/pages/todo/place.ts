import type { RouteLocationRaw } from "vue-router";
import type { Task } from "@/api/types";
import { toCase, toDispatch, toMeeting, toMeetings, toVerify } from "@/paths";
import { KINDS } from "@/pages/verify/queues";

/**
 * Where a task is done: on the board, at the desk, at the meeting, or on the case's page at the form of what is
 * due.
 */
export function toTask({ kind, action, case: { id, meeting } }: Task): RouteLocationRaw {
  if (action === "dispatch") return toDispatch({ case: id });
  if (kind === "hold_meeting") return meeting ? toMeeting(meeting) : toMeetings({ plan: id });
  const desk = KINDS.find((word) => word === kind);
  if (desk) return toVerify({ kind: desk, case: id });
  return toCase(id, action ? { do: action } : {});
}
