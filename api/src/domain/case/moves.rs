//! A case's deadlines, for the calendar to move.

use chrono::{DateTime, Utc};

use super::{Case, CaseEvent};
use crate::domain::moves::{Moves, OpenDue, Reckoned};
use crate::domain::words::{AssignmentKind, DueKind, Target};

impl Reckoned for Case {
    /// Of a closed case, which nobody holds, only what is owed still runs: an answer to a dissatisfied
    /// reporter, or to who asks to reopen it. An answered assignment's clock stands still.
    fn open_dues(&mut self) -> Vec<OpenDue<'_>> {
        let holder = self.holder.clone();
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
        let targets = self.targets.iter_mut().filter(|t| t.met_at.is_none()).filter_map(|t| {
            let kind = match t.target {
                Target::Contact => DueKind::Contact,
                Target::Dispatch => DueKind::Dispatch,
                Target::Verification => DueKind::Verification,
            };
            Some(OpenDue { kind, unit: holder.clone()?, due: &mut t.due })
        });
        let reopening = self.reopen_request.iter_mut();
        let reopening =
            reopening.map(|r| OpenDue { kind: DueKind::Reopening, unit: r.decider.clone(), due: &mut r.due });
        let unanswered = self.dissatisfaction.iter_mut().filter(|d| d.answered_at.is_none());
        let unanswered = unanswered.map(|d| OpenDue { kind: DueKind::Answer, unit: d.unit.clone(), due: &mut d.due });
        opinion.chain(assigned).chain(targets).chain(reopening).chain(unanswered).collect()
    }

    /// A co unit's date is never after the main's.
    fn align(&mut self) {
        let Some(main) = self.main().filter(|main| main.is_due()).map(|main| main.due.clone()) else { return };
        let co = self.assignments.iter_mut().filter(|a| a.kind == AssignmentKind::Co && a.is_due());
        co.filter(|co| co.due.at > main.at).for_each(|co| co.due = main.clone());
    }

    fn moved(moves: Moves) -> CaseEvent {
        CaseEvent::DeadlinesMoved(moves)
    }

    fn last_at(&self) -> DateTime<Utc> {
        self.last_at
    }
}
