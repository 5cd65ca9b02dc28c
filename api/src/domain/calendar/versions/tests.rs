//! What may be imported, and what it makes.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::*;
use crate::domain::log::ActedBy;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The built-in calendar as it was entered, up to the end of `last`.
fn begun(last: i32) -> DistrictCalendar {
    let mut data = Calendar::built_in().data().clone();
    data.years.retain(|year| year.year <= last);
    data.version = format!("{last}.1");
    let event = CalendarEvent::CalendarEntered { calendar: Calendar::try_from(data).unwrap() };
    let by = ActedBy::system();
    let first = Recorded { seq: 1, at: DateTime::UNIX_EPOCH, by: &by, event: &event, parts: &[] };
    DistrictCalendar::begin(DISTRICT, first).unwrap()
}

fn after(before: &DistrictCalendar, arrangement: CalendarYear) -> DistrictCalendar {
    let drafts = before.import(arrangement, date("2030-01-01")).unwrap();
    let (by, at) = (ActedBy::system(), before.in_force.since + TimeDelta::days(1));
    let mut state = before.clone();
    let next = Recorded { seq: 2, at, by: &by, event: &drafts[0].event, parts: &[] };
    state.apply(next).unwrap();
    state
}

fn built_in(year: i32) -> CalendarYear {
    Calendar::built_in().year(year).unwrap().clone()
}

/// The year's arrangement with one more notice, as JSON to be changed.
fn amended(year: i32) -> Value {
    let mut json = serde_json::to_value(built_in(year)).unwrap();
    let notice = json!({ "number": "样例〔2021〕1号", "title": "样例通知", "dated": "2021-08-30" });
    json["notices"].as_array_mut().unwrap().push(notice);
    json
}

fn off(day: &str, kind: &str, notice: &str) -> Value {
    json!({ "date": day, "holiday": "样例节", "kind": kind, "notice": notice })
}

fn push(arrangement: &mut Value, list: &str, item: Value) {
    arrangement[list].as_array_mut().unwrap().push(item);
}

/// Where the arrangement is at fault.
fn fault(arrangement: &Value) -> String {
    let arrangement = serde_json::from_value(arrangement.clone()).unwrap();
    let error = begun(2026).import(arrangement, date("2026-01-01")).unwrap_err();
    error.fields.first().map_or(error.code.as_str(), |field| &field.path).to_owned()
}

#[test]
fn year_by_year_the_imports_make_the_built_in_calendar() {
    let mut calendar = begun(2019);
    for year in 2020..=2026 {
        calendar = after(&calendar, built_in(year));
        assert_eq!(calendar.in_force.name, format!("{year}.1"));
        assert_eq!(
            (calendar.in_force.year, calendar.in_force.notices.len()),
            (Some(year), built_in(year).notices.len())
        );
    }
    assert_eq!(calendar.calendar.data().years, Calendar::built_in().data().years);
    assert_eq!(calendar.earlier.len(), 7);
    assert_eq!(calendar.versions().next_back(), Some(&calendar.in_force));
}

#[test]
fn an_amendment_of_any_year_is_a_version_of_its_own() {
    let mut change = amended(2021);
    push(&mut change, "days_off", off("2021-09-07", "adjusted_rest", "样例〔2021〕1号"));
    let once = after(&begun(2026), serde_json::from_value(change.clone()).unwrap());
    assert_eq!((once.in_force.name.as_str(), once.in_force.notices.len()), ("2026.2", 1));
    assert!(!once.calendar.is_working_day(date("2021-09-07")));
    let changed = changed_days(&begun(2026).calendar, &once.calendar);
    assert_eq!(changed.iter().map(|day| day.date).collect::<Vec<_>>(), [date("2021-09-07")]);
    assert!(changed[0].before.working && !changed[0].after.working);

    let error = once.import(serde_json::from_value(change).unwrap(), date("2026-01-01")).unwrap_err();
    assert_eq!(
        (error.fields[0].path.as_str(), error.fields[0].message.as_str()),
        ("notices", "没有新的通知：所列通知都已导入")
    );
}

#[test]
fn years_follow_each_other() {
    for (year, last) in [(2028, 2026), (2018, 2026)] {
        let arrangement = CalendarYear { year, ..built_in(2026) };
        assert_eq!(begun(last).import(arrangement, date("2026-01-01")).unwrap_err().fields[0].path, "year");
    }
}

#[test]
fn a_notice_is_imported_once_and_not_before_its_date() {
    let known = serde_json::to_value(built_in(2020)).unwrap();
    assert_eq!(fault(&known), "notices");

    let mut without_the_known = amended(2020);
    without_the_known["notices"].as_array_mut().unwrap().remove(0);
    assert_eq!(fault(&without_the_known), "notices");

    let mut of_another_year = amended(2021);
    of_another_year["notices"][1]["number"] = json!("国办发明电〔2020〕1号");
    assert_eq!(fault(&of_another_year), "notices[1].number");

    let mut of_tomorrow = amended(2021);
    of_tomorrow["notices"][1]["dated"] = json!("2026-01-02");
    assert_eq!(fault(&of_tomorrow), "notices[1].dated");

    assert_eq!(fault(&amended(2021)), "nothing_changes");
}

#[test]
fn each_day_is_said_once_by_a_notice_of_its_year() {
    let new = "样例〔2021〕1号";
    let days = built_in(2021).days_off.len();
    for (list, item, at) in [
        ("days_off", off("2021-09-07", "adjusted_rest", "样例〔2021〕2号"), format!("days_off[{days}].notice")),
        ("days_off", off("2022-01-01", "statutory", new), format!("days_off[{days}].date")),
        ("days_off", off("2020-11-30", "adjusted_rest", new), format!("days_off[{days}].date")),
        ("days_off", off("2021-10-01", "statutory", new), format!("days_off[{days}].date")),
        ("days_off", off("2021-09-07", "weekend", new), format!("days_off[{days}].kind")),
        ("days_off", off("2021-09-07", "district", new), format!("days_off[{days}].kind")),
        (
            "make_up_days",
            json!({ "date": "2021-09-07", "for": "样例节", "notice": new }),
            "make_up_days[7].date".to_owned(),
        ),
        (
            "make_up_days",
            json!({ "date": "2021-10-02", "for": "样例节", "notice": new }),
            "make_up_days[7].date".to_owned(),
        ),
    ] {
        let mut arrangement = amended(2021);
        push(&mut arrangement, list, item.clone());
        assert_eq!(fault(&arrangement), at, "{item}");
    }
    // New Year's holiday may begin in December; a day of another year's arrangement may not be said again.
    let mut december = amended(2022);
    push(&mut december, "days_off", off("2021-12-31", "adjusted_rest", new));
    assert!(
        after(&begun(2026), serde_json::from_value(december).unwrap())
            .calendar
            .day(date("2021-12-31"))
            .notice
            .is_some()
    );
    let mut again = amended(2018 + 6);
    push(&mut again, "days_off", off("2023-12-30", "weekend", new));
    assert!(!after(&begun(2026), serde_json::from_value(again).unwrap()).calendar.is_working_day(date("2023-12-30")));
    let mut taken = amended(2022);
    taken["days_off"][0]["date"] = json!("2021-12-31");
    push(&mut taken, "days_off", off("2021-12-31", "adjusted_rest", new));
    let count = built_in(2022).days_off.len();
    assert_eq!(fault(&taken), format!("days_off[{count}].date"));
}

#[test]
fn a_district_has_days_of_its_own() {
    let mut arrangement = amended(2021);
    arrangement["notices"][1]["issuer"] = json!("district");
    push(&mut arrangement, "days_off", off("2021-09-07", "district", "样例〔2021〕1号"));
    push(
        &mut arrangement,
        "make_up_days",
        json!({ "date": "2021-09-11", "for": "样例节", "notice": "样例〔2021〕1号" }),
    );
    let calendar = after(&begun(2026), serde_json::from_value(arrangement).unwrap()).calendar;
    assert_eq!(calendar.deadline(date("2021-09-06"), 5).unwrap().due_date, date("2021-09-13"));
    assert!(calendar.is_working_day(date("2021-09-11")));
}

#[test]
fn fewer_than_sixty_days_are_too_few() {
    let calendar = Calendar::built_in();
    for (today, left, runs_out) in
        [("2026-11-01", 60, false), ("2026-11-02", 59, true), ("2026-12-31", 0, true), ("2027-03-01", 0, true)]
    {
        assert_eq!((calendar.days_left(date(today)), calendar.runs_out(date(today))), (left, runs_out), "{today}");
    }
}
