//! Finding cases by whole values, which stand in the body and in no address.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use serde::Serialize;
use utoipa::ToSchema;

use super::auth::{Acting, RegisterCase, RevealPersonal};
use super::json::Json;
use super::problem::CommandProblems;
use crate::app::App;
use crate::app::repeats::{FindRepeats, LikelyRepeat};
use crate::app::views::{CaseSummary, PersonQuery};
use crate::error::Result;

/// Cases of one person or organisation.
#[derive(Serialize, ToSchema)]
pub struct CasesFound {
    /// The newest first.
    pub items: Vec<CaseSummary>,
}

/// Cases that are likely the same.
#[derive(Serialize, ToSchema)]
pub struct LikelyRepeats {
    /// The likeliest first, at most 10.
    pub items: Vec<LikelyRepeat>,
}

/// Search the cases of a person
///
/// By exactly one whole telephone, ID number, name or code; only cases in which the asker may see that value in the
/// clear now. Changes nothing, and records nothing.
#[utoipa::path(
    tag = "cases",
    responses((status = 200, description = "The cases.", body = CasesFound), CommandProblems),
)]
#[post("/search-person")]
pub async fn search_person(
    app: Data<App>,
    who: Acting<RevealPersonal>,
    body: Json<PersonQuery>,
) -> Result<HttpResponse> {
    let items = app.search_person(&who.principal, body.into_inner()).await?;
    Ok(HttpResponse::Ok().json(CasesFound { items }))
}

/// Find likely repeats
///
/// Before registering: of the whole district's cases those of the same reporter or told alike, by number, unit and
/// state only. Name one by its number as `repeat_of`. Changes nothing.
#[utoipa::path(
    tag = "cases",
    responses((status = 200, description = "Likely repeats.", body = LikelyRepeats), CommandProblems),
)]
#[post("/find-repeats")]
pub async fn find_repeats(app: Data<App>, who: Acting<RegisterCase>, body: Json<FindRepeats>) -> Result<HttpResponse> {
    let items = app.find_repeats(&who.principal, body.into_inner()).await?;
    Ok(HttpResponse::Ok().json(LikelyRepeats { items }))
}
