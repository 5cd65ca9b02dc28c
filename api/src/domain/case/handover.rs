//! Into other hands before any unit works on it: another window, the other sector.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::Step;
use super::{Case, CaseCommand, CaseEvent, Decided, Facts};
use crate::domain::ids::UnitId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, CaseState, IntakeReturn, Sector, UnitKind};
use crate::error::{Code, Error, Result};

impl Case {
    /// Whether this unit gets it into its hands again where others give it back, or where it is passed on.
    pub fn may_come_back_to(&self, unit: &UnitId) -> bool {
        let asked_by = self.opinion_request.as_ref().map(|asked| &asked.back_with);
        self.receiving_unit == *unit || self.butler_unit.as_ref() == Some(unit) || asked_by == Some(unit)
    }

    /// It lies at this unit's intake from now on; the one before keeps reading it.
    pub(super) fn taken_in_by(&mut self, unit: &UnitId) {
        if self.receiving_unit != *unit {
            self.former_intake.push(std::mem::replace(&mut self.receiving_unit, unit.clone()));
        }
    }
}

impl Facts<'_> {
    /// The step back to intake: of the receiving unit; where that is closed, of who carries on for it,
    /// or of the lead.
    ///
    /// # Errors
    /// `wrong_state` where there is none of them.
    pub(super) fn back_to_intake(self) -> Result<Step> {
        let Self { case, world, .. } = self;
        let unit = world.units.carried_on(&case.receiving_unit).or_else(|| world.units.lead(case.sector));
        let missing = || Error::new(Code::WrongState, "受理单位已撤销，没有可以接收的单位");
        self.step(CaseState::Registered, Some(unit.ok_or_else(missing)?))
    }
}

/// 移交: to another window or butler.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// The window's or butler's unit.
    pub unit: UnitId,
    /// Why.
    pub reason: Text<1, 2000>,
}

impl CaseCommand for HandOver {
    const ACTION: CaseAction = CaseAction::HandOver;

    fn lays_with(&self) -> Option<UnitId> {
        Some(self.unit.clone())
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, world, .. } = facts;
        let Some(unit) = world.units.open(&self.unit) else {
            return Err(Error::field("unit", "没有这个单位，或该单位已撤销"));
        };
        if case.holder.as_ref() == Some(&self.unit) {
            return Err(Error::field("unit", "此事项已在该单位"));
        }
        let event = CaseEvent::HandedOver {
            butler_unit: (unit.kind == UnitKind::ButlerUnit).then(|| self.unit.clone()),
            step: facts.step(CaseState::Registered, Some(&self.unit))?,
            unit: self.unit,
        };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// 退回受理: too simple to be dispatched, or facts are missing.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnToIntake {
    /// Why.
    pub reason: IntakeReturn,
    /// In words: what can be done at once, or what is missing.
    pub explanation: Text<1, 2000>,
}

impl CaseCommand for ReturnToIntake {
    const ACTION: CaseAction = CaseAction::ReturnToIntake;

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let step = facts.back_to_intake()?;
        let event = CaseEvent::ReturnedToIntake { reason: self.reason, step };
        Ok(Draft::new(event).text("explanation", self.explanation.into_string()).into())
    }
}

/// Whose hands the case falls into in another sector.
fn dispatcher_in(case: &Case, sector: Sector, facts: Facts<'_>) -> Result<Option<UnitId>> {
    if facts.world.units.lead(sector).is_none() {
        return Err(Error::new(Code::WrongState, format!("“{}”领域没有设置牵头部门", sector.label())));
    }
    Ok(Case { sector, ..case.clone() }.dispatcher(facts.world.units).cloned())
}

/// 移交领域: it belongs to the other sector; once.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverSector {
    /// Why.
    pub reason: Text<1, 2000>,
}

impl CaseCommand for HandOverSector {
    const ACTION: CaseAction = CaseAction::HandOverSector;

    fn ready(Facts { case, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        if case.handed_over_by.is_none() {
            return Ok(());
        }
        Err(Error::new(Code::SectorFixed, "此事项已经移交过一次领域；有争议的，由区营商办裁定"))
    }

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let sector = facts.case.sector.other();
        let holder = dispatcher_in(facts.case, sector, facts)?;
        let event = CaseEvent::SectorHandedOver {
            sector,
            from: permit.actor().unit.clone(),
            step: facts.step(CaseState::AwaitingDispatch, holder.as_ref())?,
        };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// 裁定领域: the office's binding word whose sector it is, where the lead it was handed to disputes it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleSector {
    /// The sector.
    pub sector: Sector,
    /// Why.
    pub reason: Text<1, 2000>,
}

impl CaseCommand for RuleSector {
    const ACTION: CaseAction = CaseAction::RuleSector;

    fn ready(Facts { case, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        if case.handed_over_by.is_none() {
            return Err(Error::new(Code::NothingPending, "此事项没有移交过领域，无须裁定"));
        }
        if case.sector_ruled {
            return Err(Error::new(Code::SectorFixed, "此事项的领域已经裁定"));
        }
        Ok(())
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let holder = dispatcher_in(facts.case, self.sector, facts)?;
        let step = facts.step(CaseState::AwaitingDispatch, holder.as_ref())?;
        let event = CaseEvent::SectorRuled { sector: self.sector, step };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}
