import type { CaseAction, TaskKind } from "@/api/types";

/**
 * Which form a case opens with for what waits: the one mostly wanted. Whether it may be done, and what
 * else, the case's page shows as the server says it; where nothing is mostly wanted it opens as it is.
 */
export const FORMS: Record<TaskKind, CaseAction | undefined> = {
  screen: "accept",
  settle: "solve_on_the_spot",
  give_opinion: "give_opinion",
  dispatch: "dispatch",
  rule: "rule",
  receive: "receive",
  handle: "give_feedback",
  co_handle: "give_co_opinion",
  decide_extension: "decide_extension",
  decide_coordination: "raise",
  verify: "record_callback",
  coordinate: "report_coordinated",
  hold_meeting: undefined,
  watch_referral: "record_reply",
  answer_dissatisfaction: "answer_dissatisfaction",
  decide_reopen: "reopen",
  decide_meeting: "submit_to_meeting",
  decide_referral: "refer_up",
};
