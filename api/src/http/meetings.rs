//! Joint meetings.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, OnMeeting, ReadMeetings};
use super::cases::History;
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader, etag};
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use super::query::Query;
use super::receipt::{ReceiptView, answer, created, once};
use crate::app::App;
use crate::app::views::{MeetingQuery, MeetingSummary, MeetingView, Page};
use crate::domain::ids::MeetingId;
use crate::domain::meeting::{self, PlanMeeting};
use crate::error::Result;

/// List joint meetings
///
/// Those with a case that the asker may see, and those to which the asker's unit is invited; the
/// latest planned first; keyset pages.
#[utoipa::path(
    tag = "meetings",
    params(MeetingQuery),
    responses((status = 200, description = "A page.", body = Page<MeetingSummary>), ReadProblems),
)]
#[get("")]
pub async fn list_meetings(
    app: Data<App>,
    who: Acting<ReadMeetings>,
    query: Query<MeetingQuery>,
) -> Result<HttpResponse> {
    let page = app.list_meetings(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Plan a joint meeting
///
/// The versions of the cases named must be the present ones.
#[utoipa::path(
    tag = "meetings",
    params(IdempotencyHeader),
    responses(
        (status = 201, description = "Planned.", body = ReceiptView, headers(("ETag" = String), ("Location" = String))),
        CommandProblems,
    ),
)]
#[post("")]
pub async fn plan_meeting(
    app: Data<App>,
    who: Acting<OnMeeting<PlanMeeting>>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<PlanMeeting>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let receipt = app.plan_meeting(&who.principal, body.into_inner(), &once).await?;
    Ok(created("/api/v1/meetings", &receipt, ReceiptView::from(receipt.clone())))
}

/// Read a joint meeting
///
/// Its notice, its agenda with what was resolved, and what the asker may do now.
#[utoipa::path(
    tag = "meetings",
    params(("id" = String, Path, description = "The meeting.")),
    responses(
        (status = 200, description = "The meeting.", body = MeetingView, headers(("ETag" = String))),
        ReadProblems,
    ),
)]
#[get("/{id}")]
pub async fn get_meeting(app: Data<App>, who: Acting<ReadMeetings>, id: Path<MeetingId>) -> Result<HttpResponse> {
    let meeting = app.get_meeting(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().insert_header(etag(meeting.version)).json(meeting))
}

/// Read a joint meeting's history
///
/// Every event, oldest first, with its texts; without those about cases that the asker may not see.
#[utoipa::path(
    tag = "meetings",
    params(("id" = String, Path, description = "The meeting.")),
    responses((status = 200, description = "The history.", body = History), ReadProblems),
)]
#[get("/{id}/history")]
pub async fn get_meeting_history(
    app: Data<App>,
    who: Acting<ReadMeetings>,
    id: Path<MeetingId>,
) -> Result<HttpResponse> {
    let items = app.meeting_history(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(History { items }))
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident $path:literal $command:ident;)+) => {
        $(
            $(#[doc = $doc])*
            #[utoipa::path(
                tag = "meetings",
                params(("id" = String, Path, description = "The meeting."), IfMatchHeader, IdempotencyHeader),
                responses((status = 200, description = "Done.", body = ReceiptView, headers(("ETag" = String))), CommandProblems),
            )]
            #[post($path)]
            pub async fn $name(
                app: Data<App>,
                who: Acting<OnMeeting<meeting::$command>>,
                id: Path<MeetingId>,
                version: IfMatch,
                key: IdempotencyKey,
                request: HttpRequest,
                body: Json<meeting::$command>,
            ) -> Result<HttpResponse> {
                let once = once(&request, key, body.raw());
                let receipt = app.command_meeting(&who.principal, &id, body.into_inner(), version.0, &once).await?;
                Ok(answer(receipt))
            }
        )+

        /// Mounts the routes.
        pub fn routes(config: &mut ServiceConfig) {
            config
                .service(list_meetings)
                .service(plan_meeting)
                .service(get_meeting)
                .service(get_meeting_history)
                $(.service($name))+;
        }
    };
}

commands! {
    /// Put more cases on the agenda
    add_agenda_cases "/{id}/add-cases" AddCases;
    /// Take a case off the agenda
    remove_agenda_case "/{id}/remove-case" RemoveCase;
    /// Put the agenda in another order
    arrange_agenda "/{id}/arrange" Arrange;
    /// Call the meeting, or call it for another time
    call_meeting "/{id}/call" Call;
    /// Record that the meeting was held
    hold_meeting "/{id}/hold" Hold;
    /// Enter what the meeting resolved on a case
    resolve_agenda_case "/{id}/resolve" Resolve;
    /// Sign the minutes: all resolutions are carried out, or none
    sign_meeting "/{id}/sign" Sign;
    /// Cancel a meeting that wasn't held
    cancel_meeting "/{id}/cancel" Cancel;
}
