//! The district's calendar, version by version: each new or amended notice that is
//! imported makes one. What an arrangement may say is checked here, before it is in force.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Calendar, CalendarDay, CalendarYear, HolidayKind, Issuer, Notice};
use crate::domain::audience::Audience;
use crate::domain::ids::UserId;
use crate::domain::log::{Aggregate, BrokenFold, Draft, Recorded};
use crate::error::{Code, Error, Result};

/// The one calendar of an installation: its stream's identifier.
pub const DISTRICT: &str = "district";

/// More notices than any year will see.
const MOST_NOTICES: usize = 20;

/// The calendar in force, and how it came to be so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistrictCalendar {
    /// The calendar in force.
    pub calendar: Calendar,
    /// Its version.
    pub in_force: CalendarVersion,
    /// The versions before it, the first one first.
    pub earlier: Vec<CalendarVersion>,
}

/// Where a version of the calendar comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarVersion {
    /// Its name; every deadline keeps the one it was reckoned by.
    pub name: String,
    /// Since when it is in force.
    pub since: DateTime<Utc>,
    /// Who imported it.
    pub by: UserId,
    /// The year that it arranges anew; none for the first version.
    pub year: Option<i32>,
    /// The notices that brought it; none for the first version.
    pub notices: Vec<Notice>,
}

/// What happens to the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum CalendarEvent {
    /// The calendar that the service begins with.
    CalendarEntered {
        /// The whole of it.
        calendar: Calendar,
    },
    /// A new year's arrangement, or an amended one.
    CalendarImported {
        /// The year.
        year: i32,
        /// The notices that were not known before.
        notices: Vec<Notice>,
        /// The whole calendar, as it is from now on.
        calendar: Calendar,
    },
}

/// A day that is worked by one version of the calendar and off by the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ChangedDay {
    /// The day.
    pub date: NaiveDate,
    /// As it is by the older version.
    pub before: CalendarDay,
    /// As it is by the newer one.
    pub after: CalendarDay,
}

/// The days that are worked by one of the two and off by the other.
pub fn changed_days(before: &Calendar, after: &Calendar) -> Vec<ChangedDay> {
    let last = before.published_until().max(after.published_until());
    let days = after.first_day().iter_days().take_while(|date| *date <= last);
    days.map(|date| (before.day(date), after.day(date)))
        .filter(|(before, after)| before.is_working() != after.is_working())
        .map(|(before, after)| ChangedDay { date: after.date, before: before.into(), after: after.into() })
        .collect()
}

impl DistrictCalendar {
    /// All versions, the first one first.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = &CalendarVersion> {
        self.earlier.iter().chain([&self.in_force])
    }

    /// Adds a year's arrangement, or puts it in the place of the one known. It names all of the
    /// year's notices, those known already first.
    ///
    /// # Errors
    /// The field at fault; `nothing_changes`.
    pub fn import(&self, arrangement: CalendarYear, today: NaiveDate) -> Result<Vec<Draft<CalendarEvent>>> {
        self.check_year(arrangement.year)?;
        let notices = self.new_notices(&arrangement, today)?;
        self.check_days(&arrangement)?;
        let (year, mut data) = (arrangement.year, self.calendar.data().clone());
        match data.years.iter_mut().find(|known| known.year == year) {
            Some(known) => *known = arrangement,
            None => data.years.push(arrangement),
        }
        data.version = self.next_name(year.max(self.calendar.published_until().year()));
        let calendar = Calendar::try_from(data).map_err(|e| Error::field("year", e.to_string()))?;
        if (&calendar.ordered, calendar.published_until) == (&self.calendar.ordered, self.calendar.published_until) {
            return Err(Error::new(Code::NothingChanges, format!("{year}年的安排与现行的完全相同")));
        }
        Ok(vec![Draft::new(CalendarEvent::CalendarImported { year, notices, calendar })])
    }

    /// Years follow each other without a gap.
    fn check_year(&self, year: i32) -> Result<()> {
        let (first, last) = (self.calendar.first_day().year(), self.calendar.published_until().year());
        if year < first {
            return Err(Error::field("year", format!("工作日历自{first}年起，不能导入{year}年")));
        }
        if year > last + 1 {
            return Err(Error::field("year", format!("工作日历现到{last}年，须先导入{}年", last + 1)));
        }
        Ok(())
    }

    /// The notices that this arrangement adds to those known.
    fn new_notices(&self, arrangement: &CalendarYear, today: NaiveDate) -> Result<Vec<Notice>> {
        if arrangement.notices.len() > MOST_NOTICES {
            return Err(Error::field("notices", format!("一年最多{MOST_NOTICES}个通知")));
        }
        let known = self.calendar.year(arrangement.year).map_or(&[][..], |year| &year.notices);
        let Some(new) = arrangement.notices.strip_prefix(known) else {
            let numbers = known.iter().map(|n| n.number.as_str()).collect::<Vec<_>>().join("、");
            return Err(Error::field(
                "notices",
                format!("应先照原样列出{}年已导入的通知：{numbers}", arrangement.year),
            ));
        };
        if new.is_empty() {
            return Err(Error::field("notices", "没有新的通知：所列通知都已导入"));
        }
        let mut numbers: BTreeSet<&str> =
            self.calendar.data().years.iter().flat_map(|year| &year.notices).map(|n| n.number.as_str()).collect();
        for (i, notice) in new.iter().enumerate() {
            let path = format!("notices[{}]", known.len() + i);
            if !numbers.insert(&notice.number) {
                return Err(Error::field(format!("{path}.number"), format!("{}已经导入", &*notice.number)));
            }
            if notice.dated > today {
                return Err(Error::field(format!("{path}.dated"), "通知的日期不能晚于今天"));
            }
        }
        Ok(new.to_vec())
    }

    /// Every day by a notice that is named, in the year, and said once.
    fn check_days(&self, arrangement: &CalendarYear) -> Result<()> {
        let others = self.calendar.data().years.iter().filter(|year| year.year != arrangement.year);
        let mut said: BTreeSet<NaiveDate> = others.flat_map(dates).collect();
        let off = arrangement.days_off.iter().enumerate();
        let off = off.map(|(i, day)| (format!("days_off[{i}]"), day.date, &day.notice, Some(day.kind)));
        let made_up = arrangement.make_up_days.iter().enumerate();
        let made_up = made_up.map(|(i, day)| (format!("make_up_days[{i}]"), day.date, &day.notice, None));
        for (path, date, number, kind) in off.chain(made_up) {
            let Some(notice) = arrangement.notices.iter().find(|notice| notice.number == *number) else {
                return Err(Error::field(format!("{path}.notice"), format!("所列通知中没有{}", &**number)));
            };
            if !belongs(date, arrangement.year) {
                let year = arrangement.year;
                return Err(Error::field(format!("{path}.date"), format!("{date}不在{year}年（含上年12月）之内")));
            }
            if !said.insert(date) {
                return Err(Error::field(format!("{path}.date"), format!("{date}已有安排，不能重复")));
            }
            check_kind(&path, date, kind, notice.issuer)?;
        }
        Ok(())
    }

    /// `2027.1` for the first version that reaches to the end of 2027, `2027.2` for the next.
    fn next_name(&self, last_year: i32) -> String {
        let taken = |name: &String| self.versions().any(|version| version.name == *name);
        let mut names = (1_u32..).map(|n| format!("{last_year}.{n}"));
        names.find(|name| !taken(name)).unwrap_or_default()
    }
}

/// Make-up days lie on weekends; days off are of the kind that their date and their notice make.
fn check_kind(path: &str, date: NaiveDate, kind: Option<HolidayKind>, issuer: Issuer) -> Result<()> {
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    match kind {
        None if !weekend => Err(Error::field(format!("{path}.date"), format!("{date}不是周末，无须补班"))),
        Some(HolidayKind::Weekend) if !weekend => Err(Error::field(format!("{path}.kind"), format!("{date}不是周末"))),
        Some(kind) if (kind == HolidayKind::District) != (issuer == Issuer::District) => {
            Err(Error::field(format!("{path}.kind"), "本区自定的休息日（district）应依据本区的文件，其他的不应"))
        }
        _ => Ok(()),
    }
}

/// A year's arrangement speaks of its own days; New Year's holiday begins in the December before.
fn belongs(date: NaiveDate, year: i32) -> bool {
    date.year() == year || (date.year() == year - 1 && date.month() == 12)
}

/// All days of which a year's notices speak.
fn dates(year: &CalendarYear) -> impl Iterator<Item = NaiveDate> {
    year.days_off.iter().map(|day| day.date).chain(year.make_up_days.iter().map(|day| day.date))
}

impl Aggregate for DistrictCalendar {
    type Event = CalendarEvent;
    const KIND: &'static str = "calendar";

    fn begin(id: &str, first: Recorded<'_, CalendarEvent>) -> Result<Self, BrokenFold> {
        match first.event {
            CalendarEvent::CalendarEntered { calendar } if id == DISTRICT => Ok(Self {
                calendar: calendar.clone(),
                in_force: version(calendar, None, &[], first),
                earlier: Vec::new(),
            }),
            _ => Err(BrokenFold(format!("calendar {id} does not begin with its entry"))),
        }
    }

    fn apply(&mut self, next: Recorded<'_, CalendarEvent>) -> Result<(), BrokenFold> {
        let CalendarEvent::CalendarImported { year, notices, calendar } = next.event else {
            return Err(BrokenFold("calendar entered twice".to_owned()));
        };
        let newer = version(calendar, Some(*year), notices, next);
        self.earlier.push(std::mem::replace(&mut self.in_force, newer));
        self.calendar = calendar.clone();
        Ok(())
    }

    fn collides(_event: &CalendarEvent) -> bool {
        true
    }

    fn state_word(&self) -> &'static str {
        "in_force"
    }

    fn audience(&self) -> Audience {
        Audience::readers()
    }
}

fn version(
    calendar: &Calendar,
    year: Option<i32>,
    notices: &[Notice],
    recorded: Recorded<'_, CalendarEvent>,
) -> CalendarVersion {
    CalendarVersion {
        name: calendar.version().to_owned(),
        since: recorded.at,
        by: recorded.by.user.clone(),
        year,
        notices: notices.to_vec(),
    }
}
