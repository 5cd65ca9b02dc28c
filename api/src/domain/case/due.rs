//! A deadline with its warning (DOMAIN §5).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{Calendar, end_of_day, shanghai_date};
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
    /// The period it ends; none where somebody named the day.
    pub period: Option<Period>,
}

impl Due {
    /// The deadline `working_days` after the day of `from` (民法典第201条: that day isn't counted).
    ///
    /// # Errors
    /// Where the calendar doesn't reach.
    pub fn after(calendar: &Calendar, from: DateTime<Utc>, working_days: u32) -> crate::error::Result<Self> {
        let period = Period { from: shanghai_date(from), working_days };
        let deadline = calendar
            .deadline(period.from, working_days)
            .map_err(|e| crate::error::Error::field("working_days", e.to_string()))?;
        Ok(Self { period: Some(period), ..Self::on(calendar, deadline.due_date) })
    }

    /// The deadline on a day that somebody named; where that isn't worked, on the next working day
    /// (民法典第203条).
    pub fn on(calendar: &Calendar, date: NaiveDate) -> Self {
        let date = date.iter_days().find(|day| calendar.is_working_day(*day)).unwrap_or(date);
        Self {
            date,
            at: end_of_day(date),
            amber_at: calendar.amber_at(date),
            provisional: date > calendar.published_until(),
            calendar: calendar.version().to_owned(),
            period: None,
        }
    }

    /// The light at `now`.
    pub fn light(&self, now: DateTime<Utc>) -> Light {
        Light::at(now, self.amber_at, self.at)
    }
}
