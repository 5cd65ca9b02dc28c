// What is decided at the desk, in the order in which it is thought of, each with what follows from it.
// Whether it may be done is the server's word.
import type { AllowedAction, Case, CaseAction } from "@/api/types";
import type { Settings } from "./call";

export const DESK_ACTIONS = [
  "verify_solved",
  "send_back",
  "raise",
  "close_unsolved",
  "answer_dissatisfaction",
  "reopen",
  "refuse_reopen",
  "explain",
  "close_out_of_scope",
] as const satisfies readonly CaseAction[];
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** What follows, in a few words. */
export function followsFrom(action: DeskAction, settings: Settings | undefined): string {
  const days = (number: number | undefined): string => (number === undefined ? "几" : String(number));
  const words: Record<DeskAction, string> = {
    verify_solved: "事项以“已解决”办结。",
    send_back: `原单位继续办理，重新计算 ${days(settings?.rework_days)} 个工作日。`,
    raise: "由牵头部门专班或总管家协调，现承办单位的办理到此为止。",
    close_unsolved: "如实答复反映人，计为未解决。",
    answer_dissatisfaction: "核实反映人不满意的原因，答复反映人。",
    reopen: "事项重新办理，次数和逾期记录保留。",
    refuse_reopen: "维持办结，理由告知反映人。",
    explain: "诉求与规定不符的，引用规定解释，事项办结。",
    close_out_of_scope: "不属本方案范围的，告知可向何处反映，事项办结。",
  };
  return words[action];
}

export interface Offer extends Omit<AllowedAction, "action"> {
  action: DeskAction;
  /** The one to press. */
  first: boolean;
}

/** Refusals that say only that it isn't the time for it, or not the asker's business. */
const PLAIN_REFUSALS: readonly (string | null | undefined)[] = [
  "wrong_state",
  "nothing_pending",
  "not_yours",
  "role_may_not",
];

/** What may be decided now, and what is still missing for the rest. */
export function offersOf({ allowed_actions: actions }: Case): Offer[] {
  const found = DESK_ACTIONS.flatMap((action) => {
    const offered = actions.find((other) => other.action === action);
    return offered && (offered.allowed || !PLAIN_REFUSALS.includes(offered.code))
      ? [{ ...offered, action }]
      : [];
  });
  // As long as the reporter hasn't been asked, the call is what comes first.
  const first = awaitsCall(actions) ? undefined : found.find(({ allowed }) => allowed);
  return found.map((offer) => ({ ...offer, first: offer === first }));
}

/** Whether the result can't be verified for want of a call. */
export const awaitsCall = (actions: readonly AllowedAction[]): boolean =>
  actions.some(({ action, code }) => action === "verify_solved" && code === "callback_required");

export const mayCall = (actions: readonly AllowedAction[]): boolean =>
  actions.some(({ action, allowed }) => action === "record_callback" && allowed);

/** Why the person can't call now, in the server's words. */
export const callRefusal = (actions: readonly AllowedAction[]): string | undefined =>
  actions.find(({ action, allowed }) => action === "record_callback" && !allowed)?.reason ?? undefined;
