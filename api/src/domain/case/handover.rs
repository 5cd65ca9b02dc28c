//! Into other hands before any unit works on it: another window, the other sector (DOMAIN §4).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Case, CaseCommand, CaseEvent, Decided, Facts};
use crate::domain::ids::UnitId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, CaseState, IntakeReturn, Sector, UnitKind};
use crate::error::{Code, Error, Result};

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
        let step = facts.step(CaseState::Registered, Some(&facts.case.receiving_unit))?;
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
