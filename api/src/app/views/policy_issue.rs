//! Policy issues: whole, and in lists.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list::word;
use super::page::{cut_page, page_limit, read_cursor, write_cursor};
use super::{At, Page};
use crate::app::App;
use crate::app::policy_issues::load_visible_issue;
use crate::auth::Principal;
use crate::domain::case::Case;
use crate::domain::ids::{CaseId, PolicyIssueId};
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::policy_issue::PolicyIssue;
use crate::domain::words::{PolicyIssueState, Sector};
use crate::error::Result;
use crate::store::streams::Loaded;
use crate::store::{AnyConn, PolicyIssueRow, parts, policy_issues, stream_name};

/// How a policy issue was reported.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PolicyIssueReportView {
    /// When it was entered.
    pub at: At,
    /// To whom.
    pub body: String,
    /// 文号.
    pub document_number: String,
    /// The document's date.
    pub document_date: NaiveDate,
    /// What was reported.
    pub text: Option<String>,
}

/// One policy issue.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PolicyIssueView {
    /// The identifier.
    pub id: PolicyIssueId,
    /// The number.
    pub number: Number,
    /// The version, for `If-Match`.
    pub version: i64,
    /// Where it stands.
    pub state: PolicyIssueState,
    /// The case.
    pub case: CaseId,
    /// The case's number.
    pub case_number: Number,
    /// The case's sector.
    pub sector: Sector,
    /// 事项名称.
    pub matter_name: String,
    /// The provision cited.
    pub provision: Option<String>,
    /// When it was opened.
    pub opened_at: At,
    /// How it was reported; none while it waits for that.
    pub report: Option<PolicyIssueReportView>,
}

/// What a list of policy issues is filtered by.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct PolicyIssueQuery {
    /// Where it stands.
    pub state: Option<PolicyIssueState>,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins.
    #[param(max_length = 200)]
    pub cursor: Option<String>,
}

/// A policy issue in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PolicyIssueSummary {
    /// The identifier.
    pub id: PolicyIssueId,
    /// The number.
    pub number: Number,
    /// The version.
    pub version: i64,
    /// Where it stands.
    pub state: PolicyIssueState,
    /// The case.
    pub case: CaseId,
    /// The case's sector.
    pub sector: Sector,
    /// 事项名称.
    pub matter_name: String,
    /// When it was opened.
    pub opened_at: At,
}

impl App {
    /// A page of the policy issues that the asker may see.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn list_policy_issues(
        &self,
        principal: &Principal,
        query: PolicyIssueQuery,
    ) -> Result<Page<PolicyIssueSummary>> {
        permission::enter(&principal.actor, Entry::ReadPolicyIssues)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let scope = app.scope(&actor, &units);
                let limit = page_limit(query.limit)?;
                let after = query.cursor.as_deref().map(read_cursor).transpose()?;
                let state = query.state.map(PolicyIssueState::as_str);
                let rows = policy_issues::page(conn, &scope, state, after, limit + 1)?;
                let (rows, next_cursor) = cut_page(rows, limit, |row| write_cursor(row.opened_at, &row.id));
                let items = rows.iter().map(summary).collect::<Result<_>>()?;
                Ok(Page { items, next_cursor, total: None })
            })
            .await
    }

    /// One policy issue.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn get_policy_issue(&self, principal: &Principal, id: &PolicyIssueId) -> Result<PolicyIssueView> {
        permission::enter(&principal.actor, Entry::ReadPolicyIssues)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let loaded = load_visible_issue(conn, &app.scope(&actor, &units), &id)?;
                app.policy_issue_view(conn, loaded)
            })
            .await
    }

    fn policy_issue_view(&self, conn: &mut AnyConn, loaded: Loaded<PolicyIssue>) -> Result<PolicyIssueView> {
        let Loaded { state: issue, version, .. } = loaded;
        let of_case = parts::of_stream(conn, &stream_name::<Case>(issue.case.as_str()))?;
        let own = parts::of_stream(conn, &stream_name::<PolicyIssue>(issue.id.as_str()))?;
        let report = match issue.report {
            Some(report) => Some(PolicyIssueReportView {
                at: At(report.at),
                body: report.body,
                document_number: report.document_number,
                document_date: report.document_date,
                text: self.text_of(&own, report.text.as_ref())?,
            }),
            None => None,
        };
        Ok(PolicyIssueView {
            provision: self.text_of(&of_case, issue.provision.as_ref())?,
            id: issue.id,
            number: issue.number,
            version,
            state: issue.state,
            case: issue.case,
            case_number: issue.case_number,
            sector: issue.sector,
            matter_name: issue.matter_name,
            opened_at: At(issue.opened_at),
            report,
        })
    }
}

fn summary(row: &PolicyIssueRow) -> Result<PolicyIssueSummary> {
    Ok(PolicyIssueSummary {
        id: PolicyIssueId::new(row.id.clone()),
        number: Number { year: row.year, serial: row.serial },
        version: row.version,
        state: word(&row.state)?,
        case: CaseId::new(row.case_id.clone()),
        sector: word(&row.sector)?,
        matter_name: row.matter_name.clone(),
        opened_at: At(row.opened_at.0),
    })
}
