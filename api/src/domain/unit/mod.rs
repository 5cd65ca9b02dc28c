//! Units: members of the leading group, subdistricts, halls, butlers' units, the office.

mod command;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::ids::UnitId;
use super::log::{Aggregate, BrokenFold, Recorded};
use super::words::{Duty, Sector, UnitKind};

pub use command::{Burden, CloseUnit, GiveUp, NewUnit, PlaceUnit, RenameUnit, TakeOver, UnitCommand, UnitFacts};

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
    /// Who carries on what it did, once it is closed.
    pub successor: Option<UnitId>,
}

/// What happens to a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of the unit")]
pub enum UnitEvent {
    /// It was entered.
    UnitCreated(NewUnit),
    /// It is called so from now on. Parts: reason.
    UnitRenamed { name: String, full_name: String },
    /// It belongs to this unit, and has this place in lists.
    UnitPlaced { parent: Option<UnitId>, rank: i64 },
    /// It leads or coordinates the sector from now on, after `from`. Parts: reason.
    DutyTakenOver { duty: Duty, sector: Sector, from: Option<UnitId> },
    /// It leads or coordinates no more: `to` does, or for a sector without a coordinator its lead.
    /// Parts: reason.
    DutyGivenUp { duty: Duty, sector: Sector, to: Option<UnitId> },
    /// It takes part no more; its history stays. Parts: reason.
    UnitClosed { successor: Option<UnitId> },
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
            successor: None,
        })
    }

    fn apply(&mut self, next: Recorded<'_, UnitEvent>) -> Result<(), BrokenFold> {
        match next.event {
            UnitEvent::UnitCreated(_) => return Err(BrokenFold("unit created twice".to_owned())),
            UnitEvent::UnitRenamed { name, full_name } => {
                self.name.clone_from(name);
                self.full_name.clone_from(full_name);
            }
            UnitEvent::UnitPlaced { parent, rank } => {
                self.parent.clone_from(parent);
                self.rank = *rank;
            }
            UnitEvent::DutyTakenOver { duty, sector, .. } => *self.duty_mut(*duty) = Some(*sector),
            UnitEvent::DutyGivenUp { duty, .. } => *self.duty_mut(*duty) = None,
            UnitEvent::UnitClosed { successor } => {
                self.closed = true;
                self.successor.clone_from(successor);
            }
        }
        Ok(())
    }

    fn collides(_event: &UnitEvent) -> bool {
        true
    }

    fn state_word(&self) -> &'static str {
        if self.closed { "closed" } else { "active" }
    }

    fn audience(&self) -> Audience {
        Audience::readers()
    }
}

impl Unit {
    /// The sector for which it has this duty.
    pub fn duty(&self, duty: Duty) -> Option<Sector> {
        match duty {
            Duty::Lead => self.leads,
            Duty::Coordination => self.coordinates,
        }
    }

    fn duty_mut(&mut self, duty: Duty) -> &mut Option<Sector> {
        match duty {
            Duty::Lead => &mut self.leads,
            Duty::Coordination => &mut self.coordinates,
        }
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

    /// The unit, or whoever carries on what it did, if anybody does.
    pub fn carried_on<'a>(&'a self, id: &'a UnitId) -> Option<&'a UnitId> {
        let next = |id: &&'a UnitId| self.get(id).and_then(|unit| unit.successor.as_ref());
        std::iter::successors(Some(id), next).take(self.units.len()).find(|id| self.open(id).is_some())
    }

    /// The short name; the code where the unit is not known.
    pub fn name<'a>(&'a self, id: &'a UnitId) -> &'a str {
        self.get(id).map_or(id.as_str(), |unit| &unit.name)
    }

    /// The short names of these.
    pub fn names<'a>(&self, ids: impl IntoIterator<Item = &'a UnitId>) -> BTreeMap<UnitId, String> {
        ids.into_iter().map(|id| (id.clone(), self.name(id).to_owned())).collect()
    }

    /// The unit that answers for this one: a hall counts as its parent.
    pub fn root<'a>(&'a self, id: &'a UnitId) -> &'a UnitId {
        self.line(id).last().unwrap_or(id)
    }

    /// The unit, the one it belongs to, and so on upwards.
    pub fn line<'a>(&'a self, id: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        let above = |id: &&'a UnitId| self.get(id).and_then(|unit| unit.parent.as_ref());
        // No circle can be entered; the bound holds should one be made behind the service's back.
        std::iter::successors(Some(id), above).take(self.units.len().max(1))
    }

    /// The open units that belong to this one.
    pub fn below(&self, id: &UnitId) -> impl Iterator<Item = &Unit> {
        self.iter().filter(move |unit| unit.parent.as_ref() == Some(id) && !unit.closed)
    }

    /// The open unit that has this duty for the sector.
    pub fn with_duty(&self, duty: Duty, sector: Sector) -> Option<&Unit> {
        self.iter().find(|unit| unit.duty(duty) == Some(sector) && !unit.closed)
    }

    /// The lead unit of a sector (plan §4).
    pub fn lead(&self, sector: Sector) -> Option<&UnitId> {
        self.with_duty(Duty::Lead, sector).map(|unit| &unit.id)
    }

    /// Who coordinates the stuck cases of a sector: the chief butler, or the lead's 专班.
    pub fn coordinator(&self, sector: Sector) -> Option<&UnitId> {
        self.with_duty(Duty::Coordination, sector).map(|unit| &unit.id).or_else(|| self.lead(sector))
    }

    /// 区营商办.
    pub fn office(&self) -> Option<&UnitId> {
        self.iter().find(|unit| unit.kind == UnitKind::Office && !unit.closed).map(|unit| &unit.id)
    }
}
