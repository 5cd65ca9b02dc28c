//! Commands on cases: one route each, `POST /cases/{id}/{command}`, with its own body.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, post};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, OnCase};
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader};
use super::json::Json;
use super::problem::CommandProblems;
use super::receipt::{ReceiptView, answer, once};
use crate::app::App;
use crate::domain::case;
use crate::domain::ids::CaseId;
use crate::error::Result;

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident $path:literal $command:ident ($($header:ident),+);)+) => {
        $(
            $(#[doc = $doc])*
            #[utoipa::path(
                tag = "cases",
                params(("id" = String, Path, description = "The case."), $($header),+),
                responses((status = 200, description = "Done.", body = ReceiptView, headers(("ETag" = String))), CommandProblems),
            )]
            #[post($path)]
            pub async fn $name(
                app: Data<App>,
                who: Acting<OnCase<case::$command>>,
                id: Path<CaseId>,
                version: IfMatch,
                key: IdempotencyKey,
                request: HttpRequest,
                body: Json<case::$command>,
            ) -> Result<HttpResponse> {
                let once = once(&request, key, body.raw());
                let receipt = app.command_case(&who.principal, &id, body.into_inner(), version.0, &once).await?;
                Ok(answer(receipt))
            }
        )+

        /// Mounts them.
        pub fn routes(config: &mut ServiceConfig) {
            config$(.service($name))+;
        }
    };
}

commands! {
    /// Correct a case at intake
    correct_case "/{id}/correct" Correct (IfMatchHeader, IdempotencyHeader);
    /// Add material
    add_material "/{id}/add-material" AddMaterial (IdempotencyHeader);
    /// Correct the reporter's contact data
    correct_contact "/{id}/correct-contact" CorrectContact (IfMatchHeader, IdempotencyHeader);
    /// Add a note to the file
    note_case "/{id}/note" Note (IdempotencyHeader);
    /// Ask a unit for its conformity opinion
    request_opinion "/{id}/request-opinion" RequestOpinion (IfMatchHeader, IdempotencyHeader);
    /// Give a conformity opinion
    give_opinion "/{id}/give-opinion" GiveOpinion (IfMatchHeader, IdempotencyHeader);
    /// Decline to give a conformity opinion
    decline_opinion "/{id}/decline-opinion" DeclineOpinion (IfMatchHeader, IdempotencyHeader);
    /// Recall the request for an opinion
    recall_opinion "/{id}/recall-opinion" RecallOpinion (IfMatchHeader, IdempotencyHeader);
    /// Accept a case, at the third level
    accept_case "/{id}/accept" Accept (IfMatchHeader, IdempotencyHeader);
    /// Close a case that is outside the plan
    close_out_of_scope "/{id}/close-out-of-scope" CloseOutOfScope (IfMatchHeader, IdempotencyHeader);
    /// Close a case by explaining the rule that stands against it
    explain_case "/{id}/explain" Explain (IfMatchHeader, IdempotencyHeader);
    /// Solve a case on the spot
    solve_on_the_spot "/{id}/solve-on-the-spot" SolveOnTheSpot (IfMatchHeader, IdempotencyHeader);
    /// Pass a case on for dispatch, at the second level
    pass_on "/{id}/pass-on" PassOn (IfMatchHeader, IdempotencyHeader);
    /// Sign for a case
    receive_case "/{id}/receive" Receive (IdempotencyHeader);
    /// Give a co unit's opinion
    give_co_opinion "/{id}/give-co-opinion" GiveCoOpinion (IdempotencyHeader);
    /// Feed the result back
    give_feedback "/{id}/give-feedback" GiveFeedback (IfMatchHeader, IdempotencyHeader);
    /// Record a call to the reporter; `If-Match` is needed where the answer to "solved" is recorded
    record_callback "/{id}/record-callback" RecordCallback (IdempotencyHeader);
    /// Verify the result and close the case as solved
    verify_solved "/{id}/verify-solved" VerifySolved (IfMatchHeader, IdempotencyHeader);
    /// Send a result back to be done again
    send_back "/{id}/send-back" SendBack (IfMatchHeader, IdempotencyHeader);
    /// Raise a case for coordination
    raise_case "/{id}/raise" Raise (IfMatchHeader, IdempotencyHeader);
    /// Hand a case over to another window or butler
    hand_over_case "/{id}/hand-over" HandOver (IfMatchHeader, IdempotencyHeader);
    /// Give a case back to intake
    return_to_intake "/{id}/return-to-intake" ReturnToIntake (IfMatchHeader, IdempotencyHeader);
    /// Hand a case over to the other sector
    hand_over_sector "/{id}/hand-over-sector" HandOverSector (IfMatchHeader, IdempotencyHeader);
    /// Rule whose sector a disputed case is
    rule_sector "/{id}/rule-sector" RuleSector (IfMatchHeader, IdempotencyHeader);
    /// Return a case: it isn't the unit's business
    return_case "/{id}/return" ReturnCase (IfMatchHeader, IdempotencyHeader);
    /// Rule whose business a twice returned case is, and dispatch it there
    rule_case "/{id}/rule" Rule (IfMatchHeader, IdempotencyHeader);
    /// Add a co unit
    add_co_unit "/{id}/add-co" AddCo (IfMatchHeader, IdempotencyHeader);
    /// Ask for a later deadline
    request_extension "/{id}/request-extension" RequestExtension (IfMatchHeader, IdempotencyHeader);
    /// Grant or refuse a later deadline
    decide_extension "/{id}/decide-extension" DecideExtension (IfMatchHeader, IdempotencyHeader);
    /// Ask for coordination
    request_coordination "/{id}/request-coordination" RequestCoordination (IfMatchHeader, IdempotencyHeader);
    /// Refuse coordination
    refuse_coordination "/{id}/refuse-coordination" RefuseCoordination (IfMatchHeader, IdempotencyHeader);
    /// Withdraw a case
    withdraw_case "/{id}/withdraw" Withdraw (IfMatchHeader, IdempotencyHeader);
    /// Close a case as a duplicate of another
    close_duplicate "/{id}/close-duplicate" CloseDuplicate (IfMatchHeader, IdempotencyHeader);
    /// Close a case honestly as unsolved
    close_unsolved "/{id}/close-unsolved" CloseUnsolved (IfMatchHeader, IdempotencyHeader);
    /// Rate a closed case
    rate_case "/{id}/rate" Rate (IdempotencyHeader);
    /// Answer a dissatisfied reporter
    answer_dissatisfaction "/{id}/answer-dissatisfaction" AnswerDissatisfaction (IfMatchHeader, IdempotencyHeader);
    /// Ask to take a closed case up again
    request_reopen "/{id}/request-reopen" RequestReopen (IfMatchHeader, IdempotencyHeader);
    /// Take a closed case up again
    reopen_case "/{id}/reopen" Reopen (IfMatchHeader, IdempotencyHeader);
    /// Refuse to take a closed case up again
    refuse_reopen "/{id}/refuse-reopen" RefuseReopen (IfMatchHeader, IdempotencyHeader);
    /// Report the coordinator's result
    report_coordinated "/{id}/report-coordinated" ReportCoordinated (IfMatchHeader, IdempotencyHeader);
    /// Ask that a case be brought to the joint meeting
    propose_meeting "/{id}/propose-meeting" ProposeMeeting (IfMatchHeader, IdempotencyHeader);
    /// Bring a case to the joint meeting, at the first level
    submit_to_meeting "/{id}/submit-to-meeting" SubmitToMeeting (IfMatchHeader, IdempotencyHeader);
    /// Send a case back to its coordinator: it isn't ripe for the meeting
    remand_case "/{id}/remand" Remand (IfMatchHeader, IdempotencyHeader);
    /// Ask the office to refer a case up
    request_referral "/{id}/request-referral" RequestReferral (IfMatchHeader, IdempotencyHeader);
    /// Refer a case up to the municipality or the centre
    refer_up "/{id}/refer-up" ReferUp (IfMatchHeader, IdempotencyHeader);
    /// Refuse to refer a case up
    refuse_referral "/{id}/refuse-referral" RefuseReferral (IfMatchHeader, IdempotencyHeader);
    /// Record the upper body's reply, and what the case comes to by it
    record_reply "/{id}/record-reply" RecordReply (IfMatchHeader, IdempotencyHeader);
    /// Recall a referral to which no reply comes
    recall_referral "/{id}/recall-referral" RecallReferral (IfMatchHeader, IdempotencyHeader);
}
