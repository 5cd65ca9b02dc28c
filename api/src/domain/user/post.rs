//! Posts: which role may be held where, and by whom.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::UnitId;
use crate::domain::unit::{Directory, Unit};
use crate::domain::words::{Role, UnitKind};
use crate::error::{Error, Result};

/// A person's role in a unit; one person may hold several and acts in one at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// The role.
    pub role: Role,
    /// The unit it is held in.
    pub unit: UnitId,
}

impl Post {
    /// Whether somebody who comes from `home_unit` may hold this post. `at` is what stands before
    /// its fields in the request: `posts[0].`, or nothing.
    ///
    /// # Errors
    /// The field at fault: the post's `unit`, or `home_unit`.
    pub fn check(&self, at: &str, home_unit: Option<&UnitId>, units: &Directory) -> Result<()> {
        let Some(unit) = units.open(&self.unit) else {
            return Err(Error::field(format!("{at}unit"), "没有这个单位，或该单位已撤销"));
        };
        if let Some(place) = misplaced(self.role, unit) {
            return Err(Error::field(format!("{at}unit"), format!("“{}”岗位只能设在{place}", self.role.label())));
        }
        self.check_home(home_unit)
    }

    /// People of the office and of the supervisor say where they come from, so that they stay away
    /// from that unit's cases.
    ///
    /// # Errors
    /// `home_unit` is missing.
    pub fn check_home(&self, home_unit: Option<&UnitId>) -> Result<()> {
        if matches!(self.role, Role::Office | Role::Supervisor) && home_unit.is_none() {
            return Err(Error::field("home_unit", format!("“{}”岗位的人员须写明来自哪个单位", self.role.label())));
        }
        Ok(())
    }
}

/// Where the role belongs, if not in this unit. The others may be held in any unit (plan §5.1).
fn misplaced(role: Role, unit: &Unit) -> Option<&'static str> {
    let (fits, place) = match role {
        Role::Lead => (unit.leads.is_some(), "牵头某一领域的单位"),
        Role::ChiefButler => (unit.coordinates.is_some(), "协调某一领域的单位"),
        Role::Butler | Role::ResidentButler => (unit.kind == UnitKind::ButlerUnit, "管家单位"),
        Role::Office => (unit.kind == UnitKind::Office, "区营商办"),
        Role::Supervisor => (unit.kind == UnitKind::LeadingGroupOffice, "领导小组办公室"),
        Role::Leader => (unit.kind == UnitKind::LeadingGroup, "领导小组"),
        Role::Intake | Role::Handler | Role::UnitHead | Role::Auditor | Role::Admin | Role::Integration => {
            return None;
        }
    };
    (!fits).then_some(place)
}
