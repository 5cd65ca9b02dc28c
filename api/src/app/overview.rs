//! What stands where just now: open cases by their lights, and how much lies with each unit.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::App;
use super::views::{At, UnitName};
use crate::auth::Principal;
use crate::domain::ids::UnitId;
use crate::domain::permission::{self, Entry};
use crate::domain::words::{CaseState, Light, ResponseLevel, Sector, TaskKind};
use crate::error::{Error, Result};
use crate::store::{Ts, cases, tasks};

/// So many, and in which light; those without a deadline stand in no light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Lights {
    /// All.
    pub total: u32,
    /// Past their deadline.
    pub red: u32,
    /// Near it.
    pub amber: u32,
    /// With time left.
    pub green: u32,
}

impl Lights {
    fn add(&mut self, now: DateTime<Utc>, amber_at: Option<Ts>, due_at: Ts) {
        self.total += 1;
        match amber_at.map(|amber_at| Light::at(now, amber_at.0, due_at.0)) {
            Some(Light::Red) => self.red += 1,
            Some(Light::Amber) => self.amber += 1,
            Some(Light::Green) => self.green += 1,
            None => {}
        }
    }
}

/// Open cases in one state.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InState {
    /// The state.
    pub state: CaseState,
    /// How many.
    #[serde(flatten)]
    pub lights: Lights,
}

/// Open cases of one sector.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfSector {
    /// The sector.
    pub sector: Sector,
    /// How many.
    #[serde(flatten)]
    pub lights: Lights,
}

/// Open cases of one response level.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OfLevel {
    /// The level; none before acceptance.
    pub level: Option<ResponseLevel>,
    /// How many.
    #[serde(flatten)]
    pub lights: Lights,
}

/// What one unit has in its hands.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WithUnit {
    /// The unit.
    pub unit: UnitName,
    /// How many.
    #[serde(flatten)]
    pub lights: Lights,
}

/// The open cases that the asker may see.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Overview {
    /// When this was counted.
    pub at: At,
    /// All of them.
    pub open: Lights,
    /// By state, in the order of the flow.
    pub by_state: Vec<InState>,
    /// By sector.
    pub by_sector: Vec<OfSector>,
    /// By response level.
    pub by_level: Vec<OfLevel>,
    /// By who holds them, the most overdue first.
    pub by_holder: Vec<WithUnit>,
}

/// The work of units: shares of cases to be received, done or assisted in.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Workload {
    /// By unit, the most overdue first; units with nothing to do are left out.
    pub items: Vec<WithUnit>,
}

impl App {
    /// The open cases within the asker's scope, counted.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn overview(&self, principal: &Principal) -> Result<Overview> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let now = app.clock.now();
                let mut open = Lights::default();
                let (mut by_state, mut by_sector) = (BTreeMap::<_, Lights>::new(), BTreeMap::<_, Lights>::new());
                let (mut by_level, mut by_holder) = (BTreeMap::<_, Lights>::new(), BTreeMap::<_, Lights>::new());
                for case in cases::open_within(conn, &app.scope(&actor, &units))? {
                    let add = |lights: &mut Lights| lights.add(now, case.amber_at, case.due_at);
                    add(&mut open);
                    add(by_state.entry(word::<CaseState>(&case.state)?).or_default());
                    add(by_sector.entry(word::<Sector>(&case.sector)?).or_default());
                    add(by_level.entry(case.level).or_default());
                    if let Some(holder) = case.holder_unit {
                        add(by_holder.entry(UnitId::new(holder)).or_default());
                    }
                }
                let level = |level: Option<i32>| {
                    let level = level.map(|level| u8::try_from(level).map_err(Error::internal)).transpose()?;
                    level.map(|level| ResponseLevel::try_from(level).map_err(Error::internal)).transpose()
                };
                Ok(Overview {
                    at: At(now),
                    open,
                    by_state: by_state.into_iter().map(|(state, lights)| InState { state, lights }).collect(),
                    by_sector: by_sector.into_iter().map(|(sector, lights)| OfSector { sector, lights }).collect(),
                    by_level: by_level
                        .into_iter()
                        .map(|(of, lights)| Ok(OfLevel { level: level(of)?, lights }))
                        .collect::<Result<_>>()?,
                    by_holder: worst_first(by_holder, |unit| UnitName::of(unit, &units)),
                })
            })
            .await
    }

    /// How much work lies with each unit: what a lead weighs before dispatching more.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn workload(&self, principal: &Principal) -> Result<Workload> {
        permission::enter(&principal.actor, Entry::ReadWorkload)?;
        let app = self.clone();
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let now = app.clock.now();
                let mut by_unit = BTreeMap::<UnitId, Lights>::new();
                for share in tasks::shares(conn, &[TaskKind::Receive, TaskKind::Handle, TaskKind::CoHandle])? {
                    by_unit.entry(UnitId::new(share.unit_id)).or_default().add(now, share.amber_at, share.due_at);
                }
                Ok(Workload { items: worst_first(by_unit, |unit| UnitName::of(unit, &units)) })
            })
            .await
    }
}

fn word<T: std::str::FromStr<Err: std::fmt::Display>>(code: &str) -> Result<T> {
    code.parse().map_err(Error::internal)
}

fn worst_first(by_unit: BTreeMap<UnitId, Lights>, name: impl Fn(&UnitId) -> UnitName) -> Vec<WithUnit> {
    let mut items: Vec<WithUnit> =
        by_unit.into_iter().map(|(unit, lights)| WithUnit { unit: name(&unit), lights }).collect();
    items.sort_by_key(|item| std::cmp::Reverse((item.lights.red, item.lights.amber, item.lights.total)));
    items
}
