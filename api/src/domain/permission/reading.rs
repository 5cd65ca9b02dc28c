//! How much of a case is read: whole, or up to where one's part in it ended.

use super::{Reach, Scope};
use crate::domain::audience::Audience;
use crate::domain::case::Departure;
use crate::domain::ids::UnitId;

/// How much of a case somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<'a> {
    /// All of it, and all that is still to come.
    Whole,
    /// What happened up to this departure; to act no more.
    UpTo(&'a Departure),
}

/// How much of a case with this circle, which these units have left, the scope lets through; none
/// where it may not be known to exist. Who has any part in it reads it whole.
pub fn reading<'a>(scope: &Scope, circle: &Audience, departures: &'a [Departure]) -> Option<Reading<'a>> {
    if circle.lets(scope) {
        return Some(Reading::Whole);
    }
    let left = |unit: &UnitId, led: bool| departures.iter().find(|d| d.unit == *unit && d.led.is_some() == led);
    let departure = match &scope.reach {
        Reach::Handling(unit) => left(unit, false),
        Reach::Sector(_, unit) => left(unit, true),
        Reach::All | Reach::Intake(_) | Reach::Registrar(_) | Reach::Nothing => None,
    };
    departure.map(Reading::UpTo)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::DateTime;

    use super::*;
    use crate::domain::log::Actor;
    use crate::domain::words::{Role, Sector};

    fn scope(role: Role, unit: &str, leads: Option<Sector>) -> Scope {
        Scope::of(&Actor { user: "somebody".into(), role, unit: unit.into(), home_unit: None }, leads)
    }

    fn departure(unit: &str, led: Option<Sector>, seq: i64) -> Departure {
        Departure { unit: unit.into(), led, seq, at: DateTime::UNIX_EPOCH }
    }

    #[test]
    fn who_has_left_reads_up_to_there_in_the_part_that_ended() {
        let (government, business) = (Sector::GovernmentService, Sector::BusinessService);
        // Handed over to business by its lead, which once had it as a main unit, and gave it back.
        let circle = Audience {
            sectors: BTreeSet::from([business]),
            intake: BTreeSet::from(["returned".into()]),
            handling: BTreeSet::from(["main".into()]),
            deciding: BTreeSet::from(["verified".into()]),
            ..Audience::default()
        };
        let departures =
            [departure("returned", None, 5), departure("lead", None, 7), departure("lead", Some(government), 9)];
        let seq = |role, unit, leads| match reading(&scope(role, unit, leads), &circle, &departures) {
            Some(Reading::Whole) => Some(i64::MAX),
            Some(Reading::UpTo(departure)) => Some(departure.seq),
            None => None,
        };
        for (role, unit, leads, expected) in [
            (Role::Handler, "returned", None, Some(5)),
            (Role::UnitHead, "returned", None, Some(5)),
            (Role::Intake, "returned", None, Some(i64::MAX)),
            (Role::Handler, "lead", None, Some(7)),
            (Role::Lead, "lead", Some(government), Some(9)),
            (Role::Intake, "lead", None, None),
            (Role::Lead, "lead", None, None),
            (Role::Lead, "returned", Some(government), None),
            (Role::Handler, "main", None, Some(i64::MAX)),
            (Role::Lead, "verified", Some(government), Some(i64::MAX)),
            (Role::Lead, "new_lead", Some(business), Some(i64::MAX)),
            (Role::Handler, "another", None, None),
            (Role::Office, "office", None, Some(i64::MAX)),
            (Role::Admin, "returned", None, None),
        ] {
            assert_eq!(seq(role, unit, leads), expected, "{role:?} of {unit}");
        }
    }
}
