//! Use cases on the calendar: which is in force, and importing notices into it.

use std::sync::Arc;

use super::changes::preview;
use super::moves::told_moves;
use super::views::CalendarDryRun;
use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::domain::calendar::{
    Calendar, CalendarEvent, CalendarYear, DISTRICT, DistrictCalendar, changed_days, shanghai_date,
};
use crate::domain::log::{ActedBy, Draft};
use crate::domain::permission::{self, Entry};
use crate::error::{Code, Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, CommitError, Guard, Receipt};

/// The calendar in force, with where its stream stands.
pub type InForce = Loaded<DistrictCalendar>;

/// What an import did.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The calendar's new version.
    pub receipt: Receipt,
    /// How many open deadlines were moved or settled.
    pub moved: usize,
}

impl App {
    /// The calendar in force. Kept in memory for as long as its stream doesn't move.
    pub(crate) fn calendar(&self, conn: &mut AnyConn) -> Result<Arc<InForce>> {
        let missing = || Error::internal("the database has no calendar");
        let seq = streams::seq::<DistrictCalendar>(conn, DISTRICT)?.ok_or_else(missing)?;
        if let Ok(kept) = self.calendar.read()
            && let Some(in_force) = kept.as_ref()
            && in_force.seq == seq
        {
            return Ok(in_force.clone());
        }
        let fresh = Arc::new(streams::load::<DistrictCalendar>(conn, DISTRICT)?.ok_or_else(missing)?);
        if let Ok(mut kept) = self.calendar.write() {
            *kept = Some(fresh.clone());
        }
        Ok(fresh)
    }

    /// Makes whatever is decided from now on be decided again after an import.
    pub(crate) fn calendar_guard(&self, conn: &mut AnyConn) -> Result<Guard> {
        Ok(self.calendar(conn)?.guard(DISTRICT))
    }

    /// The calendar in force, open to all; not a decision, so nothing is guarded.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn calendar_in_force(&self) -> Result<Arc<InForce>> {
        let app = self.clone();
        self.store.read(move |conn| app.calendar(conn)).await
    }

    /// Enters the calendar that the service begins with, unless there is one.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn enter_calendar(&self, calendar: &Calendar) -> Result<()> {
        if self.store.read(|conn| streams::seq::<DistrictCalendar>(conn, DISTRICT)).await?.is_some() {
            return Ok(());
        }
        let drafts = vec![Draft::new(CalendarEvent::CalendarEntered { calendar: calendar.clone() })];
        let write = self.begin::<DistrictCalendar>(DISTRICT, drafts, ActedBy::system(), self.clock.now(), None);
        match self.store.commit(Changes::new().write(write)).await {
            Err(CommitError::Failed(error)) if error.code != Code::AlreadyExists => Err(error),
            // Another process was quicker, if not this one.
            _ => Ok(()),
        }
    }

    /// What importing this arrangement would do.
    ///
    /// # Errors
    /// As [`App::import_calendar`], but for the version.
    pub async fn dry_run_calendar(&self, principal: &Principal, arrangement: CalendarYear) -> Result<CalendarDryRun> {
        permission::enter(&principal.actor, Entry::ManageCalendar)?;
        let (app, by) = (self.clone(), ActedBy::from(&principal.actor));
        self.store
            .read(move |conn| {
                let now = app.clock.now();
                let present = app.calendar(conn)?;
                let drafts = present.state.import(arrangement, shanghai_date(now))?;
                let next = preview(&present, &drafts, &by, now)?;
                let units = app.directory(conn)?;
                Ok(CalendarDryRun {
                    version: present.version,
                    days: changed_days(&present.state.calendar, &next.calendar),
                    deadlines: told_moves(conn, &next.calendar, now, &units)?,
                })
            })
            .await
    }

    /// Imports a year's arrangement, or an amended one, and moves the deadlines that it moves.
    /// What a crash leaves unmoved is moved by the follower.
    ///
    /// # Errors
    /// `role_may_not`, `version_conflict`, `nothing_changes`, or the field at fault.
    pub async fn import_calendar(
        &self,
        principal: &Principal,
        arrangement: CalendarYear,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Imported> {
        permission::enter(&principal.actor, Entry::ManageCalendar)?;
        // What the version before has left comes first: each move names its own notice.
        self.move_deadlines().await?;
        let actor = principal.actor.clone();
        let receipt = self
            .decide_and_commit(principal, once, move |app, conn| {
                permission::enter(&actor, Entry::ManageCalendar)?;
                let present = app.calendar(conn)?;
                check_version(version, true, present.version)?;
                let now = app.now_after(present.state.in_force.since);
                let drafts = present.state.import(arrangement.clone(), shanghai_date(now))?;
                let present = Loaded::clone(&present);
                Ok(Changes::new().write(app.go_on(DISTRICT, present, drafts, ActedBy::from(&actor), now)))
            })
            .await?;
        let moved = self.move_deadlines().await.unwrap_or_else(|error| {
            log::warn!("deadlines are left for the follower to move: {error}");
            0
        });
        Ok(Imported { receipt, moved })
    }
}
