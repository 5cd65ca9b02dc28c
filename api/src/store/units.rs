//! Reading units.

use diesel::prelude::*;

use super::conn::AnyConn;
use super::schema::{assignments, cases, posts, units, work_order_units, work_orders};
use super::streams;
use crate::domain::unit::{Burden, Directory, Unit};
use crate::domain::words::{AssignmentState, SheetState};
use crate::error::Result;

/// What changes whenever any unit does: how many there are and the sum of their `seq`.
pub type Stamp = (i64, i64);

/// The present stamp of all units.
///
/// # Errors
/// Where the database fails.
pub fn stamp(conn: &mut AnyConn) -> Result<Stamp> {
    let seqs: Vec<i64> = units::table.select(units::seq).load(conn)?;
    Ok((i64::try_from(seqs.len()).unwrap_or(i64::MAX), seqs.iter().sum()))
}

/// All units.
///
/// # Errors
/// Where the database fails.
pub fn directory(conn: &mut AnyConn) -> Result<Directory> {
    let ids: Vec<String> = units::table.select(units::id).order(units::id).load(conn)?;
    let loaded = streams::load_many::<Unit>(conn, ids.iter().map(String::as_str))?;
    Ok(Directory::new(loaded.into_iter().map(|l| (l.state, l.seq))))
}

/// What still lies with a unit.
///
/// # Errors
/// Where the database fails.
pub fn burden(conn: &mut AnyConn, unit: &str) -> Result<Burden> {
    let open = [AssignmentState::Open, AssignmentState::Answered].map(AssignmentState::as_str);
    let undispatched = [SheetState::Draft, SheetState::AwaitingConfirmation].map(SheetState::as_str);
    let its_sheets = work_order_units::table.filter(work_order_units::unit_id.eq(unit));
    Ok(Burden {
        cases: cases::table
            .filter(cases::holder_unit.eq(unit))
            .filter(cases::closed_at.is_null())
            .count()
            .get_result(conn)?,
        assignments: assignments::table
            .filter(assignments::unit_id.eq(unit))
            .filter(assignments::state.eq_any(open))
            .count()
            .get_result(conn)?,
        sheets: work_orders::table
            .filter(work_orders::id.eq_any(its_sheets.select(work_order_units::work_order_id)))
            .filter(work_orders::state.eq_any(undispatched))
            .count()
            .get_result(conn)?,
        units: units::table.filter(units::parent.eq(unit).and(units::closed.eq(false))).count().get_result(conn)?,
        posts: posts::table.filter(posts::unit_id.eq(unit)).count().get_result(conn)?,
    })
}
