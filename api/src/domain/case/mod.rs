//! The case (事项): one matter that one reporter could not get done.

mod after;
mod clock;
mod closing;
mod command;
mod coordination;
mod custody;
mod event;
mod evolve;
mod extension;
mod handling;
mod handover;
mod intake;
mod returns;
mod screening;
mod verification;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub(crate) use after::reopen_decider;
pub use after::{AnswerDissatisfaction, Rate, RefuseReopen, Reopen, RequestReopen};
pub use clock::come_about;
pub use closing::{CloseDuplicate, CloseUnsolved, Withdraw, WithdrawalCall};
pub use command::{AllowedAction, CaseCommand, Decided, Decision, Facts, Means, allowed_actions, decide};
pub use coordination::{Raise, RefuseCoordination, ReportCoordinated, RequestCoordination};
pub use custody::{Hold, UnitDays};
pub use event::{AssignedUnit, CaseEvent, Closing, Registered, Step, TargetDue};
pub use extension::{DecideExtension, RequestExtension};
pub use handling::{Allotment, GiveCoOpinion, GiveFeedback, Receive, dispatch, ready_to_dispatch};
pub use handover::{HandOver, HandOverSector, ReturnToIntake, RuleSector};
pub use intake::{
    AddMaterial, AgentInput, Correct, CorrectContact, Note, OrganisationData, PersonalData, Register, ReporterInput,
    register,
};
pub(crate) use returns::check_proposed;
pub use returns::{AddCo, ReturnCase, Rule, add_co, declined};
pub use screening::{
    Accept, CloseOutOfScope, DeclineOpinion, Explain, GiveOpinion, PassOn, RecallOpinion, RequestOpinion,
    SolveOnTheSpot,
};
pub use verification::{RecordCallback, SendBack, VerifySolved};

use super::calendar::{Calendar, end_of_day, shanghai_date};
use super::ids::{CaseId, UnitId, UserId, WorkOrderId};
use super::log::PartRef;
use super::number::Number;
use super::unit::Directory;
use super::words::{
    AssignmentKind, AssignmentState, CaseState, Cause, Channel, Failure, Light, Outcome, ReporterKind, ResponseLevel,
    Satisfaction, Sector, Target,
};

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

/// So many working days after a day, which isn't counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The starting day, Asia/Shanghai.
    pub from: NaiveDate,
    /// Its length.
    pub working_days: u32,
}

/// A deadline with its warning, as it was reckoned when it was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The deadline's day, Asia/Shanghai.
    pub date: NaiveDate,
    /// The first late instant: the day's end.
    pub at: DateTime<Utc>,
    /// When the light turns amber: 0:00 of the last working day before the deadline's day.
    pub amber_at: DateTime<Utc>,
    /// Whether it reaches into a year whose calendar isn't published yet.
    pub provisional: bool,
    /// The calendar's version it was reckoned by.
    pub calendar: String,
    /// The period it ends; none where somebody named the day.
    pub period: Option<Period>,
}

impl Due {
    /// The deadline `working_days` after the day of `from` (民法典第201条: that day isn't counted).
    ///
    /// # Errors
    /// Where the calendar doesn't reach.
    pub fn after(calendar: &Calendar, from: DateTime<Utc>, working_days: u32) -> crate::error::Result<Self> {
        let period = Period { from: shanghai_date(from), working_days };
        let deadline = calendar
            .deadline(period.from, working_days)
            .map_err(|e| crate::error::Error::field("working_days", e.to_string()))?;
        Ok(Self { period: Some(period), ..Self::on(calendar, deadline.due_date) })
    }

    /// The deadline on a day that somebody named.
    pub fn on(calendar: &Calendar, date: NaiveDate) -> Self {
        Self {
            date,
            at: end_of_day(date),
            amber_at: calendar.amber_at(date),
            provisional: date > calendar.published_until(),
            calendar: calendar.version().to_owned(),
            period: None,
        }
    }

    /// The light at `now`.
    pub fn light(&self, now: DateTime<Utc>) -> Light {
        if now >= self.at {
            Light::Red
        } else if now >= self.amber_at {
            Light::Amber
        } else {
            Light::Green
        }
    }
}

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

/// 提级协调申请, not decided yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoordinationRequest {
    /// The main unit.
    pub unit: UnitId,
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// By whom.
    pub asked_by: UserId,
    /// Who decides.
    pub decider: UnitId,
    /// Why.
    pub reason: Option<PartRef>,
    /// What was tried.
    pub tried: Option<PartRef>,
}

/// 裁定: whose business it is; a precedent for the same matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The unit.
    pub unit: UnitId,
    /// When.
    pub at: DateTime<Utc>,
    /// After how many returns.
    pub returns: u32,
    /// Why.
    pub reason: Option<PartRef>,
}

/// 重新办理申请, not decided yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReopenRequest {
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// By whom.
    pub asked_by: UserId,
    /// Who decides.
    pub decider: UnitId,
    /// By when it is answered.
    pub due: Due,
    /// Why.
    pub reason: Option<PartRef>,
}

/// 评价: the reporter's own, after closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// When.
    pub at: DateTime<Utc>,
    /// The grade.
    pub satisfaction: Satisfaction,
    /// In words.
    pub comment: Option<PartRef>,
}

/// A solved case whose reporter is dissatisfied: to be looked into and answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissatisfaction {
    /// By when.
    pub due: Due,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// The answer.
    pub answer: Option<PartRef>,
}

/// A conformity opinion asked for and not yet answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpinionRequest {
    /// The unit asked.
    pub unit: UnitId,
    /// The unit that asked.
    pub asked_by: UnitId,
    /// By when.
    pub due: Due,
    /// Where the case returns to.
    pub back_to: CaseState,
    /// Who holds it then.
    pub back_with: UnitId,
    /// The question.
    pub question: Option<PartRef>,
}

/// A conformity opinion given (plan A1, business chart: 符合 / 不符合).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Whose.
    pub unit: UnitId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the request conforms to law and policy.
    pub conforms: bool,
    /// The provision cited.
    pub provision: Option<PartRef>,
}

/// 回访: one attempt to reach the reporter, or an answer given (plan §5.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callback {
    /// When the call was made.
    pub called_at: DateTime<Utc>,
    /// Who called.
    pub by: UserId,
    /// Whether the reporter was reached.
    pub reached: bool,
    /// What the reporter says: solved or not.
    pub solved: Option<bool>,
    /// How content the reporter is; none is 未评价.
    pub satisfaction: Option<Satisfaction>,
    /// Whether it is a spot call of the supervisor.
    pub spot: bool,
    /// Whether it is the reporter's own signed answer, which outranks a call.
    pub signed: bool,
    /// Opinions and wishes.
    pub opinion: Option<PartRef>,
}

/// The main unit's feedback, as it stands for verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Whose: the main unit, or the coordinator.
    pub unit: UnitId,
    /// Who gave it: verified by another person.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the unit says that it is solved.
    pub solved: bool,
    /// Whether it came after the deadline in force.
    pub late: bool,
    /// Whether the coordinator reported it, not a unit with an assignment.
    pub coordinated: bool,
    /// What was done.
    pub done: Option<PartRef>,
    /// The evidence.
    pub evidence: Option<PartRef>,
    /// Co units whose opinion was missing.
    pub missing_co: Vec<UnitId>,
}

/// A target that ran, or runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningTarget {
    /// What should be done.
    pub target: Target,
    /// By when.
    pub due: Due,
    /// When it was done.
    pub met_at: Option<DateTime<Utc>>,
    /// Whether the clock has noted that it was missed.
    pub missed: bool,
}

/// How a case was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
    /// For which unit.
    pub unit: Option<UnitId>,
    /// Whether it was closed at registration, before it was passed on.
    pub at_intake: bool,
    /// The outcome.
    pub outcome: Outcome,
    /// The answer, reason or finding given.
    pub answer: Option<PartRef>,
    /// The verifier's summary of a business case (plan A1: 总结).
    pub summary: Option<PartRef>,
    /// Custody, counted and frozen with the calendar's version.
    pub custody: Vec<UnitDays>,
    /// The calendar's version it was counted by.
    pub calendar: String,
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
    pub cause: Option<Cause>,
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
    pub declined_by: Vec<UnitId>,
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
    /// Who coordinated last.
    pub coordinator: Option<UserId>,
    /// Whether it has ever been under coordination or before a joint meeting.
    pub coordinated: bool,
    /// The main unit asks for coordination.
    pub coordination_request: Option<CoordinationRequest>,
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
        u32::try_from(self.declined_by.len()).unwrap_or(u32::MAX)
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

    /// Any main or co unit, and the window that solved it on the spot (DOMAIN §2), as the units
    /// that answer for them.
    pub fn is_handling_unit(&self, unit: &UnitId, units: &Directory) -> bool {
        let root = units.root(unit);
        self.assignments.iter().map(|a| &a.unit).chain(&self.solved_by).any(|u| units.root(u) == root)
    }

    /// Who verifies and calls back: the lead of the sector; if that is a handling unit, the other
    /// sector's lead; if both are, the office (DOMAIN §2).
    pub fn verifier<'a>(&self, units: &'a Directory) -> Option<&'a UnitId> {
        [units.lead(self.sector), units.lead(self.sector.other())]
            .into_iter()
            .flatten()
            .find(|lead| !self.is_handling_unit(lead, units))
            .or_else(|| units.office())
    }

    /// Who dispatches: the lead; a butler for own business cases that nobody disputes.
    pub fn dispatcher<'a>(&'a self, units: &'a Directory) -> Option<&'a UnitId> {
        match &self.butler_unit {
            Some(butler) if self.sector == Sector::BusinessService && !self.disputed => Some(butler),
            _ => units.lead(self.sector),
        }
    }

    /// Callbacks since the last feedback, spot calls and all: what decides.
    pub fn callbacks_since_feedback(&self) -> impl Iterator<Item = &Callback> {
        let since = self.feedback.as_ref().map(|f| f.at);
        self.callbacks.iter().filter(move |c| since.is_none_or(|at| c.called_at >= at))
    }

    /// The latest answer to "solved?": it decides; the reporter's own signed one before calls
    /// (DOMAIN §4.2).
    pub fn deciding_callback(&self) -> Option<&Callback> {
        self.callbacks_since_feedback().filter(|c| c.solved.is_some()).max_by_key(|c| (c.signed, c.called_at))
    }

    /// The share of each holder so far, in working days; frozen when closed.
    pub fn custody_days(&self, through: DateTime<Utc>, calendar: &Calendar) -> Vec<UnitDays> {
        match &self.closed {
            Some(closed) => closed.custody.clone(),
            None => custody::days(&self.custody, self.accepted_at, through, calendar),
        }
    }
}
