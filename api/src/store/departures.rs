//! Cases that units have left.

use diesel::prelude::*;

use super::conn::{AnyConn, MultiBackend};
use super::page::beyond;
pub use super::rows::DepartureRow;
use super::rows::part;
use super::schema::departures;
use super::ts::Ts;
use crate::domain::permission::{Reach, Scope};
use crate::error::Result;

/// A page of the cases that the scope's unit has left, the latest left first.
///
/// # Errors
/// Where the database fails.
pub fn page(conn: &mut AnyConn, scope: &Scope, after: Option<(Ts, String)>, limit: i64) -> Result<Vec<DepartureRow>> {
    let (unit, part) = match &scope.reach {
        Reach::Handling(unit) => (unit, part::HANDLING),
        Reach::Sector(_, unit) => (unit, part::DECIDING),
        Reach::All | Reach::Intake(_) | Reach::Registrar(_) | Reach::Nothing => return Ok(Vec::new()),
    };
    let of_unit = departures::unit_id.eq(unit.to_string()).and(departures::part.eq(part));
    let mut query = departures::table.into_boxed::<MultiBackend>().filter(of_unit);
    if let Some((at, id)) = after {
        query = query.filter(beyond("(at, case_id) < (", at, id));
    }
    Ok(query
        .order((departures::at.desc(), departures::case_id.desc()))
        .limit(limit)
        .select(DepartureRow::as_select())
        .load(conn)?)
}
