//! The week's cut-offs: reports at 12:00, filing at 16:00 on Friday (plan §5.3, §5.6).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Calendar, days_after, shanghai_instant};

/// Where the cut-off goes in a week whose Friday isn't worked (setting `holiday_friday`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HolidayFriday {
    /// To the week's last working day before it.
    #[default]
    Previous,
    /// To the next working day after it.
    Next,
}

/// The two cut-offs of one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Cutoff {
    /// The day of both: Friday, or where a Friday off moves it.
    pub last_working_day: NaiveDate,
    /// Until when units report to their lead: 12:00 in Shanghai.
    pub report_at: DateTime<Utc>,
    /// Until when leads file: 16:00 in Shanghai.
    pub filing_at: DateTime<Utc>,
}

impl Cutoff {
    fn on(day: NaiveDate) -> Self {
        Self {
            last_working_day: day,
            report_at: shanghai_instant(day, TimeDelta::hours(12)),
            filing_at: shanghai_instant(day, TimeDelta::hours(16)),
        }
    }

    /// Whether what comes at `instant` is in time for the cut-off `at`: that instant itself still is.
    pub fn in_time(instant: DateTime<Utc>, at: DateTime<Utc>) -> bool {
        instant <= at
    }
}

impl Calendar {
    /// The cut-offs of an ISO week. None for a week without a working day from Monday to Friday,
    /// and for a week that doesn't exist; make-up days after a worked Friday move nothing.
    pub fn weekly_cutoff(&self, iso_year: i32, iso_week: u32, rule: HolidayFriday) -> Option<Cutoff> {
        let friday = NaiveDate::from_isoywd_opt(iso_year, iso_week, Weekday::Fri)?;
        let is_working = |day: &NaiveDate| self.is_working_day(*day);
        let last = friday.iter_days().rev().take(5).find(is_working)?;
        let day = match rule {
            HolidayFriday::Next if last != friday => days_after(friday).find(is_working)?,
            _ => last,
        };
        Some(Cutoff::on(day))
    }
}
