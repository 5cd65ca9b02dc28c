//! What happened in a period, in figures.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ReadCases};
use super::problem::ReadProblems;
use super::query::Query;
use crate::app::App;
use crate::app::statistics::{CustodyQuery, CustodyStatistics};
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_custody);
}

/// Count custody by unit
///
/// How many working days of the period each unit held the cases that the asker may see. Each working day
/// of a case belongs to whoever holds it at its 24:00, the day of closing to who held it last; days before
/// registration belong to the registering unit, days closed to nobody. Days to come aren't counted.
#[utoipa::path(
    tag = "statistics",
    params(CustodyQuery),
    responses((status = 200, description = "The figures.", body = CustodyStatistics), ReadProblems),
)]
#[get("/custody")]
pub async fn get_custody(app: Data<App>, who: Acting<ReadCases>, query: Query<CustodyQuery>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(app.custody(&who.principal, query.into_inner()).await?))
}
