//! The calendar as the API shows it.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use super::{At, UnitName};
use crate::app::App;
use crate::auth::Principal;
use crate::domain::calendar::{CalendarDay, CalendarVersion, CalendarYear, ChangedDay, Notice, shanghai_date};
use crate::domain::ids::UserId;
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::words::DueKind;
use crate::error::{Error, Result};
use crate::store::users;

/// One year of the calendar, and how things stand with it as a whole.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Calendar)]
pub struct CalendarView {
    /// The version, for `If-Match`.
    pub version: i64,
    /// The name of the version in force, which deadlines keep.
    pub calendar_version: String,
    /// The first date covered.
    pub first_day: NaiveDate,
    /// The last date published; deadlines after it are provisional.
    pub published_until: NaiveDate,
    /// How many days are left until then.
    pub days_left: i64,
    /// Whether so few are left (under 60) that the next year's notice is missed.
    pub runs_out: bool,
    /// The year shown.
    pub year: i32,
    /// Its arrangement by its notices, which an amendment starts from; none where no notice is out.
    pub arrangement: Option<CalendarYear>,
    /// All its days.
    pub days: Vec<CalendarDay>,
}

/// A version of the calendar.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = CalendarVersion)]
pub struct CalendarVersionView {
    /// Its name; deadlines keep the one they were reckoned by.
    pub name: String,
    /// Whether it is in force.
    pub in_force: bool,
    /// Since when it is, or from when it was.
    pub since: At,
    /// Who imported it, or `system`.
    pub imported_by: UserId,
    /// That person's name.
    pub imported_by_name: Option<String>,
    /// The year that it arranges anew; none for the first version.
    pub year: Option<i32>,
    /// The notices that brought it; none for the first version.
    pub notices: Vec<Notice>,
}

/// What an import would do.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CalendarDryRun {
    /// The version of the calendar that was looked at, for `If-Match`.
    pub version: i64,
    /// The days that would be worked instead of off, or off instead of worked.
    pub days: Vec<ChangedDay>,
    /// The open deadlines that would move, or be provisional no more, by number.
    pub deadlines: Vec<DeadlineMove>,
}

/// A deadline that would move: nothing else of its case or work order.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DeadlineMove {
    /// The number of the case; of the work order, for `confirmation`.
    pub number: Option<Number>,
    /// The unit that has to keep it.
    pub unit: UnitName,
    /// Which deadline.
    pub kind: DueKind,
    /// The day it has.
    pub from: NaiveDate,
    /// The day it would have.
    pub to: NaiveDate,
    /// Whether it is provisional and wouldn't be any more.
    pub settles: bool,
}

impl App {
    /// One year of the calendar; this year, unless told.
    ///
    /// # Errors
    /// `role_may_not`; a year that isn't covered.
    pub async fn get_calendar(&self, principal: &Principal, year: Option<i32>) -> Result<CalendarView> {
        permission::enter(&principal.actor, Entry::ReadCalendar)?;
        let in_force = self.calendar_in_force().await?;
        let calendar = &in_force.state.calendar;
        let today = shanghai_date(self.clock.now());
        let year = year.unwrap_or(today.year());
        let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|first| calendar.covers(*first));
        let first = first.ok_or_else(|| Error::field("year", "工作日历不包括这一年"))?;
        let days = first.iter_days().take_while(|date| date.year() == year);
        Ok(CalendarView {
            version: in_force.version,
            calendar_version: calendar.version().to_owned(),
            first_day: calendar.first_day(),
            published_until: calendar.published_until(),
            days_left: calendar.days_left(today),
            runs_out: calendar.runs_out(today),
            year,
            arrangement: calendar.year(year).cloned(),
            days: days.map(|date| calendar.day(date).into()).collect(),
        })
    }

    /// All versions of the calendar, the one in force first.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn list_calendar_versions(&self, principal: &Principal) -> Result<Vec<CalendarVersionView>> {
        permission::enter(&principal.actor, Entry::ReadCalendar)?;
        let app = self.clone();
        self.store
            .read(move |conn| {
                let district = app.calendar(conn)?;
                let versions: Vec<&CalendarVersion> = district.state.versions().rev().collect();
                let importers: Vec<String> = versions.iter().map(|version| version.by.to_string()).collect();
                let names = users::names(conn, &importers)?;
                let view = |version: &CalendarVersion| CalendarVersionView {
                    name: version.name.clone(),
                    in_force: *version == district.state.in_force,
                    since: At(version.since),
                    imported_by: version.by.clone(),
                    imported_by_name: names.get(version.by.as_str()).cloned(),
                    year: version.year,
                    notices: version.notices.clone(),
                };
                Ok(versions.into_iter().map(view).collect())
            })
            .await
    }
}
