//! Cases: register, list, read, reveal; commands are in [`super::case_commands`].

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ReadCases, ReadPrecedents, RegisterCase, RevealPersonal};
use super::headers::{IdempotencyHeader, IdempotencyKey, etag};
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use super::query::Query;
use super::receipt::{ReceiptView, created, once};
use super::{attachments, case_commands, matters, search};
use crate::app::App;
use crate::app::cases::Registered;
use crate::app::repeats::LikelyRepeat;
use crate::app::views::{CaseQuery, CaseSummary, CaseView, FormerQuery, HistoryItem, Page, PrecedentView};
use crate::domain::case::Register;
use crate::domain::ids::CaseId;
use crate::domain::words::PersonalField;
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_cases)
        .service(register_case)
        .service(search::search_person)
        .service(search::find_repeats)
        .service(matters::list_matters)
        .service(list_former_cases)
        .service(get_case)
        .service(get_case_history)
        .service(list_precedents)
        .service(matters::list_suggestions)
        .service(reveal_personal)
        .configure(attachments::routes)
        .configure(case_commands::routes);
}

/// What registering answers.
#[derive(Serialize, ToSchema)]
pub struct RegisterReceipt {
    /// Number, state, version.
    #[serde(flatten)]
    pub receipt: ReceiptView,
    /// The code with which the reporter may enquire; given to the reporter, kept nowhere.
    #[schema(min_length = 8, max_length = 8)]
    pub enquiry_code: String,
    /// Cases of the whole district that are likely the same, as `find_repeats` tells them.
    pub likely_repeats: Vec<LikelyRepeat>,
}

/// Which personal value is wanted.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// The field.
    pub field: PersonalField,
}

/// A personal value in the clear.
#[derive(Serialize, ToSchema)]
pub struct Revealed {
    /// The field.
    pub field: PersonalField,
    /// Its value; none where there is none or it was erased.
    pub value: Option<String>,
}

/// List cases
///
/// Those that the asker may see, filtered and in order; keyset pages.
#[utoipa::path(
    tag = "cases",
    params(CaseQuery),
    responses((status = 200, description = "A page.", body = Page<CaseSummary>), ReadProblems),
)]
#[get("")]
pub async fn list_cases(app: Data<App>, who: Acting<ReadCases>, query: Query<CaseQuery>) -> Result<HttpResponse> {
    let page = app.list_cases(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// List the cases that one's unit has left
///
/// A unit that returned a case, was asked for an opinion and no longer is, or handed the case over to
/// the other sector reads it up to there, and finds it here as it stood then; keyset pages, the latest
/// left first. Such cases are in no other list.
#[utoipa::path(
    tag = "cases",
    params(FormerQuery),
    responses((status = 200, description = "A page.", body = Page<CaseSummary>), ReadProblems),
)]
#[get("/former")]
pub async fn list_former_cases(
    app: Data<App>,
    who: Acting<ReadCases>,
    query: Query<FormerQuery>,
) -> Result<HttpResponse> {
    let page = app.list_former_cases(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Register a case
///
/// The enquiry code goes to the reporter.
#[utoipa::path(
    tag = "cases",
    params(IdempotencyHeader),
    responses(
        (status = 201, description = "Registered.", body = RegisterReceipt, headers(("ETag" = String), ("Location" = String))),
        CommandProblems,
    ),
)]
#[post("")]
pub async fn register_case(
    app: Data<App>,
    who: Acting<RegisterCase>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<Register>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let command = body.into_inner();
    let mut likely_repeats = app.find_repeats(&who.principal, (&command).into()).await?;
    let Registered { receipt, enquiry_code } = app.register(&who.principal, command, &once).await?;
    // A repeated request meets the case that it made.
    likely_repeats.retain(|likely| Some(likely.number) != receipt.number);
    let body = RegisterReceipt { receipt: receipt.clone().into(), enquiry_code, likely_repeats };
    Ok(created("/api/v1/cases", &receipt, body))
}

/// Read a case
///
/// With what the asker may do now, and why not the rest. Personal data are masked.
#[utoipa::path(
    tag = "cases",
    params(("id" = String, Path, description = "The case.")),
    responses((status = 200, description = "The case.", body = CaseView, headers(("ETag" = String))), ReadProblems),
)]
#[get("/{id}")]
pub async fn get_case(app: Data<App>, who: Acting<ReadCases>, id: Path<CaseId>) -> Result<HttpResponse> {
    let case = app.get_case(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().insert_header(etag(case.version)).json(case))
}

/// The list of a stream's events.
#[derive(Serialize, ToSchema)]
pub struct History {
    /// Oldest first.
    pub items: Vec<HistoryItem>,
}

/// Read a case's history
///
/// Every event, oldest first, as the log keeps it, with its texts.
#[utoipa::path(
    tag = "cases",
    params(("id" = String, Path, description = "The case.")),
    responses((status = 200, description = "The history.", body = History), ReadProblems),
)]
#[get("/{id}/history")]
pub async fn get_case_history(app: Data<App>, who: Acting<ReadCases>, id: Path<CaseId>) -> Result<HttpResponse> {
    let items = app.case_history(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(History { items }))
}

/// Rulings on the same matter.
#[derive(Serialize, ToSchema)]
pub struct Precedents {
    /// The latest first.
    pub items: Vec<PrecedentView>,
}

/// List precedents
///
/// How the same matter was ruled, or resolved as a precedent, before: shown at the next dispatch.
#[utoipa::path(
    tag = "cases",
    params(("id" = String, Path, description = "The case.")),
    responses((status = 200, description = "The precedents.", body = Precedents), ReadProblems),
)]
#[get("/{id}/precedents")]
pub async fn list_precedents(app: Data<App>, who: Acting<ReadPrecedents>, id: Path<CaseId>) -> Result<HttpResponse> {
    let items = app.precedents(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(Precedents { items }))
}

/// Show a personal value in the clear
///
/// Only to those who need it for what they do now; it is recorded.
#[utoipa::path(
    tag = "cases",
    params(("id" = String, Path, description = "The case."), IdempotencyHeader),
    responses((status = 200, description = "The value.", body = Revealed), CommandProblems),
)]
#[post("/{id}/reveal")]
pub async fn reveal_personal(
    app: Data<App>,
    who: Acting<RevealPersonal>,
    id: Path<CaseId>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<Reveal>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let value = app.reveal(&who.principal, &id, body.field, &once).await?;
    Ok(HttpResponse::Ok().json(Revealed { field: body.field, value }))
}
