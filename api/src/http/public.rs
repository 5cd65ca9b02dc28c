//! What is open to the reporter, by number and enquiry code.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

use super::headers::{IdempotencyHeader, IdempotencyKey};
use super::json::Json;
use super::limit::client_ip;
use super::problem::{PublicProblems, ReporterProblems, references};
use super::query::Query;
use super::receipt::once;
use super::{Limits, Site};
use crate::app::App;
use crate::app::public::{Progress, unknown};
use crate::domain::case::{Answer, Rate, RequestReopen};
use crate::domain::number::Number;
use crate::domain::text::Text;
use crate::domain::words::Satisfaction;
use crate::error::{Error, Result};

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_progress)
        .service(answer_as_reporter)
        .service(rate_as_reporter)
        .service(request_reopen_as_reporter);
}

/// The reporter's proof.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct EnquiryQuery {
    /// The enquiry code given at registration.
    #[param(min_length = 8, max_length = 8)]
    pub code: String,
}

/// 告知结果, by the reporter: whether it is solved, and how content they are.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerAsReporter {
    /// The enquiry code.
    #[schema(min_length = 8, max_length = 8)]
    pub code: String,
    /// Whether the problem is solved.
    pub solved: bool,
    /// The grade.
    #[serde(default)]
    pub satisfaction: Option<Satisfaction>,
    /// Opinions and wishes. 涉密材料请勿在网上提交.
    #[serde(default)]
    pub opinion: Option<Text<1, 4000>>,
}

/// 评价, by the reporter.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RateAsReporter {
    /// The enquiry code.
    #[schema(min_length = 8, max_length = 8)]
    pub code: String,
    /// The grade.
    pub satisfaction: Satisfaction,
    /// In words. 涉密材料请勿在网上提交.
    #[serde(default)]
    pub comment: Option<Text<1, 2000>>,
}

/// 申请重新办理, by the reporter.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestReopenAsReporter {
    /// The enquiry code.
    #[schema(min_length = 8, max_length = 8)]
    pub code: String,
    /// Why. 涉密材料请勿在网上提交.
    pub reason: Text<1, 2000>,
}

struct NotFoundToo;

impl utoipa::IntoResponses for NotFoundToo {
    fn responses() -> std::collections::BTreeMap<String, utoipa::openapi::RefOr<utoipa::openapi::response::Response>> {
        references(&[404])
    }
}

/// The case that somebody asks for by its number. Every guess costs the guesser's address.
pub struct Enquired(Number);

impl FromRequest for Enquired {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

impl Enquired {
    fn of(request: &HttpRequest) -> Result<Self> {
        let missing = || Error::internal("the routes are mounted without limits");
        let limits = request.app_data::<Data<Limits>>().ok_or_else(missing)?;
        let site = request.app_data::<Data<Site>>().ok_or_else(missing)?;
        limits.enquiries.check(("enquiry", client_ip(request, site.trusted_proxies)))?;
        // What can't be a number is answered as an unknown one.
        let number = request.match_info().query("number").parse();
        number.map(Self).map_err(|_| unknown())
    }
}

/// Read a case's progress
///
/// In plain words, by number and enquiry code. A wrong number and a wrong code get the same answer.
#[utoipa::path(
    tag = "public",
    security(()),
    params(("number" = String, Path, description = "The case's number."), EnquiryQuery),
    responses((status = 200, description = "The progress.", body = Progress), PublicProblems, NotFoundToo),
)]
#[get("/{number}")]
pub async fn get_progress(app: Data<App>, case: Enquired, query: Query<EnquiryQuery>) -> Result<HttpResponse> {
    let progress = app.progress(case.0, &query.into_inner().code).await?;
    Ok(HttpResponse::Ok().json(progress))
}

/// Answer whether the problem is solved, as its reporter
///
/// While the result is verified. The reporter's own answer outranks what a call found.
#[utoipa::path(
    tag = "public",
    security(()),
    params(("number" = String, Path, description = "The case's number."), IdempotencyHeader),
    responses((status = 200, description = "The progress.", body = Progress), ReporterProblems),
)]
#[post("/{number}/answer")]
pub async fn answer_as_reporter(
    app: Data<App>,
    case: Enquired,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<AnswerAsReporter>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let AnswerAsReporter { code, solved, satisfaction, opinion } = body.into_inner();
    let answer = Answer { solved, satisfaction, opinion };
    let progress = app.command_as_reporter(case.0, &code, answer, &once).await?;
    Ok(HttpResponse::Ok().json(progress))
}

/// Rate a closed case as its reporter
#[utoipa::path(
    tag = "public",
    security(()),
    params(("number" = String, Path, description = "The case's number."), IdempotencyHeader),
    responses((status = 200, description = "The progress.", body = Progress), ReporterProblems),
)]
#[post("/{number}/rate")]
pub async fn rate_as_reporter(
    app: Data<App>,
    case: Enquired,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<RateAsReporter>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let RateAsReporter { code, satisfaction, comment } = body.into_inner();
    let progress = app.command_as_reporter(case.0, &code, Rate { satisfaction, comment }, &once).await?;
    Ok(HttpResponse::Ok().json(progress))
}

/// Ask to take a closed case up again as its reporter
#[utoipa::path(
    tag = "public",
    security(()),
    params(("number" = String, Path, description = "The case's number."), IdempotencyHeader),
    responses((status = 200, description = "The progress.", body = Progress), ReporterProblems),
)]
#[post("/{number}/request-reopen")]
pub async fn request_reopen_as_reporter(
    app: Data<App>,
    case: Enquired,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<RequestReopenAsReporter>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let RequestReopenAsReporter { code, reason } = body.into_inner();
    let progress = app.command_as_reporter(case.0, &code, RequestReopen { reason }, &once).await?;
    Ok(HttpResponse::Ok().json(progress))
}
