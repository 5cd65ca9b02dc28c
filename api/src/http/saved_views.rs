//! Lists of cases that a person comes back to.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete, get, post};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ReadCases};
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use crate::app::App;
use crate::app::saved_views::SavedView;
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_saved_views).service(save_view).service(forget_view);
}

/// Views of a list of cases.
#[derive(Serialize, ToSchema)]
pub struct SavedViews {
    /// By name.
    pub items: Vec<SavedView>,
}

/// List my saved views
#[utoipa::path(
    tag = "saved views",
    responses((status = 200, description = "The views.", body = SavedViews), ReadProblems),
)]
#[get("")]
pub async fn list_saved_views(app: Data<App>, who: Acting<ReadCases>) -> Result<HttpResponse> {
    let items = app.saved_views(&who.principal).await?;
    Ok(HttpResponse::Ok().json(SavedViews { items }))
}

/// Save a view
///
/// A name for a query of the list of cases. One of the same name is replaced.
#[utoipa::path(tag = "saved views", responses((status = 204, description = "Saved."), CommandProblems))]
#[post("")]
pub async fn save_view(app: Data<App>, who: Acting<ReadCases>, body: Json<SavedView>) -> Result<HttpResponse> {
    app.save_view(&who.principal, body.into_inner()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Forget a saved view
#[utoipa::path(
    tag = "saved views",
    params(("name" = String, Path, description = "Its name.", max_length = 40)),
    responses((status = 204, description = "Forgotten."), ReadProblems),
)]
#[delete("/{name}")]
pub async fn forget_view(app: Data<App>, who: Acting<ReadCases>, name: Path<String>) -> Result<HttpResponse> {
    app.forget_view(&who.principal, &name).await?;
    Ok(HttpResponse::NoContent().finish())
}
