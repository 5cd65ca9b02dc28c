//! Units: members of the leading group, subdistricts, halls, butlers' units, the office.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::UnitId;
use super::log::{Aggregate, BrokenFold, Draft, Recorded};
use super::text::{Line, Text};
use super::words::{Sector, UnitKind};
use crate::error::{Code, Error, Result};

/// A unit. Its name is the one in force now; older ones stay in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its code.
    pub id: UnitId,
    /// Its short name, as the form prints it.
    pub name: String,
    /// Its full name.
    pub full_name: String,
    /// What kind of body it is.
    pub kind: UnitKind,
    /// The unit it belongs to, for halls and the like.
    pub parent: Option<UnitId>,
    /// The sector it leads (plan §4).
    pub leads: Option<Sector>,
    /// The sector whose stuck cases it coordinates, where that isn't the lead.
    pub coordinates: Option<Sector>,
    /// Its place in lists, as the plan names the units.
    pub rank: i64,
    /// Whether it takes part no more.
    pub closed: bool,
}

/// What happens to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum UnitEvent {
    /// It was entered.
    UnitCreated(NewUnit),
    /// It takes part no more; its history stays. Parts: reason.
    UnitClosed {},
}

/// A new unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUnit {
    /// Its code: lower-case letters, digits and `_`; it never changes.
    #[schema(value_type = String, pattern = "^[a-z0-9_]{1,40}$", example = "qzwfwj")]
    pub id: UnitId,
    /// Its short name.
    pub name: Line<1, 40>,
    /// Its full name.
    pub full_name: Line<1, 100>,
    /// What kind of body it is.
    pub kind: UnitKind,
    /// The unit it belongs to.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// The sector it leads.
    #[serde(default)]
    pub leads: Option<Sector>,
    /// The sector whose stuck cases it coordinates, where that isn't the lead.
    #[serde(default)]
    pub coordinates: Option<Sector>,
    /// Its place in lists.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 100000)]
    pub rank: i64,
}

/// 撤销单位: it gets nothing new from now on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseUnit {
    /// Why, such as the document that orders it.
    pub reason: Text<1, 500>,
}

impl CloseUnit {
    /// Closes a unit that others don't rely on.
    ///
    /// # Errors
    /// `wrong_state` where it is closed already, or leads or coordinates a sector.
    pub fn decide(self, unit: &Unit) -> Result<Vec<Draft<UnitEvent>>> {
        if unit.closed {
            return Err(Error::new(Code::WrongState, format!("“{}”已经撤销", unit.name)));
        }
        if unit.leads.is_some() || unit.coordinates.is_some() || unit.kind == UnitKind::Office {
            let detail = format!("“{}”仍承担牵头或协调职责，不能撤销", unit.name);
            return Err(Error::new(Code::WrongState, detail));
        }
        Ok(vec![Draft::new(UnitEvent::UnitClosed {}).text("reason", self.reason.into_string())])
    }
}

impl Aggregate for Unit {
    type Event = UnitEvent;
    const KIND: &'static str = "unit";

    fn begin(id: &str, first: Recorded<'_, UnitEvent>) -> Result<Self, BrokenFold> {
        let UnitEvent::UnitCreated(new) = first.event.clone() else {
            return Err(BrokenFold(format!("unit {id} does not begin with its entry")));
        };
        if new.id.as_str() != id {
            return Err(BrokenFold(format!("unit {} in stream {id}", new.id)));
        }
        Ok(Self {
            id: new.id,
            name: new.name.to_string(),
            full_name: new.full_name.to_string(),
            kind: new.kind,
            parent: new.parent,
            leads: new.leads,
            coordinates: new.coordinates,
            rank: new.rank,
            closed: false,
        })
    }

    fn apply(&mut self, next: Recorded<'_, UnitEvent>) -> Result<(), BrokenFold> {
        match next.event {
            UnitEvent::UnitCreated(_) => Err(BrokenFold("unit created twice".to_owned())),
            UnitEvent::UnitClosed {} => {
                self.closed = true;
                Ok(())
            }
        }
    }

    fn collides(_event: &UnitEvent) -> bool {
        true
    }

    fn state_word(&self) -> &'static str {
        if self.closed { "closed" } else { "active" }
    }
}

/// All units at one moment.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    units: BTreeMap<UnitId, (Unit, i64)>,
}

impl Directory {
    /// Of these units, each with the `seq` of its stream.
    pub fn new(units: impl IntoIterator<Item = (Unit, i64)>) -> Self {
        Self { units: units.into_iter().map(|(unit, seq)| (unit.id.clone(), (unit, seq))).collect() }
    }

    /// The unit with this code.
    pub fn get(&self, id: &UnitId) -> Option<&Unit> {
        self.units.get(id).map(|(unit, _)| unit)
    }

    /// The `seq` of the unit's stream, which a commit guards on.
    pub fn seq(&self, id: &UnitId) -> Option<i64> {
        self.units.get(id).map(|(_, seq)| *seq)
    }

    /// All units, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.values().map(|(unit, _)| unit)
    }

    /// The unit, if it exists and takes part.
    pub fn open(&self, id: &UnitId) -> Option<&Unit> {
        self.get(id).filter(|unit| !unit.closed)
    }

    /// The short name; the code where the unit is not known.
    pub fn name<'a>(&'a self, id: &'a UnitId) -> &'a str {
        self.get(id).map_or(id.as_str(), |unit| &unit.name)
    }

    /// The unit that answers for this one: a hall counts as its parent (DOMAIN §2).
    pub fn root<'a>(&'a self, id: &'a UnitId) -> &'a UnitId {
        let mut at = id;
        // A hierarchy has few levels; the bound guards against a circle entered by mistake.
        for _ in 0..8 {
            match self.get(at).and_then(|unit| unit.parent.as_ref()) {
                Some(parent) => at = parent,
                None => break,
            }
        }
        at
    }

    /// The lead unit of a sector (plan §4).
    pub fn lead(&self, sector: Sector) -> Option<&UnitId> {
        self.iter().find(|unit| unit.leads == Some(sector) && !unit.closed).map(|unit| &unit.id)
    }

    /// Who coordinates the stuck cases of a sector: the chief butler, or the lead's 专班.
    pub fn coordinator(&self, sector: Sector) -> Option<&UnitId> {
        self.iter()
            .find(|unit| unit.coordinates == Some(sector) && !unit.closed)
            .map(|unit| &unit.id)
            .or_else(|| self.lead(sector))
    }

    /// 区营商办.
    pub fn office(&self) -> Option<&UnitId> {
        self.iter().find(|unit| unit.kind == UnitKind::Office && !unit.closed).map(|unit| &unit.id)
    }
}
