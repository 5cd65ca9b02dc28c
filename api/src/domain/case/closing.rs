//! Other ends than a verified solution: withdrawn, a duplicate, honestly unsolved.

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::verification::check_summary;
use super::{CaseCommand, CaseEvent, Citation, Decided, Facts};
use crate::domain::ids::{CauseId, UnitId};
use crate::domain::log::{Actor, Draft};
use crate::domain::number::Number;
use crate::domain::permission::Permit;
use crate::domain::text::{Line, Text};
use crate::domain::words::{CaseAction, Outcome, Role, WithdrawalProof};
use crate::error::{Code, Error, Result};

/// A call by another unit, in which the reporter said so.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalCall {
    /// The unit that called: neither the asker's nor one that handles the case.
    pub unit: UnitId,
    /// When.
    pub called_at: DateTime<FixedOffset>,
}

/// 撤回: the reporter wants it no more. Staff need the reporter's code, signed paper, or a call by
/// another unit: exactly one.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Why.
    pub reason: Text<1, 2000>,
    /// The reporter's enquiry code.
    #[serde(default)]
    pub enquiry_code: Option<Line<8, 8>>,
    /// What the signed paper says and where it lies.
    #[serde(default)]
    pub signed_paper: Option<Text<1, 500>>,
    /// A call by another unit.
    #[serde(default)]
    pub call: Option<WithdrawalCall>,
}

impl Withdraw {
    fn proof(&self, Facts { case, world, now, means }: Facts<'_>, actor: &Actor) -> Result<Option<WithdrawalProof>> {
        if actor.role == Role::Integration {
            return Ok(None);
        }
        match (&self.enquiry_code, &self.signed_paper, &self.call) {
            (Some(code), None, None) if code.as_str() == means.enquiry_code => Ok(Some(WithdrawalProof::Code)),
            (Some(_), None, None) => Err(Error::field("enquiry_code", "查询码不对")),
            (None, Some(_), None) => Ok(Some(WithdrawalProof::SignedPaper)),
            (None, None, Some(call)) => {
                let another = world.units.open(&call.unit).is_some()
                    && world.units.root(&call.unit) != world.units.root(&actor.unit)
                    && !case.is_handling_unit(&call.unit, world.units);
                if !another {
                    return Err(Error::field("call.unit", "应由经办人和承办单位以外的单位电话核实"));
                }
                let called_at = call.called_at.with_timezone(&Utc);
                if called_at > now {
                    return Err(Error::field("call.called_at", "电话时间不能在将来"));
                }
                if called_at < case.accepted_at {
                    return Err(Error::field("call.called_at", "电话时间不能早于受理"));
                }
                Ok(Some(WithdrawalProof::Call))
            }
            _ => {
                Err(Error::new(Code::ProofRequired, "撤回须提供反映人的查询码、书面签字或其他单位的电话核实，三者居一"))
            }
        }
    }
}

impl CaseCommand for Withdraw {
    const ACTION: CaseAction = CaseAction::Withdraw;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let proof = self.proof(facts, permit.actor())?;
        let (step, closing) = facts.close(Outcome::Withdrawn);
        let call = self.call.map(|call| (call.unit, call.called_at.with_timezone(&Utc)));
        let (called_by, called_at) = call.unzip();
        let event = CaseEvent::Withdrawn { proof, called_by, called_at, step, closing };
        Ok(Draft::new(event)
            .text("reason", self.reason.into_string())
            .text_if("signed_paper", self.signed_paper.map(Text::into_string))
            .into())
    }
}

/// 重复件: the same reporter's same matter is dealt with under another number.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseDuplicate {
    /// The number of the other case.
    #[schema(value_type = String, pattern = r"^\d{4}-\d{4,}$")]
    pub of: Number,
    /// What the reporter was told.
    pub answer: Text<1, 2000>,
}

impl CaseCommand for CloseDuplicate {
    const ACTION: CaseAction = CaseAction::CloseDuplicate;

    fn cites(&self) -> Option<Citation> {
        Some(Citation { field: "of", number: self.of })
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        if self.of == facts.case.number {
            return Err(Error::field("of", "不能是此事项自己"));
        }
        let (step, closing) = facts.close(Outcome::Duplicate);
        let event = CaseEvent::ClosedDuplicate { of: self.of, step, closing };
        Ok(Draft::new(event).text("answer", self.answer.into_string()).into())
    }
}

/// 未解决办结: said honestly, counted as not solved; only after coordination or a joint meeting.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseUnsolved {
    /// The answer given to the reporter.
    pub answer: Text<1, 4000>,
    /// The cause, confirmed; default: as fed back.
    #[serde(default)]
    pub cause: Option<CauseId>,
    /// 总结, required for business cases of level 1 or 2 (plan A1).
    #[serde(default)]
    pub summary: Option<Text<1, 4000>>,
}

impl CaseCommand for CloseUnsolved {
    const ACTION: CaseAction = CaseAction::CloseUnsolved;

    fn ready(Facts { case, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        if case.coordinated {
            return Ok(());
        }
        Err(Error::new(Code::CoordinationRequired, "未经提级协调或联席会研究的事项，不能按未解决办结"))
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        check_summary(facts.case, self.summary.is_some())?;
        facts.check_cause(self.cause.as_ref())?;
        let (step, closing) = facts.close(Outcome::Unsolved);
        let event = CaseEvent::ClosedUnsolved { cause: self.cause, step, closing };
        Ok(Draft::new(event)
            .text("answer", self.answer.into_string())
            .text_if("summary", self.summary.map(Text::into_string))
            .into())
    }
}
