//! 延期: a later completion date, proposed with reasons (plan §5.3).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Assignment, Case, CaseCommand, CaseEvent, Decided, Due, Facts};
use crate::domain::facts::World;
use crate::domain::ids::UnitId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{AssignmentKind, CaseAction, ToldBy};
use crate::domain::work_order::check_later_date;
use crate::error::{Code, Error, Result};

/// The assignment of a unit: it has one open at a time.
fn assignment<'a>(case: &'a Case, unit: &UnitId) -> Option<&'a Assignment> {
    AssignmentKind::ALL.iter().find_map(|kind| case.open_assignment(unit, *kind))
}

/// 申请延期: until the deadline's last instant; the clock runs on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestExtension {
    /// The completion date proposed: a working day after the deadline in force, within a year.
    pub until: NaiveDate,
    /// Why.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for RequestExtension {
    const ACTION: CaseAction = CaseAction::RequestExtension;

    fn ready(Facts { case, now, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        let Some(assignment) = assignment(case, &actor.unit) else { return Ok(()) };
        if !assignment.is_due() {
            return Err(Error::new(Code::AlreadyAnswered, "贵单位已经反馈，不能再申请延期"));
        }
        if now >= assignment.due.at {
            let detail = format!("办理期限已于{}届满，不能再申请延期", assignment.due.date);
            return Err(Error::new(Code::DeadlinePassed, detail));
        }
        if assignment.extension_request.is_some() {
            return Err(Error::new(Code::AlreadyPending, "贵单位的延期申请尚待审批"));
        }
        Ok(())
    }

    fn decide(self, Facts { case, world, .. }: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let unit = permit.actor().unit.clone();
        let assignment = assignment(case, &unit).ok_or_else(|| Error::internal("no assignment to extend"))?;
        check_later_date(self.until, assignment.due.date, world).map_err(|message| Error::field("until", message))?;
        let main_due = case.main().map(|main| main.due.date);
        if assignment.kind == AssignmentKind::Co && main_due.is_some_and(|main| self.until > main) {
            return Err(Error::field("until", "协办期限不能晚于主办期限"));
        }
        let decider = decider(case, assignment, world)
            .cloned()
            .ok_or_else(|| Error::new(Code::WrongState, "没有可以审批延期的单位"))?;
        let event = CaseEvent::ExtensionRequested { unit, until: self.until, decider };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// Who decides on an extension of this share: the lead, or who verifies in its stead; the third, the
/// office.
pub(super) fn decider<'a>(case: &Case, assignment: &Assignment, world: World<'a>) -> Option<&'a UnitId> {
    let lead_decides = assignment.extensions < world.settings.extensions_by_lead;
    if lead_decides { case.verifier(world.units) } else { world.units.office() }
}

/// 审批延期: by the lead, the third by the office; may come after the deadline. Refused, the
/// original stands. The reporter is told.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideExtension {
    /// Whose request.
    pub unit: UnitId,
    /// Whether it is granted.
    pub granted: bool,
    /// Why.
    pub reason: Text<1, 4000>,
    /// How the reporter was told; required where it is granted.
    #[serde(default)]
    pub reporter_told: Option<ToldBy>,
}

impl CaseCommand for DecideExtension {
    const ACTION: CaseAction = CaseAction::DecideExtension;

    /// Who asks doesn't decide.
    fn ready(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        let mut asked = case.assignments.iter().filter_map(|a| a.extension_request.as_ref());
        if asked.any(|request| request.decider == actor.unit && request.asked_by != actor.user) {
            return Ok(());
        }
        Err(Error::new(Code::Segregation, "申请人不能审批自己的申请"))
    }

    fn decide(self, Facts { case, world, .. }: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let actor = permit.actor();
        let pending = assignment(case, &self.unit).and_then(|a| Some((a, a.extension_request.as_ref()?)));
        let Some((assignment, request)) = pending else {
            return Err(Error::field("unit", "该单位没有待审批的延期申请"));
        };
        if request.decider != actor.unit {
            let detail = format!("该延期申请由“{}”审批", world.units.name(&request.decider));
            return Err(Error::new(Code::NotYours, detail));
        }
        if request.asked_by == actor.user {
            return Err(Error::new(Code::Segregation, "申请人不能审批自己的申请"));
        }
        if self.granted && self.reporter_told.is_none() {
            return Err(Error::field("reporter_told", "同意延期的，须告知反映人并记录告知方式"));
        }
        let event = CaseEvent::ExtensionDecided {
            unit: self.unit,
            due: self.granted.then(|| Due::named(world, request.until, &assignment.due)),
            reporter_told: self.reporter_told,
        };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}
