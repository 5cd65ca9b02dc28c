//! What waits for a unit.

use diesel::prelude::*;

use super::conn::AnyConn;
pub use super::rows::TaskRow;
use super::schema::tasks;
use super::ts::Ts;
use crate::domain::ids::UnitId;
use crate::domain::words::TaskKind;
use crate::error::Result;

fn codes(kinds: &[TaskKind]) -> Vec<&'static str> {
    kinds.iter().map(|kind| kind.as_str()).collect()
}

/// A page of what waits for this unit, of these kinds, the nearest deadline first. `after` is the
/// deadline and `case/kind` of the row before.
///
/// # Errors
/// Where the database fails.
pub fn page(
    conn: &mut AnyConn,
    unit: &UnitId,
    kinds: &[TaskKind],
    after: Option<(Ts, String)>,
    limit: i64,
) -> Result<Vec<TaskRow>> {
    let mut query = tasks::table
        .filter(tasks::unit_id.eq(unit.as_str()).and(tasks::kind.eq_any(codes(kinds))))
        .order((tasks::due_at, tasks::case_id, tasks::kind))
        .limit(limit)
        .select(TaskRow::as_select())
        .into_boxed::<super::conn::MultiBackend>();
    if let Some((at, place)) = after {
        let (case, kind) = place.split_once('/').unwrap_or((&place, ""));
        let (case, kind) = (case.to_owned(), kind.to_owned());
        let same_case = tasks::case_id.gt(case.clone()).or(tasks::case_id.eq(case).and(tasks::kind.gt(kind)));
        query = query.filter(tasks::due_at.gt(at).or(tasks::due_at.eq(at).and(same_case)));
    }
    Ok(query.load(conn)?)
}

/// How many wait, and how many of them are past their date, by kind.
///
/// # Errors
/// Where the database fails.
pub fn counts(conn: &mut AnyConn, unit: &UnitId, kinds: &[TaskKind], now: Ts) -> Result<Vec<(String, i64, i64)>> {
    let mine = || tasks::table.filter(tasks::unit_id.eq(unit.as_str()).and(tasks::kind.eq_any(codes(kinds))));
    let all: Vec<(String, i64)> =
        mine().group_by(tasks::kind).select((tasks::kind, diesel::dsl::count_star())).load(conn)?;
    let overdue: Vec<(String, i64)> = mine()
        .filter(tasks::due_at.le(now))
        .group_by(tasks::kind)
        .select((tasks::kind, diesel::dsl::count_star()))
        .load(conn)?;
    let late = |kind: &str| overdue.iter().find(|(k, _)| k == kind).map_or(0, |(_, n)| *n);
    Ok(all.into_iter().map(|(kind, count)| (kind.clone(), count, late(&kind))).collect())
}

/// One share of the work that waits for a unit.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = tasks)]
#[expect(missing_docs, reason = "the columns say it")]
pub struct Share {
    pub unit_id: String,
    pub kind: String,
    pub amber_at: Option<Ts>,
    pub due_at: Ts,
}

/// All that waits for any unit, of these kinds.
///
/// # Errors
/// Where the database fails.
pub fn shares(conn: &mut AnyConn, kinds: &[TaskKind]) -> Result<Vec<Share>> {
    Ok(tasks::table.filter(tasks::kind.eq_any(codes(kinds))).select(Share::as_select()).load(conn)?)
}

/// Cases in which some share of the work stands in the amber light at `now`.
///
/// # Errors
/// Where the database fails.
pub fn amber(conn: &mut AnyConn, now: Ts) -> Result<Vec<String>> {
    let shares = codes(&[TaskKind::Receive, TaskKind::Handle, TaskKind::CoHandle]);
    Ok(tasks::table
        .filter(tasks::kind.eq_any(shares).and(tasks::amber_at.le(now)).and(tasks::due_at.gt(now)))
        .select(tasks::case_id)
        .distinct()
        .load(conn)?)
}
