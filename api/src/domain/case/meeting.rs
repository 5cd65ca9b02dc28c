//! 联席会 (plan §4, §5.5): a stuck case is brought to the joint meeting, or sent back from it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{CaseCommand, CaseEvent, Decided, Facts};
use crate::domain::ids::UnitId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, CaseState};
use crate::error::{Code, Error, Result};

/// 提请联席会: the butler asks that the case be brought to the meeting (plan A1: 由服务管家提请…审议).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeMeeting {
    /// Why.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for ProposeMeeting {
    const ACTION: CaseAction = CaseAction::ProposeMeeting;

    fn ready(Facts { case, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        match case.meeting_proposal {
            None => Ok(()),
            Some(_) => Err(Error::new(Code::AlreadyPending, "已经提请联席会审议，待总管家决定")),
        }
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let decider = coordinator(facts)?.clone();
        Ok(Draft::new(CaseEvent::MeetingProposed { decider }).text("reason", self.reason.into_string()).into())
    }
}

/// 提交联席会: from here on the first level, in the office's hands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitToMeeting {
    /// What was tried.
    pub tried: Text<1, 4000>,
    /// The question that the meeting is to decide.
    pub question: Text<1, 2000>,
}

impl CaseCommand for SubmitToMeeting {
    const ACTION: CaseAction = CaseAction::SubmitToMeeting;

    /// Who proposed it doesn't decide.
    fn ready(facts: Facts<'_>, actor: &Actor) -> Result<()> {
        if facts.case.meeting_proposal.as_ref().is_some_and(|proposal| proposal.asked_by == actor.user) {
            return Err(Error::new(Code::Segregation, "提请人不能决定自己的提请"));
        }
        office(facts).map(|_| ())
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let step = facts.step(CaseState::AwaitingJointMeeting, Some(office(facts)?))?;
        Ok(Draft::new(CaseEvent::SubmittedToMeeting { step })
            .text("tried", self.tried.into_string())
            .text("question", self.question.into_string())
            .into())
    }
}

/// 区营商办, in whose hands the first level lies.
pub(super) fn office(Facts { world, .. }: Facts<'_>) -> Result<&UnitId> {
    world.units.office().ok_or_else(|| Error::new(Code::WrongState, "没有设置区营商办"))
}

/// 退回协调: not ripe for the meeting.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Remand {
    /// Why.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for Remand {
    const ACTION: CaseAction = CaseAction::Remand;

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(Draft::new(remanded(facts)?).text("reason", self.reason.into_string()).into())
    }
}

/// Who coordinates the sector's stuck cases.
pub(super) fn coordinator(Facts { case, world, .. }: Facts<'_>) -> Result<&UnitId> {
    let detail = || format!("“{}”领域没有设置牵头部门", case.sector.label());
    world.units.coordinator(case.sector).ok_or_else(|| Error::new(Code::WrongState, detail()))
}

/// Back to who coordinates.
pub(super) fn remanded(facts: Facts<'_>) -> Result<CaseEvent> {
    Ok(CaseEvent::Remanded { step: facts.step(CaseState::UnderCoordination, Some(coordinator(facts)?))? })
}
