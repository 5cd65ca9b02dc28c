//! Sheets that are made and dispatched in one act, without confirmation: by ruling, resolution, or
//! the upper body's reply, or for one more co unit.

use super::SheetEvent;
use super::addressees::{CoUnitInput, Recipients};
use super::dispatch::{co_due, co_dues, main_due, row};
use super::event::Addressees;
use crate::domain::case::{self, Allotment, Assignment, CaseEvent, Due};
use crate::domain::ids::UnitId;
use crate::domain::log::Draft;
use crate::error::Result;

/// What issuing a sheet comes to.
#[derive(Debug)]
pub struct Issued {
    /// The first events of the new sheet, numbered in the series [`super::SERIES`].
    pub sheet: Vec<Draft<SheetEvent>>,
    /// The case's event.
    pub case: Draft<CaseEvent>,
}

/// Puts the case into the hands of these units, who may not return it. `basis` says by what act.
/// The sheet's identifier is that of [`case::Means`].
///
/// # Errors
/// The field at fault, by its path below `to`.
pub fn issue(facts: case::Facts<'_>, to: Recipients, drafter_unit: &UnitId, basis: &str) -> Result<Issued> {
    let case::Facts { world, now, .. } = facts;
    let addressees = to.addressees(world, now)?;
    let due = main_due(addressees.due_date, world, now)?;
    let allotment = Allotment {
        work_order: facts.means.new_sheet.clone(),
        co: co_dues(addressees.co_units.iter(), &due, world, now)?,
        main: (addressees.main_unit.clone(), due.clone()),
    };
    let sheet = drafted_and_dispatched(facts, addressees, to, drafter_unit, basis, due);
    Ok(Issued { sheet, case: case::dispatch(facts, allotment, false)? })
}

/// Adds a co unit to the main unit's open assignment, on a sheet of its own.
///
/// # Errors
/// The field at fault, by its path below `to`.
pub fn issue_co(facts: case::Facts<'_>, main: &Assignment, co: CoUnitInput, drafter_unit: &UnitId) -> Result<Issued> {
    let case::Facts { world, now, .. } = facts;
    let unit = co.unit.clone();
    let to = Recipients { main_unit: main.unit.clone(), co_units: vec![co], due_date: None, due_reason: None };
    let addressees = to.addressees(world, now)?;
    let due = co_due(&main.due, world, now)?;
    let sheet = drafted_and_dispatched(facts, addressees, to, drafter_unit, "增加协办单位", main.due.clone());
    Ok(Issued { sheet, case: case::add_co(facts, unit, due)? })
}

fn drafted_and_dispatched(
    case::Facts { case, world, .. }: case::Facts<'_>,
    addressees: Addressees,
    to: Recipients,
    drafter_unit: &UnitId,
    basis: &str,
    due: Due,
) -> Vec<Draft<SheetEvent>> {
    let named = [drafter_unit, &addressees.main_unit].into_iter().chain(&addressees.co_units);
    let unit_names = world.units.names(named);
    let drafted = SheetEvent::SheetDrafted {
        number: None,
        sector: case.sector,
        drafter_unit: drafter_unit.clone(),
        to: addressees,
        cases: vec![case.id.clone()],
    };
    let rows = vec![row(case, due.date)];
    let dispatched = SheetEvent::SheetDispatched { due, rows, unit_names };
    let dispatched = Draft::new(dispatched).text("unconfirmed_reason", basis);
    vec![to.parts(Draft::new(drafted)), dispatched]
}
