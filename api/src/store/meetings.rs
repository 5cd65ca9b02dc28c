//! Lists of joint meetings. Every query goes through [`visible`].

use diesel::dsl::{exists, sql};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::cases::part;
use super::conn::{AnyConn, MultiBackend};
use super::page::beyond;
pub use super::rows::MeetingRow;
use super::schema::{case_units, cases, meeting_cases, meeting_units, meetings};
use super::ts::Ts;
use crate::domain::ids::UnitId;
use crate::domain::permission::{Reach, Scope};
use crate::error::Result;

type Condition = Box<dyn BoxableExpression<meetings::table, MultiBackend, SqlType = Bool>>;

/// A meeting is seen by those who may see a case on its agenda (as `store::cases` says), and by the
/// units invited. Looked up meeting by meeting: a list shows few of them.
fn visible(scope: &Scope) -> Condition {
    let agenda = || meeting_cases::table.filter(meeting_cases::meeting_id.eq(meetings::id));
    let has_part = |unit: &UnitId, part: &str| {
        let holds = case_units::unit_id.eq(unit.to_string()).and(case_units::part.eq(part.to_owned()));
        exists(case_units::table.filter(holds.and(case_units::case_id.eq(meeting_cases::case_id))))
    };
    let invited = |unit: &UnitId| {
        let units = meeting_units::table.filter(meeting_units::unit_id.eq(unit.to_string()));
        exists(units.filter(meeting_units::meeting_id.eq(meetings::id)))
    };
    match &scope.reach {
        Reach::All => Box::new(sql::<Bool>("1 = 1")),
        Reach::Nothing | Reach::Registrar(_) => Box::new(sql::<Bool>("1 = 0")),
        Reach::Sector(sector, unit) => {
            let of_sector = cases::id.eq(meeting_cases::case_id).and(cases::sector.eq(sector.as_str()));
            let led = exists(cases::table.filter(of_sector));
            Box::new(exists(agenda().filter(led.or(has_part(unit, part::DECIDING)))).or(invited(unit)))
        }
        Reach::Intake(unit) => Box::new(exists(agenda().filter(has_part(unit, part::INTAKE))).or(invited(unit))),
        Reach::Handling(unit) => Box::new(exists(agenda().filter(has_part(unit, part::HANDLING))).or(invited(unit))),
    }
}

/// Whether a meeting may be known to exist.
///
/// # Errors
/// Where the database fails.
pub fn is_visible(conn: &mut AnyConn, scope: &Scope, id: &str) -> Result<bool> {
    let found = meetings::table.filter(meetings::id.eq(id)).filter(visible(scope)).select(meetings::id);
    Ok(found.first::<String>(conn).optional()?.is_some())
}

/// A page of meetings, the latest planned first.
///
/// # Errors
/// Where the database fails.
pub fn page(
    conn: &mut AnyConn,
    scope: &Scope,
    state: Option<&str>,
    after: Option<(Ts, String)>,
    limit: i64,
) -> Result<Vec<MeetingRow>> {
    let mut query = meetings::table.into_boxed::<MultiBackend>().filter(visible(scope));
    if let Some(state) = state {
        query = query.filter(meetings::state.eq(state.to_owned()));
    }
    if let Some((at, id)) = after {
        query = query.filter(beyond("(planned_at, id) < (", at, id));
    }
    Ok(query
        .order((meetings::planned_at.desc(), meetings::id.desc()))
        .limit(limit)
        .select(MeetingRow::as_select())
        .load(conn)?)
}
