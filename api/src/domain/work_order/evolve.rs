//! The fold of a work order.

use super::event::Addressees;
use super::{CoUnit, Confirmation, Declined, DispatchedSheet, SheetEvent, WorkOrder};
use crate::domain::audience::Audience;
use crate::domain::ids::WorkOrderId;
use crate::domain::log::{Aggregate, BrokenFold, Happened, Recorded};
use crate::domain::moves::Reckoned;
use crate::domain::notice::{self, Notice};
use crate::domain::number::Number;
use crate::domain::unit::Directory;
use crate::domain::words::SheetState;

impl Aggregate for WorkOrder {
    type Event = SheetEvent;
    const KIND: &'static str = "work_order";

    fn begin(id: &str, first: Recorded<'_, SheetEvent>) -> Result<Self, BrokenFold> {
        let SheetEvent::SheetDrafted { number: Some(number), sector, drafter_unit, to, cases } = first.event else {
            return Err(BrokenFold(format!("work order {id} does not begin with its draft")));
        };
        let mut sheet = Self {
            id: WorkOrderId::new(id),
            number: *number,
            state: SheetState::Draft,
            sector: *sector,
            drafted_by: first.by.user.clone(),
            drafter_unit: drafter_unit.clone(),
            drafted_at: first.at,
            main_unit: to.main_unit.clone(),
            co_units: Vec::new(),
            due_date: None,
            due_reason: None,
            cases: cases.clone(),
            asked_at: None,
            confirm_by: None,
            presumed_at: None,
            confirmation: None,
            declined: Vec::new(),
            dispatched: None,
            ended: Vec::new(),
            last_at: first.at,
        };
        sheet.address(to, first);
        Ok(sheet)
    }

    fn apply(&mut self, next: Recorded<'_, SheetEvent>) -> Result<(), BrokenFold> {
        match next.event {
            SheetEvent::SheetDrafted { .. } => return Err(BrokenFold(format!("work order {} drafted twice", self.id))),
            SheetEvent::SheetRedrafted { to } => self.address(to, next),
            SheetEvent::CaseAdded { case } => self.cases.push(case.clone()),
            SheetEvent::CaseRemoved { case } => self.cases.retain(|c| c != case),
            SheetEvent::ConfirmationAsked { due } => {
                self.state = SheetState::AwaitingConfirmation;
                self.asked_at = Some(next.at);
                self.confirm_by = Some(due.clone());
            }
            SheetEvent::ConfirmationMoved(moves) => self.take(moves)?,
            SheetEvent::SheetPassedOn { unit } => self.drafter_unit.clone_from(unit),
            SheetEvent::ConfirmationPresumed {} => self.presumed_at = Some(next.at),
            SheetEvent::SheetConfirmed { called_at } => {
                self.confirmation = Some(Confirmation {
                    at: next.at,
                    by: next.by.user.clone(),
                    called_at: *called_at,
                    spoke_with: next.part("spoke_with"),
                });
            }
            SheetEvent::SheetDeclined { unit, proposed_unit } => {
                self.state = SheetState::Draft;
                (self.asked_at, self.confirm_by) = (None, None);
                self.declined.push(Declined {
                    unit: unit.clone(),
                    at: next.at,
                    reason: next.part("reason"),
                    proposed_unit: proposed_unit.clone(),
                });
            }
            SheetEvent::SheetDispatched { due, rows, unit_names } => {
                self.state = SheetState::Dispatched;
                self.dispatched = Some(DispatchedSheet {
                    at: next.at,
                    by: next.by.user.clone(),
                    due: due.clone(),
                    rows: rows.clone(),
                    unit_names: unit_names.clone(),
                    unconfirmed_reason: next.part("unconfirmed_reason"),
                });
            }
            SheetEvent::SheetCancelled {} => self.state = SheetState::Cancelled,
            SheetEvent::CaseEnded { case } => {
                self.ended.push(case.clone());
                if self.cases.iter().all(|c| self.ended.contains(c)) {
                    self.state = SheetState::Settled;
                }
            }
        }
        self.last_at = next.at;
        Ok(())
    }

    fn collides(event: &SheetEvent) -> bool {
        !matches!(
            event,
            SheetEvent::CaseEnded { .. } | SheetEvent::ConfirmationPresumed {} | SheetEvent::ConfirmationMoved(_)
        )
    }

    fn give_number(event: &mut SheetEvent, taken: Number) {
        if let SheetEvent::SheetDrafted { number, .. } = event {
            *number = Some(taken);
        }
    }

    fn number(&self) -> Option<Number> {
        Some(self.number)
    }

    fn state_word(&self) -> &'static str {
        self.state.as_str()
    }

    /// Those that it has reached, and those that declined: they know what they were asked.
    fn audience(&self) -> Audience {
        let concerned = self.reached().chain(self.declined.iter().map(|declined| &declined.unit));
        Audience::units(concerned).and(Audience::sector(self.sector))
    }

    fn tells(happened: &Happened<'_, Self>, units: &Directory) -> Vec<Notice> {
        notice::of_sheet(happened, units)
    }
}

impl WorkOrder {
    fn address(&mut self, to: &Addressees, next: Recorded<'_, SheetEvent>) {
        self.main_unit = to.main_unit.clone();
        self.co_units = to
            .co_units
            .iter()
            .enumerate()
            .map(|(i, unit)| CoUnit { unit: unit.clone(), task: next.part(&task_name(i)) })
            .collect();
        self.due_date = to.due_date;
        self.due_reason = next.part("due_reason");
    }
}

/// The part's name of the `i`-th co unit's task.
pub(super) fn task_name(i: usize) -> String {
    format!("co_task_{}", i + 1)
}
