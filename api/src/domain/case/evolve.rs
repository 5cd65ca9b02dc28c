//! The fold of a case: what each event makes of it. It computes nothing from outside.

use chrono::{DateTime, Utc};

use super::event::{AnswerDue, Step, TargetDue};
use super::{
    Attachment, Callback, Case, CaseEvent, Closed, Closing, CoordinationRequest, Dissatisfaction, ExtensionRequest,
    Feedback, Hold, Opinion, OpinionRequest, Rating, ReopenRequest, Reporter, Ruling, RunningTarget,
};
use crate::domain::audience::Audience;
use crate::domain::ids::{CaseId, CauseId, UnitId};
use crate::domain::log::{Aggregate, BrokenFold, Happened, PartRef, Recorded};
use crate::domain::moves::Reckoned;
use crate::domain::notice::{self, Notice};
use crate::domain::number::Number;
use crate::domain::unit::Directory;
use crate::domain::words::{AssignmentKind, AssignmentState, CaseState, NoteKind, ResponseLevel, ResultSource, Target};

impl Aggregate for Case {
    type Event = CaseEvent;
    const KIND: &'static str = "case";

    fn begin(id: &str, first: Recorded<'_, CaseEvent>) -> Result<Self, BrokenFold> {
        let CaseEvent::Registered(new) = first.event else {
            return Err(BrokenFold(format!("case {id} does not begin with its registration")));
        };
        let number = new.number.ok_or_else(|| BrokenFold(format!("case {id} has no number")))?;
        Ok(Self {
            id: CaseId::new(id),
            number,
            state: CaseState::Registered,
            holder: Some(new.receiving_unit.clone()),
            sector: new.sector,
            channel: new.channel,
            source_unit: new.source_unit.clone(),
            receiving_unit: new.receiving_unit.clone(),
            butler_unit: new.butler_unit.clone(),
            registered_by: first.by.user.clone(),
            registering_unit: new.registering_unit.clone(),
            registered_at: first.at,
            accepted_at: new.accepted_at,
            late_reason: first.part("late_reason"),
            reporter: Reporter {
                kind: new.reporter_kind,
                anonymous: new.anonymous,
                confidential: new.confidential,
                reachable: new.reachable,
                organisation: first.part("organisation"),
                person: first.part("person"),
                account: first.part("account"),
            },
            matter_name: new.matter_name.clone(),
            failure: new.failure,
            failure_reason: first.part("failure_reason"),
            problem: first.part("problem"),
            cause: new.cause.clone(),
            needs_municipal_coordination: new.needs_municipal_coordination,
            level: None,
            opinion_request: None,
            opinions: Vec::new(),
            disputed: false,
            sheet: None,
            returned_by: Vec::new(),
            declined_by: Vec::new(),
            ruling_due: false,
            rulings: Vec::new(),
            bound_to: None,
            handed_over_by: None,
            sector_ruled: false,
            former_intake: Vec::new(),
            assignments: Vec::new(),
            feedback: None,
            send_backs: 0,
            contacted_at: None,
            callbacks: Vec::new(),
            solved_by: None,
            deciders: Vec::new(),
            departures: Vec::new(),
            coordinator: None,
            coordinated: false,
            coordination_request: None,
            meeting_proposal: None,
            submission: None,
            meeting: None,
            resolutions: Vec::new(),
            referral_request: None,
            referrals: Vec::new(),
            ratings: Vec::new(),
            dissatisfaction: None,
            reopen_request: None,
            reopened: 0,
            targets: Vec::new(),
            custody: vec![Hold { unit: Some(new.receiving_unit.clone()), from: first.at }],
            closed: None,
            attachments: Vec::new(),
            repeat_of: new.repeat_of.clone(),
            last_at: first.at,
        })
    }

    fn apply(&mut self, next: Recorded<'_, CaseEvent>) -> Result<(), BrokenFold> {
        self.happen(next)?;
        let from = self.state;
        if let Some(step) = next.event.step() {
            self.run_targets(step, next.at);
            self.leave(step, next);
            self.state = step.to;
            if matches!(step.to, CaseState::AwaitingVerification | CaseState::UnderCoordination) {
                step.holder.iter().for_each(|unit| self.decided(unit));
            }
            if step.to == CaseState::Registered {
                step.holder.iter().for_each(|unit| self.taken_in_by(unit));
            }
            if self.holder != step.holder {
                self.holder.clone_from(&step.holder);
                self.custody.push(Hold { unit: step.holder.clone(), from: next.at });
            }
        }
        if let Some(closing) = next.event.closing() {
            self.close(closing, from, next);
        }
        self.come_back();
        self.last_at = next.at;
        Ok(())
    }

    fn collides(event: &CaseEvent) -> bool {
        match event {
            CaseEvent::CalledBack { solved, .. } => solved.is_some(),
            CaseEvent::MaterialAdded {}
            | CaseEvent::Noted { .. }
            | CaseEvent::PutOnSheet { .. }
            | CaseEvent::TakenOffSheet { .. }
            | CaseEvent::PutOnAgenda { .. }
            | CaseEvent::TakenOffAgenda { .. }
            | CaseEvent::Received { .. }
            | CaseEvent::CoOpinionGiven { .. }
            | CaseEvent::Rated { .. }
            | CaseEvent::ReceiptPresumed { .. }
            | CaseEvent::OverdueNoted { .. }
            | CaseEvent::TargetMissed { .. }
            | CaseEvent::DeadlinesMoved(_)
            | CaseEvent::DutiesPassedOn(_)
            | CaseEvent::AttachmentAdded { .. }
            | CaseEvent::ClassifiedPurged { .. }
            | CaseEvent::Revealed { .. } => false,
            _ => true,
        }
    }

    fn erases(event: &CaseEvent) -> Vec<PartRef> {
        let CaseEvent::ClassifiedPurged { seq, parts, .. } = event else { return Vec::new() };
        parts.iter().map(|part| PartRef { seq: *seq, name: part.name.clone() }).collect()
    }

    fn give_number(event: &mut CaseEvent, number: Number) {
        if let CaseEvent::Registered(new) = event {
            new.number = Some(number);
        }
    }

    fn number(&self) -> Option<Number> {
        Some(self.number)
    }

    fn state_word(&self) -> &'static str {
        self.state.as_str()
    }

    fn audience(&self) -> Audience {
        super::audience::of(self)
    }

    fn tells(happened: &Happened<'_, Self>, units: &Directory) -> Vec<Notice> {
        notice::of_case(happened, units)
    }
}

impl Case {
    fn happen(&mut self, next: Recorded<'_, CaseEvent>) -> Result<(), BrokenFold> {
        match next.event {
            CaseEvent::Registered(_) => return Err(BrokenFold(format!("case {} registered twice", self.id))),
            CaseEvent::Corrected(_) => self.correct(next),
            CaseEvent::ContactCorrected { anonymous, reachable } => {
                self.reporter.anonymous = *anonymous;
                self.reporter.reachable = *reachable;
                self.reporter.organisation = next.part("organisation");
                self.reporter.person = next.part("person");
            }
            CaseEvent::Noted { kind: NoteKind::Contacted } if !self.assignments.is_empty() => {
                self.contacted_at.get_or_insert(next.at);
                self.meet(Target::Contact, next.at);
            }
            CaseEvent::MaterialAdded {} | CaseEvent::Noted { .. } | CaseEvent::Revealed { .. } => {}
            CaseEvent::OpinionRequested { unit, asked_by, due, .. } => {
                let back_with =
                    self.holder.clone().ok_or_else(|| BrokenFold(format!("nobody holds case {}", self.id)))?;
                self.opinion_request = Some(OpinionRequest {
                    unit: unit.clone(),
                    asked_by: asked_by.clone(),
                    due: due.clone(),
                    back_to: self.state,
                    back_with,
                    question: next.part("question"),
                });
            }
            CaseEvent::OpinionGiven { unit, conforms, .. } => {
                let provision = next.part("provision");
                self.opinions.push(Opinion { unit: unit.clone(), at: next.at, conforms: *conforms, provision });
            }
            CaseEvent::OpinionDeclined { .. } | CaseEvent::OpinionRecalled { .. } => {}
            CaseEvent::Accepted { .. } => self.reach(ResponseLevel::Three),
            CaseEvent::ClosedOutOfScope { .. } => {}
            CaseEvent::Explained { cause, .. } => self.named(cause),
            CaseEvent::SolvedOnTheSpot { unit, cause, .. } => {
                self.solved_by = Some(unit.clone());
                self.named(cause);
            }
            CaseEvent::PassedOn { disputed, .. } => {
                self.disputed = *disputed;
                self.reach(ResponseLevel::Two);
            }
            CaseEvent::PutOnSheet { work_order } => self.sheet = Some(work_order.clone()),
            CaseEvent::TakenOffSheet { .. } => self.sheet = None,
            CaseEvent::UnitDeclined { unit, ruling_due, .. } => {
                self.declined_by.push(unit.clone());
                self.refused_by(unit, *ruling_due);
            }
            CaseEvent::HandedOver { butler_unit, .. } => self.butler_unit.clone_from(butler_unit),
            CaseEvent::SectorHandedOver { sector, from, .. } => {
                self.sheet = None;
                self.depart(from, Some(self.sector), next);
                self.sector = *sector;
                self.handed_over_by = Some(from.clone());
            }
            CaseEvent::SectorRuled { sector, .. } => {
                self.sheet = None;
                self.sector = *sector;
                self.sector_ruled = true;
            }
            CaseEvent::Returned { unit, kind: AssignmentKind::Main, ruling_due, .. } => {
                self.refused_by(unit, *ruling_due);
                self.assignment(unit, AssignmentKind::Main)?.state = AssignmentState::Returned;
                self.end_assignments(AssignmentState::Ended, next.at);
                self.depart(unit, None, next);
            }
            CaseEvent::Returned { unit, kind: AssignmentKind::Co, .. } => {
                let share = self.assignment(unit, AssignmentKind::Co)?;
                (share.state, share.extension_request) = (AssignmentState::Returned, None);
                self.depart(unit, None, next);
            }
            CaseEvent::Ruled { unit } => {
                self.ruling_due = false;
                self.rulings.push(Ruling { unit: unit.clone(), at: next.at, reason: next.part("reason") });
            }
            CaseEvent::CoAdded { work_order, co } => self.assign(work_order, co, AssignmentKind::Co, next),
            CaseEvent::ExtensionRequested { unit, until, decider } => {
                self.unit_assignment(unit)?.extension_request = Some(ExtensionRequest {
                    until: *until,
                    at: next.at,
                    asked_by: next.by.user.clone(),
                    decider: decider.clone(),
                    reason: next.part("reason"),
                });
                self.decided(decider);
            }
            CaseEvent::ExtensionDecided { unit, due, .. } => {
                let share = self.unit_assignment(unit)?;
                share.decide_extension(due.as_ref());
                let answered = (share.state == AssignmentState::Answered).then_some(share.late);
                if let (Some(late), Some(feedback)) = (answered, self.feedback.as_mut().filter(|f| f.unit == *unit)) {
                    feedback.late = late;
                }
            }
            CaseEvent::CoordinationRequested { unit, decider } => {
                self.coordination_request = Some(CoordinationRequest {
                    unit: unit.clone(),
                    at: next.at,
                    asked_by: next.by.user.clone(),
                    decider: decider.clone(),
                    reason: next.part("reason"),
                    tried: next.part("tried"),
                });
                self.decided(decider);
            }
            CaseEvent::AttachmentAdded { .. } => self.attachments.extend(Attachment::added(next)),
            CaseEvent::ClassifiedPurged { seq, file: Some(_), .. } => self.purge(*seq, next.at)?,
            CaseEvent::ClassifiedPurged { file: None, .. } => {}
            CaseEvent::CoordinationRefused {} => self.coordination_request = None,
            CaseEvent::ReturnedToIntake { .. } | CaseEvent::Withdrawn { .. } | CaseEvent::ClosedDuplicate { .. } => {}
            CaseEvent::ClosedUnsolved { cause, .. } => self.named(cause),
            CaseEvent::Rated { satisfaction, answer_due } => {
                let comment = next.part("comment");
                self.ratings.push(Rating { at: next.at, satisfaction: *satisfaction, comment });
                self.dissatisfied(answer_due.as_ref());
            }
            CaseEvent::DissatisfactionAnswered {} => {
                if let Some(waiting) = &mut self.dissatisfaction {
                    waiting.answered_at = Some(next.at);
                    waiting.answer = next.part("answer");
                }
            }
            CaseEvent::ReopenRequested { decider, due } => {
                self.reopen_request = Some(ReopenRequest {
                    at: next.at,
                    asked_by: next.by.user.clone(),
                    decider: decider.clone(),
                    due: due.clone(),
                    reason: next.part("reason"),
                });
                self.decided(decider);
            }
            CaseEvent::ReopenRefused {} => self.reopen_request = None,
            CaseEvent::Reopened { .. } => {
                self.reopened += 1;
                (self.closed, self.feedback) = (None, None);
                (self.reopen_request, self.dissatisfaction) = (None, None);
            }
            CaseEvent::ReceiptPresumed { unit, kind } => self.assignment(unit, *kind)?.received_at = Some(next.at),
            CaseEvent::OverdueNoted { unit, kind, working_days, long } => {
                let share = self.assignment(unit, *kind)?;
                (share.overdue_noted, share.long_overdue) = (*working_days, *long);
            }
            CaseEvent::TargetMissed { target, due_date } => {
                let meant = |t: &&mut RunningTarget| t.runs() && (t.target, t.due.date) == (*target, *due_date);
                self.targets.iter_mut().filter(meant).for_each(|t| t.missed = true);
            }
            CaseEvent::Dispatched { work_order, main, co, .. } => {
                if main.return_by.is_none() && self.state != CaseState::UnderCoordination {
                    self.bound_to = Some(main.unit.clone());
                }
                self.assign(work_order, main, AssignmentKind::Main, next);
                co.iter().for_each(|unit| self.assign(work_order, unit, AssignmentKind::Co, next));
            }
            CaseEvent::Received { unit, kind } => {
                self.assignment(unit, *kind)?.received_at = Some(next.at);
            }
            CaseEvent::CoOpinionGiven { unit, late } => {
                self.answer(unit, AssignmentKind::Co, *late, next.part("opinion"), next)?;
            }
            CaseEvent::FedBack { unit, solved, cause, late, missing_co, .. } => {
                self.answer(unit, AssignmentKind::Main, *late, next.part("done"), next)?;
                self.cause = Some(cause.clone());
                self.feedback = Some(Feedback {
                    missing_co: missing_co.clone(),
                    late: *late,
                    ..feedback(unit, *solved, ResultSource::Feedback, next)
                });
            }
            CaseEvent::CalledBack { called_at, reached, solved, satisfaction, spot, signed, answer_due } => {
                self.callbacks.push(Callback {
                    called_at: *called_at,
                    by: next.by.user.clone(),
                    reached: *reached,
                    solved: *solved,
                    satisfaction: *satisfaction,
                    spot: *spot,
                    signed: *signed,
                    opinion: next.part("opinion"),
                });
                self.dissatisfied(answer_due.as_ref());
            }
            CaseEvent::VerifiedSolved { cause, answer_due, .. } => {
                self.cause = Some(cause.clone());
                self.dissatisfied(answer_due.as_ref());
            }
            CaseEvent::SentBack { due, .. } => {
                self.send_backs += 1;
                if let (Some(due), Some(main)) = (due, self.main_mut()) {
                    main.restart(due);
                }
            }
            CaseEvent::Raised { level, .. } => {
                self.end_assignments(AssignmentState::Raised, next.at);
                level.iter().for_each(|level| self.reach(*level));
            }
            CaseEvent::DeadlinesMoved(moves) => self.take(moves)?,
            CaseEvent::DutiesPassedOn(to) => self.succeed(to),
            CaseEvent::CoordinationReported { unit, solved, cause, .. } => {
                self.coordinator = Some(next.by.user.clone());
                self.cause = Some(cause.clone());
                self.feedback = Some(feedback(unit, *solved, ResultSource::Coordination, next));
            }
            CaseEvent::MeetingProposed { .. }
            | CaseEvent::SubmittedToMeeting { .. }
            | CaseEvent::PutOnAgenda { .. }
            | CaseEvent::TakenOffAgenda { .. }
            | CaseEvent::Resolved { .. }
            | CaseEvent::Remanded { .. }
            | CaseEvent::ReferralRequested { .. }
            | CaseEvent::ReferralRefused {}
            | CaseEvent::ReferredUp { .. }
            | CaseEvent::ReplyRecorded { .. }
            | CaseEvent::ReferralRecalled { .. }
            | CaseEvent::FoundSolved { .. } => self.at_first_level(next)?,
        }
        Ok(())
    }

    fn correct(&mut self, next: Recorded<'_, CaseEvent>) {
        let CaseEvent::Corrected(new) = next.event else { return };
        self.sector = new.sector.unwrap_or(self.sector);
        self.channel = new.channel.unwrap_or(self.channel);
        if let Some(source_unit) = &new.source_unit {
            self.source_unit.clone_from(source_unit);
        }
        if let Some(reporter) = &new.reporter {
            self.reporter = Reporter {
                kind: reporter.kind,
                anonymous: reporter.anonymous,
                confidential: reporter.confidential,
                reachable: reporter.reachable,
                organisation: next.part("organisation"),
                person: next.part("person"),
                account: self.reporter.account.take(),
            };
        }
        self.accepted_at = new.accepted_at.unwrap_or(self.accepted_at);
        if let Some(matter_name) = &new.matter_name {
            self.matter_name.clone_from(matter_name);
        }
        self.failure = new.failure.unwrap_or(self.failure);
        self.named(&new.cause);
        self.needs_municipal_coordination =
            new.needs_municipal_coordination.unwrap_or(self.needs_municipal_coordination);
        if new.repeat_of.is_some() {
            self.repeat_of.clone_from(&new.repeat_of);
        }
        let replace = |old: &mut Option<PartRef>, name| {
            if let Some(part) = next.part(name) {
                *old = Some(part);
            }
        };
        replace(&mut self.failure_reason, "failure_reason");
        replace(&mut self.problem, "problem");
        replace(&mut self.late_reason, "late_reason");
        replace(&mut self.reporter.account, "account");
    }

    /// Leaving a state meets its target; the new state's begins to run, in the place of one that still
    /// did. The reporter is to be contacted by the units that work on the case.
    fn run_targets(&mut self, step: &Step, at: DateTime<Utc>) {
        if step.to != self.state {
            match self.state {
                CaseState::AwaitingDispatch => self.meet(Target::Dispatch, at),
                CaseState::AwaitingVerification => self.meet(Target::Verification, at),
                _ => {}
            }
        }
        if !matches!(step.to, CaseState::InProgress | CaseState::AwaitingVerification) {
            self.end(Target::Contact, at);
        }
        if let Some(TargetDue { target, due }) = &step.target {
            self.end(*target, at);
            self.targets.push(RunningTarget { target: *target, due: due.clone(), met_at: None, missed: false });
        }
    }

    /// A target that ends before its time, and isn't met, was none.
    fn end(&mut self, target: Target, at: DateTime<Utc>) {
        self.targets.retain(|t| t.target != target || t.met_at.is_some() || t.due.at <= at);
    }

    fn meet(&mut self, target: Target, at: DateTime<Utc>) {
        for running in self.targets.iter_mut().filter(|t| t.target == target) {
            running.met_at.get_or_insert(at);
        }
    }

    /// What is pending lapses when the case leaves the state, a place on a draft too; only an
    /// extension asked in time may still be decided while the result awaits verification. A unit that
    /// was asked, and hasn't answered, is asked no more.
    fn leave(&mut self, step: &Step, next: Recorded<'_, CaseEvent>) {
        if step.to == self.state {
            return;
        }
        self.coordinated |= matches!(step.to, CaseState::UnderCoordination | CaseState::AwaitingJointMeeting);
        (self.coordination_request, self.sheet) = (None, None);
        (self.meeting_proposal, self.referral_request, self.meeting) = (None, None, None);
        if self.state == CaseState::UnderReview
            && let Some(asked) = self.opinion_request.take()
        {
            self.depart(&asked.unit, None, next);
        }
        if step.to != CaseState::AwaitingVerification {
            self.assignments.iter_mut().for_each(|a| a.extension_request = None);
        }
    }

    fn refused_by(&mut self, unit: &UnitId, ruling_due: bool) {
        self.returned_by.push(unit.clone());
        self.ruling_due = ruling_due;
    }

    fn named(&mut self, cause: &Option<CauseId>) {
        if cause.is_some() {
            self.cause.clone_from(cause);
        }
    }

    /// A unit that decides something about the case keeps reading it.
    pub(super) fn decided(&mut self, unit: &UnitId) {
        if !self.deciders.contains(unit) {
            self.deciders.push(unit.clone());
        }
    }

    fn dissatisfied(&mut self, answer_due: Option<&AnswerDue>) {
        if let Some(AnswerDue { unit, due }) = answer_due {
            self.decided(unit);
            let (unit, due) = (unit.clone(), due.clone());
            self.dissatisfaction = Some(Dissatisfaction { unit, due, answered_at: None, answer: None });
        }
    }

    /// The level is what was done, and is never lowered.
    pub(super) fn reach(&mut self, level: ResponseLevel) {
        self.level = Some(self.level.map_or(level, |old| old.min(level)));
    }

    fn close(&mut self, closing: &Closing, from: CaseState, next: Recorded<'_, CaseEvent>) {
        self.end_assignments(AssignmentState::Closed, next.at);
        closing.verifier.iter().for_each(|unit| self.decided(unit));
        self.closed = Some(Closed {
            at: next.at,
            by: next.by.user.clone(),
            unit: next.by.unit.clone(),
            at_intake: matches!(from, CaseState::Registered | CaseState::UnderReview | CaseState::Accepted),
            outcome: closing.outcome,
            answer: next.part("answer").or_else(|| next.part("finding")),
            summary: next.part("summary"),
            provision: next.part("provision"),
            custody: closing.custody.clone(),
            calendar: closing.calendar.clone(),
        });
    }
}

fn feedback(unit: &UnitId, solved: bool, source: ResultSource, next: Recorded<'_, CaseEvent>) -> Feedback {
    Feedback {
        unit: unit.clone(),
        by: next.by.user.clone(),
        at: next.at,
        solved,
        late: false,
        source,
        done: next.part("done"),
        evidence: next.part("evidence"),
        missing_co: Vec::new(),
    }
}
