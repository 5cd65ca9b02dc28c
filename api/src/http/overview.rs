//! What stands where just now.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};

use super::auth::{Acting, ReadCases, ReadWorkload};
use super::problem::ReadProblems;
use crate::app::App;
use crate::app::overview::{Overview, Workload};
use crate::error::Result;

/// Count the open cases
///
/// Those that the asker may see, by their lights: by state, sector, level and holder.
#[utoipa::path(
    tag = "overview",
    responses((status = 200, description = "The counts.", body = Overview), ReadProblems),
)]
#[get("/overview")]
pub async fn get_overview(app: Data<App>, who: Acting<ReadCases>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(app.overview(&who.principal).await?))
}

/// Count the work of units
///
/// What each unit has to receive, to do or to assist in, by its lights, whoever sent it.
#[utoipa::path(
    tag = "overview",
    responses((status = 200, description = "The counts.", body = Workload), ReadProblems),
)]
#[get("/workload")]
pub async fn get_workload(app: Data<App>, who: Acting<ReadWorkload>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(app.workload(&who.principal).await?))
}
