//! After closing: the reporter rates, is answered, and may have the case taken up again.

use chrono::Days;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::AnswerDue;
use super::{Case, CaseCommand, CaseEvent, Closed, Decided, Due, Facts};
use crate::domain::calendar::shanghai_date;
use crate::domain::facts::World;
use crate::domain::ids::UnitId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::unit::Directory;
use crate::domain::words::{CaseAction, CaseState, Outcome, Satisfaction};
use crate::error::{Code, Error, Result};

impl Facts<'_> {
    /// By whom and when a dissatisfied reporter of a solved case is to be answered; none where the
    /// reporter isn't, or is to be answered already.
    ///
    /// # Errors
    /// Where the calendar doesn't reach.
    pub(super) fn answer_due(
        self,
        outcome: Option<Outcome>,
        rating: Option<Satisfaction>,
    ) -> Result<Option<AnswerDue>> {
        let waits = self.case.dissatisfaction.as_ref().is_some_and(|d| d.answered_at.is_none());
        if outcome != Some(Outcome::Solved) || waits || !rating.is_some_and(Satisfaction::is_dissatisfied) {
            return Ok(None);
        }
        let Some(unit) = self.case.verifier(self.world.units).cloned() else { return Ok(None) };
        let due = Due::after(self.world, self.now, self.world.settings.dissatisfaction_days)?;
        Ok(Some(AnswerDue { unit, due }))
    }
}

/// 评价: five grades of 政务服务“好差评” (GB/T 39735); the latest counts.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The grade.
    pub satisfaction: Satisfaction,
    /// In words.
    #[serde(default)]
    pub comment: Option<Text<1, 2000>>,
}

impl CaseCommand for Rate {
    const ACTION: CaseAction = CaseAction::Rate;

    fn needs_version(&self) -> bool {
        false
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let outcome = facts.case.closed.as_ref().map(|c| c.outcome);
        let answer_due = facts.answer_due(outcome, Some(self.satisfaction))?;
        let event = CaseEvent::Rated { satisfaction: self.satisfaction, answer_due };
        Ok(Draft::new(event).text_if("comment", self.comment.map(Text::into_string)).into())
    }
}

/// 答复不满意: looked into and answered by another person than who closed the case.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerDissatisfaction {
    /// What was looked into, and what the reporter was told.
    pub answer: Text<1, 4000>,
}

impl CaseCommand for AnswerDissatisfaction {
    const ACTION: CaseAction = CaseAction::AnswerDissatisfaction;

    fn ready(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        if case.dissatisfaction.as_ref().is_none_or(|d| d.answered_at.is_some()) {
            return Err(Error::new(Code::NothingPending, "反映人没有待答复的不满意评价"));
        }
        if case.closed.as_ref().is_some_and(|c| c.by == actor.user) {
            return Err(Error::new(Code::Segregation, "须由办结人以外的人员核实答复"));
        }
        Ok(())
    }

    fn decide(self, _facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(Draft::new(CaseEvent::DissatisfactionAnswered {}).text("answer", self.answer.into_string()).into())
    }
}

/// Who decides whether a closed case is taken up again: the lead, the office, or the other sector's
/// lead; the first of them that neither closed nor solved it.
pub(crate) fn reopen_decider<'a>(case: &Case, units: &'a Directory) -> Option<&'a UnitId> {
    let closed_it = |unit: &UnitId| {
        let closer = case.closed.as_ref().and_then(|c| c.unit.as_ref());
        closer.is_some_and(|closer| units.root(closer) == units.root(unit)) || case.is_handling_unit(unit, units)
    };
    let deciders = [units.lead(case.sector), units.office(), units.lead(case.sector.other())];
    deciders.into_iter().flatten().find(|unit| !closed_it(unit))
}

fn decider_of<'a>(case: &Case, world: World<'a>) -> Result<&'a UnitId> {
    let detail = "没有可以决定重新办理的单位，请重新登记，并注明原事项编号";
    reopen_decider(case, world.units).ok_or_else(|| Error::new(Code::WrongState, detail))
}

/// 申请重新办理: within 30 calendar days of closing; later a new case is registered with `repeat_of`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestReopen {
    /// Why.
    pub reason: Text<1, 2000>,
}

impl CaseCommand for RequestReopen {
    const ACTION: CaseAction = CaseAction::RequestReopen;

    fn ready(Facts { case, world, now, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        if case.reopen_request.is_some() {
            return Err(Error::new(Code::AlreadyPending, "重新办理的申请尚待答复"));
        }
        let window = world.settings.reopen_window_days;
        let last_day =
            case.closed.as_ref().and_then(|c| shanghai_date(c.at).checked_add_days(Days::new(u64::from(window))));
        if last_day.is_some_and(|day| shanghai_date(now) > day) {
            let detail = format!("办结已超过{window}日，请重新登记，并注明原事项编号");
            return Err(Error::new(Code::DeadlinePassed, detail));
        }
        decider_of(case, world).map(|_| ())
    }

    fn decide(self, Facts { case, world, now, .. }: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let event = CaseEvent::ReopenRequested {
            decider: decider_of(case, world)?.clone(),
            due: Due::after(world, now, world.settings.reopen_answer_days)?,
        };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// Who asks doesn't decide, nor who closed it, nor a person who comes from the unit that did.
fn may_decide(Facts { case, world, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
    if case.reopen_request.as_ref().is_some_and(|request| request.asked_by == actor.user) {
        return Err(Error::new(Code::Segregation, "申请人不能决定自己的申请"));
    }
    let Some(closed) = &case.closed else { return Ok(()) };
    let root = |unit: &Option<UnitId>| unit.as_ref().map(|unit| world.units.root(unit).clone());
    let from_closer = actor.home_unit.is_some() && root(&actor.home_unit) == root(&closed.unit);
    if from_closer || closed.by == actor.user {
        return Err(Error::new(Code::Segregation, "办结此事项的人员和单位不能决定是否重新办理"));
    }
    Ok(())
}

/// 重新办理: asked for; or unasked soon after a closing at registration, or after a callback that
/// says not solved. Counts and lateness persist.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// Why.
    pub reason: Text<1, 2000>,
}

impl Reopen {
    fn may_unasked(facts: Facts<'_>, closed: &Closed) -> Result<bool> {
        let Facts { case, world, now, .. } = facts;
        let latest_call = case.callbacks.iter().filter(|c| c.called_at >= closed.at && c.solved.is_some());
        let denied = latest_call.max_by_key(|c| (c.signed, c.called_at)).is_some_and(|c| c.solved == Some(false));
        let soon = Due::after(world, closed.at, world.settings.reopen_answer_days)?;
        Ok(denied || (closed.at_intake && now < soon.at))
    }
}

impl CaseCommand for Reopen {
    const ACTION: CaseAction = CaseAction::Reopen;

    fn ready(facts: Facts<'_>, actor: &Actor) -> Result<()> {
        may_decide(facts, actor)?;
        let Some(closed) = &facts.case.closed else { return Ok(()) };
        if facts.case.reopen_request.is_some() || Self::may_unasked(facts, closed)? {
            return Ok(());
        }
        let detail = "反映人没有申请；未经申请的，只能在登记环节办结后2个工作日内，或回访表示未解决时重新办理";
        Err(Error::new(Code::NothingPending, detail))
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, world, .. } = facts;
        let step = if case.assignments.is_empty() {
            facts.back_to_intake()?
        } else {
            facts.step(CaseState::AwaitingDispatch, case.dispatcher(world.units))?
        };
        let event = CaseEvent::Reopened { asked: case.reopen_request.is_some(), step };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// 不予重新办理.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseReopen {
    /// Why, as the reporter is told.
    pub reason: Text<1, 2000>,
}

impl CaseCommand for RefuseReopen {
    const ACTION: CaseAction = CaseAction::RefuseReopen;

    fn ready(facts: Facts<'_>, actor: &Actor) -> Result<()> {
        if facts.case.reopen_request.is_none() {
            return Err(Error::new(Code::NothingPending, "没有待答复的重新办理申请"));
        }
        may_decide(facts, actor)
    }

    fn decide(self, _facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(Draft::new(CaseEvent::ReopenRefused {}).text("reason", self.reason.into_string()).into())
    }
}
