//! The case (事项): one matter that one reporter could not get done.

mod after;
mod assignment;
mod attachment;
mod attempts;
mod audience;
mod clock;
mod closing;
mod command;
mod coordination;
mod custody;
mod departure;
mod due;
mod event;
mod evolve;
mod extension;
mod first_level;
mod handling;
mod handover;
mod intake;
mod meeting;
mod moves;
mod record;
mod referral;
mod returns;
mod screening;
mod settlement;
mod succession;
mod tasks;
mod verification;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub(crate) use after::reopen_decider;
pub use after::{AnswerDissatisfaction, Rate, RefuseReopen, Reopen, RequestReopen};
pub use assignment::{Assignment, ExtensionRequest};
pub use attachment::{AddAttachment, Attachment, ErasedPart, PurgeClassified, check_size};
pub use clock::come_about;
pub use closing::{CloseDuplicate, CloseUnsolved, Withdraw, WithdrawalCall};
pub use command::{AllowedAction, CaseCommand, Citation, Decided, Decision, Facts, Means, allowed_actions, decide};
pub use coordination::{Raise, RefuseCoordination, ReportCoordinated, RequestCoordination};
pub use custody::{Hold, Span, UnitDays};
pub use departure::Departure;
pub use due::{Due, Period};
pub use event::{AnswerDue, AssignedUnit, CaseEvent, Closing, Registered, Step, TargetDue, UpperBody};
pub use extension::{DecideExtension, RequestExtension};
pub use first_level::{CaseResolution, PendingRequest, Precedent, Referral, Reply, Submission};
pub use handling::{Allotment, GiveCoOpinion, GiveFeedback, Receive, dispatch, ready_to_dispatch};
pub use handover::{HandOver, HandOverSector, ReturnToIntake, RuleSector};
pub use intake::{
    AddMaterial, AgentInput, Correct, CorrectContact, Note, OrganisationData, PersonalData, Register, ReporterInput,
    register,
};
pub use meeting::{ProposeMeeting, Remand, SubmitToMeeting};
pub use record::{
    Callback, Closed, CoordinationRequest, Dissatisfaction, Feedback, Opinion, OpinionRequest, Rating, ReopenRequest,
    Ruling, RunningTarget,
};
pub use referral::{RecallReferral, RecordReply, ReferUp, RefuseReferral, RequestReferral};
pub(crate) use returns::check_proposed;
pub use returns::{AddCo, ReturnCase, Rule, add_co, declined};
pub use screening::{
    Accept, CloseOutOfScope, DeclineOpinion, Explain, GiveOpinion, PassOn, RecallOpinion, RequestOpinion,
    SolveOnTheSpot,
};
pub use settlement::{AssignTo, Plain, Settlement, Terms, Unsolved};
pub use succession::Succession;
pub use tasks::Task;
pub use verification::{Answer, RecordCallback, SendBack, VerifySolved};

use super::calendar::{Calendar, shanghai_date};
use super::ids::{CaseId, CauseId, MeetingId, UnitId, UserId, WorkOrderId};
use super::log::PartRef;
use super::number::Number;
use super::unit::Directory;
use super::words::{AssignmentKind, CaseState, Channel, Failure, ReporterKind, ResponseLevel, Sector};

/// Who reported, as far as rules need to know; the data themselves are parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporter {
    /// What kind of reporter.
    pub kind: ReporterKind,
    /// Whether no name was given.
    pub anonymous: bool,
    /// Units see the matter only; contact goes through the lead.
    pub confidential: bool,
    /// Whether there is a telephone number to call back.
    pub reachable: bool,
    /// An organisation's name and code: public.
    pub organisation: Option<PartRef>,
    /// Names, telephone, ID number, agent: personal.
    pub person: Option<PartRef>,
    /// 群众反映记录: personal.
    pub account: Option<PartRef>,
}

/// One matter that one reporter could not get done; one row of the 工作单.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The identifier.
    pub id: CaseId,
    /// The number, of the year of registration.
    pub number: Number,
    /// Where it stands.
    pub state: CaseState,
    /// The unit in whose hands it is; nobody's when closed.
    pub holder: Option<UnitId>,
    /// The field it belongs to.
    pub sector: Sector,
    /// How it came in.
    pub channel: Channel,
    /// The hall, unit or platform where it came in.
    pub source_unit: UnitId,
    /// The unit whose intake screens it.
    pub receiving_unit: UnitId,
    /// The butler's unit that looks after it, if any.
    pub butler_unit: Option<UnitId>,
    /// Who registered it.
    pub registered_by: UserId,
    /// The unit that registered it.
    pub registering_unit: UnitId,
    /// When it was registered.
    pub registered_at: DateTime<Utc>,
    /// 受理时间; may precede registration.
    pub accepted_at: DateTime<Utc>,
    /// Why it was registered later than accepted.
    pub late_reason: Option<PartRef>,
    /// Who reported.
    pub reporter: Reporter,
    /// 事项名称, as in the public catalogue.
    pub matter_name: String,
    /// In what way it could not be done.
    pub failure: Failure,
    /// 未成功受理原因.
    pub failure_reason: Option<PartRef>,
    /// 存在问题.
    pub problem: Option<PartRef>,
    /// The cause as known so far.
    pub cause: Option<CauseId>,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: bool,
    /// The level reached: none until accepted, then 3, 2, 1; never lowered.
    pub level: Option<ResponseLevel>,
    /// A conformity opinion asked for.
    pub opinion_request: Option<OpinionRequest>,
    /// Conformity opinions given.
    pub opinions: Vec<Opinion>,
    /// Passed on against a negative opinion: only the lead dispatches.
    pub disputed: bool,
    /// The sheet, not yet dispatched, on which it stands.
    pub sheet: Option<WorkOrderId>,
    /// Units that declined or returned it as main unit, over the case's life.
    pub returned_by: Vec<UnitId>,
    /// Those of them that declined before it was theirs: to them again only by a ruling.
    pub declined_by: Vec<UnitId>,
    /// Whether the lead must rule whose business it is before it can be dispatched.
    pub ruling_due: bool,
    /// Rulings whose business it is.
    pub rulings: Vec<Ruling>,
    /// The unit that a ruling, a resolution or the upper body's reply named: a reopened case goes
    /// there again, unless reasons are given.
    pub bound_to: Option<UnitId>,
    /// The lead that handed it over to the other sector; that can be done once.
    pub handed_over_by: Option<UnitId>,
    /// Whether the office has ruled whose sector it is.
    pub sector_ruled: bool,
    /// Windows and butlers that handed it over: they keep reading it.
    pub former_intake: Vec<UnitId>,
    /// Units' shares, over the case's life.
    pub assignments: Vec<Assignment>,
    /// What is up for verification, or was last.
    pub feedback: Option<Feedback>,
    /// How often verification failed.
    pub send_backs: u32,
    /// When the reporter was first contacted after dispatch.
    pub contacted_at: Option<DateTime<Utc>>,
    /// Calls to the reporter.
    pub callbacks: Vec<Callback>,
    /// The unit whose window solved it on the spot.
    pub solved_by: Option<UnitId>,
    /// Units that verified or coordinated it, over the case's life: they keep reading it.
    pub deciders: Vec<UnitId>,
    /// Units whose part has ended: they read it up to there.
    pub departures: Vec<Departure>,
    /// Who coordinated last.
    pub coordinator: Option<UserId>,
    /// Whether it has ever been under coordination or before a joint meeting.
    pub coordinated: bool,
    /// The main unit asks for coordination.
    pub coordination_request: Option<CoordinationRequest>,
    /// 提请: the butler asks for a joint meeting.
    pub meeting_proposal: Option<PendingRequest>,
    /// What the joint meeting was last asked to decide.
    pub submission: Option<Submission>,
    /// The meeting, not yet signed, on whose agenda it stands.
    pub meeting: Option<MeetingId>,
    /// What meetings decided, oldest first.
    pub resolutions: Vec<CaseResolution>,
    /// The coordinator asks for a referral upward.
    pub referral_request: Option<PendingRequest>,
    /// Referrals upward, oldest first.
    pub referrals: Vec<Referral>,
    /// The reporter's own ratings; the latest counts.
    pub ratings: Vec<Rating>,
    /// A dissatisfied reporter to be answered, or answered.
    pub dissatisfaction: Option<Dissatisfaction>,
    /// The reporter asks to take the closed case up again.
    pub reopen_request: Option<ReopenRequest>,
    /// How often it was reopened.
    pub reopened: u32,
    /// Who held it since when.
    pub custody: Vec<Hold>,
    /// Targets that ran, or run; the latest of each kind counts.
    pub targets: Vec<RunningTarget>,
    /// How it was closed.
    pub closed: Option<Closed>,
    /// Files that go with it, purged ones too, in the order in which they came.
    pub attachments: Vec<Attachment>,
    /// An earlier case of the same reporter and matter.
    pub repeat_of: Option<CaseId>,
    /// When something last happened: time in a stream never runs backwards.
    pub last_at: DateTime<Utc>,
}

impl Case {
    /// The open assignment of `unit` of this kind.
    pub fn open_assignment(&self, unit: &UnitId, kind: AssignmentKind) -> Option<&Assignment> {
        self.assignments.iter().rev().find(|a| a.is_open() && a.kind == kind && a.unit == *unit)
    }

    /// How often a main unit declined or returned it.
    pub fn returns(&self) -> u32 {
        u32::try_from(self.returned_by.len()).unwrap_or(u32::MAX)
    }

    /// Whether files of the reporter lie with it.
    pub fn has_reporters_files(&self) -> bool {
        self.attachments.iter().any(|file| file.from_reporter && file.purged_at.is_none())
    }

    /// The main unit's open assignment.
    pub fn main(&self) -> Option<&Assignment> {
        self.assignments.iter().rev().find(|a| a.is_open() && a.kind == AssignmentKind::Main)
    }

    /// The deadline that binds now: of the opinion asked for, or of the main unit while it works.
    pub fn due(&self) -> Option<&Due> {
        match self.state {
            CaseState::UnderReview => self.opinion_request.as_ref().map(|o| &o.due),
            CaseState::InProgress => self.main().map(|a| &a.due),
            _ => None,
        }
    }

    /// Any main or co unit, and the window that solved it on the spot, as the units
    /// that answer for them.
    pub fn is_handling_unit(&self, unit: &UnitId, units: &Directory) -> bool {
        let root = units.root(unit);
        self.assignments.iter().map(|a| &a.unit).chain(&self.solved_by).any(|u| units.root(u) == root)
    }

    /// Who verifies and calls back: the lead of the sector; if that is a handling unit, the other
    /// sector's lead; if both are, the office.
    pub fn verifier<'a>(&self, units: &'a Directory) -> Option<&'a UnitId> {
        [units.lead(self.sector), units.lead(self.sector.other())]
            .into_iter()
            .flatten()
            .find(|lead| !self.is_handling_unit(lead, units))
            .or_else(|| units.office())
    }

    /// The butler's unit of an own business case.
    pub fn own_butler(&self) -> Option<&UnitId> {
        self.butler_unit.as_ref().filter(|_| self.sector == Sector::BusinessService)
    }

    /// Who dispatches: the lead; a butler, as long as there is one, for own business cases that nobody
    /// disputes and the lead need not rule on.
    pub fn dispatcher<'a>(&'a self, units: &'a Directory) -> Option<&'a UnitId> {
        self.own_butler()
            .filter(|butler| !self.disputed && !self.ruling_due && units.open(butler).is_some())
            .or_else(|| units.lead(self.sector))
    }

    /// Callbacks since the last feedback, spot calls and all: what decides.
    pub fn callbacks_since_feedback(&self) -> impl Iterator<Item = &Callback> {
        let since = self.feedback.as_ref().map(|f| f.at);
        self.callbacks.iter().filter(move |c| since.is_none_or(|at| c.called_at >= at))
    }

    /// The latest answer to "solved?": it decides; the reporter's own signed one before calls.
    pub fn deciding_callback(&self) -> Option<&Callback> {
        self.callbacks_since_feedback().filter(|c| c.solved.is_some()).max_by_key(|c| (c.signed, c.called_at))
    }

    /// The latest answer to "satisfied?", a question of its own; signed before calls likewise.
    pub fn grading_callback(&self) -> Option<&Callback> {
        self.callbacks_since_feedback().filter(|c| c.satisfaction.is_some()).max_by_key(|c| (c.signed, c.called_at))
    }

    /// The share of each holder so far, in working days; frozen when closed.
    pub fn custody_days(&self, through: DateTime<Utc>, calendar: &Calendar) -> Vec<UnitDays> {
        match &self.closed {
            Some(closed) => closed.custody.clone(),
            None => custody::days(&self.custody, self.accepted_at, through, calendar),
        }
    }

    /// The share of each unit that held the case in these days, none of them to come, be it for no
    /// working day. Counted by this calendar also where the case is closed: what was frozen then knows
    /// no days. Spans that follow each other sum to [`Self::custody_days`] by the same calendar.
    pub fn custody_within(&self, span: Span, calendar: &Calendar) -> Vec<UnitDays> {
        custody::days_within(span, &self.custody, self.accepted_at, calendar)
    }

    /// Whether it was open at the end of this day, Asia/Shanghai.
    pub fn is_open_after(&self, day: NaiveDate) -> bool {
        let begun = self.custody.iter().rev().find(|hold| shanghai_date(hold.from) <= day);
        begun.is_none_or(|hold| hold.unit.is_some())
    }
}
