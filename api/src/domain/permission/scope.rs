//! Which cases an actor may know to exist. Every query of cases takes a [`Scope`].

use crate::domain::ids::{UnitId, UserId};
use crate::domain::log::Actor;
use crate::domain::words::{Role, Sector};

/// The cases that may be seen; made from an actor only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub(crate) reach: Reach,
}

/// How far a scope reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Every case.
    All,
    /// A whole sector, and the cases of other sectors in which `unit` has a part.
    Sector(Sector, UnitId),
    /// The cases that came in at, or lie with, this unit's windows or butlers.
    Intake(UnitId),
    /// The cases assigned to, or asked of, this unit.
    Handling(UnitId),
    /// What this client registered.
    Registrar(UserId),
    /// None.
    Nothing,
}

impl Scope {
    /// What `actor` may see. `leads` is the sector that the actor's
    /// unit leads or coordinates.
    pub fn of(actor: &Actor, leads: Option<Sector>) -> Self {
        let unit = actor.unit.clone();
        let reach = match actor.role {
            Role::Intake | Role::ResidentButler | Role::Butler => Reach::Intake(unit),
            Role::Handler | Role::UnitHead => Reach::Handling(unit),
            Role::Lead | Role::ChiefButler => match leads {
                Some(sector) => Reach::Sector(sector, unit),
                None => Reach::Nothing,
            },
            Role::Office | Role::Supervisor | Role::Leader | Role::Auditor => Reach::All,
            Role::Integration => Reach::Registrar(actor.user.clone()),
            Role::Admin => Reach::Nothing,
        };
        Self { reach }
    }
}
