//! A work order's deadline, for the calendar to move: that of the unit asked to confirm it. What
//! is dispatched is frozen; the clocks run in its cases.

use chrono::{DateTime, Utc};

use super::{SheetEvent, WorkOrder};
use crate::domain::moves::{Moves, OpenDue, Reckoned};
use crate::domain::words::DueKind;

impl Reckoned for WorkOrder {
    fn open_dues(&mut self) -> Vec<OpenDue<'_>> {
        let waits = self.wakes_at().is_some();
        let unit = &self.main_unit;
        let due = self.confirm_by.iter_mut().filter(|_| waits);
        due.map(|due| OpenDue { kind: DueKind::Confirmation, unit: unit.clone(), due }).collect()
    }

    fn moved(moves: Moves) -> SheetEvent {
        SheetEvent::ConfirmationMoved(moves)
    }

    fn last_at(&self) -> DateTime<Utc> {
        self.last_at
    }
}
