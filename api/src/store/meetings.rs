//! Lists of joint meetings. Every query goes through [`visible`].

use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::cases::part;
use super::conn::{AnyConn, MultiBackend};
pub use super::rows::MeetingRow;
use super::schema::{case_units, cases, meeting_cases, meeting_units, meetings};
use super::ts::Ts;
use crate::domain::permission::{Reach, Scope};
use crate::error::Result;

type Condition = Box<dyn BoxableExpression<meetings::table, MultiBackend, SqlType = Bool>>;

/// A meeting is seen by those who may see a case on its agenda (as `store::cases` says), and by the
/// units invited.
fn visible(scope: &Scope) -> Condition {
    use diesel::dsl::sql;
    let with_part = |unit: &str, part: &str| {
        case_units::table
            .filter(case_units::unit_id.eq(unit.to_owned()).and(case_units::part.eq(part.to_owned())))
            .select(case_units::case_id)
    };
    macro_rules! about {
        ($cases:expr) => {
            meetings::id.eq_any(
                meeting_cases::table.filter(meeting_cases::case_id.eq_any($cases)).select(meeting_cases::meeting_id),
            )
        };
    }
    let invited = |unit: &str| {
        let units = meeting_units::table.filter(meeting_units::unit_id.eq(unit.to_owned()));
        meetings::id.eq_any(units.select(meeting_units::meeting_id))
    };
    match &scope.reach {
        Reach::All => Box::new(sql::<Bool>("1 = 1")),
        Reach::Nothing | Reach::Registrar(_) => Box::new(sql::<Bool>("1 = 0")),
        Reach::Sector(sector, unit) => {
            let decided = cases::id.eq_any(with_part(unit.as_str(), part::DECIDING));
            let seen = cases::table.filter(cases::sector.eq(sector.as_str()).or(decided)).select(cases::id);
            Box::new(about!(seen).or(invited(unit.as_str())))
        }
        Reach::Intake(unit) => Box::new(about!(with_part(unit.as_str(), part::INTAKE)).or(invited(unit.as_str()))),
        Reach::Handling(unit) => Box::new(about!(with_part(unit.as_str(), part::HANDLING)).or(invited(unit.as_str()))),
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
        let same = meetings::planned_at.eq(at).and(meetings::id.gt(id));
        query = query.filter(meetings::planned_at.lt(at).or(same));
    }
    Ok(query
        .order((meetings::planned_at.desc(), meetings::id))
        .limit(limit)
        .select(MeetingRow::as_select())
        .load(conn)?)
}
