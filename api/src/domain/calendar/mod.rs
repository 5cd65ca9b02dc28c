//! The working-day calendar and its deadlines: what the State Council's yearly notice
//! says, with make-up days; the starting day isn't counted. All dates are those of Asia/Shanghai.

mod cutoff;
mod reckoning;
#[cfg(test)]
mod tests;
mod versions;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use cutoff::{Cutoff, HolidayFriday};
pub use reckoning::{CalendarDay, DayReason, ReckonedDay, Reckoning};
pub use versions::{CalendarEvent, CalendarVersion, ChangedDay, DISTRICT, DistrictCalendar, changed_days};

use super::text::Line;

/// The longest period that can be reckoned, in working days.
pub const MAX_WORKING_DAYS: u32 = 250;

/// The last year in which a period may begin; far enough, and chrono's range is never left.
const LAST_YEAR: i32 = 2100;

/// With fewer days of published calendar left, administrators are warned.
const FEWEST_DAYS_LEFT: i64 = 60;

const SHANGHAI: FixedOffset = FixedOffset::east_opt(8 * 3600).unwrap();

/// Which days are worked, by the notices known to this version of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CalendarData", into = "CalendarData")]
pub struct Calendar {
    data: CalendarData,
    ordered: BTreeMap<NaiveDate, Ordered>,
    published_until: NaiveDate,
    /// Working days from the first day through each day, to the end of the first year that isn't
    /// published.
    counts: Vec<u32>,
}

/// A calendar as it is written down: `api/data/calendar.json`, or a version that is imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarData {
    /// The version's name; every deadline keeps the one it was reckoned by.
    pub version: String,
    /// The first date covered.
    pub first_day: NaiveDate,
    /// The published years, without a gap, from that of the first day.
    pub years: Vec<CalendarYear>,
    /// Holidays by law alone, for years not published yet.
    pub statutory: Vec<StatutoryDay>,
}

/// One year's arrangement, as it stands after all of the year's notices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// The notices, the first one first.
    #[schema(min_items = 1, max_items = 20)]
    pub notices: Vec<Notice>,
    /// The days off, weekend days of a holiday included.
    #[schema(max_items = 400)]
    pub days_off: Vec<DayOff>,
    /// The weekend days that are worked.
    #[schema(max_items = 400)]
    pub make_up_days: Vec<MakeUpDay>,
}

/// A notice of the General Office of the State Council (放假调休通知), or the district's own order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CalendarNotice)]
pub struct Notice {
    /// Its number, such as `国办发明电〔2020〕27号`.
    pub number: Line<1, 60>,
    /// Its title.
    pub title: Line<1, 200>,
    /// The date it bears.
    pub dated: NaiveDate,
    /// Who issued it; the State Council unless said otherwise.
    #[serde(default)]
    #[schema(default = "state_council")]
    pub issuer: Issuer,
}

/// Who says which days are worked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Issuer {
    /// 国务院办公厅: for the whole country.
    #[default]
    StateCouncil,
    /// The district, for days of its own.
    District,
}

/// A day off by a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DayOff {
    /// The day.
    pub date: NaiveDate,
    /// The holiday it belongs to, or what the district gives it for.
    pub holiday: Line<1, 40>,
    /// Why it is off.
    pub kind: HolidayKind,
    /// The number of the notice that orders it.
    pub notice: Line<1, 60>,
}

/// A weekend day that a notice makes a working day (补班).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeUpDay {
    /// The day.
    pub date: NaiveDate,
    /// The holiday it makes up for.
    #[serde(rename = "for")]
    pub holiday: Line<1, 40>,
    /// The number of the notice that orders it.
    pub notice: Line<1, 60>,
}

/// A holiday by law alone (全国年节及纪念日放假办法), where no notice is out yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatutoryDay {
    /// The day.
    pub date: NaiveDate,
    /// The holiday.
    pub holiday: String,
}

/// Why a day of a holiday is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// The date itself is a holiday by law.
    Statutory,
    /// A working day moved or made up for (调休、补休).
    AdjustedRest,
    /// The Spring Festival of 2020 was extended by a notice of its own.
    Extension,
    /// A weekend day within the holiday.
    Weekend,
    /// A day off by the district's own order.
    District,
}

/// What a notice says of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Ordered {
    Off(DayOff),
    MakeUp(MakeUpDay),
}

/// What the calendar says of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day<'a> {
    /// The day, Asia/Shanghai.
    pub date: NaiveDate,
    /// What kind of day it is.
    pub kind: DayKind<'a>,
    /// The number of the notice that says so; none for plain days and those by law alone.
    pub notice: Option<&'a str>,
    /// Whether no notice for its year is known: by weekends and the days fixed by law only.
    pub provisional: bool,
}

/// Worked or not, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// Monday to Friday, nothing special.
    WorkingDay,
    /// A weekend day that is worked (补班).
    MakeUp {
        /// The holiday it makes up for.
        holiday: &'a str,
    },
    /// A plain Saturday or Sunday.
    Weekend,
    /// A day off of a holiday, on whatever weekday.
    Holiday {
        /// The holiday's name.
        name: &'a str,
        /// Why it is off.
        kind: HolidayKind,
    },
}

impl Day<'_> {
    /// Whether the day is worked.
    pub fn is_working(&self) -> bool {
        matches!(self.kind, DayKind::WorkingDay | DayKind::MakeUp { .. })
    }

    /// The holiday that it belongs to or makes up for.
    pub fn holiday(&self) -> Option<&str> {
        match self.kind {
            DayKind::Holiday { name, .. } => Some(name),
            DayKind::MakeUp { holiday } => Some(holiday),
            DayKind::WorkingDay | DayKind::Weekend => None,
        }
    }
}

/// The end of a period of working days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Deadline {
    /// The last day, to its end at 24:00, Asia/Shanghai.
    pub due_date: NaiveDate,
    /// Whether it lies in a year whose notice isn't published yet.
    pub provisional: bool,
    /// The version of the calendar it was reckoned by.
    pub calendar_version: String,
}

/// What can't be reckoned, or can't be a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// The period begins before the calendar's first day, which is given.
    TooEarly(NaiveDate),
    /// The period begins after the year 2100.
    TooLate,
    /// The period isn't 1 to [`MAX_WORKING_DAYS`] working days.
    PeriodOutOfRange,
    /// A calendar's data: a year is missing or out of order.
    YearMissing(i32),
    /// A calendar's data: a day is named twice.
    DayTwice(NaiveDate),
    /// A calendar's data: a day refers to a notice that its year doesn't list.
    UnknownNotice(String),
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooEarly(first) => write!(f, "起算日不能早于{first}：此前没有工作日历"),
            Self::TooLate => write!(f, "起算日不能晚于{LAST_YEAR}年"),
            Self::PeriodOutOfRange => write!(f, "工作日数应为1至{MAX_WORKING_DAYS}"),
            Self::YearMissing(year) => write!(f, "工作日历缺少{year}年"),
            Self::DayTwice(date) => write!(f, "工作日历中{date}重复"),
            Self::UnknownNotice(number) => write!(f, "工作日历未列出通知：{number}"),
        }
    }
}

impl std::error::Error for CalendarError {}

impl TryFrom<CalendarData> for Calendar {
    type Error = CalendarError;

    fn try_from(data: CalendarData) -> Result<Self, CalendarError> {
        let published_until = published_until(&data)?;
        let ordered = ordered_days(&data)?;
        let mut calendar = Self { data, ordered, published_until, counts: Vec::new() };
        calendar.counts = calendar.running_counts();
        Ok(calendar)
    }
}

impl From<Calendar> for CalendarData {
    fn from(calendar: Calendar) -> Self {
        calendar.data
    }
}

impl Calendar {
    /// The calendar that comes with the program: 2019 to 2026.
    pub fn built_in() -> &'static Self {
        #[expect(clippy::expect_used, reason = "built in, and read by every test")]
        static BUILT_IN: LazyLock<Calendar> = LazyLock::new(|| {
            serde_json::from_str(include_str!("../../../data/calendar.json")).expect("the built-in calendar is valid")
        });
        &BUILT_IN
    }

    /// The version's name.
    pub fn version(&self) -> &str {
        &self.data.version
    }

    /// All that the calendar was made from: notices, days off, make-up days.
    pub fn data(&self) -> &CalendarData {
        &self.data
    }

    /// The first date covered; no period begins before it.
    pub fn first_day(&self) -> NaiveDate {
        self.data.first_day
    }

    /// The last day of the last year whose notice is known; what lies after is provisional.
    pub fn published_until(&self) -> NaiveDate {
        self.published_until
    }

    /// Whether it can say anything of `date`: from its first day to the end of 2100.
    pub fn covers(&self, date: NaiveDate) -> bool {
        date >= self.first_day() && date.year() <= LAST_YEAR
    }

    /// How many days after `today` are published; none once they have run out.
    pub fn days_left(&self, today: NaiveDate) -> i64 {
        self.published_until.signed_duration_since(today).num_days().max(0)
    }

    /// Whether administrators are to be warned that so few days are left (under 60).
    pub fn runs_out(&self, today: NaiveDate) -> bool {
        self.days_left(today) < FEWEST_DAYS_LEFT
    }

    /// The arrangement of a published year.
    pub fn year(&self, year: i32) -> Option<&CalendarYear> {
        self.data.years.iter().find(|known| known.year == year)
    }

    /// What the calendar says of `date`. Outside the published years: by weekends and the days
    /// fixed by law, marked provisional.
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        let (kind, notice) = match self.ordered.get(&date) {
            Some(Ordered::Off(off)) => {
                (DayKind::Holiday { name: &off.holiday, kind: off.kind }, Some(off.notice.as_str()))
            }
            Some(Ordered::MakeUp(make_up)) => {
                (DayKind::MakeUp { holiday: &make_up.holiday }, Some(make_up.notice.as_str()))
            }
            None => (self.plain_kind(date), None),
        };
        Day { date, kind, notice, provisional: notice.is_none() && !self.is_published(date) }
    }

    /// Whether `date` is worked.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        self.day(date).is_working()
    }

    /// The deadline `working_days` after `from`, which isn't counted (民法典第201条).
    ///
    /// # Errors
    /// `from` lies before the calendar's first day or after the year 2100; `working_days` isn't 1
    /// to 250.
    pub fn deadline(&self, from: NaiveDate, working_days: u32) -> Result<Deadline, CalendarError> {
        if from < self.first_day() {
            return Err(CalendarError::TooEarly(self.first_day()));
        }
        if from.year() > LAST_YEAR {
            return Err(CalendarError::TooLate);
        }
        if !(1..=MAX_WORKING_DAYS).contains(&working_days) {
            return Err(CalendarError::PeriodOutOfRange);
        }
        let due_date = days_after(from)
            .filter(|day| self.is_working_day(*day))
            .nth(working_days as usize - 1)
            .ok_or(CalendarError::TooLate)?;
        Ok(Deadline {
            due_date,
            provisional: !self.is_published(due_date),
            calendar_version: self.version().to_owned(),
        })
    }

    /// When the light of a deadline turns amber: 0:00 of the last working day before its day.
    pub fn amber_at(&self, due_date: NaiveDate) -> DateTime<Utc> {
        let eve = days_before(due_date).find(|day| self.is_working_day(*day));
        start_of_day(eve.unwrap_or(due_date))
    }

    /// The number of working days after `after` and up to and including `through`; 0 if `through`
    /// isn't later. A look-up within the published years and the year after, a walk outside.
    pub fn working_days_after(&self, after: NaiveDate, through: NaiveDate) -> u32 {
        match (self.count_through(after), self.count_through(through)) {
            (Some(before), Some(all)) => all.saturating_sub(before),
            _ => {
                days_after(after).take_while(|day| *day <= through).map(|day| u32::from(self.is_working_day(day))).sum()
            }
        }
    }

    /// How many working days are left after `today`, up to and including the day something is due; of
    /// what is overdue, how many have gone by since, as a negative number.
    pub fn working_days_left(&self, today: NaiveDate, due_date: NaiveDate) -> i64 {
        i64::from(self.working_days_after(today, due_date)) - i64::from(self.working_days_after(due_date, today))
    }

    fn is_published(&self, date: NaiveDate) -> bool {
        (self.first_day()..=self.published_until).contains(&date)
    }

    /// The kind of a day of which no notice speaks.
    fn plain_kind(&self, date: NaiveDate) -> DayKind<'_> {
        match self.statutory_holiday(date) {
            Some(name) => DayKind::Holiday { name, kind: HolidayKind::Statutory },
            None if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) => DayKind::Weekend,
            None => DayKind::WorkingDay,
        }
    }

    /// The holiday by law alone: no question in a published year, which says it all.
    fn statutory_holiday(&self, date: NaiveDate) -> Option<&str> {
        if self.is_published(date) {
            return None;
        }
        let listed = self.data.statutory.iter().find(|day| day.date == date);
        listed.map(|day| day.holiday.as_str()).or_else(|| fixed_holiday(date))
    }

    fn running_counts(&self) -> Vec<u32> {
        let last_year = self.published_until.year() + 1;
        self.first_day()
            .iter_days()
            .take_while(|day| day.year() <= last_year)
            .scan(0, |count, day| {
                *count += u32::from(self.is_working_day(day));
                Some(*count)
            })
            .collect()
    }

    fn count_through(&self, date: NaiveDate) -> Option<u32> {
        let days = date.signed_duration_since(self.first_day()).num_days();
        self.counts.get(usize::try_from(days).ok()?).copied()
    }
}

/// The last day of the last year, after a look at their order.
fn published_until(data: &CalendarData) -> Result<NaiveDate, CalendarError> {
    let first = data.first_day.year();
    let mut expected = first;
    for year in &data.years {
        if year.year != expected {
            return Err(CalendarError::YearMissing(expected));
        }
        expected += 1;
    }
    match NaiveDate::from_ymd_opt(expected - 1, 12, 31) {
        Some(end) if expected > first => Ok(end),
        _ => Err(CalendarError::YearMissing(first)),
    }
}

/// All days of which a notice speaks.
fn ordered_days(data: &CalendarData) -> Result<BTreeMap<NaiveDate, Ordered>, CalendarError> {
    let mut ordered = BTreeMap::new();
    for year in &data.years {
        let off = year.days_off.iter().map(|d| (d.date, &d.notice, Ordered::Off(d.clone())));
        let make_up = year.make_up_days.iter().map(|d| (d.date, &d.notice, Ordered::MakeUp(d.clone())));
        for (date, notice, day) in off.chain(make_up) {
            if !year.notices.iter().any(|n| n.number == *notice) {
                return Err(CalendarError::UnknownNotice(notice.to_string()));
            }
            if ordered.insert(date, day).is_some() {
                return Err(CalendarError::DayTwice(date));
            }
        }
    }
    Ok(ordered)
}

/// The holidays whose dates are the same every year (全国年节及纪念日放假办法, as of 2025).
fn fixed_holiday(date: NaiveDate) -> Option<&'static str> {
    match (date.month(), date.day()) {
        (1, 1) => Some("元旦"),
        (5, 1 | 2) => Some("劳动节"),
        (10, 1..=3) => Some("国庆节"),
        _ => None,
    }
}

fn days_after(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    date.iter_days().skip(1)
}

fn days_before(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    date.iter_days().rev().skip(1)
}

/// The offset of Asia/Shanghai: +08:00, always.
pub const fn shanghai_offset() -> FixedOffset {
    SHANGHAI
}

/// The date in Shanghai at `instant`.
pub fn shanghai_date(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&SHANGHAI).date_naive()
}

/// 0:00 of `date` in Shanghai.
pub fn start_of_day(date: NaiveDate) -> DateTime<Utc> {
    shanghai_instant(date, TimeDelta::zero())
}

/// 24:00 of `date` in Shanghai: the first instant that isn't `date` any more.
pub fn end_of_day(date: NaiveDate) -> DateTime<Utc> {
    start_of_day(date.succ_opt().unwrap_or(date))
}

/// `instant` as RFC 3339 in Shanghai's time: to the second, or the millisecond if there is one.
pub fn shanghai_rfc3339(instant: DateTime<Utc>) -> String {
    let format = match instant.timestamp_subsec_millis() {
        0 => SecondsFormat::Secs,
        _ => SecondsFormat::Millis,
    };
    instant.with_timezone(&SHANGHAI).to_rfc3339_opts(format, false)
}

/// The instant at which `since_midnight` has passed on `date` in Shanghai.
fn shanghai_instant(date: NaiveDate, since_midnight: TimeDelta) -> DateTime<Utc> {
    let utc = date.and_time(NaiveTime::MIN).and_utc();
    let offset = TimeDelta::seconds(i64::from(SHANGHAI.local_minus_utc()));
    utc.checked_add_signed(since_midnight - offset).unwrap_or(utc)
}
