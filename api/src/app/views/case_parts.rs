//! What a case is made of, as the API shows it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{At, UnitName};
use crate::app::App;
use crate::domain::case::{
    Assignment, Callback, Closed, CoordinationRequest, Dissatisfaction, ExtensionRequest, Feedback, Opinion,
    OpinionRequest, PendingRequest, Rating, ReopenRequest, Ruling, RunningTarget, UnitDays,
};
use crate::domain::ids::{UnitId, UserId, WorkOrderId};
use crate::domain::log::PartRef;
use crate::domain::unit::Directory;
use crate::domain::words::{
    AssignmentKind, AssignmentState, AttemptFault, Light, Outcome, ReporterKind, ResultSource, Satisfaction, Target,
};
use crate::error::Result;
use crate::store::parts::PartRow;

/// What it takes to show a value: its texts, units' names, the present instant.
#[derive(Clone, Copy)]
pub(super) struct Show<'a> {
    pub app: &'a App,
    pub rows: &'a [PartRow],
    pub units: &'a Directory,
    pub now: DateTime<Utc>,
}

impl Show<'_> {
    /// The text of a part, unless it was erased.
    pub fn text(self, at: Option<&PartRef>) -> Result<Option<String>> {
        self.app.text_of(self.rows, at)
    }

    /// A unit with its name.
    pub fn name(self, unit: &UnitId) -> UnitName {
        UnitName::of(unit, self.units)
    }
}

/// Who reported: public data in the clear, personal data masked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReporterView {
    /// What kind of reporter.
    pub kind: ReporterKind,
    /// Whether no name was given.
    pub anonymous: bool,
    /// Whether units see the matter only.
    pub confidential: bool,
    /// An organisation's name in the clear, a person's masked; none where it may not be shown.
    pub name: Option<String>,
    /// An organisation's 统一社会信用代码.
    pub credit_code: Option<String>,
    /// Whom to ask for, masked.
    pub contact_person: Option<String>,
    /// The telephone, masked.
    pub phone: Option<String>,
    /// The ID number, masked.
    pub id_number: Option<String>,
    /// The agent, masked.
    pub agent: Option<AgentView>,
    /// Whether there is an account of what the reporter said; shown by `reveal` only.
    pub has_account: bool,
}

/// Who acts for the reporter, masked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgentView {
    /// The name, masked.
    pub name: Option<String>,
    /// The telephone, masked.
    pub phone: Option<String>,
}

/// A conformity opinion asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OpinionRequestView {
    /// The unit asked.
    pub unit: UnitName,
    /// The unit that asked.
    pub asked_by: UnitName,
    /// By when.
    pub due_date: NaiveDate,
    /// The question.
    pub question: Option<String>,
}

/// A conformity opinion given.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OpinionView {
    /// Whose.
    pub unit: UnitName,
    /// When.
    pub at: At,
    /// Whether the request conforms.
    pub conforms: bool,
    /// The provision cited.
    pub provision: Option<String>,
}

/// One unit's share.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AssignmentView {
    /// Under which work order.
    pub work_order: WorkOrderId,
    /// The unit.
    pub unit: UnitName,
    /// Main or co.
    pub kind: AssignmentKind,
    /// Where it stands.
    pub state: AssignmentState,
    /// Since when.
    pub dispatched_at: At,
    /// When it was signed for.
    pub received_at: Option<At>,
    /// The deadline in force.
    pub due_date: NaiveDate,
    /// The first deadline.
    pub original_due_date: NaiveDate,
    /// Whether it reaches into a year whose calendar isn't published yet.
    pub provisional: bool,
    /// The light, while the clock runs.
    pub light: Option<Light>,
    /// When it was answered.
    pub answered_at: Option<At>,
    /// Whether it was late.
    pub late: bool,
    /// The answer.
    pub answer: Option<String>,
    /// By when the unit may return it; none where it may not.
    pub return_by: Option<NaiveDate>,
    /// An extension asked for and not decided.
    pub extension_request: Option<ExtensionRequestView>,
    /// How many extensions were granted.
    pub extensions: u32,
    /// Of how many working days overdue somebody was told.
    pub overdue_noted: u32,
}

/// 延期申请, not decided yet.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ExtensionRequestView {
    /// The completion date proposed.
    pub until: NaiveDate,
    /// When it was asked.
    pub at: At,
    /// Who decides.
    pub decider: UnitName,
    /// Why.
    pub reason: Option<String>,
}

/// Something asked for and not decided: coordination, reopening.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RequestView {
    /// When it was asked.
    pub at: At,
    /// Who decides.
    pub decider: UnitName,
    /// By when, if there is a date.
    pub due_date: Option<NaiveDate>,
    /// Why.
    pub reason: Option<String>,
}

/// 裁定.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RulingView {
    /// Whose business it is.
    pub unit: UnitName,
    /// When.
    pub at: At,
    /// Why.
    pub reason: Option<String>,
}

/// 评价, by the reporter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RatingView {
    /// When.
    pub at: At,
    /// The grade.
    pub satisfaction: Satisfaction,
    /// In words.
    pub comment: Option<String>,
}

/// A dissatisfied reporter to be answered, or answered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DissatisfactionView {
    /// By when.
    pub due_date: NaiveDate,
    /// When it was answered.
    pub answered_at: Option<At>,
    /// The answer.
    pub answer: Option<String>,
}

/// A target, shown and not binding.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TargetView {
    /// What should be done.
    pub target: Target,
    /// By when.
    pub due_date: NaiveDate,
    /// When it was done.
    pub met_at: Option<At>,
    /// Whether it was missed, as far as is known by now.
    pub missed: bool,
}

/// What was fed back.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FeedbackView {
    /// By which unit.
    pub unit: UnitName,
    /// When.
    pub at: At,
    /// Whether the unit says that it is solved.
    pub solved: bool,
    /// Whether it was late.
    pub late: bool,
    /// Where it comes from.
    pub source: ResultSource,
    /// What was done.
    pub done: Option<String>,
    /// The evidence.
    pub evidence: Option<String>,
    /// Co units whose opinion was missing.
    pub missing_co: Vec<UnitName>,
}

/// A call to the reporter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CallbackView {
    /// When.
    pub called_at: At,
    /// Who called.
    pub by: UserId,
    /// The caller's name.
    pub by_name: Option<String>,
    /// Whether the reporter was reached.
    pub reached: bool,
    /// What the reporter says.
    pub solved: Option<bool>,
    /// How content the reporter is; none is 未评价.
    pub satisfaction: Option<Satisfaction>,
    /// Whether it was a spot call of the supervisor.
    pub spot: bool,
    /// Whether it is the reporter's own signed answer.
    pub signed: bool,
    /// Opinions and wishes.
    pub opinion: Option<String>,
    /// Why this call in vain doesn't count; none where it does, or nothing depends on it.
    pub uncounted: Option<AttemptFault>,
}

/// Calls in vain, where it depends on them whether the result may be verified without the reporter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AttemptsView {
    /// How many count.
    pub counted: usize,
    /// How many more are needed at least.
    pub missing: usize,
    /// On how many more dates.
    pub missing_dates: usize,
}

/// How the case was closed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClosedView {
    /// When.
    pub at: At,
    /// The outcome.
    pub outcome: Outcome,
    /// The answer or finding.
    pub answer: Option<String>,
    /// The summary of a business case.
    pub summary: Option<String>,
    /// The provision cited in an explanation.
    pub provision: Option<String>,
}

/// One holder's share of the time.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CustodyView {
    /// The holder.
    pub unit: UnitName,
    /// Working days at whose end the holder had the case.
    pub working_days: u32,
}

impl OpinionRequestView {
    pub(super) fn of(o: &OpinionRequest, show: Show<'_>) -> Result<Self> {
        Ok(Self {
            unit: show.name(&o.unit),
            asked_by: show.name(&o.asked_by),
            due_date: o.due.date,
            question: show.text(o.question.as_ref())?,
        })
    }
}

impl OpinionView {
    pub(super) fn of(o: &Opinion, show: Show<'_>) -> Result<Self> {
        let provision = show.text(o.provision.as_ref())?;
        Ok(Self { unit: show.name(&o.unit), at: At(o.at), conforms: o.conforms, provision })
    }
}

impl AssignmentView {
    pub(super) fn of(a: &Assignment, show: Show<'_>) -> Result<Self> {
        Ok(Self {
            work_order: a.work_order.clone(),
            unit: show.name(&a.unit),
            kind: a.kind,
            state: a.state,
            dispatched_at: At(a.dispatched_at),
            received_at: a.received_at.map(At),
            due_date: a.due.date,
            original_due_date: a.original_due.date,
            provisional: a.due.provisional,
            light: a.is_due().then(|| a.due.light(show.now)),
            answered_at: a.answered_at.map(At),
            late: a.late || a.late_before,
            answer: show.text(a.answer.as_ref())?,
            return_by: a.return_by.as_ref().filter(|_| a.received_at.is_none()).map(|due| due.date),
            extension_request: a
                .extension_request
                .as_ref()
                .map(|request| ExtensionRequestView::of(request, show))
                .transpose()?,
            extensions: a.extensions,
            overdue_noted: a.overdue_noted,
        })
    }
}

impl ExtensionRequestView {
    fn of(r: &ExtensionRequest, show: Show<'_>) -> Result<Self> {
        let reason = show.text(r.reason.as_ref())?;
        Ok(Self { until: r.until, at: At(r.at), decider: show.name(&r.decider), reason })
    }
}

impl RequestView {
    pub(super) fn coordination(r: &CoordinationRequest, show: Show<'_>) -> Result<Self> {
        let reason = show.text(r.reason.as_ref())?;
        Ok(Self { at: At(r.at), decider: show.name(&r.decider), due_date: None, reason })
    }

    pub(super) fn pending(r: &PendingRequest, show: Show<'_>) -> Result<Self> {
        let reason = show.text(r.reason.as_ref())?;
        Ok(Self { at: At(r.at), decider: show.name(&r.decider), due_date: None, reason })
    }

    pub(super) fn reopening(r: &ReopenRequest, show: Show<'_>) -> Result<Self> {
        let reason = show.text(r.reason.as_ref())?;
        Ok(Self { at: At(r.at), decider: show.name(&r.decider), due_date: Some(r.due.date), reason })
    }
}

impl RulingView {
    pub(super) fn of(r: &Ruling, show: Show<'_>) -> Result<Self> {
        Ok(Self { unit: show.name(&r.unit), at: At(r.at), reason: show.text(r.reason.as_ref())? })
    }
}

impl RatingView {
    pub(super) fn of(r: &Rating, show: Show<'_>) -> Result<Self> {
        Ok(Self { at: At(r.at), satisfaction: r.satisfaction, comment: show.text(r.comment.as_ref())? })
    }
}

impl DissatisfactionView {
    pub(super) fn of(d: &Dissatisfaction, show: Show<'_>) -> Result<Self> {
        let answer = show.text(d.answer.as_ref())?;
        Ok(Self { due_date: d.due.date, answered_at: d.answered_at.map(At), answer })
    }
}

impl TargetView {
    pub(super) fn of(t: &RunningTarget, show: Show<'_>) -> Self {
        let missed = t.missed || t.met_at.unwrap_or(show.now) >= t.due.at;
        Self { target: t.target, due_date: t.due.date, met_at: t.met_at.map(At), missed }
    }
}

impl FeedbackView {
    pub(super) fn of(f: &Feedback, show: Show<'_>) -> Result<Self> {
        Ok(Self {
            unit: show.name(&f.unit),
            at: At(f.at),
            solved: f.solved,
            late: f.late,
            source: f.source,
            done: show.text(f.done.as_ref())?,
            evidence: show.text(f.evidence.as_ref())?,
            missing_co: f.missing_co.iter().map(|unit| show.name(unit)).collect(),
        })
    }
}

impl CallbackView {
    pub(super) fn of(
        c: &Callback,
        by_name: Option<String>,
        uncounted: Option<AttemptFault>,
        show: Show<'_>,
    ) -> Result<Self> {
        Ok(Self {
            uncounted,
            called_at: At(c.called_at),
            by: c.by.clone(),
            by_name,
            reached: c.reached,
            solved: c.solved,
            satisfaction: c.satisfaction,
            spot: c.spot,
            signed: c.signed,
            opinion: show.text(c.opinion.as_ref())?,
        })
    }
}

impl ClosedView {
    pub(super) fn of(c: &Closed, show: Show<'_>) -> Result<Self> {
        Ok(Self {
            at: At(c.at),
            outcome: c.outcome,
            answer: show.text(c.answer.as_ref())?,
            summary: show.text(c.summary.as_ref())?,
            provision: show.text(c.provision.as_ref())?,
        })
    }
}

impl CustodyView {
    pub(super) fn of(d: &UnitDays, show: Show<'_>) -> Self {
        Self { unit: show.name(&d.unit), working_days: d.working_days }
    }
}
