//! Who may know of a case, and of all that happens to it. The rows that scopes query are made of this
//! too. Who has left reads it up to there: see [`super::Departure`].

use std::collections::BTreeSet;

use super::Case;
use crate::domain::audience::Audience;
use crate::domain::words::AssignmentState;

/// The circle of a case in this state; besides the lead of its sector, the units with a part.
pub(super) fn of(case: &Case) -> Audience {
    let intake = [&case.source_unit, &case.receiving_unit, &case.registering_unit];
    let asked = case.opinion_request.iter().map(|o| &o.unit).chain(case.opinions.iter().map(|o| &o.unit));
    let assigned = case.assignments.iter().filter(|a| a.state != AssignmentState::Returned);
    Audience {
        sectors: BTreeSet::from([case.sector]),
        intake: intake.into_iter().chain(&case.butler_unit).chain(&case.former_intake).cloned().collect(),
        handling: assigned.map(|a| &a.unit).chain(asked).cloned().collect(),
        deciding: case.deciders.iter().cloned().collect(),
        registrar: Some(case.registered_by.clone()),
        ..Audience::default()
    }
}
