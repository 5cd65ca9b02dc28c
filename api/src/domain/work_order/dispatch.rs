//! 派发: the sheet freezes, each case goes into the units' hands, the clocks start (plan §5.2, §5.3).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::command::{Decision, SheetFacts};
use super::{OnSheet, SheetCommand, SheetEvent, SheetRow, WorkOrder};
use crate::domain::calendar::shanghai_date;
use crate::domain::case::{self, Allotment, AssignedUnit, Case, Due};
use crate::domain::facts::World;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::{self, Permit};
use crate::domain::text::Text;
use crate::domain::words::SheetAction;
use crate::error::{Code, Error, Result};

/// 派发: without the unit's confirmation only with a reason.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Dispatch {
    /// Why it is dispatched without confirmation.
    pub unconfirmed_reason: Option<Text<1, 1000>>,
}

/// Whether the sheet could be dispatched now, but for its confirmation.
pub(super) fn ready(SheetFacts { sheet, cases, world, now }: SheetFacts<'_>, actor: &Actor) -> Result<()> {
    if sheet.cases.is_empty() {
        return Err(Error::new(Code::SheetEmpty, "工作单上没有事项"));
    }
    if world.units.open(&sheet.main_unit).is_none() {
        return Err(Error::field("main_unit", "没有这个单位，或该单位已撤销"));
    }
    for case in cases {
        permission::check_dispatch(actor, case, world)?;
        case::ready_to_dispatch(case::Facts { case, world, now }, actor)?;
        if case.declined_by.contains(&sheet.main_unit) {
            let unit = world.units.name(&sheet.main_unit);
            let detail = format!("“{unit}”对 {} 已不予确认，只能经裁定再派给该单位", case.number);
            return Err(Error::new(Code::UnitDeclined, detail));
        }
    }
    Ok(())
}

impl OnSheet for Dispatch {
    const ACTION: SheetAction = SheetAction::Dispatch;
}

impl SheetCommand for Dispatch {
    fn decide(self, facts: SheetFacts<'_>, permit: &Permit<Self>) -> Result<Decision> {
        let SheetFacts { sheet, cases, world, now } = facts;
        ready(facts, permit.actor())?;
        if self.unconfirmed_reason.is_none() && !sheet.is_confirmed(world, now)? {
            let detail = "责任单位尚未确认；仍要派发的，请说明理由";
            return Err(Error::new(Code::SheetNotConfirmed, detail));
        }
        let due = main_due(sheet, world, now)?;
        let allotment = Allotment {
            work_order: sheet.id.clone(),
            sheet_number: sheet.number,
            co: co_dues(sheet, &due, world, now)?,
            main: AssignedUnit { unit: sheet.main_unit.clone(), due: due.clone() },
        };
        let rows = cases.iter().map(|case| row(case, &due)).collect();
        let event = Draft::new(SheetEvent::SheetDispatched { due, rows })
            .text_if("unconfirmed_reason", self.unconfirmed_reason.map(Text::into_string));
        let dispatched = |case: &Case| (case.id.clone(), vec![case::dispatch(&allotment)]);
        Ok(Decision { sheet: vec![event], cases: cases.iter().map(dispatched).collect() })
    }
}

/// 5 working days from dispatch, or the sheet's later date.
fn main_due(sheet: &WorkOrder, world: World<'_>, now: DateTime<Utc>) -> Result<Due> {
    let usual = Due::after(world.calendar, now, world.settings.main_days)?;
    match sheet.due_date {
        Some(date) if date > usual.date => Ok(Due::on(world.calendar, date)),
        _ => Ok(usual),
    }
}

/// 3 working days from dispatch, never after the main's.
fn co_dues(sheet: &WorkOrder, main: &Due, world: World<'_>, now: DateTime<Utc>) -> Result<Vec<AssignedUnit>> {
    let usual = Due::after(world.calendar, now, world.settings.co_days)?;
    let due = if usual.at <= main.at { usual } else { main.clone() };
    Ok(sheet.co_units.iter().map(|co| AssignedUnit { unit: co.unit.clone(), due: due.clone() }).collect())
}

fn row(case: &Case, due: &Due) -> SheetRow {
    SheetRow {
        case: case.id.clone(),
        number: case.number,
        accepted_on: shanghai_date(case.accepted_at),
        matter_name: case.matter_name.clone(),
        failure_reason: case.failure_reason.clone(),
        problem: case.problem.clone(),
        due_on: due.date,
        channel: case.channel,
        needs_municipal_coordination: case.needs_municipal_coordination,
    }
}
