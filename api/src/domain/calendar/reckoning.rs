//! A deadline that explains itself: every day counted or skipped, and why.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Calendar, CalendarError, Day, DayKind};

const ARTICLE: &str = "《民法典》第二百零一条第一款：按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算；\
    第二百零三条第二款：期间的最后一日的截止时间为二十四时";
const FIRST_DAY_ARTICLE: &str = "《民法典》第二百零一条第一款";
const LAST_DAY_ARTICLE: &str = "《民法典》第二百零三条第二款";

/// A deadline with the days that lead to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Reckoning {
    /// The last day, Asia/Shanghai.
    pub due_date: NaiveDate,
    /// Whether it lies in a year whose notice isn't published yet.
    pub provisional: bool,
    /// The version of the calendar it was reckoned by.
    pub calendar_version: String,
    /// The articles of the Civil Code that apply, in Chinese.
    pub article: &'static str,
    /// Every day from the starting day through the due date.
    pub days: Vec<ReckonedDay>,
}

/// One day of a reckoning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReckonedDay {
    /// The day, Asia/Shanghai.
    pub date: NaiveDate,
    /// Its weekday: 1 is Monday, 7 is Sunday.
    #[schema(minimum = 1, maximum = 7)]
    pub weekday: u32,
    /// Whether it counts.
    pub counted: bool,
    /// The how-manieth counted day it is, from 1; none if skipped.
    pub ordinal: Option<u32>,
    /// Why it counts or not.
    pub reason: DayReason,
    /// The same in Chinese.
    pub reason_label: &'static str,
    /// The holiday it belongs to or makes up for.
    pub holiday: Option<String>,
    /// The number of the notice that says so.
    pub notice: Option<String>,
    /// The article that decides on it: of the starting day and of the last.
    pub article: Option<&'static str>,
    /// Whether its year's notice isn't published yet.
    pub provisional: bool,
}

/// One day of a year, as the calendar has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CalendarDay {
    /// The day, Asia/Shanghai.
    pub date: NaiveDate,
    /// Its weekday: 1 is Monday, 7 is Sunday.
    #[schema(minimum = 1, maximum = 7)]
    pub weekday: u32,
    /// Whether it is worked.
    pub working: bool,
    /// Why it is worked or not.
    pub reason: DayReason,
    /// The same in Chinese.
    pub reason_label: &'static str,
    /// The holiday it belongs to or makes up for.
    pub holiday: Option<String>,
    /// The number of the notice that says so.
    pub notice: Option<String>,
    /// Whether its year's notice isn't published yet.
    pub provisional: bool,
}

impl From<Day<'_>> for CalendarDay {
    fn from(day: Day<'_>) -> Self {
        let reason = DayReason::of(day.kind);
        Self {
            date: day.date,
            weekday: day.date.weekday().number_from_monday(),
            working: day.is_working(),
            reason,
            reason_label: reason.label(),
            holiday: day.holiday().map(str::to_owned),
            notice: day.notice.map(str::to_owned),
            provisional: day.provisional,
        }
    }
}

/// Why a day counts or is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayReason {
    /// 工作日: counted.
    WorkingDay,
    /// 补班: a weekend day that is worked, counted.
    MakeUpDay,
    /// 周末: skipped.
    Weekend,
    /// 节假日: skipped.
    Holiday,
    /// 起始日不计入: skipped, whatever day it is.
    StartDay,
}

impl DayReason {
    /// The Chinese label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::WorkingDay => "工作日",
            Self::MakeUpDay => "补班",
            Self::Weekend => "周末",
            Self::Holiday => "节假日",
            Self::StartDay => "起始日不计入",
        }
    }

    /// Whether a day of this reason counts.
    pub const fn is_counted(self) -> bool {
        matches!(self, Self::WorkingDay | Self::MakeUpDay)
    }

    const fn of(kind: DayKind<'_>) -> Self {
        match kind {
            DayKind::WorkingDay => Self::WorkingDay,
            DayKind::MakeUp { .. } => Self::MakeUpDay,
            DayKind::Weekend => Self::Weekend,
            DayKind::Holiday { .. } => Self::Holiday,
        }
    }
}

impl ReckonedDay {
    fn new(day: &Day<'_>, reason: DayReason) -> Self {
        Self {
            date: day.date,
            weekday: day.date.weekday().number_from_monday(),
            counted: reason.is_counted(),
            ordinal: None,
            reason,
            reason_label: reason.label(),
            holiday: day.holiday().map(str::to_owned),
            notice: day.notice.map(str::to_owned),
            article: None,
            provisional: day.provisional,
        }
    }
}

impl Calendar {
    /// The deadline `working_days` after `from`, with each day from `from` through it.
    ///
    /// # Errors
    /// As [`Calendar::deadline`].
    pub fn reckon(&self, from: NaiveDate, working_days: u32) -> Result<Reckoning, CalendarError> {
        let deadline = self.deadline(from, working_days)?;
        let days = from.iter_days().take_while(|date| *date <= deadline.due_date);
        Ok(Reckoning {
            due_date: deadline.due_date,
            provisional: deadline.provisional,
            calendar_version: deadline.calendar_version,
            article: ARTICLE,
            days: self.reckoned(from, days, working_days),
        })
    }

    fn reckoned(&self, from: NaiveDate, days: impl Iterator<Item = NaiveDate>, working_days: u32) -> Vec<ReckonedDay> {
        let mut counted = 0;
        days.map(|date| {
            let day = self.day(date);
            if date == from {
                return ReckonedDay { article: Some(FIRST_DAY_ARTICLE), ..ReckonedDay::new(&day, DayReason::StartDay) };
            }
            let mut reckoned = ReckonedDay::new(&day, DayReason::of(day.kind));
            if reckoned.counted {
                counted += 1;
                reckoned.ordinal = Some(counted);
                reckoned.article = (counted == working_days).then_some(LAST_DAY_ARTICLE);
            }
            reckoned
        })
        .collect()
    }
}
