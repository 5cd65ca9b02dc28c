//! 职责承接: what waits for a unit by its duty, to dispatch, to verify, to coordinate, to decide, waits
//! for whoever has that duty now.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::Step;
use super::{Case, CaseEvent, Facts, extension, reopen_decider};
use crate::domain::facts::World;
use crate::domain::ids::UnitId;
use crate::domain::log::{ActedBy, Actor, Draft, foresee};
use crate::domain::words::CaseState;
use crate::error::{Error, Result};

/// Who has to do from now on what waited for others; none where it stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// Into whose hands the case comes, in the same state.
    pub step: Option<Step>,
    /// Who decides on the extension that a unit asked for.
    pub extensions: BTreeMap<UnitId, UnitId>,
    /// Who decides on coordination.
    pub coordination: Option<UnitId>,
    /// Who decides on bringing it to a joint meeting.
    pub meeting: Option<UnitId>,
    /// Who decides on reopening it.
    pub reopening: Option<UnitId>,
    /// Who answers a dissatisfied reporter.
    pub answer: Option<UnitId>,
}

impl Case {
    /// What goes over to other units because they have the duty now; none where nothing does.
    pub fn passed_on(&self, world: World<'_>) -> Option<CaseEvent> {
        let units = world.units;
        let coordinator = units.coordinator(self.sector);
        let holder = match self.state {
            CaseState::AwaitingDispatch if self.holder == self.butler_unit => None,
            CaseState::AwaitingDispatch => units.lead(self.sector),
            CaseState::AwaitingVerification => self.verifier(units),
            CaseState::UnderCoordination => coordinator,
            _ => None,
        };
        let changed = |present: &UnitId, due: Option<&UnitId>| due.filter(|unit| *unit != present).cloned();
        let extensions = self.assignments.iter().filter_map(|a| {
            let request = a.extension_request.as_ref()?;
            Some((a.unit.clone(), changed(&request.decider, extension::decider(self, a, world))?))
        });
        let succession = Succession {
            step: holder.filter(|unit| self.holder.as_ref() != Some(unit)).map(|unit| Step {
                to: self.state,
                holder: Some(unit.clone()),
                target: None,
            }),
            extensions: extensions.collect(),
            coordination: self.coordination_request.as_ref().and_then(|r| changed(&r.decider, coordinator)),
            meeting: self.meeting_proposal.as_ref().and_then(|r| changed(&r.decider, coordinator)),
            reopening: self.reopen_request.as_ref().and_then(|r| changed(&r.decider, reopen_decider(self, units))),
            answer: self
                .dissatisfaction
                .as_ref()
                .filter(|d| d.answered_at.is_none())
                .and_then(|d| changed(&d.unit, self.verifier(units))),
        };
        (succession != Succession::default()).then(|| CaseEvent::DutiesPassedOn(Box::new(succession)))
    }

    /// The fold of that event; its step is folded like any other.
    pub(super) fn succeed(&mut self, to: &Succession) {
        for assignment in &mut self.assignments {
            if let (Some(request), Some(unit)) =
                (&mut assignment.extension_request, to.extensions.get(&assignment.unit))
            {
                request.decider.clone_from(unit);
            }
        }
        if let (Some(request), Some(unit)) = (&mut self.coordination_request, &to.coordination) {
            request.decider.clone_from(unit);
        }
        if let (Some(request), Some(unit)) = (&mut self.meeting_proposal, &to.meeting) {
            request.decider.clone_from(unit);
        }
        if let (Some(request), Some(unit)) = (&mut self.reopen_request, &to.reopening) {
            request.decider.clone_from(unit);
        }
        if let (Some(owed), Some(unit)) = (&mut self.dissatisfaction, &to.answer) {
            owed.unit.clone_from(unit);
        }
        let requests = to.extensions.values().chain(&to.coordination).chain(&to.reopening).chain(&to.answer);
        requests.for_each(|unit| self.decided(unit));
    }
}

/// What goes over to other units once this has happened: whoever handles the case judges no part
/// of it any more.
///
/// # Errors
/// Where the events don't follow on the case.
pub(super) fn after(
    Facts { case, world, now, .. }: Facts<'_>,
    drafts: &[Draft<CaseEvent>],
    by: &Actor,
) -> Result<Option<CaseEvent>> {
    let after = foresee(case, 0, drafts, &ActedBy::from(by), now).map_err(|broken| Error::internal(broken.0))?;
    Ok(after.passed_on(world))
}
