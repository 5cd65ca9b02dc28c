//! Lists of cases and of work orders: filters, keyset pages, short forms.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::page::{Page, cut_page, page_limit, read_cursor, write_cursor};
use super::{At, UnitName};
use crate::app::App;
use crate::app::personal::Content;
use crate::auth::Principal;
use crate::domain::calendar::{Calendar, shanghai_date, start_of_day};
use crate::domain::case::{Case, OrganisationData, PersonalData};
use crate::domain::ids::{CaseId, CauseId, MeetingId, UnitId, WorkOrderId};
use crate::domain::log::Actor;
use crate::domain::masking::mask_name;
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry, sees_matter_only};
use crate::domain::search::{Sought, sought};
use crate::domain::text::Line;
use crate::domain::unit::Directory;
use crate::domain::words::{CaseState, Channel, Light, Outcome, ReporterKind, ResponseLevel, Sector, SheetState};
use crate::error::{Error, Result};
use crate::store::parts::{self, PartRow};
use crate::store::{AnyConn, CaseRow, SheetRow, Ts, cases, search, sheets, stream_name};

const LONGEST_STATES: usize = 200;
/// The year of the plan: no case has a number of an earlier one.
const FIRST_YEAR: i32 = 2021;

/// In what order cases are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListSort {
    /// The nearest deadline first; without one last.
    #[default]
    Due,
    /// The latest accepted first.
    Accepted,
}

/// What a list of cases is filtered by. All conditions together.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct CaseQuery {
    /// Where it stands; several, separated by commas.
    #[param(max_length = 200, example = "in_progress,awaiting_verification")]
    pub state: Option<String>,
    /// Only open, or only closed ones.
    pub open: Option<bool>,
    /// The field.
    pub sector: Option<Sector>,
    /// The channel.
    pub channel: Option<Channel>,
    /// The level reached.
    #[param(minimum = 1, maximum = 3)]
    pub level: Option<u8>,
    /// The outcome.
    pub outcome: Option<Outcome>,
    /// The unit in whose hands it is.
    pub holder_unit: Option<UnitId>,
    /// The main unit of the open assignment.
    pub main_unit: Option<UnitId>,
    /// Where it came in.
    pub source_unit: Option<UnitId>,
    /// The light at this moment.
    pub light: Option<Light>,
    /// 是否需要市级部门协调解决: the office's watch list.
    pub needs_municipal_coordination: Option<bool>,
    /// Accepted on this day or later.
    pub accepted_from: Option<NaiveDate>,
    /// Accepted on this day or earlier.
    pub accepted_to: Option<NaiveDate>,
    /// The number, whole.
    pub number: Option<Number>,
    /// What to look for: a number (`2021-0001`, `No.0001`), or words that all stand in number, matter, reason,
    /// problem or the name of an organisation. Two characters find; persons are found by `search_person` only.
    #[param(value_type = String, min_length = 2, max_length = 100, example = "燃气 过户")]
    pub q: Option<Line<2, 100>>,
    /// The order.
    #[param(inline)]
    pub sort: ListSort,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins: the `next_cursor` of the page before.
    #[param(max_length = 200)]
    pub cursor: Option<String>,
    /// Whether to count all.
    pub count: bool,
}

/// What a list of work orders is filtered by.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct SheetQuery {
    /// Where it stands.
    pub state: Option<SheetState>,
    /// The main unit.
    pub main_unit: Option<UnitId>,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins.
    #[param(max_length = 200)]
    pub cursor: Option<String>,
}

/// Who reported, in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReporterSummary {
    /// What kind of reporter.
    pub kind: ReporterKind,
    /// An organisation's name in the clear, a person's masked.
    pub name: Option<String>,
}

/// A case in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseSummary {
    /// The identifier.
    pub id: CaseId,
    /// The number.
    pub number: Number,
    /// The version.
    pub version: i64,
    /// When the asker's unit left the case, if it has: everything here is as it stood then.
    pub read_until: Option<At>,
    /// Where it stands.
    pub state: CaseState,
    /// The field.
    pub sector: Sector,
    /// The channel.
    pub channel: Channel,
    /// The level reached.
    pub level: Option<ResponseLevel>,
    /// The outcome.
    pub outcome: Option<Outcome>,
    /// 事项名称.
    pub matter_name: String,
    /// Who reported.
    pub reporter: ReporterSummary,
    /// In whose hands it is.
    pub holder_unit: Option<UnitName>,
    /// The main unit.
    pub main_unit: Option<UnitName>,
    /// Where it came in.
    pub source_unit: UnitName,
    /// 受理时间.
    pub accepted_at: At,
    /// When it was closed.
    pub closed_at: Option<At>,
    /// The cause as known so far.
    pub cause: Option<CauseId>,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: bool,
    /// How often verification sent it back (退回重办).
    pub send_backs: i32,
    /// The joint meeting, not yet signed, on whose agenda it stands.
    pub meeting: Option<MeetingId>,
    /// The deadline's day.
    pub due_date: Option<NaiveDate>,
    /// Working days left after today; of what is overdue those gone by, negative.
    pub days_left: Option<i64>,
    /// Its light.
    pub light: Option<Light>,
    /// Whether the deadline is provisional.
    pub provisional: bool,
}

/// A work order in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SheetSummary {
    /// The identifier.
    pub id: WorkOrderId,
    /// The number.
    pub number: Number,
    /// The version.
    pub version: i64,
    /// Where it stands.
    pub state: SheetState,
    /// The field.
    pub sector: Sector,
    /// The drafter's unit.
    pub drafter_unit: UnitName,
    /// The main unit.
    pub main_unit: UnitName,
    /// When it was drafted.
    pub drafted_at: At,
    /// When it was dispatched.
    pub dispatched_at: Option<At>,
    /// The deadline's day.
    pub due_date: Option<NaiveDate>,
    /// How many cases.
    pub cases: i32,
}

impl SheetSummary {
    pub(crate) fn of(row: &SheetRow, units: &Directory) -> Result<Self> {
        let unit = |id: &String| UnitName::of(&UnitId::new(id.clone()), units);
        Ok(Self {
            id: WorkOrderId::new(row.id.clone()),
            number: Number { year: row.year, serial: row.serial },
            version: row.version,
            state: word(&row.state)?,
            sector: word(&row.sector)?,
            drafter_unit: unit(&row.drafter_unit),
            main_unit: unit(&row.main_unit),
            drafted_at: At(row.drafted_at.0),
            dispatched_at: row.dispatched_at.map(|at| At(at.0)),
            due_date: row.due_date,
            cases: row.cases,
        })
    }
}

impl App {
    /// A page of the cases that the asker may see.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn list_cases(&self, principal: &Principal, query: CaseQuery) -> Result<Page<CaseSummary>> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let now = Ts::from(app.clock.now());
                let units = app.directory(conn)?;
                let scope = app.scope(&actor, &units);
                let limit = page_limit(query.limit)?;
                let after = query.cursor.as_deref().map(read_cursor).transpose()?;
                let mut filter = filter(&query, now)?;
                if let Some(q) = &query.q {
                    look_for(conn, q, now, &mut filter)?;
                }
                let sort = match query.sort {
                    ListSort::Due => cases::Sort::Due,
                    ListSort::Accepted => cases::Sort::Accepted,
                };
                let rows = cases::page(conn, &scope, &filter, sort, after, limit + 1)?;
                let (rows, next_cursor) = cut_page(rows, limit, |row| {
                    let at = if sort == cases::Sort::Due { row.due_at } else { row.accepted_at };
                    write_cursor(at, &row.id)
                });
                let total = if query.count { Some(cases::count(conn, &scope, &filter)?) } else { None };
                let items = app.case_summaries(conn, &rows, &actor, &units, now)?;
                Ok(Page { items, next_cursor, total })
            })
            .await
    }

    /// Cases as lists show them, in the order of `rows`.
    pub(crate) fn case_summaries(
        &self,
        conn: &mut AnyConn,
        rows: &[CaseRow],
        actor: &Actor,
        units: &Directory,
        now: Ts,
    ) -> Result<Vec<CaseSummary>> {
        let reporters = self.reporters(conn, rows, actor)?;
        let in_force = self.calendar(conn)?;
        let calendar = &in_force.state.calendar;
        rows.iter().zip(reporters).map(|(row, name)| summary(row, name, units, calendar, now)).collect()
    }

    /// The names to show for the reporters of these cases: public ones, or masked.
    fn reporters(&self, conn: &mut AnyConn, rows: &[CaseRow], actor: &Actor) -> Result<Vec<Option<String>>> {
        let streams: Vec<String> = rows.iter().map(|row| stream_name::<Case>(&row.id)).collect();
        let mut found = parts::latest(conn, &streams, &["organisation", "person"])?;
        streams
            .iter()
            .zip(rows)
            .map(|(stream, row)| match found.remove(stream) {
                Some(parts) if !row.anonymous && !sees_matter_only(actor, row.confidential) => {
                    self.reporter_name(word(&row.reporter_kind)?, &parts)
                }
                _ => Ok(None),
            })
            .collect()
    }

    /// The name of one who gave it: an organisation's stands in one part, a person's in the other. A part
    /// that was put right may have left an older one behind.
    fn reporter_name(&self, kind: ReporterKind, rows: &[PartRow]) -> Result<Option<String>> {
        let name = if kind.has_public_name() { "organisation" } else { "person" };
        let row = rows.iter().find(|row| row.name == name);
        let Some(Content::Is(json)) = row.map(|row| self.open_part(row)).transpose()? else { return Ok(None) };
        if kind.has_public_name() {
            let organisation: OrganisationData = serde_json::from_str(&json).map_err(Error::internal)?;
            return Ok(Some(organisation.name));
        }
        let person: PersonalData = serde_json::from_str(&json).map_err(Error::internal)?;
        Ok(person.name.map(|name| mask_name(&name)))
    }

    /// A page of the work orders that the asker may see.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn list_sheets(&self, principal: &Principal, query: SheetQuery) -> Result<Page<SheetSummary>> {
        permission::enter(&principal.actor, Entry::ReadWorkOrders)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let scope = app.scope(&actor, &units);
                let limit = page_limit(query.limit)?;
                let after = query.cursor.as_deref().map(read_cursor).transpose()?;
                let state = query.state.map(SheetState::as_str);
                let rows =
                    sheets::page(conn, &scope, state, query.main_unit.as_ref().map(UnitId::as_str), after, limit + 1)?;
                let (rows, next_cursor) = cut_page(rows, limit, |row| write_cursor(row.drafted_at, &row.id));
                let items = rows.iter().map(|row| SheetSummary::of(row, &units)).collect::<Result<_>>()?;
                Ok(Page { items, next_cursor, total: None })
            })
            .await
    }
}

fn filter(query: &CaseQuery, now: Ts) -> Result<cases::Filter> {
    let word = |w: Option<&'static str>| w.map(str::to_owned);
    if query.level.is_some_and(|level| !(1..=3).contains(&level)) {
        return Err(Error::field("level", "应为1至3"));
    }
    let state = match &query.state {
        Some(list) if list.len() > LONGEST_STATES => {
            return Err(Error::field("state", format!("最多{LONGEST_STATES}个字符")));
        }
        Some(list) => list
            .split(',')
            .map(|s| s.parse::<CaseState>().map(|s| s.as_str().to_owned()))
            .collect::<Result<_, _>>()
            .map_err(|e| Error::field("state", e.to_string()))?,
        None => Vec::new(),
    };
    let day = |date: Option<NaiveDate>| date.map(|d| Ts(start_of_day(d)));
    let (mut due_from, mut due_before, mut amber_before) = (None, None, None);
    match query.light {
        Some(Light::Red) => due_before = Some(now),
        Some(Light::Amber) => (due_from, amber_before) = (Some(next(now)), Some(now)),
        Some(Light::Green) => due_from = Some(next(now)),
        None => {}
    }
    Ok(cases::Filter {
        state,
        open: query.open,
        sector: word(query.sector.map(Sector::as_str)),
        channel: word(query.channel.map(Channel::as_str)),
        level: query.level.map(i32::from),
        outcome: word(query.outcome.map(Outcome::as_str)),
        holder_unit: query.holder_unit.as_ref().map(UnitId::to_string),
        main_unit: query.main_unit.as_ref().map(UnitId::to_string),
        source_unit: query.source_unit.as_ref().map(UnitId::to_string),
        due_before: due_before.map(next),
        due_from,
        amber_before,
        amber_after: (query.light == Some(Light::Green)).then_some(now),
        needs_municipal_coordination: query.needs_municipal_coordination,
        accepted_from: day(query.accepted_from),
        accepted_before: day(query.accepted_to.and_then(|d| d.succ_opt())),
        number: query.number.map(|n| (n.year, n.serial)),
        serial: None,
        text: None,
    })
}

/// Narrows a list to what somebody looks for.
fn look_for(conn: &mut AnyConn, q: &str, now: Ts, filter: &mut cases::Filter) -> Result<()> {
    match sought(q) {
        Some(Sought::Number { year, serial }) => {
            let years = year.map_or_else(|| (FIRST_YEAR..=shanghai_date(now.0).year()).collect(), |year| vec![year]);
            filter.serial = Some((years, serial));
        }
        Some(Sought::Terms(terms)) => filter.text = Some(search::matches(conn, &terms)?),
        None => return Err(Error::field("q", "没有可以查找的文字或数字")),
    }
    Ok(())
}

/// The next instant that the database can tell from this one.
fn next(at: Ts) -> Ts {
    Ts(at.0 + chrono::TimeDelta::milliseconds(1))
}

pub(super) fn summary(
    row: &CaseRow,
    name: Option<String>,
    units: &Directory,
    calendar: &Calendar,
    now: Ts,
) -> Result<CaseSummary> {
    let unit = |id: &String| UnitName::of(&UnitId::new(id.clone()), units);
    let level = row.level.and_then(|l| u8::try_from(l).ok()).and_then(|l| ResponseLevel::try_from(l).ok());
    Ok(CaseSummary {
        id: CaseId::new(row.id.clone()),
        number: Number { year: row.year, serial: row.serial },
        version: row.version,
        read_until: None,
        state: word(&row.state)?,
        sector: word(&row.sector)?,
        channel: word(&row.channel)?,
        level,
        outcome: row.outcome.as_deref().map(word).transpose()?,
        matter_name: row.matter_name.clone(),
        reporter: ReporterSummary { kind: word(&row.reporter_kind)?, name },
        holder_unit: row.holder_unit.as_ref().map(unit),
        main_unit: row.main_unit.as_ref().map(unit),
        source_unit: unit(&row.source_unit),
        accepted_at: At(row.accepted_at.0),
        closed_at: row.closed_at.map(|at| At(at.0)),
        cause: row.cause.as_deref().map(CauseId::from),
        needs_municipal_coordination: row.needs_municipal_coordination,
        send_backs: row.send_backs,
        meeting: row.meeting_id.as_deref().map(MeetingId::from),
        due_date: row.due_date,
        days_left: row.due_date.map(|due_date| calendar.working_days_left(shanghai_date(now.0), due_date)),
        light: row.amber_at.map(|amber_at| Light::at(now.0, amber_at.0, row.due_at.0)),
        provisional: row.provisional,
    })
}

pub(super) fn word<W: std::str::FromStr<Err: std::fmt::Display>>(code: &str) -> Result<W> {
    code.parse().map_err(Error::internal)
}
