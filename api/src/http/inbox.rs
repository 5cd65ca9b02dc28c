//! What waits for the asker.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ReadInbox};
use super::problem::ReadProblems;
use super::query::Query;
use crate::app::App;
use crate::app::inbox::{InboxCounts, InboxQuery, TaskView};
use crate::app::views::Page;
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_inbox).service(count_inbox);
}

/// List what waits for the asker
///
/// In the role and unit in which they act, the nearest deadline first; keyset pages.
#[utoipa::path(
    tag = "inbox",
    params(InboxQuery),
    responses((status = 200, description = "A page.", body = Page<TaskView>), ReadProblems),
)]
#[get("")]
pub async fn list_inbox(app: Data<App>, who: Acting<ReadInbox>, query: Query<InboxQuery>) -> Result<HttpResponse> {
    let page = app.inbox(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Count what waits for the asker
///
/// By kind, with the work orders that the unit is asked to confirm.
#[utoipa::path(
    tag = "inbox",
    responses((status = 200, description = "The counts.", body = InboxCounts), ReadProblems),
)]
#[get("/counts")]
pub async fn count_inbox(app: Data<App>, who: Acting<ReadInbox>) -> Result<HttpResponse> {
    let counts = app.inbox_counts(&who.principal).await?;
    Ok(HttpResponse::Ok().json(counts))
}
