//! 上报 (plan §5.5, A2): what the district can't decide goes to the municipality or the centre.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::UpperBody;
use super::meeting::{coordinator, office};
use super::settlement::Settlement;
use super::{CaseCommand, CaseEvent, Decided, Facts};
use crate::domain::calendar::shanghai_date;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::{Line, Text};
use crate::domain::words::{CaseAction, CaseState, Disposition};
use crate::error::{Code, Error, Result};

/// 申请上报: the coordinator asks the office to refer the case up.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestReferral {
    /// Why the district can't decide it.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for RequestReferral {
    const ACTION: CaseAction = CaseAction::RequestReferral;

    fn ready(Facts { case, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        match case.referral_request {
            None => Ok(()),
            Some(_) => Err(Error::new(Code::AlreadyPending, "已经申请上报，待区营商办决定")),
        }
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let decider = office(facts)?.clone();
        Ok(Draft::new(CaseEvent::ReferralRequested { decider }).text("reason", self.reason.into_string()).into())
    }
}

/// What the office decides on: a request by somebody else.
fn requested(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
    match &case.referral_request {
        None => Err(Error::new(Code::NothingPending, "没有待决的上报申请")),
        Some(request) if request.asked_by == actor.user => {
            Err(Error::new(Code::Segregation, "申请上报的人不能自己决定，请由另一人决定"))
        }
        Some(_) => Ok(()),
    }
}

/// 上报: to whom, by which document.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferUp {
    /// The body referred to, such as a department of the municipality.
    pub body: Line<2, 100>,
    /// 文号 of the letter.
    pub document_number: Line<2, 60>,
    /// Its date, not in the future.
    pub document_date: NaiveDate,
}

impl ReferUp {
    /// What a date can't be.
    pub(super) fn check(&self, facts: Facts<'_>) -> Result<()> {
        not_in_the_future(self.document_date, facts)
    }

    pub(super) fn to(&self) -> UpperBody {
        UpperBody {
            body: self.body.to_string(),
            document_number: self.document_number.to_string(),
            document_date: self.document_date,
        }
    }
}

fn not_in_the_future(date: NaiveDate, Facts { now, .. }: Facts<'_>) -> Result<()> {
    if date <= shanghai_date(now) { Ok(()) } else { Err(Error::field("document_date", "文件日期不能在将来")) }
}

/// The office watches what lies with the upper body.
pub(super) fn referred_up(to: UpperBody, facts: Facts<'_>) -> Result<CaseEvent> {
    Ok(CaseEvent::ReferredUp { to, step: facts.step(CaseState::ReferredUp, Some(office(facts)?))? })
}

impl CaseCommand for ReferUp {
    const ACTION: CaseAction = CaseAction::ReferUp;

    fn ready(facts: Facts<'_>, actor: &Actor) -> Result<()> {
        requested(facts, actor)
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        self.check(facts)?;
        Ok(Draft::new(referred_up(self.to(), facts)?).into())
    }
}

/// 不予上报: the coordinator goes on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseReferral {
    /// Why.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for RefuseReferral {
    const ACTION: CaseAction = CaseAction::RefuseReferral;

    fn ready(facts: Facts<'_>, actor: &Actor) -> Result<()> {
        requested(facts, actor)
    }

    fn decide(self, _facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(Draft::new(CaseEvent::ReferralRefused {}).text("reason", self.reason.into_string()).into())
    }
}

/// 记录上级答复: what the upper body replied, and what the case comes to by it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReply {
    /// 文号 of the reply.
    pub document_number: Line<2, 60>,
    /// Its date, not in the future.
    pub document_date: NaiveDate,
    /// What it says.
    pub text: Text<1, 4000>,
    /// What the case comes to: `solved`, `assign`, `back_to_coordination`, `explain` or `unsolved`.
    pub settlement: Settlement,
}

impl CaseCommand for RecordReply {
    const ACTION: CaseAction = CaseAction::RecordReply;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        not_in_the_future(self.document_date, facts)?;
        let disposition = self.settlement.terms().disposition();
        if matches!(disposition, Disposition::ReferUp | Disposition::Defer) {
            return Err(Error::field("settlement", format!("上级答复后不能“{}”", disposition.label())));
        }
        let event = CaseEvent::ReplyRecorded {
            document_number: self.document_number.to_string(),
            document_date: self.document_date,
            disposition,
        };
        let basis = format!("按上级答复（{}）交办", self.document_number.as_str());
        let mut decision = self.settlement.carry_out(facts, permit.actor(), &basis)?;
        decision.case.insert(0, Draft::new(event).text("decision", self.text.into_string()));
        Ok(decision)
    }
}

/// 撤回上报: no reply comes; the coordinator goes on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecallReferral {
    /// Why.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for RecallReferral {
    const ACTION: CaseAction = CaseAction::RecallReferral;

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let step = facts.step(CaseState::UnderCoordination, Some(coordinator(facts)?))?;
        Ok(Draft::new(CaseEvent::ReferralRecalled { step }).text("reason", self.reason.into_string()).into())
    }
}
