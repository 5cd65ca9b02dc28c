//! Lists of cases. Every query goes through [`visible`].

use std::collections::{BTreeSet, HashMap};

use diesel::dsl::{exists, not, sql};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::conn::{AnyConn, MultiBackend};
use super::page::beyond;
pub use super::rows::project::case_row as row;
pub use super::rows::{AssignmentRow, CaseRow, part};
use super::schema::{assignments, blind_index, case_units, cases, tasks};
use super::search::{Key, Matches};
use super::ts::Ts;
use crate::domain::ids::{CaseId, UnitId};
use crate::domain::number::Number;
use crate::domain::permission::{Reach, Scope};
use crate::domain::words::{CaseState, TaskKind};
use crate::error::Result;

/// A condition on cases.
pub(super) type Condition = Box<dyn BoxableExpression<cases::table, MultiBackend, SqlType = Bool>>;

/// The one place that says which cases a scope lets through whole; what units have left is in
/// [`super::departures`]. Looked at `one_by_one`, a unit's part in each case is looked up; else its cases
/// are found first.
fn visible(scope: &Scope, one_by_one: bool) -> Condition {
    let with_part = |unit: &UnitId, part: &str| {
        let holds = case_units::unit_id.eq(unit.to_string()).and(case_units::part.eq(part.to_owned()));
        case_units::table.filter(holds).select(case_units::case_id)
    };
    let has_part = |unit: &UnitId, part: &str| exists(with_part(unit, part).filter(case_units::case_id.eq(cases::id)));
    let by_part = |unit: &UnitId, part: &str| -> Condition {
        if one_by_one { Box::new(has_part(unit, part)) } else { Box::new(cases::id.eq_any(with_part(unit, part))) }
    };
    match &scope.reach {
        Reach::All => Box::new(sql::<Bool>("1 = 1")),
        Reach::Nothing => Box::new(sql::<Bool>("1 = 0")),
        // A lead has decided most of what it sees: found by its sector.
        Reach::Sector(sector, unit) => Box::new(cases::sector.eq(sector.as_str()).or(has_part(unit, part::DECIDING))),
        Reach::Intake(unit) => by_part(unit, part::INTAKE),
        Reach::Handling(unit) => by_part(unit, part::HANDLING),
        Reach::Registrar(user) => Box::new(cases::registered_by.eq(user.to_string())),
    }
}

/// Whether a case may be known to exist.
///
/// # Errors
/// Where the database fails.
pub fn is_visible(conn: &mut AnyConn, scope: &Scope, id: &str) -> Result<bool> {
    if scope.reach == Reach::All {
        return Ok(true);
    }
    Ok(!visible_among(conn, scope, &[id.to_owned()])?.is_empty())
}

/// The case of this number, whoever asks.
///
/// # Errors
/// Where the database fails.
pub fn by_number(conn: &mut AnyConn, number: Number) -> Result<Option<String>> {
    let numbered = cases::table.filter(cases::year.eq(number.year).and(cases::serial.eq(number.serial)));
    Ok(numbered.select(cases::id).first(conn).optional()?)
}

/// The rows of these cases.
///
/// # Errors
/// Where the database fails.
pub fn by_ids(conn: &mut AnyConn, ids: &[&str]) -> Result<Vec<CaseRow>> {
    Ok(cases::table.filter(cases::id.eq_any(ids)).select(CaseRow::as_select()).load(conn)?)
}

/// Cases where time alone may have something to bring about by `now`, after this one.
///
/// # Errors
/// Where the database fails.
pub fn waking(conn: &mut AnyConn, now: Ts, after: Option<(Ts, CaseId)>, limit: i64) -> Result<Vec<(Ts, CaseId)>> {
    let mut query = cases::table
        .filter(cases::wakes_at.le(now))
        .order((cases::wakes_at, cases::id))
        .limit(limit)
        .select((cases::wakes_at.assume_not_null(), cases::id))
        .into_boxed::<MultiBackend>();
    if let Some((at, id)) = after {
        query = query.filter(cases::wakes_at.gt(at).or(cases::wakes_at.eq(at).and(cases::id.gt(id.to_string()))));
    }
    let rows: Vec<(Ts, String)> = query.load(conn)?;
    Ok(rows.into_iter().map(|(at, id)| (at, CaseId::new(id))).collect())
}

/// Which of these cases may be known to exist.
///
/// # Errors
/// Where the database fails.
pub fn visible_among(conn: &mut AnyConn, scope: &Scope, ids: &[String]) -> Result<BTreeSet<String>> {
    let found = cases::table.filter(cases::id.eq_any(ids)).filter(visible(scope, true)).select(cases::id);
    Ok(found.load::<String>(conn)?.into_iter().collect())
}

/// What a list of cases is filtered by.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each is the column of its name")]
pub struct Filter {
    pub state: Vec<String>,
    pub open: Option<bool>,
    pub sector: Option<String>,
    pub channel: Option<String>,
    pub level: Option<i32>,
    pub outcome: Option<String>,
    pub holder_unit: Option<String>,
    pub main_unit: Option<String>,
    pub source_unit: Option<String>,
    pub due_before: Option<Ts>,
    pub due_from: Option<Ts>,
    pub amber_before: Option<Ts>,
    pub amber_after: Option<Ts>,
    pub needs_municipal_coordination: Option<bool>,
    pub accepted_from: Option<Ts>,
    pub accepted_before: Option<Ts>,
    pub number: Option<(i32, i64)>,
    /// One serial of any of these years.
    pub serial: Option<(Vec<i32>, i64)>,
    pub text: Option<Matches>,
}

/// In what order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The nearest deadline first; without one last.
    #[default]
    Due,
    /// The latest accepted first.
    Accepted,
}

/// Where a page begins: after this key.
pub type After = (Ts, String);

/// A page of cases that the scope lets through.
///
/// # Errors
/// Where the database fails.
pub fn page(
    conn: &mut AnyConn,
    scope: &Scope,
    filter: &Filter,
    sort: Sort,
    after: Option<After>,
    limit: i64,
) -> Result<Vec<CaseRow>> {
    let mut query = filtered(scope, filter);
    query = match (sort, after) {
        (Sort::Due, None) => query.order((cases::due_at, cases::id)),
        (Sort::Due, Some((at, id))) => {
            query.filter(beyond("(due_at, cases.id) > (", at, id)).order((cases::due_at, cases::id))
        }
        (Sort::Accepted, None) => query.order((cases::accepted_at.desc(), cases::id.desc())),
        (Sort::Accepted, Some((at, id))) => query
            .filter(beyond("(accepted_at, cases.id) < (", at, id))
            .order((cases::accepted_at.desc(), cases::id.desc())),
    };
    Ok(query.limit(limit).select(CaseRow::as_select()).load(conn)?)
}

/// The identifiers of all cases of which a deadline may run, whoever may see them: those that aren't
/// closed, and the closed ones in which somebody still owes an answer.
///
/// # Errors
/// Where the database fails.
pub fn running(conn: &mut AnyConn) -> Result<Vec<String>> {
    let open = CaseState::ALL.iter().filter(|state| **state != CaseState::Closed).map(|state| state.as_str());
    let mut running: Vec<String> = cases::table.filter(cases::state.eq_any(open)).select(cases::id).load(conn)?;
    let owed = [TaskKind::DecideReopen, TaskKind::AnswerDissatisfaction].map(TaskKind::as_str);
    running
        .extend(tasks::table.filter(tasks::kind.eq_any(owed)).select(tasks::case_id).distinct().load::<String>(conn)?);
    Ok(running)
}

/// The identifiers of the cases that the scope lets through, after this one, that were accepted before
/// `until` and weren't closed for good before `since`; in their order.
///
/// # Errors
/// Where the database fails.
pub fn alive_between(
    conn: &mut AnyConn,
    scope: &Scope,
    sector: Option<&str>,
    (since, until): (Ts, Ts),
    after: &str,
    limit: i64,
) -> Result<Vec<String>> {
    let filter = Filter { sector: sector.map(str::to_owned), accepted_before: Some(until), ..Filter::default() };
    Ok(filtered(scope, &filter)
        .filter(cases::closed_at.is_null().or(cases::closed_at.ge(since)))
        .filter(cases::id.gt(after.to_owned()))
        .order(cases::id)
        .limit(limit)
        .select(cases::id)
        .load(conn)?)
}

/// What is counted of an open case.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = cases)]
#[expect(missing_docs, reason = "the columns say it")]
pub struct OpenCase {
    pub state: String,
    pub sector: String,
    pub level: Option<i32>,
    pub holder_unit: Option<String>,
    pub amber_at: Option<Ts>,
    pub due_at: Ts,
}

/// All open cases that the scope lets through, for counting.
///
/// # Errors
/// Where the database fails.
pub fn open_within(conn: &mut AnyConn, scope: &Scope) -> Result<Vec<OpenCase>> {
    let open = CaseState::ALL.iter().filter(|state| **state != CaseState::Closed).map(|state| state.as_str());
    let query = cases::table.filter(cases::state.eq_any(open)).filter(visible(scope, false));
    Ok(query.select(OpenCase::as_select()).load(conn)?)
}

/// The matters of the latest accepted cases that the scope lets through, the latest first.
///
/// # Errors
/// Where the database fails.
pub fn latest_matters(conn: &mut AnyConn, scope: &Scope, text: Option<Matches>, limit: i64) -> Result<Vec<String>> {
    let filter = Filter { text, ..Filter::default() };
    let latest = filtered(scope, &filter).order((cases::accepted_at.desc(), cases::id.desc())).limit(limit);
    Ok(latest.select(cases::matter_name).load(conn)?)
}

/// A case that a unit has solved.
#[derive(Clone, Debug)]
pub struct SolvedCase {
    /// Who solved it.
    pub unit: String,
    /// Its number.
    pub number: (i32, i64),
    /// When it was closed.
    pub closed_at: Ts,
}

/// The latest accepted cases of this matter that a unit solved, whoever may see them. `text` are the
/// cases that have the words of the matter.
///
/// # Errors
/// Where the database fails.
pub fn solved_alike(conn: &mut AnyConn, matter_name: &str, text: Matches, limit: i64) -> Result<Vec<SolvedCase>> {
    let filter = Filter { text: Some(text), outcome: Some("solved".into()), ..Filter::default() };
    let alike = narrowed(cases::table.into_boxed::<MultiBackend>(), &filter)
        .filter(cases::matter_name.eq(matter_name.to_owned()).and(cases::closed_at.is_not_null()))
        .order((cases::accepted_at.desc(), cases::id.desc()))
        .limit(limit);
    let found: Vec<(String, (i32, i64), Ts)> =
        alike.select((cases::id, (cases::year, cases::serial), cases::closed_at.assume_not_null())).load(conn)?;
    // Who fed back last, solved it.
    let fed_back = assignments::table
        .filter(assignments::case_id.eq_any(found.iter().map(|(id, ..)| id)))
        .filter(assignments::kind.eq("main").and(assignments::answered_at.is_not_null()))
        .order(assignments::ordinal)
        .select((assignments::case_id, assignments::unit_id));
    let units: HashMap<String, String> = fed_back.load(conn)?.into_iter().collect();
    let solved = found.into_iter().filter_map(|(id, number, closed_at)| {
        units.get(&id).map(|unit| SolvedCase { unit: unit.clone(), number, closed_at })
    });
    Ok(solved.collect())
}

/// How many cases the scope and the filter let through.
///
/// # Errors
/// Where the database fails.
pub fn count(conn: &mut AnyConn, scope: &Scope, filter: &Filter) -> Result<i64> {
    Ok(filtered(scope, filter).count().get_result(conn)?)
}

fn filtered(scope: &Scope, filter: &Filter) -> cases::BoxedQuery<'static, MultiBackend> {
    narrowed(cases::table.into_boxed::<MultiBackend>().filter(visible(scope, false)), filter)
}

fn narrowed<'a>(
    mut query: cases::BoxedQuery<'a, MultiBackend>,
    filter: &Filter,
) -> cases::BoxedQuery<'a, MultiBackend> {
    // Nearly all are closed: found by walking the list in its order, not by that state.
    let closed = CaseState::Closed.as_str();
    if filter.state == [closed] {
        query = query.filter(cases::closed_at.is_not_null());
    } else if !filter.state.is_empty() {
        query = query.filter(cases::state.eq_any(filter.state.clone()));
    }
    query = match filter.open {
        Some(true) => query.filter(cases::state.ne(closed)),
        Some(false) => query.filter(cases::closed_at.is_not_null()),
        None => query,
    };
    // The column alone, which is what the index of the watch list is about.
    query = match filter.needs_municipal_coordination {
        Some(true) => query.filter(cases::needs_municipal_coordination),
        Some(false) => query.filter(not(cases::needs_municipal_coordination)),
        None => query,
    };
    macro_rules! narrow {
        ($($field:ident $column:ident $op:ident;)+) => {
            $(if let Some(value) = filter.$field.clone() {
                query = query.filter(cases::$column.$op(value));
            })+
        };
    }
    narrow! {
        sector sector eq;
        channel channel eq;
        level level eq;
        outcome outcome eq;
        holder_unit holder_unit eq;
        main_unit main_unit eq;
        source_unit source_unit eq;
        due_before due_at lt;
        due_from due_at ge;
        amber_before amber_at le;
        amber_after amber_at gt;
        accepted_from accepted_at ge;
        accepted_before accepted_at lt;
    }
    if let Some((year, serial)) = filter.number {
        query = query.filter(cases::year.eq(year).and(cases::serial.eq(serial)));
    }
    if let Some((years, serial)) = &filter.serial {
        query = query.filter(cases::year.eq_any(years.clone()).and(cases::serial.eq(*serial)));
    }
    match &filter.text {
        Some(Matches::Few(ids)) => query.filter(cases::id.eq_any(ids.clone())),
        Some(Matches::Many(walk)) => walk.conditions().into_iter().fold(query, |query, c| query.filter(c)),
        None => query,
    }
}

/// The cases with any of these keys in the blind index that the scope lets through, the newest
/// first.
///
/// # Errors
/// Where the database fails.
pub fn keyed(conn: &mut AnyConn, scope: &Scope, keys: &[Key], limit: i64) -> Result<Vec<CaseRow>> {
    // A key of one kind is none of another: the hash depends on it.
    let digests = keys.iter().map(|key| key.digest.clone());
    let kinds = keys.iter().map(|key| key.kind);
    let with_key = blind_index::table
        .filter(blind_index::kind.eq_any(kinds).and(blind_index::digest.eq_any(digests)))
        .select(blind_index::case_id);
    Ok(cases::table
        .filter(visible(scope, false))
        .filter(cases::id.eq_any(with_key))
        .order(cases::id.desc())
        .limit(limit)
        .select(CaseRow::as_select())
        .load(conn)?)
}
