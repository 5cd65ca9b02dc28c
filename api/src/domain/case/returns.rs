//! 退回, 裁定 and more co units: whose business it is (plan §5.2: 沟通确认).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::{AssignedUnit, Step};
use super::{Assignment, Case, CaseCommand, CaseEvent, Decided, Decision, Due, Facts, succession};
use crate::domain::facts::World;
use crate::domain::ids::{UnitId, WorkOrderId};
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{AssignmentKind, CaseAction, CaseState, ReturnReason};
use crate::domain::work_order::{self, CoUnitInput, Issued, Recipients};
use crate::error::{Code, Error, Result};

/// 退回: the unit says with reasons that it isn't its business, by the end of the 2nd working day
/// after dispatch. A main unit's return counts over the case's life.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnCase {
    /// Why.
    pub reason: ReturnReason,
    /// On what ground: the provision or the list of duties.
    pub basis: Text<1, 2000>,
    /// The unit it thinks right.
    #[serde(default)]
    pub proposed_unit: Option<UnitId>,
}

impl ReturnCase {
    fn assignment<'a>(case: &'a Case, unit: &UnitId) -> Option<&'a Assignment> {
        AssignmentKind::ALL.iter().find_map(|kind| case.open_assignment(unit, *kind))
    }
}

impl CaseCommand for ReturnCase {
    const ACTION: CaseAction = CaseAction::Return;

    fn ready(Facts { case, now, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        let Some(assignment) = Self::assignment(case, &actor.unit) else { return Ok(()) };
        if assignment.received_at.is_some() {
            return Err(Error::new(Code::AlreadyReceived, "贵单位已经签收此事项，不能退回"));
        }
        match &assignment.return_by {
            None => Err(Error::new(Code::NotReturnable, "经裁定、议定、上级答复或提级协调派发的事项不能退回")),
            Some(due) if now >= due.at => {
                Err(Error::new(Code::NotReturnable, format!("退回期限已于{}届满，视为签收", due.date)))
            }
            Some(_) => Ok(()),
        }
    }

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { case, world, .. } = facts;
        check_proposed(self.proposed_unit.as_ref(), world)?;
        let unit = permit.actor().unit.clone();
        let main = case.open_assignment(&unit, AssignmentKind::Main).is_some();
        let event = CaseEvent::Returned {
            kind: if main { AssignmentKind::Main } else { AssignmentKind::Co },
            reason: self.reason,
            proposed_unit: self.proposed_unit,
            ruling_due: main && one_more_is_too_many(case, world),
            step: if main { Some(step_after_return(facts)?) } else { None },
            unit,
        };
        Ok(Draft::new(event).text("basis", self.basis.into_string()).into())
    }
}

pub(crate) fn check_proposed(unit: Option<&UnitId>, world: World<'_>) -> Result<()> {
    match unit {
        Some(unit) if world.units.open(unit).is_none() => {
            Err(Error::field("proposed_unit", "没有这个单位，或该单位已撤销"))
        }
        _ => Ok(()),
    }
}

/// Whether the lead must rule after one more return.
fn one_more_is_too_many(case: &Case, world: World<'_>) -> bool {
    case.returns() + 1 >= world.settings.max_returns
}

/// To who dispatches it after one more return; where a ruling is due then, to the lead for that.
fn step_after_return(facts: Facts<'_>) -> Result<Step> {
    let case = Case { ruling_due: one_more_is_too_many(facts.case, facts.world), ..facts.case.clone() };
    Facts { case: &case, ..facts }.step(CaseState::AwaitingDispatch, case.dispatcher(facts.world.units))
}

/// 不予确认: the case's share in the declining of its sheet; counts as a return.
///
/// # Errors
/// Where the calendar doesn't reach.
pub fn declined(facts: Facts<'_>, work_order: &WorkOrderId, unit: &UnitId) -> Result<Draft<CaseEvent>> {
    let case = facts.case;
    let ruling_due = one_more_is_too_many(case, facts.world);
    let step = step_after_return(facts)?;
    let moves = case.holder != step.holder || case.ruling_due != ruling_due;
    let step = Some(step).filter(|_| case.state == CaseState::AwaitingDispatch && moves);
    Ok(Draft::new(CaseEvent::UnitDeclined { work_order: work_order.clone(), unit: unit.clone(), ruling_due, step }))
}

/// 裁定: the lead's binding word whose business it is; kept as a precedent. Issues a work order
/// that needs no confirmation and can't be returned.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// To whom, and by when.
    pub to: Recipients,
    /// Why it is this unit's business.
    pub reason: Text<1, 4000>,
}

impl CaseCommand for Rule {
    const ACTION: CaseAction = CaseAction::Rule;

    fn ready(Facts { case, world, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        if case.ruling_due {
            return Ok(());
        }
        let detail =
            format!("事项被退回{}次后才由牵头部门裁定；现退回{}次", world.settings.max_returns, case.returns());
        Err(Error::new(Code::NothingPending, detail))
    }

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let unit = self.to.main_unit.clone();
        let Issued { sheet, case } = work_order::issue(facts, self.to, &permit.actor().unit, "依裁定派发")?;
        let ruled = Draft::new(CaseEvent::Ruled { unit }).text("reason", self.reason.into_string());
        Ok(Decision { case: vec![ruled, case], sheet })
    }
}

/// 增加协办: another co unit, on a sheet of its own.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddCo {
    /// The unit and what it has to do.
    pub co: CoUnitInput,
}

impl CaseCommand for AddCo {
    const ACTION: CaseAction = CaseAction::AddCo;

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let main = facts.case.main().ok_or_else(|| Error::internal("in progress without a main unit"))?;
        if facts.world.units.open(&self.co.unit).is_none() {
            return Err(Error::field("co.unit", "没有这个单位，或该单位已撤销"));
        }
        if ReturnCase::assignment(facts.case, &self.co.unit).is_some() {
            return Err(Error::field("co.unit", "该单位已在承办此事项"));
        }
        let Issued { sheet, case } = work_order::issue_co(facts, main, self.co, &permit.actor().unit)?;
        // A unit that handles the case now decides no more on what was asked of it.
        let mut drafts = vec![case];
        drafts.extend(succession::after(facts, &drafts, permit.actor())?.map(Draft::new));
        Ok(Decision { case: drafts, sheet })
    }
}

/// The event of one more co unit.
///
/// # Errors
/// Where the calendar doesn't reach.
pub fn add_co(Facts { case, world, now, means }: Facts<'_>, unit: UnitId, due: Due) -> Result<Draft<CaseEvent>> {
    // What was ruled, resolved or coordinated isn't returned by whoever joins later either.
    let return_by = match case.main().and_then(|main| main.return_by.as_ref()) {
        Some(_) => Some(Due::after(world, now, world.settings.return_days)?),
        None => None,
    };
    let co = AssignedUnit { unit, due, return_by };
    Ok(Draft::new(CaseEvent::CoAdded { work_order: means.new_sheet.clone(), co }))
}
