//! Use cases on joint meetings. Signing one, with all that it settles, is one commit.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Utc};

use super::cases::{check_versions, last_at, load_cases, load_own_cases};
use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::crypto::random::new_id;
use crate::domain::calendar::shanghai_date;
use crate::domain::case::{Case, Means};
use crate::domain::ids::{CaseId, MeetingId};
use crate::domain::log::{ActedBy, Draft, PartRef};
use crate::domain::meeting::{
    self, Decision, Meeting, MeetingCommand, MeetingEvent, MeetingFacts, OnMeeting, PlanMeeting, SERIES,
};
use crate::domain::permission::{self, Scope};
use crate::domain::unit::Directory;
use crate::error::{Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, Receipt, Series, Write, meetings, parts, stream_name};

impl App {
    /// 筹备联席会.
    ///
    /// # Errors
    /// `role_may_not`, `not_yours`; `version_conflict` lists the cases that have moved; or the case at fault.
    pub async fn plan_meeting(&self, principal: &Principal, command: PlanMeeting, once: &Once) -> Result<Receipt> {
        let actor = principal.actor.clone();
        self.decide_and_commit(principal, once, move |app, conn| {
            let known = app.surroundings(conn)?;
            let (units, world) = (known.units.as_ref(), known.world());
            permission::check_meeting_role(&actor, PlanMeeting::ACTION)?;
            let wanted: Vec<CaseId> = command.cases.iter().map(|c| c.id.clone()).collect();
            let loaded = load_cases(conn, &app.scope(&actor, units), &wanted)?;
            check_versions(&command.cases, &loaded)?;
            let now = app.now_after(last_at(&loaded));
            let states: Vec<Case> = loaded.iter().map(|l| l.state.clone()).collect();
            let permit = permission::check_meeting(&actor, None, world)?;
            let id = MeetingId::new(new_id(now));
            let decision = meeting::plan(command.clone(), &id, &states, &permit)?;
            let (by, series) = (ActedBy::from(&actor), Series { name: SERIES, year: shanghai_date(now).year() });
            let meeting = app.begin::<Meeting>(id.as_str(), decision.meeting, by.clone(), now, Some(series));
            app.change_cases(Changes::new().write(meeting), loaded, decision.cases, &by, units, now)
        })
        .await
    }

    /// Gives a command to a joint meeting.
    ///
    /// # Errors
    /// `not_found`, `role_may_not`, `not_yours`, `version_conflict`, `wrong_state`, or the guard
    /// that refuses it.
    pub async fn command_meeting<C>(
        &self,
        principal: &Principal,
        id: &MeetingId,
        command: C,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt>
    where
        C: MeetingCommand + Clone + Send + 'static,
    {
        let (actor, id) = (principal.actor.clone(), id.clone());
        self.decide_and_commit(principal, once, move |app, conn| {
            let known = app.surroundings(conn)?;
            let (units, world) = (known.units.as_ref(), known.world());
            let scope = app.scope(&actor, units);
            let loaded = load_visible_meeting(conn, &scope, &id)?;
            permission::check_meeting_role(&actor, C::ACTION)?;
            check_version(version, true, loaded.version)?;
            let permit = permission::check_meeting::<C>(&actor, Some(&loaded.state), world)?;
            let mut cases = load_agenda(conn, &loaded.state)?;
            let joining: Vec<CaseId> = command.joining().iter().map(|c| c.id.clone()).collect();
            let joined = load_cases(conn, &scope, &joining)?;
            check_versions(command.joining(), &joined)?;
            cases.extend(joined.into_iter().filter(|j| loaded.state.item(&j.state.id).is_none()));
            let now = app.now_after(last_at(&cases).max(loaded.state.last_at));
            let (states, texts) = (app.with_means(&cases, now), meeting_texts(conn, &loaded.state)?);
            let facts = MeetingFacts { meeting: &loaded.state, cases: &states, texts: &texts, world, now };
            let decision = command.clone().decide(facts, &permit)?;
            app.change_meeting(loaded, cases, decision, &ActedBy::from(&actor), units, now)
        })
        .await
    }

    /// Cases, each with what a decision on it may need and can't make.
    pub(crate) fn with_means(&self, cases: &[Loaded<Case>], now: DateTime<Utc>) -> Vec<(Case, Means)> {
        cases.iter().map(|l| (l.state.clone(), self.means(&l.state.id, now))).collect()
    }

    fn change_meeting(
        &self,
        meeting: Loaded<Meeting>,
        cases: Vec<Loaded<Case>>,
        decision: Decision,
        by: &ActedBy,
        units: &Directory,
        now: DateTime<Utc>,
    ) -> Result<Changes> {
        let id = meeting.state.id.clone();
        let changes = Changes::new().write(self.go_on(id.as_str(), meeting, decision.meeting, by.clone(), now));
        let changes = self.change_cases(changes, cases, decision.cases, by, units, now)?;
        let sheets = decision.sheets.into_iter();
        Ok(sheets.fold(changes, |changes, (id, drafts)| changes.write(self.new_sheet(id, drafts, by, now))))
    }

    /// One event of a meeting whose case has gone another way.
    pub(crate) fn meeting_event(
        &self,
        conn: &mut AnyConn,
        id: &MeetingId,
        event: MeetingEvent,
        by: &ActedBy,
        now: DateTime<Utc>,
    ) -> Result<Write<Meeting>> {
        let meeting = streams::load::<Meeting>(conn, id.as_str())?
            .ok_or_else(|| Error::internal(format!("meeting {id} is missing")))?;
        let at = now.max(meeting.state.last_at);
        Ok(self.go_on(id.as_str(), meeting, vec![Draft::new(event)], by.clone(), at))
    }
}

/// The cases on a meeting's agenda, whoever asks.
pub(crate) fn load_agenda(conn: &mut AnyConn, meeting: &Meeting) -> Result<Vec<Loaded<Case>>> {
    let cases: Vec<CaseId> = meeting.agenda.iter().map(|item| item.case.clone()).collect();
    load_own_cases(conn, &cases)
}

/// A meeting's texts, but for those that were erased.
pub(crate) fn meeting_texts(conn: &mut AnyConn, meeting: &Meeting) -> Result<BTreeMap<PartRef, String>> {
    let rows = parts::of_stream(conn, &stream_name::<Meeting>(meeting.id.as_str()))?;
    Ok(rows.into_iter().filter_map(|row| Some((PartRef { seq: row.seq, name: row.name }, row.content?))).collect())
}

/// A meeting that the scope lets through.
pub(crate) fn load_visible_meeting(conn: &mut AnyConn, scope: &Scope, id: &MeetingId) -> Result<Loaded<Meeting>> {
    if !meetings::is_visible(conn, scope, id.as_str())? {
        return Err(Error::not_found("会议"));
    }
    streams::load::<Meeting>(conn, id.as_str())?.ok_or_else(|| Error::not_found("会议"))
}
