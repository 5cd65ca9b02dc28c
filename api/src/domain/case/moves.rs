//! A case's deadlines, for the calendar to move.

use chrono::{DateTime, Utc};

use super::{Case, CaseEvent};
use crate::domain::moves::{Moves, OpenDue, Reckoned};
use crate::domain::words::{AssignmentKind, DueKind, Target};

impl Reckoned for Case {
    /// A closed case, which nobody holds, has none; an answered assignment's clock stands still.
    fn open_dues(&mut self) -> Vec<OpenDue<'_>> {
        let Some(holder) = self.holder.clone() else { return Vec::new() };
        let opinion = self.opinion_request.iter_mut();
        let opinion = opinion.map(|o| OpenDue { kind: DueKind::Opinion, unit: o.unit.clone(), due: &mut o.due });
        let assigned = self.assignments.iter_mut().filter(|a| a.is_due()).flat_map(|a| {
            let (kind, original) = match a.kind {
                AssignmentKind::Main => (DueKind::Main, DueKind::MainOriginal),
                AssignmentKind::Co => (DueKind::Co, DueKind::CoOriginal),
            };
            let unreceived = a.received_at.is_none();
            let dues = [(kind, &mut a.due), (original, &mut a.original_due)];
            let returnable = a.return_by.iter_mut().filter(move |_| unreceived).map(|due| (DueKind::Return, due));
            let unit = &a.unit;
            dues.into_iter().chain(returnable).map(|(kind, due)| OpenDue { kind, unit: unit.clone(), due })
        });
        let targets = self.targets.iter_mut().filter(|t| t.met_at.is_none()).map(|t| {
            let kind = match t.target {
                Target::Contact => DueKind::Contact,
                Target::Dispatch => DueKind::Dispatch,
                Target::Verification => DueKind::Verification,
            };
            OpenDue { kind, unit: holder.clone(), due: &mut t.due }
        });
        opinion.chain(assigned).chain(targets).collect()
    }

    fn moved(moves: Moves) -> CaseEvent {
        CaseEvent::DeadlinesMoved(moves)
    }

    fn last_at(&self) -> DateTime<Utc> {
        self.last_at
    }
}
