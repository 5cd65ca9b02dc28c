//! What administrators do to units.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Directory, Unit, UnitEvent};
use crate::domain::ids::{UnitId, is_code};
use crate::domain::log::Draft;
use crate::domain::text::{Line, Text};
use crate::domain::words::{Duty, Sector, UnitKind};
use crate::error::{Code, Error, Result};

const LAST_RANK: i64 = 100_000;

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

impl NewUnit {
    /// The event of entering this unit.
    ///
    /// # Errors
    /// The field at fault; `already_exists`.
    pub fn decide(self, units: &Directory) -> Result<Draft<UnitEvent>> {
        if !is_code(self.id.as_str()) {
            return Err(Error::field("id", "单位代码只能用1至40个小写字母、数字和 _"));
        }
        if units.get(&self.id).is_some() {
            return Err(Error::new(Code::AlreadyExists, format!("单位代码“{}”已经存在", self.id)));
        }
        check_place(&self.id, self.parent.as_ref(), self.rank, units)?;
        if self.kind == UnitKind::Office
            && let Some(office) = units.office()
        {
            return Err(Error::field("kind", format!("区营商办只有一个，已是“{}”", units.name(office))));
        }
        for (field, duty, sector) in
            [("leads", Duty::Lead, self.leads), ("coordinates", Duty::Coordination, self.coordinates)]
        {
            if let Some(sector) = sector
                && let Some(holder) = units.with_duty(duty, sector)
            {
                let detail = format!("“{}”领域已由“{}”{}", sector.label(), holder.name, duty.label());
                return Err(Error::field(field, detail));
            }
        }
        Ok(Draft::new(UnitEvent::UnitCreated(self)))
    }
}

/// Whether a unit may belong to this parent and have this place in lists.
fn check_place(id: &UnitId, parent: Option<&UnitId>, rank: i64, units: &Directory) -> Result<()> {
    if !(0..=LAST_RANK).contains(&rank) {
        return Err(Error::field("rank", format!("应为0至{LAST_RANK}")));
    }
    let Some(parent) = parent else { return Ok(()) };
    if units.open(parent).is_none() {
        return Err(Error::field("parent", "没有这个单位，或该单位已撤销"));
    }
    if units.line(parent).any(|above| above == id) {
        return Err(Error::field("parent", "一个单位不能隶属于自己或自己的下属单位"));
    }
    Ok(())
}

/// What still lies with a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Burden {
    /// Open cases in its hands.
    pub cases: i64,
    /// Open cases in others' hands that may come back to it.
    pub returning: i64,
    /// Open assignments, main and co.
    pub assignments: i64,
    /// Work orders, drafted by it or for it, that are not dispatched yet.
    pub sheets: i64,
    /// Posts that people hold in it.
    pub posts: i64,
    /// Open units that belong to it.
    pub units: i64,
}

/// What a decision on a unit knows.
#[derive(Clone, Copy)]
pub struct UnitFacts<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// All units.
    pub units: &'a Directory,
    /// What lies with it.
    pub burden: Burden,
}

/// A command on a unit that exists.
pub trait UnitCommand {
    /// Whether it may leave to another unit what waits for one.
    const MOVES_DUTIES: bool = false;
    /// Whether nothing may lie with the unit any more, until it is committed.
    const NEEDS_NO_BURDEN: bool = false;

    /// What happens, and to which unit.
    ///
    /// # Errors
    /// The precise reason why not.
    fn decide(self, facts: UnitFacts<'_>) -> Result<Vec<(UnitId, Draft<UnitEvent>)>>;
}

fn still_open(unit: &Unit) -> Result<()> {
    if unit.closed {
        return Err(Error::new(Code::WrongState, format!("“{}”已经撤销", unit.name)));
    }
    Ok(())
}

/// 更名: history and sheets dispatched before keep the old name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenameUnit {
    /// Its short name from now on.
    pub name: Line<1, 40>,
    /// Its full name from now on.
    pub full_name: Line<1, 100>,
    /// Why, such as the document that orders it.
    pub reason: Text<1, 500>,
}

impl UnitCommand for RenameUnit {
    fn decide(self, UnitFacts { unit, .. }: UnitFacts<'_>) -> Result<Vec<(UnitId, Draft<UnitEvent>)>> {
        still_open(unit)?;
        let event = UnitEvent::UnitRenamed { name: self.name.into_string(), full_name: self.full_name.into_string() };
        Ok(vec![(unit.id.clone(), Draft::new(event).text("reason", self.reason.into_string()))])
    }
}

/// 调整隶属和次序: the unit it belongs to and its place in lists, both as they shall be.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceUnit {
    /// The unit it belongs to, if any.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// Its place in lists.
    #[schema(minimum = 0, maximum = 100000)]
    pub rank: i64,
}

impl UnitCommand for PlaceUnit {
    const MOVES_DUTIES: bool = true;

    fn decide(self, UnitFacts { unit, units, .. }: UnitFacts<'_>) -> Result<Vec<(UnitId, Draft<UnitEvent>)>> {
        still_open(unit)?;
        check_place(&unit.id, self.parent.as_ref(), self.rank, units)?;
        let event = UnitEvent::UnitPlaced { parent: self.parent, rank: self.rank };
        Ok(vec![(unit.id.clone(), Draft::new(event))])
    }
}

/// 承接职责: the unit leads or coordinates a sector from now on, instead of the one that did. A
/// sector has one lead at any time.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeOver {
    /// To lead or to coordinate.
    pub duty: Duty,
    /// The sector.
    pub sector: Sector,
    /// Why, such as the document that orders it.
    pub reason: Text<1, 500>,
}

impl UnitCommand for TakeOver {
    const MOVES_DUTIES: bool = true;

    fn decide(self, UnitFacts { unit, units, .. }: UnitFacts<'_>) -> Result<Vec<(UnitId, Draft<UnitEvent>)>> {
        let Self { duty, sector, reason } = self;
        still_open(unit)?;
        if let Some(held) = unit.duty(duty) {
            let detail = format!("“{}”已{}“{}”领域", unit.name, duty.label(), held.label());
            return Err(Error::new(Code::WrongState, detail));
        }
        let from = units.with_duty(duty, sector).map(|holder| holder.id.clone());
        let taken = UnitEvent::DutyTakenOver { duty, sector, from: from.clone() };
        let given = from.map(|from| (from, UnitEvent::DutyGivenUp { duty, sector, to: Some(unit.id.clone()) }));
        let with_reason = |(id, event)| (id, Draft::new(event).text("reason", reason.as_str()));
        Ok(std::iter::once((unit.id.clone(), taken)).chain(given).map(with_reason).collect())
    }
}

/// 卸任协调: the sector's lead coordinates from now on. A lead can't step down without a successor.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveUp {
    /// Why, such as the document that orders it.
    pub reason: Text<1, 500>,
}

impl UnitCommand for GiveUp {
    const MOVES_DUTIES: bool = true;

    fn decide(self, UnitFacts { unit, .. }: UnitFacts<'_>) -> Result<Vec<(UnitId, Draft<UnitEvent>)>> {
        let Some(sector) = unit.coordinates else {
            return Err(Error::new(Code::WrongState, format!("“{}”不承担协调职责", unit.name)));
        };
        let event = UnitEvent::DutyGivenUp { duty: Duty::Coordination, sector, to: None };
        Ok(vec![(unit.id.clone(), Draft::new(event).text("reason", self.reason.into_string()))])
    }
}

/// 撤销单位: it gets nothing new from now on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseUnit {
    /// Why, such as the document that orders it.
    pub reason: Text<1, 500>,
    /// Who carries on what it did.
    #[serde(default)]
    pub successor: Option<UnitId>,
}

impl UnitCommand for CloseUnit {
    const NEEDS_NO_BURDEN: bool = true;

    fn decide(self, UnitFacts { unit, units, burden }: UnitFacts<'_>) -> Result<Vec<(UnitId, Draft<UnitEvent>)>> {
        still_open(unit)?;
        let name = &unit.name;
        if unit.leads.is_some() || unit.coordinates.is_some() || unit.kind == UnitKind::Office {
            return Err(Error::new(Code::WrongState, format!("“{name}”仍承担牵头或协调职责，不能撤销")));
        }
        if let Some(left) = burden.told() {
            return Err(Error::new(Code::StillNeeded, format!("“{name}”还有{left}，不能撤销")));
        }
        if self.successor.as_ref().is_some_and(|other| *other == unit.id || units.open(other).is_none()) {
            return Err(Error::field("successor", "没有这个单位，或该单位已撤销"));
        }
        let event = UnitEvent::UnitClosed { successor: self.successor };
        Ok(vec![(unit.id.clone(), Draft::new(event).text("reason", self.reason.into_string()))])
    }
}

impl Burden {
    /// What there is, in words; none where nothing is left.
    fn told(&self) -> Option<String> {
        let Self { cases, returning, assignments, sheets, posts, units } = *self;
        let left: Vec<String> = [
            (cases, "件经办中的事项"),
            (returning, "件由其受理、尚未办结的事项"),
            (assignments, "件未了结的交办"),
            (sheets, "张未派发的工作单"),
            (posts, "个在任岗位"),
            (units, "个下属单位"),
        ]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count}{what}"))
        .collect();
        (!left.is_empty()).then(|| left.join("、"))
    }
}
