//! Notices: what reached the post in which one acts.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get, post};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::Acting;
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use super::query::Query;
use crate::app::App;
use crate::app::views::{NoticePage, NoticeQuery};
use crate::domain::ids::NoticeId;
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_notices).service(read_all_notices).service(read_notice);
}

/// Up to which notice all are read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadAll {
    /// The latest notice that the person has seen.
    pub up_to: NoticeId,
}

/// List notices
///
/// What reached the post in which the asker acts, the latest first; keyset pages.
#[utoipa::path(
    tag = "notices",
    params(NoticeQuery),
    responses((status = 200, description = "A page.", body = NoticePage), ReadProblems),
)]
#[get("")]
pub async fn list_notices(app: Data<App>, who: Acting, query: Query<NoticeQuery>) -> Result<HttpResponse> {
    let page = app.list_notices(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Mark a notice as read
///
/// For the asker alone; others who hold the post keep it unread.
#[utoipa::path(
    tag = "notices",
    params(("id" = String, Path, description = "The notice.")),
    responses((status = 204, description = "Read."), CommandProblems),
)]
#[post("/{id}/read")]
pub async fn read_notice(app: Data<App>, who: Acting, id: Path<NoticeId>) -> Result<HttpResponse> {
    app.read_notice(&who.principal, &id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Mark all notices as read
///
/// Those of the post in which the asker acts, up to the one named: what came meanwhile stays unread.
#[utoipa::path(tag = "notices", responses((status = 204, description = "Read."), CommandProblems))]
#[post("/read-all")]
pub async fn read_all_notices(app: Data<App>, who: Acting, body: Json<ReadAll>) -> Result<HttpResponse> {
    app.read_notices_up_to(&who.principal, &body.up_to).await?;
    Ok(HttpResponse::NoContent().finish())
}
