//! What a new version of the calendar does to the deadlines that still run.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::calendar::{Calendar, DistrictCalendar};
use super::case::Due;
use super::ids::UnitId;
use super::log::{Aggregate, BrokenFold};
use super::words::DueKind;

/// A deadline that still runs.
#[derive(Debug)]
pub struct OpenDue<'a> {
    /// Which.
    pub kind: DueKind,
    /// The unit that has to keep it.
    pub unit: UnitId,
    /// The deadline.
    pub due: &'a mut Due,
}

/// One deadline by another version of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueMove {
    /// Which.
    pub kind: DueKind,
    /// The unit that has to keep it.
    pub unit: UnitId,
    /// The day it had.
    pub from: NaiveDate,
    /// Whether it was provisional and isn't any more.
    pub settles: bool,
    /// What it is from now on.
    pub due: Due,
}

impl DueMove {
    /// Whether a binding deadline gets another day or is settled. Else it is a target or the
    /// original date of an extended one, or only the warning comes on another day.
    pub fn is_told(&self) -> bool {
        let binding = matches!(
            self.kind,
            DueKind::Opinion
                | DueKind::Return
                | DueKind::Main
                | DueKind::Co
                | DueKind::Confirmation
                | DueKind::Reopening
                | DueKind::Answer
        );
        binding && (self.settles || self.from != self.due.date)
    }
}

/// All that one version of the calendar moves of a case or a work order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moves {
    /// The version.
    pub calendar: String,
    /// The numbers of the notices that brought it.
    pub notices: Vec<String>,
    /// What it moves.
    pub moves: Vec<DueMove>,
}

impl Due {
    /// This deadline by a version of the calendar that is in force since `since`; none where it
    /// stays as it is. What had passed by then stays, and nothing moves to before then: nobody
    /// could keep it any more.
    pub fn reckoned_by(&self, calendar: &Calendar, since: DateTime<Utc>) -> Option<Self> {
        if self.calendar == calendar.version() || self.at <= since {
            return None;
        }
        let reckoned = match self.period {
            Some(period) => calendar.deadline(period.from, period.working_days).ok()?.due_date,
            None => self.date,
        };
        let date = self.named.map_or(reckoned, |named| named.max(reckoned));
        let due = self.moved_to(calendar, date);
        let stays = (due.date, due.amber_at, due.provisional) == (self.date, self.amber_at, self.provisional);
        (!stays && due.at > since).then_some(due)
    }
}

/// What has deadlines that the calendar may move.
pub trait Reckoned: Aggregate {
    /// Every deadline that still runs: the one list of them.
    fn open_dues(&mut self) -> Vec<OpenDue<'_>>;

    /// 调整时限: the event.
    fn moved(moves: Moves) -> Self::Event;

    /// Brings deadlines that bind each other into line, once each is reckoned by itself.
    fn align(&mut self) {}

    /// When something last happened to it.
    fn last_at(&self) -> DateTime<Utc>;

    /// What this calendar, in force since `since`, moves.
    fn moves(&self, calendar: &Calendar, since: DateTime<Utc>) -> Vec<DueMove> {
        let (mut before, mut after) = (self.clone(), self.clone());
        for open in after.open_dues() {
            if let Some(due) = open.due.reckoned_by(calendar, since) {
                *open.due = due;
            }
        }
        after.align();
        let moved = |(old, new): (OpenDue<'_>, OpenDue<'_>)| DueMove {
            kind: old.kind,
            unit: old.unit,
            from: old.due.date,
            settles: old.due.provisional && !new.due.provisional,
            due: new.due.clone(),
        };
        let pairs = before.open_dues().into_iter().zip(after.open_dues());
        pairs.filter(|(old, new)| old.due != new.due).map(moved).collect()
    }

    /// What the calendar in force moves; none once it has.
    fn moves_due(&self, district: &DistrictCalendar) -> Option<Moves> {
        let in_force = &district.in_force;
        let moves = self.moves(&district.calendar, in_force.since);
        (!moves.is_empty()).then(|| Moves {
            calendar: in_force.name.clone(),
            notices: in_force.notices.iter().map(|notice| notice.number.to_string()).collect(),
            moves,
        })
    }

    /// The fold of that event.
    fn take(&mut self, moves: &Moves) -> Result<(), BrokenFold> {
        for moved in &moves.moves {
            let is_meant = |open: &OpenDue<'_>| {
                (open.kind, &open.unit, open.due.date) == (moved.kind, &moved.unit, moved.from)
                    && open.due.calendar != moves.calendar
            };
            let found = self.open_dues().into_iter().find(is_meant);
            let broken = || BrokenFold(format!("no deadline {} of {} to be moved", moved.kind.as_str(), moved.unit));
            found.ok_or_else(broken)?.due.clone_from(&moved.due);
        }
        Ok(())
    }
}
