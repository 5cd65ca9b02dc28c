//! Use cases on cases.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, Utc};

use super::changes::preview;
use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::crypto::random::new_id;
use crate::domain::calendar::shanghai_date;
use crate::domain::case::{self, Case, CaseCommand, CaseEvent, Citation, Means, Register};
use crate::domain::ids::{CaseId, UnitId, WorkOrderId};
use crate::domain::log::{ActedBy, Aggregate as _, Draft};
use crate::domain::meeting;
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry, Reading, Scope};
use crate::domain::policy_issue;
use crate::domain::unit::{Directory, Unit};
use crate::domain::words::TaskKind;
use crate::domain::work_order::{self, CaseVersion, SheetEvent, WorkOrder};
use crate::error::{Code, Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, Guard, Receipt, Series, Write, cases, stream_name, users};

/// What registering answers: the receipt, and the code with which the reporter may enquire.
#[derive(Clone, Debug)]
pub struct Registered {
    /// Number, state, version.
    pub receipt: Receipt,
    /// The reporter's enquiry code.
    pub enquiry_code: String,
}

impl App {
    /// 登记.
    ///
    /// # Errors
    /// `role_may_not`, or the field at fault.
    pub async fn register(&self, principal: &Principal, command: Register, once: &Once) -> Result<Registered> {
        let actor = principal.actor.clone();
        let receipt = self
            .decide_and_commit(principal, once, move |app, conn| {
                let now = app.clock.now();
                let known = app.surroundings(conn)?;
                let units = known.units.as_ref();
                let permit = permission::enter(&actor, Entry::RegisterCase)?;
                let mut command = command.clone();
                if let Some(earlier) = command.repeat_of.take() {
                    command.repeat_of = Some(earlier_case(conn, &app.scope(&actor, units), earlier)?);
                }
                let drafts = case::register(command, &permit, known.world(), now)?;
                let id = new_id(now);
                let found_by = app.new_found_by(&id, &drafts)?;
                let series = Series { name: "case", year: shanghai_date(now).year() };
                let mut relied_on = vec![actor.unit.clone()];
                for draft in &drafts {
                    if let CaseEvent::Registered(new) = &draft.event {
                        relied_on.extend([new.source_unit.clone(), new.receiving_unit.clone()]);
                    }
                }
                let write = app.begin::<Case>(&id, drafts, ActedBy::from(&actor), now, Some(series));
                Ok(guard_units(Changes::new().write(write).found_by(found_by), units, &relied_on))
            })
            .await?;
        let enquiry_code = self.keys.enquiry_code(&receipt.id);
        Ok(Registered { receipt, enquiry_code })
    }

    /// Gives a command to a case.
    ///
    /// # Errors
    /// `not_found`, `role_may_not`, `not_yours`, `segregation`, `version_conflict`, `wrong_state`,
    /// or the guard that refuses it.
    pub async fn command_case<C>(
        &self,
        principal: &Principal,
        id: &CaseId,
        command: C,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt>
    where
        C: CaseCommand + Clone + Send + 'static,
    {
        let (actor, id) = (principal.actor.clone(), id.clone());
        self.decide_and_commit(principal, once, move |app, conn| {
            let known = app.surroundings(conn)?;
            let (units, world) = (known.units.as_ref(), known.world());
            let loaded = load_visible(conn, &app.scope(&actor, units), &id)?;
            let now = app.now_after(loaded.state.last_at);
            permission::check_role(&actor, C::ACTION)?;
            check_version(version, command.needs_version(), loaded.version)?;
            let permit = permission::check::<C>(&actor, &loaded.state, world)?;
            let mut means = app.means(&id, now);
            if let Some(Citation { field, number }) = command.cites() {
                let missing = || Error::field(field, format!("没有编号为{number}的事项"));
                means.cited = Some(CaseId::new(cases::by_number(conn, number)?.ok_or_else(missing)?));
            }
            let intake = command.lays_with();
            let facts = case::Facts { case: &loaded.state, world, now, means: &means };
            let decision = case::decide(command.clone(), facts, &permit)?;
            if let Some(unit) = intake
                && !users::any_with(conn, &unit, TaskKind::Screen.roles())?
            {
                return Err(Error::field("unit", "该单位没有窗口、驻企专员或管家，移交后无人受理"));
            }
            let by = ActedBy::from(&actor);
            let changes = app.change_case(conn, loaded, decision.case, &by, units, now)?;
            Ok(match decision.sheet {
                sheet if sheet.is_empty() => changes,
                sheet => changes.write(app.new_sheet(means.new_sheet, sheet, &by, now)),
            })
        })
        .await
    }

    /// What a decision on this case may need and can't make.
    pub(crate) fn means(&self, id: &CaseId, now: DateTime<Utc>) -> Means {
        Means {
            new_sheet: WorkOrderId::new(new_id(now)),
            enquiry_code: self.keys.enquiry_code(id.as_str()),
            cited: None,
        }
    }

    /// A work order's first events.
    pub(crate) fn new_sheet(
        &self,
        id: WorkOrderId,
        drafts: Vec<Draft<SheetEvent>>,
        by: &ActedBy,
        now: DateTime<Utc>,
    ) -> Write<WorkOrder> {
        let series = Series { name: work_order::SERIES, year: shanghai_date(now).year() };
        self.begin(id.as_str(), drafts, by.clone(), now, Some(series))
    }

    /// The changes that a case's events make, those of its sheets included.
    pub(crate) fn change_case(
        &self,
        conn: &mut AnyConn,
        loaded: Loaded<Case>,
        drafts: Vec<Draft<CaseEvent>>,
        by: &ActedBy,
        units: &Directory,
        now: DateTime<Utc>,
    ) -> Result<Changes> {
        let after = preview(&loaded, &drafts, by, now)?;
        let mut sheets = work_order::ended(&loaded.state, &after);
        sheets.extend(work_order::left(&loaded.state, &after));
        let left_agenda = meeting::left(&loaded.state, &after);
        let issue = policy_issue::opened(&loaded.state, &after);
        let id = loaded.state.id.clone();
        let found_by = self.changed_found_by(conn, &loaded, &drafts, &after)?;
        let mut changes = Changes::new().write(self.go_on(id.as_str(), loaded, drafts, by.clone(), now));
        if let Some(draft) = issue {
            changes = changes.write(self.new_policy_issue(draft, by, now));
        }
        if let Some(found_by) = found_by {
            changes = changes.found_by(found_by);
        }
        for (sheet, event) in sheets {
            changes = changes.write(self.sheet_event(conn, &sheet, event, by, now)?);
        }
        if let Some((meeting, event)) = left_agenda {
            changes = changes.write(self.meeting_event(conn, &meeting, event, by, now)?);
        }
        Ok(guard_units(changes, units, concerned(&after)))
    }

    /// With the events of the cases of a work order or a meeting, and the policy issues that they open; the
    /// cases without events stay as they were seen.
    pub(crate) fn change_cases(
        &self,
        mut changes: Changes,
        cases: Vec<Loaded<Case>>,
        events: Vec<(CaseId, Vec<Draft<CaseEvent>>)>,
        by: &ActedBy,
        units: &Directory,
        now: DateTime<Utc>,
    ) -> Result<Changes> {
        let mut events: BTreeMap<CaseId, _> = events.into_iter().collect();
        for loaded in cases {
            let id = loaded.state.id.clone();
            let Some(drafts) = events.remove(&id) else {
                changes = changes.guard(loaded.guard(id.as_str()));
                continue;
            };
            let after = preview(&loaded, &drafts, by, now)?;
            if let Some(opened) = policy_issue::opened(&loaded.state, &after) {
                changes = changes.write(self.new_policy_issue(opened, by, now));
            }
            changes = changes.write(self.go_on(id.as_str(), loaded, drafts, by.clone(), now));
            changes = guard_units(changes, units, concerned(&after));
        }
        match events.into_keys().next() {
            None => Ok(changes),
            Some(id) => Err(Error::internal(format!("events of case {id}, which wasn't loaded"))),
        }
    }

    fn sheet_event(
        &self,
        conn: &mut AnyConn,
        id: &WorkOrderId,
        event: SheetEvent,
        by: &ActedBy,
        now: DateTime<Utc>,
    ) -> Result<Write<WorkOrder>> {
        let sheet = streams::load::<WorkOrder>(conn, id.as_str())?
            .ok_or_else(|| Error::internal(format!("work order {id} is missing")))?;
        let at = now.max(sheet.state.last_at);
        Ok(self.go_on(id.as_str(), sheet, vec![Draft::new(event)], by.clone(), at))
    }
}

/// The units whose standing the decision relied on: those in whose hands the case is, or may come
/// back, and those for which something in it waits.
pub(crate) fn concerned(case: &Case) -> impl Iterator<Item = &UnitId> {
    let back = [Some(&case.receiving_unit), case.butler_unit.as_ref()].into_iter().flatten();
    back.filter(|_| case.closed.is_none())
        .chain(&case.holder)
        .chain(case.assignments.iter().filter(|a| a.is_open()).map(|a| &a.unit))
        .chain(case.opinion_request.iter().map(|o| &o.asked_by))
        .chain(case.tasks().into_iter().map(|task| task.unit))
}

/// Guards on these units: one that was closed meanwhile makes the commit decide again.
pub(crate) fn guard_units<'a>(
    changes: Changes,
    units: &Directory,
    concerned: impl IntoIterator<Item = &'a UnitId>,
) -> Changes {
    let concerned: BTreeSet<&UnitId> = concerned.into_iter().collect();
    concerned.into_iter().fold(changes, |changes, unit| match units.seq(unit) {
        Some(seq) => changes.guard(Guard { stream: stream_name::<Unit>(unit.as_str()), seq }),
        None => changes,
    })
}

fn require_visible(conn: &mut AnyConn, scope: &Scope, id: &CaseId) -> Result<()> {
    if cases::is_visible(conn, scope, id.as_str())? { Ok(()) } else { Err(Error::not_found("事项")) }
}

/// The earlier case that a registration names: by its number, as likely repeats are told, whoever
/// holds it; or by its identifier, where the scope lets it through.
fn earlier_case(conn: &mut AnyConn, scope: &Scope, named: CaseId) -> Result<CaseId> {
    match named.as_str().parse::<Number>() {
        Ok(number) => cases::by_number(conn, number)?
            .map(CaseId::new)
            .ok_or_else(|| Error::field("repeat_of", "没有这个编号的事项")),
        Err(_) => require_visible(conn, scope, &named)
            .map(|()| named)
            .map_err(|_| Error::field("repeat_of", "没有这个事项，或您无权查看")),
    }
}

/// A case as far as somebody reads it.
pub(crate) struct Sight {
    /// The case: as it is, or as it stood when the reader's unit left it.
    pub case: Loaded<Case>,
    /// When that was.
    pub until: Option<DateTime<Utc>>,
}

/// A case as far as the scope reads it.
pub(crate) fn read_case(conn: &mut AnyConn, scope: &Scope, id: &CaseId) -> Result<Sight> {
    let missing = || Error::not_found("事项");
    let present = streams::load::<Case>(conn, id.as_str())?.ok_or_else(missing)?;
    match permission::reading(scope, &present.state.audience(), &present.state.departures).ok_or_else(missing)? {
        Reading::Whole => Ok(Sight { case: present, until: None }),
        Reading::UpTo(departure) => {
            let mut case = streams::as_of::<Case>(conn, id.as_str(), departure.seq)?;
            case.state = case.state.but_for_what_is_purged(&present.state);
            Ok(Sight { case, until: Some(departure.at) })
        }
    }
}

/// A case that the scope lets through whole, to act on it. Who has left it isn't told how it stands.
pub(crate) fn load_visible(conn: &mut AnyConn, scope: &Scope, id: &CaseId) -> Result<Loaded<Case>> {
    let sight = read_case(conn, scope, id)?;
    match sight.until {
        None => Ok(sight.case),
        Some(until) => {
            let day = shanghai_date(until);
            Err(Error::new(Code::NotYours, format!("贵单位对此事项的办理已于{day}结束，此后的情况不再提供")))
        }
    }
}

/// When the latest of these was last touched.
pub(crate) fn last_at(cases: &[Loaded<Case>]) -> DateTime<Utc> {
    cases.iter().map(|l| l.state.last_at).max().unwrap_or_default()
}

/// The cases on a sheet, whoever asks: who sees the sheet sees its rows.
pub(crate) fn load_own_cases(conn: &mut AnyConn, ids: &[CaseId]) -> Result<Vec<Loaded<Case>>> {
    let loaded = streams::load_many::<Case>(conn, ids.iter().map(CaseId::as_str))?;
    if loaded.len() == ids.len() { Ok(loaded) } else { Err(Error::internal("a work order names a missing case")) }
}

/// Cases that the scope lets through, in the order named; each only once.
pub(crate) fn load_cases(conn: &mut AnyConn, scope: &Scope, ids: &[CaseId]) -> Result<Vec<Loaded<Case>>> {
    for (i, id) in ids.iter().enumerate() {
        if ids[..i].contains(id) {
            return Err(Error::field(format!("cases[{i}].id"), "同一事项不能重复"));
        }
    }
    let mut loaded = streams::load_many::<Case>(conn, ids.iter().map(CaseId::as_str))?.into_iter().peekable();
    let mut seen = Vec::new();
    for (i, id) in ids.iter().enumerate() {
        match loaded.next_if(|l| l.state.id == *id) {
            Some(case) if cases::is_visible(conn, scope, id.as_str())? => seen.push(case),
            _ => return Err(Error::field(format!("cases[{i}].id"), "没有这个事项，或您无权查看")),
        }
    }
    Ok(seen)
}

/// Any case that has moved stops the whole; all of them are named.
pub(crate) fn check_versions(named: &[CaseVersion], loaded: &[Loaded<Case>]) -> Result<()> {
    let moved = |l: &&Loaded<Case>| named.iter().any(|n| n.id == l.state.id && n.version != l.version);
    let stale: Vec<&Case> = loaded.iter().filter(moved).map(|l| &l.state).collect();
    if stale.is_empty() {
        return Ok(());
    }
    let numbers: Vec<String> = stale.iter().map(|c| c.number.to_string()).collect();
    Err(Error {
        stale: stale.iter().map(|c| c.id.to_string()).collect(),
        ..Error::new(Code::VersionConflict, format!("{} 已被他人更改，请刷新后重试", numbers.join("、")))
    })
}
