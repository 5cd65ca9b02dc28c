//! The calendar: its years and versions, the import of notices, and the calculator of deadlines,
//! which is open to all.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get, post};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ManageCalendar, ReadCalendar};
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader, etag};
use super::json::Json;
use super::limit::client_ip;
use super::problem::{CommandProblems, PublicProblems, ReadProblems};
use super::query::Query;
use super::receipt::{ReceiptView, once};
use super::{Limits, Site};
use crate::app::App;
use crate::app::views::{CalendarDryRun, CalendarVersionView, CalendarView};
use crate::domain::calendar::{CalendarError, CalendarYear, Reckoning, shanghai_date};
use crate::error::{Error, Result};

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_calendar)
        .service(list_calendar_versions)
        .service(dry_run_calendar)
        .service(import_calendar)
        .service(get_deadline);
}

/// Which year.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CalendarQuery {
    /// From the calendar's first year to 2100; default: this year.
    #[param(minimum = 2019, maximum = 2100, example = 2021)]
    pub year: Option<i32>,
}

/// All versions of the calendar.
#[derive(Serialize, ToSchema)]
pub struct CalendarVersions {
    /// The one in force first.
    pub items: Vec<CalendarVersionView>,
}

/// What an import answers.
#[derive(Serialize, ToSchema)]
pub struct ImportReceipt {
    /// The calendar's new version.
    #[serde(flatten)]
    pub receipt: ReceiptView,
    /// How many open deadlines this request has moved or settled; none when it is repeated.
    pub deadlines_moved: usize,
}

/// Read the calendar
///
/// One year of it with all its days, the version in force, and until when it is published.
#[utoipa::path(
    tag = "calendar",
    params(CalendarQuery),
    responses((status = 200, description = "The year.", body = CalendarView, headers(("ETag" = String))), ReadProblems),
)]
#[get("")]
pub async fn get_calendar(
    app: Data<App>,
    who: Acting<ReadCalendar>,
    query: Query<CalendarQuery>,
) -> Result<HttpResponse> {
    let view = app.get_calendar(&who.principal, query.year).await?;
    Ok(HttpResponse::Ok().insert_header(etag(view.version)).json(view))
}

/// List the versions of the calendar
#[utoipa::path(
    tag = "calendar",
    responses((status = 200, description = "The versions.", body = CalendarVersions), ReadProblems),
)]
#[get("/versions")]
pub async fn list_calendar_versions(app: Data<App>, who: Acting<ReadCalendar>) -> Result<HttpResponse> {
    let items = app.list_calendar_versions(&who.principal).await?;
    Ok(HttpResponse::Ok().json(CalendarVersions { items }))
}

/// Try an import
///
/// Which days a new year's arrangement, or an amended one, would change, and which open deadlines
/// it would move: number, unit, old and new date only. Nothing is changed.
#[utoipa::path(
    tag = "calendar",
    responses((status = 200, description = "What would change.", body = CalendarDryRun), CommandProblems),
)]
#[post("/dry-run")]
pub async fn dry_run_calendar(
    app: Data<App>,
    who: Acting<ManageCalendar>,
    body: Json<CalendarYear>,
) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(app.dry_run_calendar(&who.principal, body.into_inner()).await?))
}

/// Import a notice
///
/// A new year's arrangement, or an amended one, as it stands after all of the year's notices, those
/// known already first; a district's own order too. Open deadlines move at once, each with an event
/// that names the notice.
#[utoipa::path(
    tag = "calendar",
    params(IfMatchHeader, IdempotencyHeader),
    responses((status = 200, description = "Imported.", body = ImportReceipt, headers(("ETag" = String))), CommandProblems),
)]
#[post("/import")]
pub async fn import_calendar(
    app: Data<App>,
    who: Acting<ManageCalendar>,
    version: IfMatch,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<CalendarYear>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let imported = app.import_calendar(&who.principal, body.into_inner(), version.0, &once).await?;
    let tag = etag(imported.receipt.version);
    let body = ImportReceipt { receipt: imported.receipt.into(), deadlines_moved: imported.moved };
    Ok(HttpResponse::Ok().insert_header(tag).json(body))
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

/// A deadline as it would be set now.
#[derive(Serialize, ToSchema)]
pub struct DeadlineView {
    /// The day, and those that lead to it.
    #[serde(flatten)]
    pub reckoning: Reckoning,
    /// The hour at which the last day ends, Asia/Shanghai; 24 is the day's end.
    #[schema(minimum = 1, maximum = 24)]
    pub closing_hour: u32,
}

/// Reckon a deadline
///
/// With each day counted or skipped, why, and by which notice of the State Council.
#[utoipa::path(
    tag = "calendar",
    security(()),
    params(DeadlineQuery),
    responses((status = 200, description = "The reckoning.", body = DeadlineView), PublicProblems),
)]
#[get("/deadline")]
pub async fn get_deadline(
    app: Data<App>,
    limits: Data<Limits>,
    site: Data<Site>,
    request: HttpRequest,
    query: Query<DeadlineQuery>,
) -> Result<HttpResponse> {
    limits.public.check(("deadline", client_ip(&request, site.trusted_proxies)))?;
    let from = date(&query.from)?;
    let in_force = app.calendar_in_force().await?;
    let reckoning = in_force.state.calendar.reckon(from, query.working_days).map_err(refused)?;
    let closing_hour = app.settings_in_force().await?.closing_hour;
    Ok(HttpResponse::Ok().json(DeadlineView { reckoning, closing_hour }))
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
