//! Alive, ready, and measured.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::PublicProblems;
use crate::app::App;
use crate::error::Result;

/// How the service is.
#[derive(Serialize, ToSchema)]
pub struct Health {
    /// `alive` or `ready`.
    pub status: &'static str,
}

/// Whether the process is alive
#[utoipa::path(
    tag = "health",
    security(()),
    responses((status = 200, description = "Alive.", body = Health), PublicProblems),
)]
#[get("/healthz")]
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "alive" })
}

/// Whether it can serve
///
/// The database answers, its tables are current, and the followers are near the end of the log.
#[utoipa::path(
    tag = "health",
    security(()),
    responses((status = 200, description = "Ready.", body = Health), PublicProblems),
)]
#[get("/readyz")]
pub async fn readyz(app: Data<App>) -> Result<HttpResponse> {
    app.ready().await?;
    Ok(HttpResponse::Ok().json(Health { status: "ready" }))
}

/// Figures for Prometheus
#[utoipa::path(
    tag = "health",
    security(()),
    responses((status = 200, description = "Figures.", body = String, content_type = "text/plain"), PublicProblems),
)]
#[get("/metrics")]
pub async fn metrics(registry: Data<crate::metrics::Metrics>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(registry.render()?))
}
