//! Lists of work orders. Every query goes through [`visible`].

use diesel::dsl::exists;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::conn::{AnyConn, MultiBackend};
use super::page::beyond;
pub use super::rows::SheetRow;
use super::schema::{work_order_units, work_orders};
use super::ts::Ts;
use crate::domain::ids::{UnitId, WorkOrderId};
use crate::domain::permission::{Reach, Scope};
use crate::domain::words::SheetState;
use crate::error::Result;

type Condition = Box<dyn BoxableExpression<work_orders::table, MultiBackend, SqlType = Bool>>;

/// A work order is seen by the units that have a part in it by now, by the lead of its sector, and by those
/// who see every case.
fn visible(scope: &Scope) -> Condition {
    use diesel::dsl::sql;
    let concerned = |unit: &str| {
        work_order_units::table
            .filter(work_order_units::unit_id.eq(unit.to_owned()).and(work_order_units::sees))
            .select(work_order_units::work_order_id)
    };
    match &scope.reach {
        Reach::All => Box::new(sql::<Bool>("1 = 1")),
        Reach::Nothing | Reach::Registrar(_) => Box::new(sql::<Bool>("1 = 0")),
        Reach::Sector(sector, unit) => {
            let part = concerned(unit.as_str()).filter(work_order_units::work_order_id.eq(work_orders::id));
            Box::new(work_orders::sector.eq(sector.as_str()).or(exists(part)))
        }
        Reach::Intake(unit) | Reach::Handling(unit) => Box::new(work_orders::id.eq_any(concerned(unit.as_str()))),
    }
}

/// Whether a work order may be known to exist.
///
/// # Errors
/// Where the database fails.
pub fn is_visible(conn: &mut AnyConn, scope: &Scope, id: &str) -> Result<bool> {
    let found = work_orders::table.filter(work_orders::id.eq(id)).filter(visible(scope)).select(work_orders::id);
    Ok(found.first::<String>(conn).optional()?.is_some())
}

/// The identifiers of those that units have been asked to confirm, whoever may see them.
///
/// # Errors
/// Where the database fails.
pub fn awaiting_confirmation(conn: &mut AnyConn) -> Result<Vec<String>> {
    let waiting = work_orders::state.eq(SheetState::AwaitingConfirmation.as_str());
    Ok(work_orders::table.filter(waiting).select(work_orders::id).load(conn)?)
}

/// The identifiers of those that aren't dispatched yet, whoever may see them.
///
/// # Errors
/// Where the database fails.
pub fn undispatched(conn: &mut AnyConn) -> Result<Vec<String>> {
    let undispatched = [SheetState::Draft, SheetState::AwaitingConfirmation].map(SheetState::as_str);
    Ok(work_orders::table.filter(work_orders::state.eq_any(undispatched)).select(work_orders::id).load(conn)?)
}

/// A page of work orders, the latest drafted first.
///
/// # Errors
/// Where the database fails.
pub fn page(
    conn: &mut AnyConn,
    scope: &Scope,
    state: Option<&str>,
    main_unit: Option<&str>,
    after: Option<(Ts, String)>,
    limit: i64,
) -> Result<Vec<SheetRow>> {
    let mut query = work_orders::table.into_boxed::<MultiBackend>().filter(visible(scope));
    if let Some(state) = state {
        query = query.filter(work_orders::state.eq(state.to_owned()));
    }
    if let Some(unit) = main_unit {
        query = query.filter(work_orders::main_unit.eq(unit.to_owned()));
    }
    if let Some((at, id)) = after {
        query = query.filter(beyond("(drafted_at, id) < (", at, id));
    }
    Ok(query
        .order((work_orders::drafted_at.desc(), work_orders::id.desc()))
        .limit(limit)
        .select(SheetRow::as_select())
        .load(conn)?)
}

/// Sheets whose main unit's silence may confirm them by `now`.
///
/// # Errors
/// Where the database fails.
pub fn waking(conn: &mut AnyConn, now: Ts) -> Result<Vec<WorkOrderId>> {
    let ids: Vec<String> =
        work_orders::table.filter(work_orders::wakes_at.le(now)).select(work_orders::id).load(conn)?;
    Ok(ids.into_iter().map(WorkOrderId::new).collect())
}

/// The sheets of a main unit in one state, the oldest first.
///
/// # Errors
/// Where the database fails.
pub fn of_main_unit(conn: &mut AnyConn, unit: &UnitId, state: SheetState) -> Result<Vec<SheetRow>> {
    Ok(work_orders::table
        .filter(work_orders::main_unit.eq(unit.as_str()).and(work_orders::state.eq(state.as_str())))
        .order((work_orders::drafted_at, work_orders::id))
        .select(SheetRow::as_select())
        .load(conn)?)
}
