//! 交办: one case in one unit's hands under a work order, and what the fold makes of it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::event::AssignedUnit;
use super::{Case, CaseEvent, Due};
use crate::domain::ids::{UnitId, UserId, WorkOrderId};
use crate::domain::log::{BrokenFold, PartRef, Recorded};
use crate::domain::words::{AssignmentKind, AssignmentState, CaseState};

/// 交办: one case in one unit's hands under a work order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Under which sheet.
    pub work_order: WorkOrderId,
    /// The unit.
    pub unit: UnitId,
    /// Main or co.
    pub kind: AssignmentKind,
    /// Where it stands.
    pub state: AssignmentState,
    /// Since when the unit has it.
    pub dispatched_at: DateTime<Utc>,
    /// By when the unit may return it; then silence is receipt. None where it may not.
    pub return_by: Option<Due>,
    /// When the unit signed for it.
    pub received_at: Option<DateTime<Utc>>,
    /// The deadline in force.
    pub due: Due,
    /// The first deadline.
    pub original_due: Due,
    /// When the unit answered last: feedback of the main, opinion of a co unit.
    pub answered_at: Option<DateTime<Utc>>,
    /// Whether that was after the deadline in force.
    pub late: bool,
    /// Whether it was late before verification sent it back; stays.
    pub late_before: bool,
    /// An extension asked for and not decided.
    pub extension_request: Option<ExtensionRequest>,
    /// How many extensions were granted.
    pub extensions: u32,
    /// Of how many working days overdue the clock has told already.
    pub overdue_noted: u32,
    /// Whether that was the last time: it is long overdue.
    pub long_overdue: bool,
    /// The answer, or what the co unit is to do.
    pub answer: Option<PartRef>,
}

impl Assignment {
    /// Not ended: from dispatch until returned, raised, withdrawn or the case is closed.
    pub fn is_open(&self) -> bool {
        matches!(self.state, AssignmentState::Open | AssignmentState::Answered)
    }

    /// Whether its clock runs.
    pub fn is_due(&self) -> bool {
        self.state == AssignmentState::Open
    }

    /// Sent back: the clock starts anew, lateness so far stays.
    pub(super) fn restart(&mut self, due: &Due) {
        self.state = AssignmentState::Open;
        self.due = due.clone();
        self.late_before |= self.late;
        (self.late, self.extension_request) = (false, None);
        (self.overdue_noted, self.long_overdue) = (0, false);
    }

    /// Granted, the new deadline is in force, also for an answer given meanwhile.
    pub(super) fn decide_extension(&mut self, due: Option<&Due>) {
        self.extension_request = None;
        if let Some(due) = due {
            self.extensions += 1;
            self.due = due.clone();
            (self.overdue_noted, self.long_overdue) = (0, false);
            self.late = self.answered_at.is_some_and(|at| at >= due.at);
        }
    }
}

/// 延期申请, not decided yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionRequest {
    /// The completion date proposed.
    pub until: NaiveDate,
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// By whom.
    pub asked_by: UserId,
    /// Who decides.
    pub decider: UnitId,
    /// Why.
    pub reason: Option<PartRef>,
}

impl Case {
    /// The shares whose answer is waited for: a unit can give it while the case is in progress.
    pub fn shares_at_work(&self) -> impl Iterator<Item = &Assignment> {
        let in_progress = self.state == CaseState::InProgress;
        self.assignments.iter().filter(move |a| in_progress && a.is_due())
    }

    pub(super) fn assign(
        &mut self,
        work_order: &WorkOrderId,
        to: &AssignedUnit,
        kind: AssignmentKind,
        next: Recorded<'_, CaseEvent>,
    ) {
        self.assignments.push(Assignment {
            work_order: work_order.clone(),
            unit: to.unit.clone(),
            kind,
            state: AssignmentState::Open,
            dispatched_at: next.at,
            return_by: to.return_by.clone(),
            received_at: None,
            due: to.due.clone(),
            original_due: to.due.clone(),
            answered_at: None,
            late: false,
            late_before: false,
            extension_request: None,
            extensions: 0,
            overdue_noted: 0,
            long_overdue: false,
            answer: None,
        });
    }

    pub(super) fn assignment(&mut self, unit: &UnitId, kind: AssignmentKind) -> Result<&mut Assignment, BrokenFold> {
        let broken = BrokenFold(format!("case {} has no open assignment of {unit}", self.id));
        self.assignments.iter_mut().rev().find(|a| a.is_open() && a.kind == kind && a.unit == *unit).ok_or(broken)
    }

    /// The one open assignment of a unit, main or co.
    pub(super) fn unit_assignment(&mut self, unit: &UnitId) -> Result<&mut Assignment, BrokenFold> {
        let broken = BrokenFold(format!("case {} has no open assignment of {unit}", self.id));
        self.assignments.iter_mut().rev().find(|a| a.is_open() && a.unit == *unit).ok_or(broken)
    }

    pub(super) fn main_mut(&mut self) -> Option<&mut Assignment> {
        self.assignments.iter_mut().rev().find(|a| a.is_open() && a.kind == AssignmentKind::Main)
    }

    pub(super) fn answer(
        &mut self,
        unit: &UnitId,
        kind: AssignmentKind,
        late: bool,
        answer: Option<PartRef>,
        next: Recorded<'_, CaseEvent>,
    ) -> Result<(), BrokenFold> {
        let assignment = self.assignment(unit, kind)?;
        assignment.state = AssignmentState::Answered;
        assignment.received_at.get_or_insert(next.at); // feedback implies receipt
        assignment.answered_at = Some(next.at);
        assignment.late = late;
        assignment.answer = answer;
        Ok(())
    }

    /// Ends what is open; a unit that had not answered by its deadline stays late.
    pub(super) fn end_assignments(&mut self, state: AssignmentState, at: DateTime<Utc>) {
        for assignment in self.assignments.iter_mut().filter(|a| a.is_open()) {
            assignment.late |= assignment.is_due() && at >= assignment.due.at;
            assignment.state = state;
        }
    }
}
