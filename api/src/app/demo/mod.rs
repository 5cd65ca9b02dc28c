//! The demo: units, people and real-life cases, driven through the same use cases as the API,
//! with a clock that is moved. Everything invented is marked so: 甄样, 测试, made-up numbers.

mod accounts;
mod acts;
mod driver;
mod many;
mod paths;
mod registration;
mod scripted;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use serde::Deserialize;

pub use accounts::{Account, PASSWORD, People, accounts};

use super::App;
use super::setup::line;
use crate::domain::calendar::{Calendar, shanghai_offset};
use crate::domain::unit::NewUnit;
use crate::error::{Error, Result};
use crate::store::users;

/// A case of the demo's data.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct DemoCase {
    pub id: String,
    pub matter_name: String,
    pub domain: String,
    pub channel: DemoChannel,
    pub reporter_kind_code: String,
    pub reason: String,
    pub problem: String,
    pub responsible_unit: String,
    pub co_units: Vec<String>,
    pub needs_municipal: bool,
    pub outcome_path: String,
    pub received_at: DateTime<Utc>,
    pub accepted_on: NaiveDate,
    pub initial_due_on: Option<NaiveDate>,
    /// The date that an extension was granted to.
    pub extended_due_on: Option<NaiveDate>,
    /// Still under way at this instant: later steps are left to whoever tries the system.
    #[serde(skip)]
    pub open_at: Option<DateTime<Utc>>,
    /// A way of its own, instead of the path's.
    #[serde(skip)]
    pub script: Option<Vec<paths::Leg>>,
    /// Cases with the same one go their way together.
    #[serde(skip)]
    pub timetable: Option<usize>,
}

impl DemoCase {
    pub(crate) fn is_business(&self) -> bool {
        self.domain == "商事服务"
    }
}

/// How a case of the demo came in.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct DemoChannel {
    pub kind: String,
    pub place: String,
}

#[derive(Deserialize)]
struct UnitFile {
    units: Vec<UnitEntry>,
}

#[derive(Deserialize)]
struct UnitEntry {
    id: String,
    name: String,
    full_name: String,
    kind: String,
    parent: Option<String>,
    leads: Option<String>,
    coordinates: Option<String>,
    rank: i64,
}

/// What the demo did.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// How many cases the data hold.
    pub cases: usize,
    /// How many were driven to their end.
    pub driven: usize,
    /// How many of them have a deadline, each equal to the data's.
    pub deadlines: usize,
    /// How many more were made up as of now.
    pub others: usize,
    /// How many of those stand open, to be worked on.
    pub open: usize,
}

/// The cases of the demo's data.
pub(crate) fn cases() -> Result<Vec<DemoCase>> {
    let lines = include_str!("../../../data/demo_cases.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).map_err(Error::internal)).collect()
}

/// The district's units, read once.
#[expect(clippy::expect_used, reason = "built in, and read by every test")]
static UNITS: LazyLock<Vec<NewUnit>> = LazyLock::new(|| {
    let file: UnitFile = serde_json::from_str(include_str!("../../../data/units.json")).expect("units.json is JSON");
    file.units.into_iter().map(unit).collect::<Result<_>>().expect("units.json holds units")
});

fn unit(entry: UnitEntry) -> Result<NewUnit> {
    let sector = |code: Option<String>| code.map(|c| c.parse().map_err(Error::internal)).transpose();
    Ok(NewUnit {
        id: entry.id.as_str().into(),
        name: line(&entry.name)?,
        full_name: line(&entry.full_name)?,
        kind: entry.kind.parse().map_err(Error::internal)?,
        parent: entry.parent.as_deref().map(Into::into),
        leads: sector(entry.leads)?,
        coordinates: sector(entry.coordinates)?,
        rank: entry.rank,
    })
}

impl App {
    /// Loads the demo into an empty database: the data's cases on their own dates, scripted ones
    /// that stand at every point of their way at `as_of`, and as many `more` like the data's, spread
    /// over the years before. The application's clock must be one that can be moved.
    ///
    /// # Errors
    /// `already_exists` where there is any user.
    pub async fn load_demo(&self, as_of: DateTime<Utc>, more: usize) -> Result<Loaded> {
        let people = self.load_people().await?;
        let models = cases()?;
        let scripted = scripted::cases(&models, as_of);
        let many = many::cases(&models, more, as_of);
        let all: Vec<DemoCase> = models.into_iter().chain(many).chain(scripted).collect();
        driver::drive(self, &people, &all, as_of).await
    }

    /// Enters the demo's units and people only, on the day the plan was issued.
    ///
    /// # Errors
    /// `already_exists` where there is any user.
    pub async fn load_people(&self) -> Result<People> {
        if self.store.read(users::any).await? {
            return Err(Error::new(crate::error::Code::AlreadyExists, "数据库中已有数据，不能载入演示数据"));
        }
        let plan_issued = shanghai_offset().with_ymd_and_hms(2021, 5, 7, 9, 0, 0);
        self.clock.set(plan_issued.single().unwrap_or_default().with_timezone(&Utc));
        self.enter_calendar(Calendar::built_in()).await?;
        for unit in UNITS.iter() {
            self.ensure_unit(unit.clone()).await?;
        }
        self.enter_people().await
    }

    async fn enter_people(&self) -> Result<People> {
        let phc = super::users::hash_off_thread(PASSWORD.to_owned()).await?;
        let mut entered = BTreeMap::new();
        for person in accounts::people() {
            let receipt = self.set_up_user_with(person.new_user()?, phc.clone()).await?;
            entered.insert(person.username, (receipt.id, person.home_unit));
        }
        Ok(People::new(entered))
    }
}
