//! 待办: what waits for whom, by the state alone.

use super::{Assignment, Case, Due};
use crate::domain::ids::UnitId;
use crate::domain::words::{AssignmentKind, CaseState, Target, TaskKind};

/// Something that waits for a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task<'a> {
    /// What.
    pub kind: TaskKind,
    /// For whom.
    pub unit: &'a UnitId,
    /// By when, where there is a date.
    pub due: Option<&'a Due>,
}

impl Case {
    /// What waits for whom now. A closed case waits for nobody, but for an answer that is owed.
    pub fn tasks(&self) -> Vec<Task<'_>> {
        let held = |kind, due| self.holder.iter().map(|unit| Task { kind, unit, due }).collect();
        let mut tasks: Vec<Task<'_>> = match self.state {
            CaseState::Registered => held(TaskKind::Screen, None),
            CaseState::Accepted => held(TaskKind::Settle, None),
            CaseState::UnderReview => held(TaskKind::GiveOpinion, self.due()),
            CaseState::AwaitingDispatch if self.ruling_due => held(TaskKind::Rule, self.running(Target::Dispatch)),
            CaseState::AwaitingDispatch => held(TaskKind::Dispatch, self.running(Target::Dispatch)),
            CaseState::InProgress => self.shares_at_work().map(share).collect(),
            CaseState::AwaitingVerification => held(TaskKind::Verify, self.running(Target::Verification)),
            CaseState::UnderCoordination => held(TaskKind::Coordinate, None),
            CaseState::AwaitingJointMeeting => held(TaskKind::HoldMeeting, None),
            CaseState::ReferredUp => held(TaskKind::WatchReferral, None),
            CaseState::Closed => Vec::new(),
        };
        tasks.extend(self.requests());
        tasks
    }

    /// What somebody has asked for and somebody else has to decide or answer.
    fn requests(&self) -> impl Iterator<Item = Task<'_>> {
        let asked = |kind, unit, due| Task { kind, unit, due };
        let extensions = self.assignments.iter().filter_map(|a| Some((&a.extension_request.as_ref()?.decider, &a.due)));
        let unanswered = self.dissatisfaction.iter().filter(|d| d.answered_at.is_none());
        let coordination = self.coordination_request.iter();
        let proposal = self.meeting_proposal.iter();
        extensions
            .map(move |(decider, due)| asked(TaskKind::DecideExtension, decider, Some(due)))
            .chain(coordination.map(move |r| asked(TaskKind::DecideCoordination, &r.decider, self.due())))
            .chain(proposal.map(move |r| asked(TaskKind::DecideMeeting, &r.decider, None)))
            .chain(self.referral_request.iter().map(move |r| asked(TaskKind::DecideReferral, &r.decider, None)))
            .chain(self.reopen_request.iter().map(move |r| asked(TaskKind::DecideReopen, &r.decider, Some(&r.due))))
            .chain(unanswered.map(move |d| asked(TaskKind::AnswerDissatisfaction, &d.unit, Some(&d.due))))
    }

    /// The target of this kind that runs now.
    fn running(&self, target: Target) -> Option<&Due> {
        self.targets.iter().rev().find(|t| t.target == target && t.met_at.is_none()).map(|t| &t.due)
    }
}

/// What one unit has to do for its share.
fn share(a: &Assignment) -> Task<'_> {
    let kind = match (a.received_at.is_some(), a.kind) {
        (false, _) => TaskKind::Receive,
        (true, AssignmentKind::Main) => TaskKind::Handle,
        (true, AssignmentKind::Co) => TaskKind::CoHandle,
    };
    Task { kind, unit: &a.unit, due: Some(&a.due) }
}
