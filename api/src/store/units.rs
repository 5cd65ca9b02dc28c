//! Reading units.

use diesel::prelude::*;

use super::conn::AnyConn;
use super::rows::part;
use super::schema::{assignments, case_units, cases, posts, units, work_order_units, work_orders};
use super::streams;
use crate::domain::case::Case;
use crate::domain::ids::UnitId;
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
    // Whom an undispatched sheet hasn't reached: its co units. Who declined it isn't named by it any more.
    let unreached = work_order_units::unit_id.eq(unit).and(diesel::dsl::not(work_order_units::sees));
    let as_co = work_order_units::table.filter(unreached).select(work_order_units::work_order_id);
    let named = work_orders::drafter_unit.eq(unit).or(work_orders::main_unit.eq(unit));
    Ok(Burden {
        cases: cases::table
            .filter(cases::holder_unit.eq(unit))
            .filter(cases::closed_at.is_null())
            .count()
            .get_result(conn)?,
        returning: returning(conn, unit)?,
        assignments: assignments::table
            .filter(assignments::unit_id.eq(unit))
            .filter(assignments::state.eq_any(open))
            .count()
            .get_result(conn)?,
        sheets: work_orders::table
            .filter(named.or(work_orders::id.eq_any(as_co)))
            .filter(work_orders::state.eq_any(undispatched))
            .count()
            .get_result(conn)?,
        units: units::table.filter(units::parent.eq(unit).and(units::closed.eq(false))).count().get_result(conn)?,
        posts: posts::table.filter(posts::unit_id.eq(unit)).count().get_result(conn)?,
    })
}

/// How many open cases in others' hands may come back to the unit.
fn returning(conn: &mut AnyConn, unit: &str) -> Result<i64> {
    let taken_in = case_units::table.filter(case_units::unit_id.eq(unit).and(case_units::part.eq(part::INTAKE)));
    let elsewhere: Vec<String> = cases::table
        .filter(cases::id.eq_any(taken_in.select(case_units::case_id)))
        .filter(cases::closed_at.is_null().and(cases::holder_unit.ne(unit)))
        .select(cases::id)
        .load(conn)?;
    let (unit, mut count) = (UnitId::new(unit), 0);
    for some in elsewhere.chunks(200) {
        let loaded = streams::load_many::<Case>(conn, some.iter().map(String::as_str))?;
        count += loaded.iter().map(|case| i64::from(case.state.may_come_back_to(&unit))).sum::<i64>();
    }
    Ok(count)
}
