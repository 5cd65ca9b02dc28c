//! 受理研判 and the third level: is it in scope, does it conform, can it be done on the spot
//! (plan §3, §4, A1).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Case, CaseCommand, CaseEvent, Decided, Due, Facts};
use crate::domain::ids::{CauseId, UnitId};
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, CaseState, OutOfScope, Outcome, Sector};
use crate::error::{Code, Error, Result};

/// 受理: taken on, at the third level.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {}

impl CaseCommand for Accept {
    const ACTION: CaseAction = CaseAction::Accept;

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, .. } = facts;
        Ok(Draft::new(CaseEvent::Accepted { step: facts.step(CaseState::Accepted, case.holder.as_ref())? }).into())
    }
}

/// 征求符合性意见: a unit is asked whether the request conforms to law and policy (plan A1), due
/// in 2 working days.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestOpinion {
    /// The unit asked.
    pub unit: UnitId,
    /// What it is asked.
    pub question: Text<1, 2000>,
}

impl CaseCommand for RequestOpinion {
    const ACTION: CaseAction = CaseAction::RequestOpinion;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { world, now, .. } = facts;
        if world.units.open(&self.unit).is_none() {
            return Err(Error::field("unit", "没有这个单位，或该单位已撤销"));
        }
        let event = CaseEvent::OpinionRequested {
            due: Due::after(world, now, world.settings.opinion_days)?,
            asked_by: permit.actor().unit.clone(),
            step: facts.step(CaseState::UnderReview, Some(&self.unit))?,
            unit: self.unit,
        };
        Ok(Draft::new(event).text("question", self.question.into_string()).into())
    }
}

/// 作出符合性判断. A negative one binds nobody: the case may be passed on as disputed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveOpinion {
    /// Whether the request conforms to law and policy.
    pub conforms: bool,
    /// The provision, cited.
    pub provision: Text<1, 2000>,
    /// Why.
    #[serde(default)]
    pub reason: Option<Text<1, 2000>>,
}

impl CaseCommand for GiveOpinion {
    const ACTION: CaseAction = CaseAction::GiveOpinion;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { case, .. } = facts;
        let (to, holder) = back(case)?;
        let unit = permit.actor().unit.clone();
        let event = CaseEvent::OpinionGiven { unit, conforms: self.conforms, step: facts.step(to, Some(holder))? };
        Ok(Draft::new(event)
            .text("provision", self.provision.into_string())
            .text_if("reason", self.reason.map(Text::into_string))
            .into())
    }
}

/// 不予判断: the unit asked says why it can't judge.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineOpinion {
    /// Why.
    pub reason: Text<1, 2000>,
}

impl CaseCommand for DeclineOpinion {
    const ACTION: CaseAction = CaseAction::DeclineOpinion;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { case, .. } = facts;
        let (to, holder) = back(case)?;
        let event =
            CaseEvent::OpinionDeclined { unit: permit.actor().unit.clone(), step: facts.step(to, Some(holder))? };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// 撤回征求意见: the asker goes on without.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecallOpinion {
    /// Why.
    pub reason: Text<1, 2000>,
}

impl CaseCommand for RecallOpinion {
    const ACTION: CaseAction = CaseAction::RecallOpinion;

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, .. } = facts;
        let (to, holder) = back(case)?;
        let event = CaseEvent::OpinionRecalled { step: facts.step(to, Some(holder))? };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// Where a case under review returns to, and with whom.
fn back(case: &Case) -> Result<(CaseState, &UnitId)> {
    case.opinion_request
        .as_ref()
        .map(|o| (o.back_to, &o.back_with))
        .ok_or_else(|| Error::internal(format!("case {} is under review without a request", case.id)))
}

/// 不属范围办结: outside the plan (plan §3), with a written reason and where to turn instead.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseOutOfScope {
    /// Why it is outside.
    pub reason: OutOfScope,
    /// The reason in words, as told to the reporter.
    pub answer: Text<1, 2000>,
    /// Where to turn instead.
    pub where_to_turn: Text<1, 500>,
}

impl CaseCommand for CloseOutOfScope {
    const ACTION: CaseAction = CaseAction::CloseOutOfScope;

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let (step, closing) = facts.close(Outcome::OutOfScope);
        Ok(Draft::new(CaseEvent::ClosedOutOfScope { reason: self.reason, step, closing })
            .text("answer", self.answer.into_string())
            .text("where_to_turn", self.where_to_turn.into_string())
            .into())
    }
}

/// 解释说明办结: the request contradicts or doesn't meet a rule, which is cited and explained
/// (plan A1: 向企业做好解释工作).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Explain {
    /// The provision, cited.
    pub provision: Text<1, 2000>,
    /// The explanation as given to the reporter.
    pub answer: Text<1, 4000>,
    /// The cause; `policy_restricts` where the rule itself is the obstacle.
    #[serde(default)]
    pub cause: Option<CauseId>,
}

impl Explain {
    /// The case is closed with the explanation, wherever it is given.
    ///
    /// # Errors
    /// `invalid_value` at `cause`.
    pub(super) fn explained(self, facts: Facts<'_>) -> Result<Draft<CaseEvent>> {
        facts.check_cause(self.cause.as_ref())?;
        let (step, closing) = facts.close(Outcome::Explained);
        Ok(Draft::new(CaseEvent::Explained { cause: self.cause, step, closing })
            .text("provision", self.provision.into_string())
            .text("answer", self.answer.into_string()))
    }
}

impl CaseCommand for Explain {
    const ACTION: CaseAction = CaseAction::Explain;

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(self.explained(facts)?.into())
    }
}

/// 当场办结: the simple problem is solved at the window or by the butler (plan §4: 简单问题立即办).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SolveOnTheSpot {
    /// The answer given.
    pub answer: Text<1, 4000>,
    /// The cause.
    #[serde(default)]
    pub cause: Option<CauseId>,
}

impl CaseCommand for SolveOnTheSpot {
    const ACTION: CaseAction = CaseAction::SolveOnTheSpot;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        facts.check_cause(self.cause.as_ref())?;
        let unit = permit.actor().unit.clone();
        // Who solved it doesn't call back.
        let solved = Case { solved_by: Some(unit.clone()), ..facts.case.clone() };
        let (step, closing) = Facts { case: &solved, ..facts }.close(Outcome::Solved);
        Ok(Draft::new(CaseEvent::SolvedOnTheSpot { unit, cause: self.cause, step, closing })
            .text("answer", self.answer.into_string())
            .into())
    }
}

/// 转派发: not simple; goes to the lead, a business case with its butler stays with the butler
/// (plan §4, second level).
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PassOn {
    /// Why a business case needs no conformity opinion, or why it is passed on against one.
    pub reason: Option<Text<1, 2000>>,
}

impl CaseCommand for PassOn {
    const ACTION: CaseAction = CaseAction::PassOn;

    fn ready(Facts { case, world, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        match world.units.lead(case.sector) {
            Some(_) => Ok(()),
            None => Err(Error::new(Code::WrongState, format!("“{}”领域没有设置牵头部门", case.sector.label()))),
        }
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, world, .. } = facts;
        let latest = case.opinions.last();
        let negative = latest.is_some_and(|o| !o.conforms);
        let lacking = case.sector == Sector::BusinessService && latest.is_none();
        if self.reason.is_none() && (negative || lacking) {
            return Err(Error::new(
                Code::OpinionRequired,
                if negative {
                    "相关单位判断不符合要求；有异议仍要派发的，请说明理由，并由牵头部门派发"
                } else {
                    "商事服务事项须先由相关单位判断是否符合要求；不需要的，请说明理由"
                },
            ));
        }
        let passed = Case { disputed: negative, ..case.clone() };
        let event = CaseEvent::PassedOn {
            disputed: negative,
            step: facts.step(CaseState::AwaitingDispatch, passed.dispatcher(world.units))?,
        };
        Ok(Draft::new(event).text_if("reason", self.reason.map(Text::into_string)).into())
    }
}
