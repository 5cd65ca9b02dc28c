//! The work order (工作单, plan A2): dispatches 1 to 99 cases of one sector to one main unit.

mod addressees;
mod command;
mod dispatch;
mod event;
mod evolve;
mod issue;
mod moves;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use addressees::{CoUnitInput, Recipients, check_later_date};
pub use command::{
    AddCases, AllowedSheetAction, AskConfirmation, Cancel, CaseVersion, Confirm, Decision, Decline, DraftSheet,
    OnSheet, Redraft, RemoveCase, SheetCommand, SheetFacts, allowed_actions, decide, draft,
};
pub use dispatch::{Dispatch, row};
pub use event::{SheetEvent, SheetRow};
pub use issue::{Issued, issue, issue_co};

use super::case::{Case, Due};
use super::ids::{CaseId, UnitId, UserId, WorkOrderId};
use super::log::{Draft, PartRef};
use super::number::Number;
use super::unit::Directory;
use super::words::{CaseState, Sector, SheetState, UnitKind};

/// A co-handling unit and the part it has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoUnit {
    /// The unit.
    pub unit: UnitId,
    /// What it has to do.
    pub task: Option<PartRef>,
}

/// How the responsible unit confirmed (plan §5.2: 沟通确认).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// When.
    pub at: DateTime<Utc>,
    /// Who entered it.
    pub by: UserId,
    /// When the drafter called, if it was by telephone.
    pub called_at: Option<DateTime<Utc>>,
    /// With whom the drafter spoke.
    pub spoke_with: Option<PartRef>,
}

/// A unit that said that it isn't its business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// The unit.
    pub unit: UnitId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: Option<PartRef>,
    /// The unit it thinks right.
    pub proposed_unit: Option<UnitId>,
}

/// The sheet as it was dispatched: frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispatchedSheet {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
    /// The main unit's deadline.
    pub due: Due,
    /// Its rows.
    pub rows: Vec<SheetRow>,
    /// What its units were called then.
    pub unit_names: BTreeMap<UnitId, String>,
    /// Why without confirmation.
    pub unconfirmed_reason: Option<PartRef>,
}

/// A work order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkOrder {
    /// The identifier.
    pub id: WorkOrderId,
    /// Its number, of the year it was drafted in.
    pub number: Number,
    /// Where it stands.
    pub state: SheetState,
    /// The sector of all its cases.
    pub sector: Sector,
    /// 填报人.
    pub drafted_by: UserId,
    /// The drafter's unit.
    pub drafter_unit: UnitId,
    /// When it was drafted.
    pub drafted_at: DateTime<Utc>,
    /// 工作单接收部门: the main unit.
    pub main_unit: UnitId,
    /// Co units, each with its part.
    pub co_units: Vec<CoUnit>,
    /// 完成时限, where it is later than 5 working days.
    pub due_date: Option<NaiveDate>,
    /// Why it is later.
    pub due_reason: Option<PartRef>,
    /// Its cases, in their order.
    pub cases: Vec<CaseId>,
    /// When the main unit was asked to confirm.
    pub asked_at: Option<DateTime<Utc>>,
    /// By when it is to confirm; then silence confirms.
    pub confirm_by: Option<Due>,
    /// When the clock found that it had kept silent.
    pub presumed_at: Option<DateTime<Utc>>,
    /// The confirmation.
    pub confirmation: Option<Confirmation>,
    /// Units that declined.
    pub declined: Vec<Declined>,
    /// How it was dispatched.
    pub dispatched: Option<DispatchedSheet>,
    /// Cases whose assignments under this sheet have ended.
    pub ended: Vec<CaseId>,
    /// When something last happened.
    pub last_at: DateTime<Utc>,
}

impl WorkOrder {
    /// The units that it names: drafter, main, co.
    pub(crate) fn units(&self) -> impl Iterator<Item = &UnitId> {
        [&self.drafter_unit, &self.main_unit].into_iter().chain(self.co_units.iter().map(|co| &co.unit))
    }

    /// The units that it has reached: the drafter's, the main unit once it is asked to confirm, co units once it
    /// is dispatched. They read its cases.
    pub fn reached(&self) -> impl Iterator<Item = &UnitId> {
        let dispatched = self.dispatched.is_some();
        let main = Some(&self.main_unit).filter(|_| dispatched || self.asked_at.is_some());
        let co = self.co_units.iter().map(|co| &co.unit).filter(move |_| dispatched);
        std::iter::once(&self.drafter_unit).chain(main).chain(co)
    }

    /// Whether the main unit has confirmed: by its word, or by its silence.
    pub fn is_confirmed(&self, now: DateTime<Utc>) -> bool {
        self.confirmation.is_some() || self.confirm_by.as_ref().is_some_and(|due| now >= due.at)
    }

    /// When the clock may have something to do here: the unit's silence confirms.
    pub fn wakes_at(&self) -> Option<DateTime<Utc>> {
        let silent =
            self.state == SheetState::AwaitingConfirmation && self.confirmation.is_none() && self.presumed_at.is_none();
        self.confirm_by.as_ref().filter(|_| silent).map(|due| due.at)
    }

    /// What has come about by now, by time alone.
    pub fn come_about(&self, now: DateTime<Utc>) -> Vec<Draft<SheetEvent>> {
        let silent = self.wakes_at().is_some_and(|at| now >= at);
        silent.then(|| Draft::new(SheetEvent::ConfirmationPresumed {})).into_iter().collect()
    }
}

impl WorkOrder {
    /// To whom a sheet that isn't dispatched goes over because its drafter no longer has the duty to
    /// dispatch; none where it stays. A butler's stays the butler's. `first` is a case on it.
    pub fn passed_on(&self, first: Option<&Case>, units: &Directory) -> Option<SheetEvent> {
        let drafter = units.get(&self.drafter_unit)?;
        let to = match first.map(|case| case.state) {
            Some(CaseState::UnderCoordination) => units.coordinator(self.sector),
            _ => units.lead(self.sector),
        };
        let stays = drafter.kind == UnitKind::ButlerUnit;
        to.filter(|unit| !stays && **unit != drafter.id).map(|unit| SheetEvent::SheetPassedOn { unit: unit.clone() })
    }
}

/// Where the sheet's numbers are counted.
pub const SERIES: &str = "work_order";

/// The sheets on which a case's assignments have just ended, with the event for each.
pub fn ended(before: &Case, after: &Case) -> Vec<(WorkOrderId, SheetEvent)> {
    let open =
        |case: &Case, sheet: &WorkOrderId| case.assignments.iter().any(|a| a.is_open() && a.work_order == *sheet);
    let mut sheets: Vec<&WorkOrderId> = before.assignments.iter().map(|a| &a.work_order).collect();
    sheets.dedup();
    sheets
        .into_iter()
        .filter(|sheet| open(before, sheet) && !open(after, sheet))
        .map(|sheet| (sheet.clone(), SheetEvent::CaseEnded { case: before.id.clone() }))
        .collect()
}

/// A case that stood on a sheet not yet dispatched and has gone another way: it is taken off.
pub fn left(before: &Case, after: &Case) -> Option<(WorkOrderId, SheetEvent)> {
    let sheet = before.sheet.as_ref()?;
    let dispatched = after.assignments.iter().any(|a| a.work_order == *sheet);
    (after.sheet.is_none() && !dispatched).then(|| (sheet.clone(), SheetEvent::CaseRemoved { case: before.id.clone() }))
}
