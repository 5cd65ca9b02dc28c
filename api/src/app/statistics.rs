//! What happened in a period, in figures.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::App;
use super::views::UnitName;
use crate::auth::Principal;
use crate::domain::calendar::{end_of_day, shanghai_date, start_of_day};
use crate::domain::case::{Case, Span};
use crate::domain::ids::UnitId;
use crate::domain::log::Actor;
use crate::domain::permission::{self, Entry};
use crate::domain::words::Sector;
use crate::error::{Error, Result};
use crate::store::{AnyConn, Ts, cases, streams};

/// How long a period may be: a year.
const LONGEST_DAYS: i64 = 366;

/// How many cases are held at a time.
const BATCH: i64 = 200;

/// Which custody is counted.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CustodyQuery {
    /// The first day, Asia/Shanghai; not to come.
    pub from: NaiveDate,
    /// The last day, Asia/Shanghai; at most 366 days in all.
    pub to: NaiveDate,
    /// This unit's alone.
    pub unit: Option<UnitId>,
    /// Of cases that are of this field now.
    pub sector: Option<Sector>,
}

impl CustodyQuery {
    fn check(&self, today: NaiveDate) -> Result<()> {
        if self.from > today {
            return Err(Error::field("from", "不能晚于今天"));
        }
        if self.to < self.from {
            return Err(Error::field("to", "不能早于开始日期"));
        }
        if (self.to - self.from).num_days() >= LONGEST_DAYS {
            return Err(Error::field("to", format!("最多统计{LONGEST_DAYS}日")));
        }
        Ok(())
    }
}

/// Custody of cases, counted.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub struct Custody {
    /// Working days of the period, summed over the cases.
    pub working_days: u64,
    /// How many cases were held on some day of the period.
    pub cases: u32,
    /// How many of these were open at its end, or are now where it hasn't ended.
    pub open: u32,
}

impl Custody {
    fn add(&mut self, working_days: u32, open: bool) {
        self.working_days += u64::from(working_days);
        self.cases += 1;
        self.open += u32::from(open);
    }
}

/// What one unit held.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitCustody {
    /// The unit.
    pub unit: UnitName,
    /// How much.
    #[serde(flatten)]
    pub custody: Custody,
}

/// 经办时长 of a period by unit.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CustodyStatistics {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The version of the calendar by which days were counted, closed cases' too.
    pub calendar: String,
    /// By unit, the longest first.
    pub items: Vec<UnitCustody>,
    /// All together, each case once.
    pub total: Custody,
}

impl App {
    /// The custody of a period, of the cases within the asker's scope.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn custody(&self, principal: &Principal, query: CustodyQuery) -> Result<CustodyStatistics> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        query.check(shanghai_date(self.clock.now()))?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        // All cases of a year may take a while, which no other request should wait for.
        let count = move || app.store.read_here(|conn| app.count_custody(conn, &actor, &query));
        tokio::task::spawn_blocking(count).await.map_err(Error::internal)?
    }

    fn count_custody(&self, conn: &mut AnyConn, actor: &Actor, query: &CustodyQuery) -> Result<CustodyStatistics> {
        let (units, in_force) = (self.directory(conn)?, self.calendar(conn)?);
        let (scope, calendar) = (self.scope(actor, &units), &in_force.state.calendar);
        let span = Span { from: query.from, to: query.to.min(shanghai_date(self.clock.now())) };
        let alive = (Ts(start_of_day(query.from)), Ts(end_of_day(span.to)));
        let (mut by_unit, mut total) = (BTreeMap::<UnitId, Custody>::new(), Custody::default());
        let (sector, mut after) = (query.sector.map(Sector::as_str), String::new());
        loop {
            let ids = cases::alive_between(conn, &scope, sector, alive, &after, BATCH)?;
            let Some(last) = ids.last() else { break };
            after.clone_from(last);
            for case in streams::load_many::<Case>(conn, ids.iter().map(String::as_str))? {
                let mut shares = case.state.custody_within(span, calendar);
                shares.retain(|share| query.unit.as_ref().is_none_or(|unit| *unit == share.unit));
                if shares.is_empty() {
                    continue;
                }
                let open = case.state.is_open_after(span.to);
                total.add(shares.iter().map(|share| share.working_days).sum(), open);
                for share in shares {
                    by_unit.entry(share.unit).or_default().add(share.working_days, open);
                }
            }
        }
        let mut items: Vec<UnitCustody> = by_unit
            .into_iter()
            .map(|(unit, custody)| UnitCustody { unit: UnitName::of(&unit, &units), custody })
            .collect();
        items.sort_by_key(|item| std::cmp::Reverse(item.custody.working_days));
        let (from, to) = (query.from, query.to);
        Ok(CustodyStatistics { from, to, calendar: calendar.version().to_owned(), items, total })
    }
}
