//! To whom a sheet goes, and by when, as its drafter wishes.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::SheetEvent;
use super::event::Addressees;
use super::evolve::task_name;
use crate::domain::case::Due;
use crate::domain::facts::World;
use crate::domain::ids::UnitId;
use crate::domain::log::Draft;
use crate::domain::text::Text;
use crate::error::{Error, Result};

/// No more co units stand on a sheet.
const MOST_CO_UNITS: usize = 20;

/// A co-handling unit.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoUnitInput {
    /// The unit.
    pub unit: UnitId,
    /// What it has to do.
    pub task: Text<1, 1000>,
}

/// The units that a sheet goes to, and its date.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipients {
    /// 工作单接收部门.
    pub main_unit: UnitId,
    /// 协同处理单位.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub co_units: Vec<CoUnitInput>,
    /// 完成时限, where it is later than 5 working days after dispatch.
    #[serde(default)]
    pub due_date: Option<NaiveDate>,
    /// Why it is later.
    #[serde(default)]
    pub due_reason: Option<Text<1, 1000>>,
}

impl Recipients {
    /// The addressees of a sheet, if they can be that.
    ///
    /// # Errors
    /// The field at fault, by its path below `to`.
    pub(super) fn addressees(&self, world: World<'_>, now: DateTime<Utc>) -> Result<Addressees> {
        let known = |unit: &UnitId| world.units.open(unit).is_some();
        if !known(&self.main_unit) {
            return Err(Error::field("to.main_unit", "没有这个单位，或该单位已撤销"));
        }
        if self.co_units.len() > MOST_CO_UNITS {
            return Err(Error::field("to.co_units", format!("最多{MOST_CO_UNITS}个协办单位")));
        }
        for (i, co) in self.co_units.iter().enumerate() {
            let path = || format!("to.co_units[{i}].unit");
            if !known(&co.unit) {
                return Err(Error::field(path(), "没有这个单位，或该单位已撤销"));
            }
            if co.unit == self.main_unit || self.co_units[..i].iter().any(|other| other.unit == co.unit) {
                return Err(Error::field(path(), "一个单位只能承办一次"));
            }
        }
        if let Some(date) = self.due_date {
            if self.due_reason.is_none() {
                return Err(Error::field("to.due_reason", "另定完成时限的，须说明理由"));
            }
            let usual = Due::after(world, now, world.settings.main_days)?;
            check_later_date(date, usual.date, world).map_err(|message| Error::field("to.due_date", message))?;
        }
        let co_units = self.co_units.iter().map(|co| co.unit.clone()).collect();
        Ok(Addressees { main_unit: self.main_unit.clone(), co_units, due_date: self.due_date })
    }

    /// The texts that go with the addressees.
    pub(super) fn parts(self, draft: Draft<SheetEvent>) -> Draft<SheetEvent> {
        let draft = draft.text_if("due_reason", self.due_reason.map(Text::into_string));
        self.co_units
            .into_iter()
            .enumerate()
            .fold(draft, |draft, (i, co)| draft.text(task_name(i), co.task.into_string()))
    }
}

/// Whether a named date may take the place of `usual`: a working day after it, within a year.
///
/// # Errors
/// What is wrong with it, in Chinese.
pub fn check_later_date(date: NaiveDate, usual: NaiveDate, world: World<'_>) -> Result<(), String> {
    let latest = usual.checked_add_months(chrono::Months::new(12)).unwrap_or(usual);
    if date <= usual {
        return Err(format!("另定的完成时限应晚于{usual}"));
    }
    if date > latest {
        return Err("另定的完成时限最晚为一年之内".to_owned());
    }
    if !world.calendar.is_working_day(date) {
        return Err("完成时限应为工作日".to_owned());
    }
    Ok(())
}
