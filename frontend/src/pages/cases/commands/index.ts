// The forms of all commands of a case, by the action's word. Loaded when the first form is opened.
import type { CaseAction } from "@/api/types";
import type { CaseDescription } from "./context";
import * as file from "./file";
import * as firstLevel from "./firstLevel";
import * as handling from "./handling";
import * as intake from "./intake";
import * as verifying from "./verifying";

/** Done elsewhere: on pages of their own, attaching in a dialog of its own, answering by the reporter. */
type Elsewhere = "register" | "dispatch" | "record_callback" | "add_attachment" | "answer";

export type FormAction = Exclude<CaseAction, Elsewhere>;

export const isFormAction = (action: CaseAction): action is FormAction => action in DESCRIPTIONS;

export const DESCRIPTIONS: Record<FormAction, CaseDescription> = {
  accept: intake.accept,
  add_co: handling.addCo,
  add_material: file.addMaterial,
  answer_dissatisfaction: verifying.answerDissatisfaction,
  close_duplicate: intake.closeDuplicate,
  close_out_of_scope: intake.closeOutOfScope,
  close_unsolved: verifying.closeUnsolved,
  correct: intake.correct,
  correct_contact: file.correctContact,
  decide_extension: handling.decideExtension,
  decline_opinion: intake.declineOpinion,
  explain: intake.explain,
  give_co_opinion: handling.giveCoOpinion,
  give_feedback: handling.giveFeedback,
  give_opinion: intake.giveOpinion,
  hand_over: intake.handOver,
  hand_over_sector: handling.handOverSector,
  note: file.note,
  pass_on: intake.passOn,
  propose_meeting: firstLevel.proposeMeeting,
  purge_classified: file.purgeClassified,
  raise: verifying.raise,
  rate: verifying.rate,
  recall_opinion: intake.recallOpinion,
  recall_referral: firstLevel.recallReferral,
  receive: handling.receive,
  record_reply: firstLevel.recordReply,
  refer_up: firstLevel.referUp,
  refuse_coordination: handling.refuseCoordination,
  refuse_referral: firstLevel.refuseReferral,
  refuse_reopen: verifying.refuseReopen,
  remand: firstLevel.remand,
  reopen: verifying.reopen,
  report_coordinated: verifying.reportCoordinated,
  request_coordination: handling.requestCoordination,
  request_extension: handling.requestExtension,
  request_opinion: intake.requestOpinion,
  request_referral: firstLevel.requestReferral,
  request_reopen: verifying.requestReopen,
  return: handling.returnCase,
  return_to_intake: handling.returnToIntake,
  rule: handling.rule,
  rule_sector: handling.ruleSector,
  send_back: verifying.sendBack,
  solve_on_the_spot: intake.solveOnTheSpot,
  submit_to_meeting: firstLevel.submitToMeeting,
  verify_solved: verifying.verifySolved,
  withdraw: intake.withdraw,
};
