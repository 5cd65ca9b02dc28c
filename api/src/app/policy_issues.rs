//! Use cases on policy issues: opened with the explanation of their case, reported by the office.

use chrono::{DateTime, Datelike, Utc};

use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::crypto::random::new_id;
use crate::domain::calendar::shanghai_date;
use crate::domain::ids::PolicyIssueId;
use crate::domain::log::{ActedBy, Draft};
use crate::domain::permission::{self, Entry, Scope};
use crate::domain::policy_issue::{PolicyIssue, PolicyIssueEvent, ReportPolicyIssue, SERIES};
use crate::error::{Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, Receipt, Series, Write, policy_issues};

impl App {
    /// A policy issue's first event.
    pub(crate) fn new_policy_issue(
        &self,
        opened: Draft<PolicyIssueEvent>,
        by: &ActedBy,
        now: DateTime<Utc>,
    ) -> Write<PolicyIssue> {
        let series = Series { name: SERIES, year: shanghai_date(now).year() };
        self.begin(&new_id(now), vec![opened], by.clone(), now, Some(series))
    }

    /// 报送.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`, `version_conflict`, `wrong_state`, or the field at fault.
    pub async fn report_policy_issue(
        &self,
        principal: &Principal,
        id: &PolicyIssueId,
        command: ReportPolicyIssue,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt> {
        let (actor, id) = (principal.actor.clone(), id.clone());
        self.decide_and_commit(principal, once, move |app, conn| {
            let known = app.surroundings(conn)?;
            let permit = permission::enter(&actor, Entry::ReportPolicyIssues)?;
            let loaded = load_visible_issue(conn, &app.scope(&actor, &known.units), &id)?;
            check_version(version, true, loaded.version)?;
            let now = app.now_after(loaded.state.last_at);
            let drafts = command.clone().decide(&loaded.state, &permit, now)?;
            Ok(Changes::new().write(app.go_on(id.as_str(), loaded, drafts, ActedBy::from(&actor), now)))
        })
        .await
    }
}

/// A policy issue that the scope lets through.
pub(crate) fn load_visible_issue(conn: &mut AnyConn, scope: &Scope, id: &PolicyIssueId) -> Result<Loaded<PolicyIssue>> {
    if !policy_issues::is_visible(conn, scope, id.as_str())? {
        return Err(Error::not_found("政策限制类问题"));
    }
    streams::load::<PolicyIssue>(conn, id.as_str())?.ok_or_else(|| Error::not_found("政策限制类问题"))
}
