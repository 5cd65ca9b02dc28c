//! A deadline with its warning.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{Calendar, shanghai_date, start_of_day};
use crate::domain::facts::World;
use crate::domain::words::Light;

/// So many working days after a day, which isn't counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The starting day, Asia/Shanghai.
    pub from: NaiveDate,
    /// Its length.
    pub working_days: u32,
}

/// A deadline with its warning, as it was reckoned when it was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The deadline's day, Asia/Shanghai.
    pub date: NaiveDate,
    /// The first late instant: the day's end.
    pub at: DateTime<Utc>,
    /// When the light turns amber: 0:00 of the last working day before the deadline's day.
    pub amber_at: DateTime<Utc>,
    /// Whether it reaches into a year whose calendar isn't published yet.
    pub provisional: bool,
    /// The calendar's version it was reckoned by.
    pub calendar: String,
    /// The period it ends; of a named day, the period before whose end it never is.
    pub period: Option<Period>,
    /// The later day that somebody named in the place of the period's.
    pub named: Option<NaiveDate>,
}

impl Due {
    /// The deadline `working_days` after the day of `from` (民法典第201条: that day isn't counted).
    ///
    /// # Errors
    /// Where the calendar doesn't reach.
    pub fn after(world: World<'_>, from: DateTime<Utc>, working_days: u32) -> crate::error::Result<Self> {
        let period = Period { from: shanghai_date(from), working_days };
        let deadline = world
            .calendar
            .deadline(period.from, working_days)
            .map_err(|e| crate::error::Error::field("working_days", e.to_string()))?;
        Ok(Self { period: Some(period), ..Self::on(world, deadline.due_date) })
    }

    /// The deadline on this day; where that isn't worked, on the next working day (民法典第203条). Its day
    /// ends when the district says.
    fn on(world: World<'_>, date: NaiveDate) -> Self {
        Self::ending(world.calendar, date, TimeDelta::hours(world.settings.closing_hour.into()))
    }

    /// The later day that somebody names in the place of `usual`: never before that, whatever the calendar
    /// comes to be.
    pub fn named(world: World<'_>, date: NaiveDate, usual: &Self) -> Self {
        Self { period: usual.period, named: Some(date), ..Self::on(world, date.max(usual.date)) }
    }

    /// This deadline on another day, by another version of the calendar; to the same hour.
    pub fn moved_to(&self, calendar: &Calendar, date: NaiveDate) -> Self {
        let closing = self.at - start_of_day(self.date);
        Self { period: self.period, named: self.named, ..Self::ending(calendar, date, closing) }
    }

    /// When so many working days after this deadline have ended, at the same hour.
    ///
    /// # Errors
    /// Where the calendar doesn't reach.
    pub fn overdue_at(&self, calendar: &Calendar, working_days: u32) -> crate::error::Result<DateTime<Utc>> {
        let end = calendar.deadline(self.date, working_days).map_err(crate::error::Error::internal)?;
        Ok(self.at + (end.due_date - self.date))
    }

    fn ending(calendar: &Calendar, date: NaiveDate, closing: TimeDelta) -> Self {
        let date = date.iter_days().find(|day| calendar.is_working_day(*day)).unwrap_or(date);
        Self {
            date,
            at: start_of_day(date) + closing,
            amber_at: calendar.amber_at(date),
            provisional: date > calendar.published_until(),
            calendar: calendar.version().to_owned(),
            period: None,
            named: None,
        }
    }

    /// The light at `now`.
    pub fn light(&self, now: DateTime<Utc>) -> Light {
        Light::at(now, self.amber_at, self.at)
    }
}
