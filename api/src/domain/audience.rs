//! Who may learn of an event. It is kept beside each event, so that live updates are filtered
//! without a look at cases.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ids::{UnitId, UserId};
use super::permission::{Reach, Scope};
use super::words::Sector;

/// The circle of those who may know of an aggregate in one state; of an event those of the states
/// before and after it. Empty, it is known to those only who see everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Audience {
    /// Whoever may read this noun at all.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub readers: bool,
    /// The sectors it belongs to.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub sectors: BTreeSet<Sector>,
    /// Units where it came in, or with whose windows or butlers it lies.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub intake: BTreeSet<UnitId>,
    /// Units that it is assigned to, or asked of.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub handling: BTreeSet<UnitId>,
    /// Units that verify or coordinate it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub deciding: BTreeSet<UnitId>,
    /// The client that registered it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registrar: Option<UserId>,
    /// The person whom it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<UserId>,
}

impl Audience {
    /// All who may read the noun.
    pub fn readers() -> Self {
        Self { readers: true, ..Self::default() }
    }

    /// Those who lead a sector.
    pub fn sector(sector: Sector) -> Self {
        Self { sectors: BTreeSet::from([sector]), ..Self::default() }
    }

    /// These units, in whatever part.
    pub fn units<'a>(units: impl IntoIterator<Item = &'a UnitId>) -> Self {
        let units: BTreeSet<UnitId> = units.into_iter().cloned().collect();
        Self { intake: units.clone(), handling: units.clone(), deciding: units, ..Self::default() }
    }

    /// Both circles.
    pub fn and(mut self, other: Self) -> Self {
        self.readers |= other.readers;
        self.sectors.extend(other.sectors);
        self.intake.extend(other.intake);
        self.handling.extend(other.handling);
        self.deciding.extend(other.deciding);
        self.registrar = self.registrar.or(other.registrar);
        self.person = self.person.or(other.person);
        self
    }

    /// Whether the scope reaches in here: what the queries of the store ask of their rows.
    pub fn lets(&self, scope: &Scope) -> bool {
        self.readers
            || match &scope.reach {
                Reach::All => true,
                Reach::Sector(sector, unit) => self.sectors.contains(sector) || self.deciding.contains(unit),
                Reach::Intake(unit) => self.intake.contains(unit),
                Reach::Handling(unit) => self.handling.contains(unit),
                Reach::Registrar(user) => self.registrar.as_ref() == Some(user),
                Reach::Nothing => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::log::Actor;
    use crate::domain::words::Role;

    fn scope(role: Role, unit: &str, leads: Option<Sector>) -> Scope {
        let actor = Actor { user: "somebody".into(), role, unit: unit.into(), home_unit: None };
        Scope::of(&actor, leads)
    }

    #[test]
    fn a_scope_reaches_its_own_part_only() {
        let audience = Audience {
            sectors: BTreeSet::from([Sector::GovernmentService]),
            intake: BTreeSet::from(["hall".into()]),
            handling: BTreeSet::from(["bureau".into()]),
            deciding: BTreeSet::from(["other_lead".into()]),
            registrar: Some("client".into()),
            ..Audience::default()
        };
        let business = Some(Sector::BusinessService);
        for (role, unit, leads, hears) in [
            (Role::Intake, "hall", None, true),
            (Role::Intake, "bureau", None, false),
            (Role::Handler, "bureau", None, true),
            (Role::UnitHead, "bureau", None, true),
            (Role::Handler, "hall", None, false),
            (Role::Lead, "lead", Some(Sector::GovernmentService), true),
            (Role::Lead, "lead", business, false),
            (Role::Lead, "other_lead", business, true),
            (Role::Lead, "other_lead", None, false),
            (Role::Office, "office", None, true),
            (Role::Integration, "hall", None, false),
            (Role::Admin, "hall", None, false),
        ] {
            assert_eq!(audience.lets(&scope(role, unit, leads)), hears, "{role:?} of {unit}");
        }
        assert!(audience.and(Audience::readers()).lets(&scope(Role::Admin, "hall", None)));
    }

    #[test]
    fn what_is_empty_is_not_written() {
        let written = serde_json::to_string(&Audience::readers()).unwrap();
        assert_eq!(written, r#"{"readers":true}"#);
        assert_eq!(serde_json::from_str::<Audience>(&written).unwrap(), Audience::readers());
    }
}
