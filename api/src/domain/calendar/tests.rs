//! All vectors, and the rules one by one.

use chrono::{TimeZone, Utc};
use serde_json::Value;

use super::*;

const DEADLINES: &str = include_str!("../../../../tests/vectors/deadlines.json");
const WEEKLY_CUTOFFS: &str = include_str!("../../../../tests/vectors/weekly_cutoffs.json");

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn text<'a>(vector: &'a Value, field: &str) -> &'a str {
    vector[field].as_str().unwrap()
}

fn vectors(json: &str, list: &str, count: usize) -> Vec<Value> {
    let mut all: Value = serde_json::from_str(json).unwrap();
    let vectors: Vec<Value> = serde_json::from_value(all[list].take()).unwrap();
    assert_eq!(vectors.len(), count);
    vectors
}

fn deadline_of(vector: &Value) -> Deadline {
    let start = instant(text(vector, "start"));
    assert_eq!(start, instant(text(vector, "start_utc")));
    let days = vector["working_days"].as_u64().unwrap();
    Calendar::built_in().deadline(shanghai_date(start), days.try_into().unwrap()).unwrap()
}

fn due(from: &str, working_days: u32) -> NaiveDate {
    let deadline = Calendar::built_in().deadline(date(from), working_days);
    deadline.unwrap().due_date
}

fn reckoned(from: &str, working_days: u32, day: &str) -> ReckonedDay {
    let reckoning = Calendar::built_in().reckon(date(from), working_days).unwrap();
    let found = reckoning.days.into_iter().find(|d| d.date == date(day));
    found.unwrap()
}

#[test]
fn every_deadline_vector_passes() {
    for vector in vectors(DEADLINES, "vectors", 294) {
        let deadline = deadline_of(&vector);
        assert_eq!(deadline.due_date, date(text(&vector, "due_date")), "{vector}");
        assert_eq!(shanghai_rfc3339(end_of_day(deadline.due_date)), text(&vector, "due_end_exclusive"), "{vector}");
        assert!(!deadline.provisional, "{vector}");
        let start = shanghai_date(instant(text(&vector, "start")));
        assert_eq!(
            Calendar::built_in().is_working_day(start),
            vector["start_is_working_day"].as_bool().unwrap(),
            "{vector}"
        );
    }
}

#[test]
fn a_deadline_in_an_unpublished_year_is_provisional() {
    for vector in vectors(DEADLINES, "needs_2027", 4) {
        let deadline = deadline_of(&vector);
        assert!(deadline.provisional, "{vector}");
        assert!(deadline.due_date > Calendar::built_in().published_until(), "{vector}");
    }
}

#[test]
fn every_week_has_its_cutoffs() {
    for week in vectors(WEEKLY_CUTOFFS, "weeks", 313) {
        let iso_year = week["iso_year"].as_i64().unwrap().try_into().unwrap();
        let iso_week = week["iso_week"].as_u64().unwrap().try_into().unwrap();
        let cutoff = Calendar::built_in().weekly_cutoff(iso_year, iso_week, HolidayFriday::Previous);
        let day = week["last_working_day"].as_str().map(date);
        assert_eq!(cutoff.as_ref().map(|c| c.last_working_day), day, "{week}");
        if let Some(cutoff) = cutoff {
            let report_at = shanghai_rfc3339(cutoff.report_at);
            let filing_at = shanghai_rfc3339(cutoff.filing_at);
            assert_eq!(report_at, text(&week, "report_to_lead_by"));
            assert_eq!(filing_at, text(&week, "file_with_yingshangban_by"));
        }
    }
}

#[test]
fn the_years_have_as_many_working_days_as_the_notices_leave() {
    let calendar = Calendar::built_in();
    let counts = [250, 249, 250, 249, 249, 251, 248, 248];
    for (year, count) in (2019..).zip(counts) {
        let before = NaiveDate::from_ymd_opt(year - 1, 12, 31).unwrap();
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        assert_eq!(calendar.working_days_after(before, last), count, "{year}");
    }
}

#[test]
fn the_plans_own_sample() {
    assert_eq!(due("2021-09-01", 5), date("2021-09-08"));
}

#[test]
fn national_day_2021_is_off_and_made_up_for() {
    assert_eq!(due("2021-09-30", 1), date("2021-10-08"));
    assert_eq!(due("2021-09-30", 2), date("2021-10-09"));
    assert_eq!(due("2021-09-24", 1), date("2021-09-26"));
}

#[test]
fn new_years_eve_2024_is_worked() {
    let calendar = Calendar::built_in();
    assert!(calendar.is_working_day(date("2024-02-09")));
    assert!(!calendar.is_working_day(date("2024-02-10")));
}

#[test]
fn a_reckoning_names_holiday_notice_and_make_up_day() {
    let notice = Some("国办发明电〔2020〕27号");
    let reckoning = Calendar::built_in().reckon(date("2021-09-25"), 7).unwrap();
    assert_eq!(reckoning.due_date, date("2021-10-09"));
    assert_eq!(reckoning.calendar_version, "2026.1");
    assert_eq!(reckoning.days.len(), 15);
    let counted = reckoning.days.iter().filter_map(|d| d.ordinal);
    assert!(counted.eq(1..=7));

    let start = &reckoning.days[0];
    assert_eq!((start.reason, start.counted), (DayReason::StartDay, false));
    assert_eq!(start.article, Some("《民法典》第二百零一条第一款"));

    let make_up = &reckoning.days[1];
    assert_eq!((make_up.reason_label, make_up.weekday), ("补班", 7));
    assert_eq!(make_up.holiday.as_deref(), Some("国庆节"));
    assert_eq!(make_up.notice.as_deref(), notice);

    let holidays = reckoning.days.iter().filter(|d| d.reason == DayReason::Holiday);
    assert_eq!(holidays.clone().count(), 7);
    for day in holidays {
        assert_eq!(day.holiday.as_deref(), Some("国庆节"));
        assert_eq!(day.notice.as_deref(), notice);
        assert!(!day.counted && day.ordinal.is_none());
    }

    let last = reckoning.days.last().unwrap();
    assert_eq!((last.date, last.reason), (reckoning.due_date, DayReason::MakeUpDay));
    assert_eq!(last.article, Some("《民法典》第二百零三条第二款"));
}

#[test]
fn a_reckoning_as_json() {
    let reckoning = Calendar::built_in().reckon(date("2021-09-03"), 1).unwrap();
    let json = serde_json::to_value(&reckoning).unwrap();
    assert_eq!(json["days"][1]["reason"], "weekend");
    assert_eq!(json["days"][1]["reason_label"], "周末");
    assert_eq!(json["days"][3]["reason"], "working_day");
    assert_eq!(json["days"][3]["ordinal"], 1);
    assert_eq!(json["due_date"], "2021-09-06");
}

#[test]
fn a_day_is_attributed_to_the_notice_that_ordered_it() {
    let extended = reckoned("2020-01-23", 1, "2020-01-31");
    assert_eq!(extended.notice.as_deref(), Some("国办发明电〔2020〕1号"));
    let cancelled_make_up = reckoned("2020-01-23", 1, "2020-02-01");
    assert_eq!(cancelled_make_up.reason, DayReason::Holiday);
    assert_eq!(cancelled_make_up.notice.as_deref(), Some("国办发明电〔2020〕1号"));
    let planned = reckoned("2020-01-23", 1, "2020-01-30");
    assert_eq!(planned.notice.as_deref(), Some("国办发明电〔2019〕16号"));

    for day in ["2019-04-28", "2019-05-01", "2019-05-03", "2019-05-05"] {
        let day = reckoned("2019-04-26", 5, day);
        assert_eq!(day.holiday.as_deref(), Some("劳动节"));
        assert_eq!(day.notice.as_deref(), Some("国办发明电〔2019〕3号"));
    }
    let qingming = reckoned("2019-04-04", 1, "2019-04-05");
    assert_eq!(qingming.notice.as_deref(), Some("国办发明电〔2018〕15号"));
}

#[test]
fn an_unpublished_year_knows_the_days_by_law_only() {
    let calendar = Calendar::built_in();
    let spring = calendar.day(date("2027-02-08"));
    assert!(spring.provisional && !spring.is_working() && spring.notice.is_none());
    let may = calendar.day(date("2030-05-02"));
    assert_eq!(may.kind, DayKind::Holiday { name: "劳动节", kind: HolidayKind::Statutory });
    assert!(calendar.day(date("2028-03-01")).is_working());
    assert!(!calendar.day(date("2026-12-31")).provisional);
    assert_eq!(calendar.published_until(), date("2026-12-31"));
}

#[test]
fn amber_begins_on_the_last_working_day_before() {
    let calendar = Calendar::built_in();
    let amber = |due: &str| shanghai_rfc3339(calendar.amber_at(date(due)));
    assert_eq!(amber("2021-09-08"), "2021-09-07T00:00:00+08:00");
    assert_eq!(amber("2021-10-08"), "2021-09-30T00:00:00+08:00");
    assert_eq!(amber("2021-09-27"), "2021-09-26T00:00:00+08:00");
}

#[test]
fn the_edges_of_a_period() {
    let calendar = Calendar::built_in();
    let error = |from: &str, days| calendar.deadline(date(from), days).unwrap_err();
    assert_eq!(error("2021-09-01", 0), CalendarError::PeriodOutOfRange);
    assert_eq!(error("2021-09-01", 251), CalendarError::PeriodOutOfRange);
    assert_eq!(error("2021-09-01", u32::MAX), CalendarError::PeriodOutOfRange);
    assert_eq!(error("2018-12-31", 5).to_string(), "起算日不能早于2019-01-01：此前没有工作日历");
    assert_eq!(error("2101-01-01", 1), CalendarError::TooLate);
    assert_eq!(calendar.deadline(NaiveDate::MAX, 1), Err(CalendarError::TooLate));
    assert_eq!(due("2019-01-01", 1), date("2019-01-02"));
    assert_eq!(due("2019-12-31", 249), date("2020-12-31"));
    assert!(calendar.deadline(date("2100-12-31"), 250).unwrap().provisional);
}

#[test]
fn working_days_after_is_what_a_walk_counts() {
    let calendar = Calendar::built_in();
    let walk = |after: NaiveDate, through: NaiveDate| {
        let days = days_after(after).take_while(|d| *d <= through);
        u32::try_from(days.filter(|d| calendar.is_working_day(*d)).count()).unwrap()
    };
    let ends = ["2018-12-28", "2021-10-03", "2026-12-31", "2027-06-01", "2028-06-01"].map(date);
    for after in date("2018-12-01").iter_days().step_by(61).take(60) {
        for through in ends {
            assert_eq!(calendar.working_days_after(after, through), walk(after, through), "{after} {through}");
        }
    }
    let day = date("2021-09-01");
    assert_eq!(calendar.working_days_after(day, day), 0);
    assert_eq!(calendar.working_days_after(day, date("2021-08-01")), 0);
}

#[test]
fn counting_back_from_a_deadline_gives_its_period() {
    let calendar = Calendar::built_in();
    for from in date("2019-01-01").iter_days().take(365 * 8) {
        for days in [1, 3, 5, 20] {
            let due = calendar.deadline(from, days).unwrap().due_date;
            assert!(calendar.is_working_day(due));
            assert_eq!(calendar.working_days_after(from, due), days, "{from} {days}");
        }
    }
}

#[test]
fn a_late_instant_in_utc_falls_on_the_next_day_in_shanghai() {
    let at = Utc.with_ymd_and_hms(2021, 9, 1, 16, 0, 0).unwrap();
    assert_eq!(shanghai_date(at), date("2021-09-02"));
    assert_eq!(start_of_day(date("2021-09-02")), at);
    assert_eq!(shanghai_date(at - TimeDelta::seconds(1)), date("2021-09-01"));
    assert_eq!(shanghai_rfc3339(at), "2021-09-02T00:00:00+08:00");
    assert_eq!(shanghai_rfc3339(at + TimeDelta::milliseconds(7)), "2021-09-02T00:00:00.007+08:00");
}

#[test]
fn a_holiday_friday_may_move_the_cutoff_on() {
    let calendar = Calendar::built_in();
    let day = |year, week, rule| {
        let cutoff = calendar.weekly_cutoff(year, week, rule);
        cutoff.map(|c| c.last_working_day)
    };
    // 2021-10-01 is off: back to Thursday, or on to the Friday after
    assert_eq!(day(2021, 39, HolidayFriday::Previous), Some(date("2021-09-30")));
    assert_eq!(day(2021, 39, HolidayFriday::Next), Some(date("2021-10-08")));
    // Saturday 2021-10-09 is made up for, but Friday is worked
    assert_eq!(day(2021, 40, HolidayFriday::Next), Some(date("2021-10-08")));
    // all off from Monday to Friday, though the weekend is worked
    assert_eq!(day(2022, 40, HolidayFriday::Previous), None);
    assert_eq!(day(2022, 40, HolidayFriday::Next), None);
    assert_eq!(day(2022, 53, HolidayFriday::Previous), None);
}

#[test]
fn the_instant_of_a_cutoff_is_in_time_the_next_second_late() {
    let cutoff = Calendar::built_in().weekly_cutoff(2021, 36, HolidayFriday::default()).unwrap();
    let noon = instant("2021-09-10T12:00:00+08:00");
    assert!(Cutoff::in_time(noon, cutoff.report_at));
    assert!(!Cutoff::in_time(noon + TimeDelta::seconds(1), cutoff.report_at));
    assert!(Cutoff::in_time(instant("2021-09-10T16:00:00+08:00"), cutoff.filing_at));
}

#[test]
fn a_calendar_is_its_data_and_bad_data_is_refused() {
    let calendar = Calendar::built_in();
    let json = serde_json::to_string(calendar).unwrap();
    assert_eq!(serde_json::from_str::<Calendar>(&json).unwrap(), *calendar);

    let changed = |change: fn(&mut CalendarData)| {
        let mut data = calendar.data().clone();
        change(&mut data);
        Calendar::try_from(data).unwrap_err()
    };
    assert!(matches!(changed(|d| d.years.clear()), CalendarError::YearMissing(_)));
    assert!(matches!(changed(|d| drop(d.years.remove(3))), CalendarError::YearMissing(_)));
    assert!(matches!(changed(|d| d.years[0].notices.clear()), CalendarError::UnknownNotice(_)));
    let twice = changed(|d| {
        let day = d.years[0].days_off[0].clone();
        d.years[0].days_off.push(day);
    });
    assert!(matches!(twice, CalendarError::DayTwice(_)));
}
