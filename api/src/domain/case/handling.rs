//! The second level: dispatched to responsible units, done within 5 working days (plan §5.2, §5.3).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::AssignedUnit;
use super::{Case, CaseCommand, CaseEvent, Decided, Due, Facts};
use crate::domain::calendar::shanghai_date;
use crate::domain::ids::{CauseId, UnitId, WorkOrderId};
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{AssignmentKind, CaseAction, CaseState};
use crate::error::{Code, Error, Result};

/// What a sheet allots to units when it is dispatched.
#[derive(Clone, Debug)]
pub struct Allotment {
    /// The sheet.
    pub work_order: WorkOrderId,
    /// The main unit with its deadline.
    pub main: (UnitId, Due),
    /// Co units with theirs.
    pub co: Vec<(UnitId, Due)>,
}

/// Whether the case may be dispatched now, but for the sheet.
///
/// # Errors
/// `ruling_required` after two returns.
pub fn ready_to_dispatch(Facts { case, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
    if case.state == CaseState::AwaitingDispatch && case.ruling_due {
        let detail = format!("{} 已被退回{}次，须由牵头部门裁定责任单位", case.number, case.returns());
        return Err(Error::new(Code::RulingRequired, detail));
    }
    Ok(())
}

/// 派发: the case's share in the dispatch of a sheet. What was ruled, resolved or coordinated can't
/// be returned.
///
/// # Errors
/// Where the calendar doesn't reach.
pub fn dispatch(facts: Facts<'_>, allotment: Allotment, returnable: bool) -> Result<Draft<CaseEvent>> {
    let Facts { world, now, .. } = facts;
    let return_by = if returnable { Some(Due::after(world, now, world.settings.return_days)?) } else { None };
    let assigned = |(unit, due)| AssignedUnit { unit, due, return_by: return_by.clone() };
    Ok(Draft::new(CaseEvent::Dispatched {
        work_order: allotment.work_order,
        step: facts.step(CaseState::InProgress, Some(&allotment.main.0))?,
        main: assigned(allotment.main),
        co: allotment.co.into_iter().map(assigned).collect(),
    }))
}

/// 签收: the unit takes the case.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Receive {}

impl Receive {
    fn kind(case: &Case, actor: &Actor) -> Result<AssignmentKind> {
        let waits =
            |kind: &AssignmentKind| case.open_assignment(&actor.unit, *kind).is_some_and(|a| a.received_at.is_none());
        AssignmentKind::ALL
            .iter()
            .copied()
            .find(waits)
            .ok_or_else(|| Error::new(Code::AlreadyReceived, "贵单位已经签收此事项"))
    }
}

impl CaseCommand for Receive {
    const ACTION: CaseAction = CaseAction::Receive;

    fn needs_version(&self) -> bool {
        false
    }

    fn ready(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        Self::kind(case, actor).map(|_| ())
    }

    fn decide(self, Facts { case, .. }: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let kind = Self::kind(case, permit.actor())?;
        Ok(Draft::new(CaseEvent::Received { unit: permit.actor().unit.clone(), kind }).into())
    }
}

/// 提交协办意见: a co unit's part is done.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveCoOpinion {
    /// The opinion, or what was done.
    pub opinion: Text<1, 4000>,
}

impl CaseCommand for GiveCoOpinion {
    const ACTION: CaseAction = CaseAction::GiveCoOpinion;

    fn needs_version(&self) -> bool {
        false
    }

    fn ready(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        match case.open_assignment(&actor.unit, AssignmentKind::Co) {
            Some(assignment) if assignment.is_due() => Ok(()),
            _ => Err(Error::new(Code::AlreadyAnswered, "贵单位的协办意见已经提交")),
        }
    }

    fn decide(self, Facts { case, now, .. }: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let unit = permit.actor().unit.clone();
        let late = case.open_assignment(&unit, AssignmentKind::Co).is_some_and(|a| now >= a.due.at);
        Ok(Draft::new(CaseEvent::CoOpinionGiven { unit, late }).text("opinion", self.opinion.into_string()).into())
    }
}

/// 反馈结果: the main unit reports solved or not, and what was done (plan §5.3, A2: 以书面形式反馈).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveFeedback {
    /// Whether the problem is solved.
    pub solved: bool,
    /// 整改落实情况: what was done.
    pub done: Text<1, 4000>,
    /// The cause found.
    pub cause: CauseId,
    /// The evidence.
    #[serde(default)]
    pub evidence: Option<Text<1, 4000>>,
}

impl CaseCommand for GiveFeedback {
    const ACTION: CaseAction = CaseAction::GiveFeedback;

    /// Refused while a co opinion is due but not overdue, except on the main's own last day.
    fn ready(Facts { case, world, now, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        let last_day_has_come = case.main().is_some_and(|main| shanghai_date(now) >= main.due.date);
        let pending: Vec<&str> = case
            .assignments
            .iter()
            .filter(|a| a.kind == AssignmentKind::Co && a.is_due() && now < a.due.at)
            .map(|a| world.units.name(&a.unit))
            .collect();
        if pending.is_empty() || last_day_has_come {
            return Ok(());
        }
        let detail = format!("协办单位{}的意见尚未提交且未到期", pending.join("、"));
        Err(Error::new(Code::CoOpinionPending, detail))
    }

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { case, world, now, .. } = facts;
        facts.check_cause(Some(&self.cause))?;
        let missing = |a: &&super::Assignment| a.kind == AssignmentKind::Co && a.is_due();
        let event = CaseEvent::FedBack {
            unit: permit.actor().unit.clone(),
            solved: self.solved,
            cause: self.cause,
            late: case.main().is_some_and(|main| now >= main.due.at),
            missing_co: case.assignments.iter().filter(missing).map(|a| a.unit.clone()).collect(),
            step: facts.step(CaseState::AwaitingVerification, case.verifier(world.units))?,
        };
        Ok(Draft::new(event)
            .text("done", self.done.into_string())
            .text_if("evidence", self.evidence.map(Text::into_string))
            .into())
    }
}
