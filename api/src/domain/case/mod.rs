//! The case (事项): one matter that one reporter could not get done.

mod command;
mod coordination;
mod custody;
mod event;
mod evolve;
mod handling;
mod intake;
mod screening;
mod verification;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use command::{AllowedAction, CaseCommand, Decided, Facts, allowed_actions, decide};
pub use coordination::{Raise, ReportCoordinated};
pub use custody::{Hold, UnitDays};
pub use event::{AssignedUnit, CaseEvent, Closing, Registered, Step};
pub use handling::{Allotment, GiveCoOpinion, GiveFeedback, Receive, dispatch, ready_to_dispatch};
pub use intake::{
    AddMaterial, AgentInput, Correct, CorrectContact, Note, OrganisationData, PersonalData, Register, ReporterInput,
    register,
};
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
    Satisfaction, Sector,
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
    /// When the unit signed for it.
    pub received_at: Option<DateTime<Utc>>,
    /// The deadline in force.
    pub due: Due,
    /// The first deadline.
    pub original_due: Due,
    /// When the unit answered last: feedback of the main, opinion of a co unit.
    pub answered_at: Option<DateTime<Utc>>,
    /// Whether that was after the deadline in force; stays once it has happened.
    pub late: bool,
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

/// How a case was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: DateTime<Utc>,
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
    /// Units that declined or returned it.
    pub declined_by: Vec<UnitId>,
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
    /// Who held it since when.
    pub custody: Vec<Hold>,
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
        let other = match self.sector {
            Sector::GovernmentService => Sector::BusinessService,
            Sector::BusinessService => Sector::GovernmentService,
        };
        [units.lead(self.sector), units.lead(other)]
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

    /// The latest answer to "solved?": it decides (DOMAIN §4.2).
    pub fn deciding_callback(&self) -> Option<&Callback> {
        self.callbacks_since_feedback().filter(|c| c.solved.is_some()).max_by_key(|c| c.called_at)
    }

    /// The share of each holder so far, in working days; frozen when closed.
    pub fn custody_days(&self, through: DateTime<Utc>, calendar: &Calendar) -> Vec<UnitDays> {
        match &self.closed {
            Some(closed) => closed.custody.clone(),
            None => custody::days(&self.custody, self.accepted_at, through, calendar),
        }
    }
}
