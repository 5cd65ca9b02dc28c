//! 派发: the sheet freezes, each case goes into the units' hands, the clocks start (plan §5.2, §5.3).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::command::{Decision, SheetFacts};
use super::{OnSheet, SheetCommand, SheetEvent, SheetRow};
use crate::domain::calendar::shanghai_date;
use crate::domain::case::{self, Allotment, Case, Due};
use crate::domain::facts::World;
use crate::domain::ids::UnitId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::{self, Permit};
use crate::domain::text::Text;
use crate::domain::words::{CaseState, SheetAction};
use crate::error::{Code, Error, Result};

/// 派发: without the unit's confirmation only with a reason.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Dispatch {
    /// Why it is dispatched without confirmation.
    pub unconfirmed_reason: Option<Text<1, 1000>>,
    /// Why a reopened case goes to another unit than a ruling, resolution or reply named.
    pub other_unit_reason: Option<Text<1, 1000>>,
}

impl OnSheet for Dispatch {
    const ACTION: SheetAction = SheetAction::Dispatch;
}

impl SheetCommand for Dispatch {
    /// Whether the sheet could be dispatched now, but for its confirmation.
    fn ready(SheetFacts { sheet, cases, world, now, means }: SheetFacts<'_>, actor: &Actor) -> Result<()> {
        if sheet.cases.is_empty() {
            return Err(Error::new(Code::SheetEmpty, "工作单上没有事项"));
        }
        for case in cases {
            permission::check_dispatch(actor, case, world)?;
            case::ready_to_dispatch(case::Facts { case, world, now, means }, actor)?;
            let declined = case.state == CaseState::AwaitingDispatch && case.declined_by.contains(&sheet.main_unit);
            if declined && case.bound_to.as_ref() != Some(&sheet.main_unit) {
                let unit = world.units.name(&sheet.main_unit);
                let detail = format!("“{unit}”对 {} 已不予确认，只能经裁定再派给该单位", case.number);
                return Err(Error::new(Code::UnitDeclined, detail));
            }
        }
        Ok(())
    }

    fn decide(self, facts: SheetFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        let SheetFacts { sheet, cases, world, now, means } = facts;
        if self.unconfirmed_reason.is_none() && !sheet.is_confirmed(now) {
            let detail = "责任单位尚未确认；仍要派发的，请说明理由";
            return Err(Error::new(Code::SheetNotConfirmed, detail));
        }
        if self.other_unit_reason.is_none() {
            check_bound(facts)?;
        }
        let due = main_due(sheet.due_date, world, now)?;
        let co_units = sheet.co_units.iter().map(|co| &co.unit);
        let allotment = Allotment {
            work_order: sheet.id.clone(),
            co: co_dues(co_units, &due, world, now)?,
            main: (sheet.main_unit.clone(), due.clone()),
        };
        let rows = cases.iter().map(|case| row(case, due.date)).collect();
        let event = Draft::new(SheetEvent::SheetDispatched { due, rows, unit_names: world.units.names(sheet.units()) })
            .text_if("unconfirmed_reason", self.unconfirmed_reason.map(Text::into_string))
            .text_if("other_unit_reason", self.other_unit_reason.map(Text::into_string));
        let dispatched = |case: &Case| {
            let bound = case.bound_to.as_ref() == Some(&sheet.main_unit);
            let returnable = case.state == CaseState::AwaitingDispatch && !bound;
            let draft = case::dispatch(case::Facts { case, world, now, means }, allotment.clone(), returnable)?;
            Ok((case.id.clone(), vec![draft]))
        };
        Ok(Decision { sheet: vec![event], cases: cases.iter().map(dispatched).collect::<Result<_>>()? })
    }
}

/// After a ruling or a resolution the same unit again, unless reasons are given.
fn check_bound(SheetFacts { sheet, cases, world, .. }: SheetFacts<'_>) -> Result<()> {
    for case in cases {
        if let Some(unit) = case.bound_to.as_ref().filter(|unit| **unit != sheet.main_unit) {
            let detail =
                format!("{} 已裁定或议定由“{}”承办；改派其他单位的，请说明理由", case.number, world.units.name(unit));
            return Err(Error::new(Code::RulingBinds, detail));
        }
    }
    Ok(())
}

/// 5 working days from dispatch, or the sheet's later date.
pub(super) fn main_due(due_date: Option<NaiveDate>, world: World<'_>, now: DateTime<Utc>) -> Result<Due> {
    let usual = Due::after(world, now, world.settings.main_days)?;
    match due_date {
        Some(date) if date > usual.date => Ok(Due::named(world, date, &usual)),
        _ => Ok(usual),
    }
}

/// 3 working days from dispatch, never after the main's.
pub(super) fn co_due(main: &Due, world: World<'_>, now: DateTime<Utc>) -> Result<Due> {
    let usual = Due::after(world, now, world.settings.co_days)?;
    Ok(if usual.at <= main.at { usual } else { main.clone() })
}

/// As [`co_due`], for each of these units.
pub(super) fn co_dues<'a>(
    units: impl Iterator<Item = &'a UnitId>,
    main: &Due,
    world: World<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<(UnitId, Due)>> {
    let due = co_due(main, world, now)?;
    Ok(units.map(|unit| (unit.clone(), due.clone())).collect())
}

/// A case's row, to be done by this day.
pub fn row(case: &Case, due_on: NaiveDate) -> SheetRow {
    SheetRow {
        case: case.id.clone(),
        number: case.number,
        accepted_on: shanghai_date(case.accepted_at),
        matter_name: case.matter_name.clone(),
        failure_reason: case.failure_reason.clone(),
        problem: case.problem.clone(),
        due_on,
        channel: case.channel,
        needs_municipal_coordination: case.needs_municipal_coordination,
        has_attachments: case.has_reporters_files(),
    }
}
