//! The log as a whole.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ReadLog};
use super::problem::ReadProblems;
use super::query::Query;
use crate::app::App;
use crate::app::audit::{LogItem, LogQuery};
use crate::app::views::Page;
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_events);
}

/// List the log
///
/// What happened to what, by whom, the latest first; keyset pages. Looking for something rare, a page
/// may hold less than was asked for and still have a next one.
#[utoipa::path(
    tag = "audit",
    params(LogQuery),
    responses((status = 200, description = "A page.", body = Page<LogItem>), ReadProblems),
)]
#[get("/events")]
pub async fn list_events(app: Data<App>, who: Acting<ReadLog>, query: Query<LogQuery>) -> Result<HttpResponse> {
    let page = app.log(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}
