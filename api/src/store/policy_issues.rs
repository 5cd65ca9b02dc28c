//! Lists of policy issues. Every query goes through [`visible`].

use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::conn::{AnyConn, MultiBackend};
use super::page::beyond;
pub use super::rows::PolicyIssueRow;
use super::schema::policy_issues;
use super::ts::Ts;
use crate::domain::ids::{CaseId, PolicyIssueId};
use crate::domain::permission::{Reach, Scope};
use crate::error::Result;

type Condition = Box<dyn BoxableExpression<policy_issues::table, MultiBackend, SqlType = Bool>>;

/// A policy issue is seen by the lead of its sector, and by those who see every case.
fn visible(scope: &Scope) -> Condition {
    use diesel::dsl::sql;
    match &scope.reach {
        Reach::All => Box::new(sql::<Bool>("1 = 1")),
        Reach::Sector(sector, _) => Box::new(policy_issues::sector.eq(sector.as_str())),
        Reach::Nothing | Reach::Registrar(_) | Reach::Intake(_) | Reach::Handling(_) => Box::new(sql::<Bool>("1 = 0")),
    }
}

/// Whether an issue may be known to exist.
///
/// # Errors
/// Where the database fails.
pub fn is_visible(conn: &mut AnyConn, scope: &Scope, id: &str) -> Result<bool> {
    let found = policy_issues::table.filter(policy_issues::id.eq(id)).filter(visible(scope)).select(policy_issues::id);
    Ok(found.first::<String>(conn).optional()?.is_some())
}

/// The issue that this case opened last.
///
/// # Errors
/// Where the database fails.
pub fn of_case(conn: &mut AnyConn, case: &CaseId) -> Result<Option<PolicyIssueId>> {
    let opened = policy_issues::table.filter(policy_issues::case_id.eq(case.as_str()));
    let id: Option<String> = opened
        .order((policy_issues::year.desc(), policy_issues::serial.desc()))
        .select(policy_issues::id)
        .first(conn)
        .optional()?;
    Ok(id.map(PolicyIssueId::new))
}

/// A page of policy issues, the latest opened first.
///
/// # Errors
/// Where the database fails.
pub fn page(
    conn: &mut AnyConn,
    scope: &Scope,
    state: Option<&str>,
    after: Option<(Ts, String)>,
    limit: i64,
) -> Result<Vec<PolicyIssueRow>> {
    let mut query = policy_issues::table.into_boxed::<MultiBackend>().filter(visible(scope));
    if let Some(state) = state {
        query = query.filter(policy_issues::state.eq(state.to_owned()));
    }
    if let Some((at, id)) = after {
        query = query.filter(beyond("(opened_at, id) < (", at, id));
    }
    Ok(query
        .order((policy_issues::opened_at.desc(), policy_issues::id.desc()))
        .limit(limit)
        .select(PolicyIssueRow::as_select())
        .load(conn)?)
}
