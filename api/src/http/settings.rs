//! The district's settings.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ManageSettings, ReadAdministration, ReadSettings};
use super::cases::History;
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader, etag};
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use super::receipt::{ReceiptView, answer, once};
use crate::app::App;
use crate::domain::settings::{ChangeSettings, Settings};
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_settings).service(change_settings).service(get_settings_history);
}

/// The settings in force.
#[derive(Serialize, ToSchema)]
pub struct SettingsInForce {
    /// The version, for `If-Match`; 0 as long as the defaults hold.
    pub version: i64,
    /// The values.
    pub values: Settings,
}

/// Read the settings
///
/// What the district has set where the plan is silent; the defaults where it hasn't.
#[utoipa::path(
    tag = "settings",
    responses((status = 200, description = "The settings.", body = SettingsInForce, headers(("ETag" = String))), ReadProblems),
)]
#[get("")]
pub async fn get_settings(app: Data<App>, who: Acting<ReadSettings>) -> Result<HttpResponse> {
    let (values, version) = app.get_settings(&who.principal).await?;
    Ok(HttpResponse::Ok().insert_header(etag(version)).json(SettingsInForce { version, values }))
}

/// Change settings
///
/// They hold for what is decided from now on; deadlines already set stay as they are.
#[utoipa::path(
    tag = "settings",
    params(IfMatchHeader, IdempotencyHeader),
    responses((status = 200, description = "Changed.", body = ReceiptView, headers(("ETag" = String))), CommandProblems),
)]
#[post("/change")]
pub async fn change_settings(
    app: Data<App>,
    who: Acting<ManageSettings>,
    version: IfMatch,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<ChangeSettings>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    Ok(answer(app.change_settings(&who.principal, body.into_inner(), version.0, &once).await?))
}

/// Read the settings' history
///
/// Every change, oldest first, with the values changed and the reason.
#[utoipa::path(tag = "settings", responses((status = 200, description = "The history.", body = History), ReadProblems))]
#[get("/history")]
pub async fn get_settings_history(app: Data<App>, who: Acting<ReadAdministration>) -> Result<HttpResponse> {
    let items = app.settings_history(&who.principal).await?;
    Ok(HttpResponse::Ok().json(History { items }))
}
