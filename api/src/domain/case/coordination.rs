//! 提级协调: the lead's 专班 or the chief butler takes a stuck case (plan §4, §5.2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Case, CaseCommand, CaseEvent, Decided, Facts};
use crate::domain::ids::CauseId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, CaseState, ResponseLevel, Sector};
use crate::error::{Code, Error, Result};

/// 提级协调: ends open assignments, their lateness so far stays theirs; a business case becomes
/// level 1 (plan §4.2).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Raise {
    /// Why, and what was tried.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for Raise {
    const ACTION: CaseAction = CaseAction::Raise;

    fn ready(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        not_the_asker(case, actor)
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, world, .. } = facts;
        let event = CaseEvent::Raised {
            level: (case.sector == Sector::BusinessService).then_some(ResponseLevel::One),
            step: facts.step(CaseState::UnderCoordination, world.units.coordinator(case.sector))?,
        };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// Who asks doesn't decide.
fn not_the_asker(case: &Case, actor: &Actor) -> Result<()> {
    match &case.coordination_request {
        Some(request) if request.asked_by == actor.user => {
            Err(Error::new(Code::Segregation, "申请人不能决定自己的申请"))
        }
        _ => Ok(()),
    }
}

/// 报告协调结果: verified by another person.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportCoordinated {
    /// Whether the problem is solved.
    pub solved: bool,
    /// What was done.
    pub done: Text<1, 4000>,
    /// The cause found.
    pub cause: CauseId,
}

impl CaseCommand for ReportCoordinated {
    const ACTION: CaseAction = CaseAction::ReportCoordinated;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { case, world, .. } = facts;
        facts.check_cause(Some(&self.cause))?;
        let event = CaseEvent::CoordinationReported {
            unit: permit.actor().unit.clone(),
            solved: self.solved,
            cause: self.cause,
            step: facts.step(CaseState::AwaitingVerification, case.verifier(world.units))?,
        };
        Ok(Draft::new(event).text("done", self.done.into_string()).into())
    }
}

/// 申请提级协调: the main unit is stuck (plan §4.1: 或报牵头部门协调, §5.2). The clock runs until raised.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestCoordination {
    /// Why.
    pub reason: Text<1, 4000>,
    /// What was tried.
    pub tried: Text<1, 4000>,
}

impl CaseCommand for RequestCoordination {
    const ACTION: CaseAction = CaseAction::RequestCoordination;

    fn ready(Facts { case, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        match case.coordination_request {
            Some(_) => Err(Error::new(Code::AlreadyPending, "提级协调的申请尚待答复")),
            None => Ok(()),
        }
    }

    fn decide(self, Facts { case, world, .. }: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let decider = world.units.coordinator(case.sector).cloned();
        let event = CaseEvent::CoordinationRequested {
            unit: permit.actor().unit.clone(),
            decider: decider.ok_or_else(|| Error::new(Code::WrongState, "没有可以协调的单位"))?,
        };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).text("tried", self.tried.into_string()).into())
    }
}

/// 不予提级协调: the unit goes on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseCoordination {
    /// Why, and what the unit should do.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for RefuseCoordination {
    const ACTION: CaseAction = CaseAction::RefuseCoordination;

    fn ready(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        if case.coordination_request.is_none() {
            return Err(Error::new(Code::NothingPending, "没有待答复的提级协调申请"));
        }
        not_the_asker(case, actor)
    }

    fn decide(self, _facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(Draft::new(CaseEvent::CoordinationRefused {}).text("reason", self.reason.into_string()).into())
    }
}
