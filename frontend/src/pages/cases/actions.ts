// Which of the actions that the server allows stands first. What may be done, and why not the rest, is the
// server's to say; this is only an order.
import type { RouteLocationRaw } from "vue-router";
import type { AllowedAction, Case, CaseAction } from "@/api/types";
import { toDispatch, toVerify } from "@/paths";

/** The page on which an action is done; nothing where it has a form. */
export function pageOf(action: CaseAction, id: string): RouteLocationRaw | undefined {
  if (action === "dispatch") return toDispatch({ case: id });
  return action === "record_callback" ? toVerify({ case: id }) : undefined;
}

/** What moves a case on, the most expected first. Everything else is for the menu. */
const EXPECTED: readonly CaseAction[] = [
  "give_opinion",
  "decide_extension",
  "rule_sector",
  "rule",
  "receive",
  "give_co_opinion",
  "dispatch",
  "verify_solved",
  "record_callback",
  "answer_dissatisfaction",
  "record_reply",
  "refer_up",
  "give_feedback",
  "report_coordinated",
  "submit_to_meeting",
  "accept",
  "solve_on_the_spot",
  "pass_on",
  "request_opinion",
  "send_back",
  "return",
  "request_extension",
  "reopen",
  "propose_meeting",
  "raise",
];

/** What waits for a decision goes before everything else. */
function pending({ coordination_request, reopen_request, first_level }: Case): CaseAction[] {
  return [
    ...(coordination_request ? (["raise", "refuse_coordination"] as const) : []),
    ...(reopen_request ? (["reopen", "refuse_reopen"] as const) : []),
    ...(first_level.meeting_proposal ? (["submit_to_meeting"] as const) : []),
    ...(first_level.referral_request ? (["refer_up", "refuse_referral"] as const) : []),
  ];
}

export interface Arranged {
  /** Buttons, the first is the one to press. */
  buttons: AllowedAction[];
  /** In the menu. */
  more: AllowedAction[];
  /** Expected in this state, but something is still missing. */
  blocked: AllowedAction[];
  /** Not to be done now. */
  refused: AllowedAction[];
}

const MOST_BUTTONS = 3;

/** Refusals that say what is still to be done first. They are worth a place beside the buttons. */
const MISSING = [
  "opinion_required",
  "co_opinion_pending",
  "callback_required",
  "callback_says_unsolved",
  "coordination_required",
  "rework_limit",
  "ruling_required",
];

/** Arranges the actions of a case; `wanted` is what the person came for. */
export function arrange(shown: Case, wanted?: string): Arranged {
  const order = [...(wanted ? [wanted] : []), ...pending(shown), ...EXPECTED];
  const place = ({ action }: AllowedAction): number => {
    const index = order.indexOf(action);
    return index < 0 ? order.length : index;
  };
  const inOrder = [...shown.allowed_actions].sort((a, b) => place(a) - place(b));
  const allowed = inOrder.filter((action) => action.allowed);
  const expected = allowed.filter((action) => order.includes(action.action));
  const buttons = expected.slice(0, MOST_BUTTONS);
  const refused = inOrder.filter((action) => !action.allowed);
  const blocked = refused.filter(
    ({ action, code }) => order.includes(action) && MISSING.includes(code ?? ""),
  );
  return {
    buttons,
    more: allowed.filter((action) => !buttons.includes(action)),
    blocked,
    refused: refused.filter((action) => !blocked.includes(action)),
  };
}
