// What an action is called at a meeting, where its word alone doesn't say it.
import type { MeetingAction } from "@/api/types";

interface Named {
  action: MeetingAction;
  label: string;
}

/** Every form has a button 取消, which closes it: the meeting is cancelled under a name of its own. */
export const nameOf = ({ action, label }: Named): string => (action === "cancel" ? "取消会议" : label);
