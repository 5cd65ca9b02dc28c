//! What a case remembers of single acts: requests, rulings, opinions, calls, feedback, its end.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Due, UnitDays};
use crate::domain::ids::{UnitId, UserId};
use crate::domain::log::PartRef;
use crate::domain::words::{CaseState, Outcome, ResultSource, Satisfaction, Target};

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
    /// By which unit.
    pub unit: UnitId,
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
    /// Whose: the main unit, the coordinator, or the office for what was resolved or replied.
    pub unit: UnitId,
    /// Who gave it: verified by another person.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the unit says that it is solved.
    pub solved: bool,
    /// Whether it came after the deadline in force.
    pub late: bool,
    /// Where it comes from.
    pub source: ResultSource,
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

impl RunningTarget {
    /// Neither met nor noted as missed.
    pub(super) fn runs(&self) -> bool {
        self.met_at.is_none() && !self.missed
    }
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
    /// Whether it was closed at registration: it lay with intake.
    pub at_intake: bool,
    /// The outcome.
    pub outcome: Outcome,
    /// The answer, reason or finding given.
    pub answer: Option<PartRef>,
    /// The verifier's summary of a business case (plan A1: 总结).
    pub summary: Option<PartRef>,
    /// The provision cited in an explanation.
    pub provision: Option<PartRef>,
    /// Custody, counted and frozen with the calendar's version.
    pub custody: Vec<UnitDays>,
    /// The calendar's version it was counted by.
    pub calendar: String,
}
