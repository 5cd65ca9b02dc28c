//! 提级协调: the lead's 专班 or the chief butler takes a stuck case (plan §4, §5.2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::command::step;
use super::{CaseCommand, CaseEvent, Decided, Facts};
use crate::domain::log::Draft;
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, CaseState, Cause, ResponseLevel, Sector};

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

    fn decide(self, Facts { case, world, .. }: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let event = CaseEvent::Raised {
            level: (case.sector == Sector::BusinessService).then_some(ResponseLevel::One),
            step: step(CaseState::UnderCoordination, world.units.coordinator(case.sector)),
        };
        Ok(vec![Draft::new(event).text("reason", self.reason.into_string())])
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
    pub cause: Cause,
}

impl CaseCommand for ReportCoordinated {
    const ACTION: CaseAction = CaseAction::ReportCoordinated;

    fn decide(self, Facts { case, world, .. }: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let event = CaseEvent::CoordinationReported {
            unit: permit.actor().unit.clone(),
            solved: self.solved,
            cause: self.cause,
            step: step(CaseState::AwaitingVerification, case.verifier(world.units)),
        };
        Ok(vec![Draft::new(event).text("done", self.done.into_string())])
    }
}
