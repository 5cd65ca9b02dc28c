//! What time alone brings about: silence is receipt, deadlines and targets pass. Found
//! by the clock, given by the system; each of them once, since the state remembers it.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Assignment, Case, CaseEvent, Facts};
use crate::domain::log::Draft;
use crate::domain::words::CaseState;
use crate::error::Result;

impl Case {
    /// The earliest instant at which the clock may have something to do here. Never too late; it
    /// may be too early by the days off that lie between.
    pub fn wakes_at(&self) -> Option<DateTime<Utc>> {
        let silence = self.assignments.iter().filter(|a| a.is_open()).filter_map(silence_ends);
        let overdue = self.shares_at_work().filter_map(overdue_at);
        silence.chain(overdue).chain(self.running_targets().map(|t| t.due.at)).min()
    }

    fn running_targets(&self) -> impl Iterator<Item = &super::RunningTarget> {
        let open = self.state != CaseState::Closed;
        self.targets.iter().filter(move |t| open && t.runs())
    }
}

/// When silence becomes receipt.
fn silence_ends(assignment: &Assignment) -> Option<DateTime<Utc>> {
    assignment.return_by.as_ref().filter(|_| assignment.received_at.is_none()).map(|due| due.at)
}

/// When the next note of being overdue may be due at the earliest: n days after the deadline.
fn overdue_at(assignment: &Assignment) -> Option<DateTime<Utc>> {
    (!assignment.long_overdue).then(|| assignment.due.at + TimeDelta::days(i64::from(assignment.overdue_noted) + 1))
}

/// What has come about by now.
///
/// # Errors
/// Where the calendar doesn't reach.
pub fn come_about(facts: Facts<'_>) -> Result<Vec<Draft<CaseEvent>>> {
    let Facts { case, now, .. } = facts;
    let mut found = Vec::new();
    for assignment in case.assignments.iter().filter(|a| a.is_open()) {
        if silence_ends(assignment).is_some_and(|at| now >= at) {
            found.push(CaseEvent::ReceiptPresumed { unit: assignment.unit.clone(), kind: assignment.kind });
        }
    }
    for assignment in case.shares_at_work() {
        for (working_days, long) in overdue_notes(facts, assignment)? {
            let (unit, kind) = (assignment.unit.clone(), assignment.kind);
            found.push(CaseEvent::OverdueNoted { unit, kind, working_days, long });
        }
    }
    for running in case.running_targets().filter(|t| now >= t.due.at) {
        found.push(CaseEvent::TargetMissed { target: running.target, due_date: running.due.date });
    }
    Ok(found.into_iter().map(Draft::new).collect())
}

/// The notes due and not made: overdue by n when n working days after the deadline have ended. The
/// first is for unit head and lead, the second, after long, for the supervisor.
fn overdue_notes(Facts { world, now, .. }: Facts<'_>, assignment: &Assignment) -> Result<Vec<(u32, bool)>> {
    if now < assignment.due.at {
        return Ok(Vec::new());
    }
    let mut notes = Vec::new();
    for (n, long) in [(world.settings.overdue_days, false), (world.settings.long_overdue_days, true)] {
        let noted = assignment.long_overdue || (!long && assignment.overdue_noted > 0);
        if !noted && now >= assignment.due.overdue_at(world.calendar, n)? {
            notes.push((n, long));
        }
    }
    Ok(notes)
}
