//! Policy issues.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ReadPolicyIssues, ReportPolicyIssues};
use super::cases::History;
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader, etag};
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use super::query::Query;
use super::receipt::{ReceiptView, answer, once};
use crate::app::App;
use crate::app::views::{Page, PolicyIssueQuery, PolicyIssueSummary, PolicyIssueView};
use crate::domain::ids::PolicyIssueId;
use crate::domain::policy_issue::ReportPolicyIssue;
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_policy_issues)
        .service(get_policy_issue)
        .service(get_policy_issue_history)
        .service(report_policy_issue);
}

/// List policy issues
///
/// Those that the asker may see, the latest opened first; keyset pages.
#[utoipa::path(
    tag = "policy issues",
    params(PolicyIssueQuery),
    responses((status = 200, description = "A page.", body = Page<PolicyIssueSummary>), ReadProblems),
)]
#[get("")]
pub async fn list_policy_issues(
    app: Data<App>,
    who: Acting<ReadPolicyIssues>,
    query: Query<PolicyIssueQuery>,
) -> Result<HttpResponse> {
    let page = app.list_policy_issues(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Read a policy issue
///
/// The rule that stood in the way, the case it was explained in, and how it was reported.
#[utoipa::path(
    tag = "policy issues",
    params(("id" = String, Path, description = "The issue.")),
    responses(
        (status = 200, description = "The issue.", body = PolicyIssueView, headers(("ETag" = String))),
        ReadProblems,
    ),
)]
#[get("/{id}")]
pub async fn get_policy_issue(
    app: Data<App>,
    who: Acting<ReadPolicyIssues>,
    id: Path<PolicyIssueId>,
) -> Result<HttpResponse> {
    let issue = app.get_policy_issue(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().insert_header(etag(issue.version)).json(issue))
}

/// Read a policy issue's history
///
/// Every event, oldest first, with its texts.
#[utoipa::path(
    tag = "policy issues",
    params(("id" = String, Path, description = "The issue.")),
    responses((status = 200, description = "The history.", body = History), ReadProblems),
)]
#[get("/{id}/history")]
pub async fn get_policy_issue_history(
    app: Data<App>,
    who: Acting<ReadPolicyIssues>,
    id: Path<PolicyIssueId>,
) -> Result<HttpResponse> {
    let items = app.policy_issue_history(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(History { items }))
}

/// Record that a policy issue was reported to the municipality
#[utoipa::path(
    tag = "policy issues",
    params(("id" = String, Path, description = "The issue."), IfMatchHeader, IdempotencyHeader),
    responses((status = 200, description = "Done.", body = ReceiptView, headers(("ETag" = String))), CommandProblems),
)]
#[post("/{id}/report")]
pub async fn report_policy_issue(
    app: Data<App>,
    who: Acting<ReportPolicyIssues>,
    id: Path<PolicyIssueId>,
    version: IfMatch,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<ReportPolicyIssue>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let receipt = app.report_policy_issue(&who.principal, &id, body.into_inner(), version.0, &once).await?;
    Ok(answer(receipt))
}
