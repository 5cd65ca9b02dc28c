//! The calculator of deadlines, open to all.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::limit::client_ip;
use super::problem::PublicProblems;
use super::query::Query;
use super::{Limits, Site};
use crate::domain::calendar::{Calendar, CalendarError, Reckoning, shanghai_date};
use crate::error::{Error, Result};

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_deadline);
}

/// From when, and how many working days.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DeadlineQuery {
    /// A date (Asia/Shanghai) or an instant (RFC 3339); 2019-01-01 or later. The day itself isn't
    /// counted.
    #[param(max_length = 40, example = "2021-09-01")]
    pub from: String,
    /// 1 to 250.
    #[param(minimum = 1, maximum = 250, example = 5)]
    pub working_days: u32,
}

/// Reckon a deadline
///
/// With each day counted or skipped, why, and by which notice of the State Council.
#[utoipa::path(
    tag = "calendar",
    security(()),
    params(DeadlineQuery),
    responses((status = 200, description = "The reckoning.", body = Reckoning), PublicProblems),
)]
#[get("/deadline")]
pub async fn get_deadline(
    limits: Data<Limits>,
    site: Data<Site>,
    request: HttpRequest,
    query: Query<DeadlineQuery>,
) -> Result<HttpResponse> {
    limits.public.check(("deadline", client_ip(&request, site.trusted_proxies)))?;
    let from = date(&query.from)?;
    let reckoning = Calendar::built_in().reckon(from, query.working_days).map_err(refused)?;
    Ok(HttpResponse::Ok().json(reckoning))
}

/// An instant with nanoseconds and offset is shorter.
const LONGEST_INSTANT: usize = 40;

/// A date, or the date in Shanghai of an instant. A `+` of an offset may have become a space.
fn date(text: &str) -> Result<NaiveDate> {
    let text = Some(text).filter(|text| text.len() <= LONGEST_INSTANT).unwrap_or_default();
    let instant = || text.replace(' ', "+").parse::<DateTime<Utc>>().ok().map(shanghai_date);
    text.parse::<NaiveDate>()
        .ok()
        .or_else(instant)
        .ok_or_else(|| Error::field("from", "应为日期（如 2021-09-01）或带时区的时刻（如 2021-09-01T09:00:00+08:00）"))
}

fn refused(error: CalendarError) -> Error {
    let path = match error {
        CalendarError::PeriodOutOfRange => "working_days",
        _ => "from",
    };
    Error::field(path, error.to_string())
}
