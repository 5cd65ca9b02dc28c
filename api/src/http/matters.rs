//! What matters there were before, and who solved them.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::auth::{Acting, ReadPrecedents, RegisterCase};
use super::problem::ReadProblems;
use super::query::Query;
use crate::app::App;
use crate::app::matters::{Matter, MatterQuery, Suggestion};
use crate::domain::ids::CaseId;
use crate::error::Result;

/// Matters that people came with.
#[derive(Serialize, ToSchema)]
pub struct Matters {
    /// The most frequent first.
    pub items: Vec<Matter>,
}

/// Units that solved the same matter before.
#[derive(Serialize, ToSchema)]
pub struct Suggestions {
    /// The most experienced first.
    pub items: Vec<Suggestion>,
}

/// List frequent matters
///
/// The matters of the latest cases that the asker may see: what is likely to be registered next.
#[utoipa::path(
    tag = "cases",
    params(MatterQuery),
    responses((status = 200, description = "The matters.", body = Matters), ReadProblems),
)]
#[get("/matters")]
pub async fn list_matters(
    app: Data<App>,
    who: Acting<RegisterCase>,
    query: Query<MatterQuery>,
) -> Result<HttpResponse> {
    let items = app.matters(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(Matters { items }))
}

/// Suggest units for a case
///
/// Which units solved the same matter before, as main unit.
#[utoipa::path(
    tag = "cases",
    params(("id" = String, Path, description = "The case.")),
    responses((status = 200, description = "The units.", body = Suggestions), ReadProblems),
)]
#[get("/{id}/suggestions")]
pub async fn list_suggestions(app: Data<App>, who: Acting<ReadPrecedents>, id: Path<CaseId>) -> Result<HttpResponse> {
    let items = app.suggestions(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(Suggestions { items }))
}
