//! The two amendments that came in mid-year, as they were: the Labour Day of 2019 and the Spring
//! Festival of 2020; and what happens when several things come at once.

use std::rc::Rc;

use bancheng::app::App;
use bancheng::crypto::KeyRing;
use bancheng::domain::calendar::{Calendar, CalendarData};
use bancheng::domain::case::Due;
use bancheng::domain::facts::World;
use bancheng::domain::settings::Settings;
use bancheng::domain::unit::Directory;
use bancheng::followers::calendar::Mover;
use bancheng::store::Store;
use chrono::{NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::api::{callback, feedback, instant, text, verification};
use crate::support::{Answer, TestApp, both};

/// The calendar as it was before the last notice of `year`: without the days that it orders, with
/// those that were said of them before.
fn before_the_amendment(year: i32, days_off: Value, make_up_days: Value) -> Calendar {
    let mut data = Calendar::built_in().data().clone();
    data.version = format!("{year}.1");
    data.years.retain(|known| known.year <= year);
    let last = data.years.last_mut().unwrap();
    let amendment = last.notices.pop().unwrap().number;
    last.days_off.retain(|day| day.notice != amendment);
    last.make_up_days.retain(|day| day.notice != amendment);
    last.days_off.extend(serde_json::from_value::<Vec<_>>(days_off).unwrap());
    last.make_up_days.extend(serde_json::from_value::<Vec<_>>(make_up_days).unwrap());
    Calendar::try_from(data).unwrap()
}

/// 2019 as the notice of December 2018 has it: of the Labour Day, only the 1st of May is off.
fn early_2019() -> Calendar {
    let first = "国办发明电〔2018〕15号";
    let may = json!([{ "date": "2019-05-01", "holiday": "劳动节", "kind": "statutory", "notice": first }]);
    before_the_amendment(2019, may, json!([]))
}

/// 2020 as the notice of November 2019 has it: the Spring Festival ends on the 30th of January, and
/// the 1st of February, a Saturday, is worked.
fn early_2020() -> Calendar {
    let worked = json!([{ "date": "2020-02-01", "for": "春节", "notice": "国办发明电〔2019〕16号" }]);
    before_the_amendment(2020, json!([]), worked)
}

/// The year's arrangement after all of its notices.
fn final_arrangement(year: i32) -> Value {
    serde_json::to_value(Calendar::built_in().year(year).unwrap()).unwrap()
}

async fn begun(t: &TestApp, calendar: &Calendar) -> TestApp {
    TestApp::over(t.db.kind().begun_with(calendar).await).await
}

async fn import(t: &TestApp, arrangement: Value) -> Answer {
    let tag = format!("\"{}\"", t.get("admin", "/api/v1/calendar").await.ok()["version"]);
    t.post_with("admin", "/api/v1/calendar/import", &[("If-Match", &tag)], arrangement).await
}

/// Number, unit, kind, old and new day of what a dry run tells.
fn told(dry_run: &Value) -> Vec<String> {
    let rows = dry_run["deadlines"].as_array().unwrap().iter();
    rows.map(|row| {
        let word = |field: &str| text(&row[field]);
        format!("{} {} {} {} {}", word("number"), text(&row["unit"]["id"]), word("kind"), word("from"), word("to"))
    })
    .collect()
}

/// A case whose main unit has until the day that the lead named.
async fn dispatched_until(t: &TestApp, day: &str) -> String {
    let id = t.awaiting_dispatch().await;
    let draft = json!({
        "cases": [{ "id": id, "version": t.case(&id).await["version"] }],
        "to": { "main_unit": "qzjw", "due_date": day, "due_reason": "须现场勘验。" },
    });
    let sheet = text(&t.post("lead.zw", "/api/v1/work-orders", draft).await.ok()["id"]);
    t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "已电话沟通" })).await.ok();
    id
}

async fn closed(t: &TestApp) -> String {
    let id = t.fed_back("qzjw").await;
    t.command("lead.zw2", &id, "record-callback", callback(true)).await.ok();
    t.command("lead.zw2", &id, "verify-solved", verification()).await.ok();
    id
}

/// A case that was solved, but whose reporter is dissatisfied.
async fn dissatisfied(t: &TestApp) -> String {
    let id = t.fed_back("qzjw").await;
    let said = json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied" });
    t.command("lead.zw2", &id, "record-callback", said).await.ok();
    t.command("lead.zw2", &id, "verify-solved", verification()).await.ok();
    id
}

/// What a closed case must keep as it is.
async fn frozen(t: &TestApp, id: &str) -> (Vec<Value>, Value, Value) {
    let mut case = t.case(id).await;
    (t.history(id).await, case["assignments"].take(), case["custody"].take())
}

/// The days of a case's assignments: in force and original.
async fn days(t: &TestApp, id: &str) -> Vec<(String, String)> {
    let case = t.case(id).await;
    let assignments = case["assignments"].as_array().unwrap().iter();
    assignments.map(|a| (text(&a["due_date"]), text(&a["original_due_date"]))).collect()
}

fn both_on(days: &[&str]) -> Vec<(String, String)> {
    days.iter().map(|day| ((*day).to_owned(), (*day).to_owned())).collect()
}

/// The moves of deadlines in a case's history.
async fn moves(t: &TestApp, id: &str) -> Vec<Value> {
    t.history(id).await.into_iter().filter(|event| event["type"] == "deadlines_moved").collect()
}

both! {
    /// Labour Day 2019: the notice of the 22nd of March makes the 2nd to the 4th of May days off, and the 28th of
    /// April and the 5th of May working days. It is entered late, on the 26th of April.
    async fn labour_day_2019(t: TestApp) {
        let t = begun(&t, &early_2019()).await;
        t.at("2019-04-16T09:00:00+08:00");
        let past = t.dispatched("qzjw", &["qsfj"]).await;
        t.at("2019-04-22T09:00:00+08:00");
        let earlier = t.dispatched("qzjw", &["qsfj"]).await;
        let closed = closed(&t).await;
        let named = dispatched_until(&t, "2019-05-03").await;
        let named_later = dispatched_until(&t, "2019-05-06").await;
        let answered = t.fed_back("qzjw").await;
        t.at("2019-04-25T09:00:00+08:00");
        let later = t.dispatched("qzjw", &["qsfj"]).await;
        let dispatched_sheet = text(&t.case(&later).await["assignments"][0]["work_order"]);
        let form = t.sheet(&dispatched_sheet).await["rows"].clone();
        t.at("2019-04-26T08:30:00+08:00");
        let asked = t.accepted().await;
        t.command("intake", &asked, "request-opinion", json!({ "unit": "qzjw", "question": "是否符合？" })).await.ok();
        let waiting = t.awaiting_dispatch().await;
        let sheet = t.drafted("lead.zw", &[&waiting], "qzjw", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();

        assert_eq!(days(&t, &past).await, both_on(&["2019-04-23", "2019-04-19"]));
        assert_eq!(days(&t, &earlier).await, both_on(&["2019-04-29", "2019-04-25"]));
        assert_eq!(days(&t, &later).await, both_on(&["2019-05-03", "2019-04-30"]));
        let (of_closed, of_answered) = (frozen(&t, &closed).await, days(&t, &answered).await);
        let before = t.event_count();

        // The dry run tells, and changes nothing.
        t.at("2019-04-26T09:00:00+08:00");
        let dry_run = t.post("admin", "/api/v1/calendar/dry-run", final_arrangement(2019)).await.ok();
        let changed: Vec<&str> =
            dry_run["days"].as_array().unwrap().iter().map(|day| day["date"].as_str().unwrap()).collect();
        assert_eq!(changed, ["2019-04-28", "2019-05-02", "2019-05-03", "2019-05-05"]);
        assert_eq!(told(&dry_run), [
            "2019-0002 qzjw main 2019-04-29 2019-04-28",
            "2019-0004 qzjw main 2019-05-03 2019-05-05",
            "2019-0007 qzjw main 2019-05-03 2019-05-05",
            "2019-0007 qzjw return 2019-04-29 2019-04-28",
            "2019-0007 qsfj co 2019-04-30 2019-04-29",
            "2019-0007 qsfj return 2019-04-29 2019-04-28",
            "2019-0008 qzjw opinion 2019-04-30 2019-04-29",
            "2019-0008 qzjw confirmation 2019-04-29 2019-04-28",
        ]);
        assert_eq!(t.event_count(), before);

        // The import moves exactly these.
        let imported = import(&t, final_arrangement(2019)).await.ok();
        assert_eq!((&imported["version"], &imported["deadlines_moved"]), (&json!(2), &json!(8)));
        assert_eq!(days(&t, &earlier).await, [
            ("2019-04-28".to_owned(), "2019-04-28".to_owned()),
            ("2019-04-25".to_owned(), "2019-04-25".to_owned()),
        ]);
        assert_eq!(days(&t, &named).await, both_on(&["2019-05-05"]));
        assert_eq!(days(&t, &later).await, both_on(&["2019-05-05", "2019-04-29"]));
        assert_eq!(t.case(&later).await["assignments"][1]["return_by"], "2019-04-28");
        assert_eq!(t.case(&asked).await["due_date"], "2019-04-29");

        // Past, answered and closed ones stay, and so does the paper that was dispatched.
        assert_eq!(days(&t, &past).await, both_on(&["2019-04-23", "2019-04-19"]));
        assert!(moves(&t, &past).await.is_empty());
        assert_eq!(days(&t, &answered).await, of_answered);
        assert_eq!(frozen(&t, &closed).await, of_closed);
        assert_eq!(t.sheet(&dispatched_sheet).await["rows"], form);

        // A named day that is still worked stays; only its warning comes later: on the 5th, not the 3rd.
        assert_eq!(days(&t, &named_later).await, both_on(&["2019-05-06"]));
        t.at("2019-05-04T12:00:00+08:00");
        assert_eq!(t.case(&named_later).await["assignments"][0]["light"], "green");

        // History names the notice, the version, and each day.
        for id in [&earlier, &named, &named_later, &later, &asked] {
            let moved = moves(&t, id).await;
            assert_eq!((moved.len(), &moved[0]["by"]["id"]), (1, &json!("system")));
            assert_eq!(moved[0]["data"]["notices"], json!(["国办发明电〔2019〕3号"]));
            assert_eq!(moved[0]["data"]["calendar"], "2019.2");
        }
        let first = &moves(&t, &later).await[0]["data"]["moves"][0];
        assert_eq!((&first["kind"], &first["from"], &first["due"]["date"]), (
            &json!("main"), &json!("2019-05-03"), &json!("2019-05-05"),
        ));
        let history = t.get("auditor", &format!("/api/v1/work-orders/{sheet}/history")).await.ok();
        let last = history["items"].as_array().unwrap().last().unwrap();
        assert_eq!((&last["type"], &last["data"]["moves"][0]["due"]["date"]), (
            &json!("confirmation_moved"), &json!("2019-04-28"),
        ));

        // Moving again moves nothing.
        let count = t.event_count();
        assert_eq!(t.app.move_deadlines().await.unwrap(), 0);
        assert_eq!(t.event_count(), count);

        // The last minute of the Sunday that is worked is in time.
        t.at("2019-05-05T23:59:59+08:00");
        t.command("handler.qzjw", &later, "give-feedback", feedback()).await.ok();
        assert_eq!(t.case(&later).await["feedback"]["late"], false);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Spring Festival 2020: on the 27th of January, a day off, the notice of the 26th is entered, which makes
    /// the 31st of January and the 1st and 2nd of February days off.
    async fn spring_festival_2020(t: TestApp) {
        let t = begun(&t, &early_2020()).await;
        t.at("2020-01-16T09:00:00+08:00");
        let named = dispatched_until(&t, "2020-02-01").await;
        t.at("2020-01-21T15:00:00+08:00");
        let first = t.dispatched("qzjw", &["qsfj"]).await;
        t.at("2020-01-22T10:00:00+08:00");
        let second = t.dispatched("qzjw", &["qsfj"]).await;
        for who in ["handler.qzjw", "handler.qsfj"] {
            t.command(who, &second, "receive", json!({})).await.ok();
        }
        let closed = closed(&t).await;
        let of_closed = frozen(&t, &closed).await;
        assert_eq!(days(&t, &first).await, both_on(&["2020-02-03", "2020-01-31"]));
        assert_eq!(days(&t, &second).await, both_on(&["2020-02-04", "2020-02-01"]));

        t.at("2020-01-27T10:00:00+08:00");
        let dry_run = t.post("admin", "/api/v1/calendar/dry-run", final_arrangement(2020)).await.ok();
        assert_eq!(told(&dry_run), [
            "2020-0001 qzjw main 2020-02-01 2020-02-03",
            "2020-0002 qzjw main 2020-02-03 2020-02-05",
            "2020-0002 qsfj co 2020-01-31 2020-02-03",
            "2020-0003 qzjw main 2020-02-04 2020-02-06",
            "2020-0003 qsfj co 2020-02-01 2020-02-04",
        ]);
        assert_eq!(import(&t, final_arrangement(2020)).await.ok()["deadlines_moved"], 5);

        // As if the final calendar had been known all the time.
        for (id, from) in [(&first, "2020-01-21"), (&second, "2020-01-22")] {
            for (assignment, period) in [(0, 5), (1, 3)] {
                let reckoned = Calendar::built_in().deadline(from.parse().unwrap(), period).unwrap();
                assert_eq!(days(&t, id).await[assignment].0, reckoned.due_date.to_string());
            }
            let moved = moves(&t, id).await;
            assert_eq!((moved.len(), &moved[0]["data"]["notices"]), (1, &json!(["国办发明电〔2020〕1号"])));
        }
        assert_eq!(days(&t, &named).await, both_on(&["2020-02-03"]));
        assert_eq!(frozen(&t, &closed).await, of_closed);

        // New ones are reckoned by it at once, and the versions tell how it came.
        t.at("2020-01-30T10:00:00+08:00");
        let new = t.dispatched("qzjw", &[]).await;
        assert_eq!(days(&t, &new).await, both_on(&["2020-02-07"]));
        let versions = t.get("auditor", "/api/v1/calendar/versions").await.ok();
        let latest = &versions["items"][0];
        assert_eq!((&latest["name"], &latest["in_force"], &latest["year"]), (&json!("2020.2"), &json!(true), &json!(2020)));
        assert_eq!(latest["notices"][0]["number"], "国办发明电〔2020〕1号");
        assert_eq!((&versions["items"][1]["name"], &versions["items"][1]["in_force"]), (&json!("2020.1"), &json!(false)));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A day that was named, or an extension asked for, never ends before the usual period does; nor a co unit's
    /// after the main's.
    async fn a_named_day_is_no_shorter_than_the_period(t: TestApp) {
        let named = dispatched_until(&t, "2021-09-09").await;
        let extended = t.dispatched("qzjw", &["qsfj"]).await;
        let until = json!({ "until": "2021-09-10", "reason": "须等系统改造。" });
        t.command("handler.qzjw", &extended, "request-extension", until).await.ok();
        let granted = json!({ "unit": "qzjw", "granted": true, "reason": "同意。", "reporter_told": "phone" });

        let mut arrangement = final_arrangement(2021);
        let order = json!({ "number": "样例〔2021〕3号", "title": "关于停工的样例通知", "dated": "2021-09-01", "issuer": "district" });
        arrangement["notices"].as_array_mut().unwrap().push(order);
        for day in ["2021-09-03", "2021-09-06", "2021-09-07", "2021-09-08"] {
            let off = json!({ "date": day, "holiday": "停工", "kind": "district", "notice": "样例〔2021〕3号" });
            arrangement["days_off"].as_array_mut().unwrap().push(off);
        }
        import(&t, arrangement).await.ok();
        assert_eq!(days(&t, &named).await, both_on(&["2021-09-14"]));
        assert_eq!(days(&t, &extended).await, both_on(&["2021-09-14", "2021-09-10"]));
        t.command("lead.zw", &extended, "decide-extension", granted).await.ok();
        assert_eq!(days(&t, &extended).await[0].0, "2021-09-14");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A deadline that reaches into a year not published yet is provisional; the year's notice settles it.
    async fn a_new_year_settles_what_was_provisional(t: TestApp) {
        t.at("2026-12-28T09:00:00+08:00");
        let moved = t.dispatched("qzjw", &["qsfj"]).await;
        let settled = dispatched_until(&t, "2027-01-11").await;
        let provisional = |case: &Value| case["assignments"][0]["provisional"].clone();
        for id in [&moved, &settled] {
            assert_eq!(provisional(&t.case(id).await), true);
        }
        assert_eq!(days(&t, &moved).await, both_on(&["2027-01-05", "2026-12-31"]));

        let notice = json!({ "number": "样例〔2026〕9号", "title": "关于2027年部分节假日安排的样例通知", "dated": "2026-12-25" });
        let arrangement = json!({
            "year": 2027, "notices": [notice],
            "days_off": [{ "date": "2027-01-01", "holiday": "元旦", "kind": "statutory", "notice": "样例〔2026〕9号" }],
            "make_up_days": [{ "date": "2027-01-02", "for": "元旦", "notice": "样例〔2026〕9号" }],
        });
        let dry_run = t.post("admin", "/api/v1/calendar/dry-run", arrangement.clone()).await.ok();
        assert_eq!(told(&dry_run), [
            "2026-0001 qzjw main 2027-01-05 2027-01-04",
            "2026-0002 qzjw main 2027-01-11 2027-01-11",
        ]);
        assert!(dry_run["deadlines"].as_array().unwrap().iter().all(|row| row["settles"] == true));
        assert_eq!(import(&t, arrangement).await.ok()["deadlines_moved"], 2);
        assert_eq!(days(&t, &moved).await, both_on(&["2027-01-04", "2026-12-31"]));
        assert_eq!(days(&t, &settled).await, both_on(&["2027-01-11"]));
        for id in [&moved, &settled] {
            assert_eq!(provisional(&t.case(id).await), false);
            assert_eq!(moves(&t, id).await[0]["data"]["notices"], json!(["样例〔2026〕9号"]));
        }
    }

    /// What is owed in closed cases moves too: an answer to a dissatisfied reporter, and to one who asks to
    /// reopen. What was answered stays.
    async fn what_is_owed_in_closed_cases_moves_too(t: TestApp) {
        let t = begun(&t, &early_2019()).await;
        t.at("2019-04-25T09:00:00+08:00");
        let (owed, answered) = (dissatisfied(&t).await, dissatisfied(&t).await);
        t.command("lead.zw", &answered, "answer-dissatisfaction", json!({ "answer": "已上门说明。" })).await.ok();
        t.at("2019-04-26T08:30:00+08:00");
        let (asked, refused) = (closed(&t).await, closed(&t).await);
        for id in [&asked, &refused] {
            t.command("intake", id, "request-reopen", json!({ "reason": "又不给办了。" })).await.ok();
        }
        t.command("office", &refused, "refuse-reopen", json!({ "reason": "已办成。" })).await.ok();
        let settled = (frozen(&t, &answered).await, frozen(&t, &refused).await);
        let closing = t.case(&owed).await["custody"].clone();

        t.at("2019-04-26T09:00:00+08:00");
        let dry_run = t.post("admin", "/api/v1/calendar/dry-run", final_arrangement(2019)).await.ok();
        assert_eq!(told(&dry_run), [
            "2019-0001 qzwfwj answer 2019-05-03 2019-05-05",
            "2019-0003 qysb reopening 2019-04-30 2019-04-29",
        ]);
        assert_eq!(import(&t, final_arrangement(2019)).await.ok()["deadlines_moved"], 2);
        assert_eq!(t.case(&owed).await["dissatisfaction"]["due_date"], "2019-05-05");
        assert_eq!(t.case(&asked).await["reopen_request"]["due_date"], "2019-04-29");
        assert_eq!((frozen(&t, &answered).await, frozen(&t, &refused).await), settled);
        assert_eq!(t.case(&owed).await["custody"], closing, "what the closing froze stays");

        // Whoever owes it finds the new day in the inbox, and is told.
        for (who, kind, id, day) in [
            ("lead.zw", "answer_dissatisfaction", &owed, "2019-05-05"),
            ("office", "decide_reopen", &asked, "2019-04-29"),
        ] {
            let waiting = t.get(who, &format!("/api/v1/inbox?kind={kind}")).await.ok();
            let waiting = waiting["items"].as_array().unwrap();
            assert_eq!((waiting.len(), &waiting[0]["due_date"], &waiting[0]["case"]["id"]), (1, &json!(day), &json!(id)));
            let notices = t.get(who, "/api/v1/notices").await.ok();
            let latest = &notices["items"][0];
            assert_eq!((&latest["kind"], &latest["due_date"]), (&json!("deadline_moved"), &json!(day)));
        }
        assert_eq!(t.app.move_deadlines().await.unwrap(), 0);
        assert_eq!(Mover::new(another_process(&t)).step().await.unwrap(), 0);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A deadline doesn't move to where it would be past already.
    async fn nothing_moves_into_the_past(t: TestApp) {
        let t = begun(&t, &early_2019()).await;
        t.at("2019-04-22T09:00:00+08:00");
        let id = t.dispatched("qzjw", &[]).await;
        t.at("2019-04-29T10:00:00+08:00");
        assert_eq!(import(&t, final_arrangement(2019)).await.ok()["deadlines_moved"], 0);
        assert_eq!(days(&t, &id).await, both_on(&["2019-04-29"]));
    }
}

/// As after a crash between the import and the moves: the cases are hidden from the import.
async fn imported_without_moving(t: &TestApp) {
    t.db.behind_its_back("UPDATE cases SET state = 'closed'");
    assert_eq!(import(t, final_arrangement(2019)).await.ok()["deadlines_moved"], 0);
    t.db.behind_its_back("UPDATE cases SET state = 'in_progress'");
}

async fn some_dispatched(t: &TestApp) -> Vec<String> {
    t.at("2019-04-25T09:00:00+08:00");
    let mut cases = Vec::new();
    for _ in 0..8 {
        cases.push(t.awaiting_dispatch().await);
    }
    let all: Vec<&str> = cases.iter().map(String::as_str).collect();
    t.dispatch("lead.zw", &all, "qzjw", &[]).await;
    t.at("2019-04-26T09:00:00+08:00");
    cases
}

fn another_process(t: &TestApp) -> App {
    App::new(Store::open(t.db.url.clone()).unwrap(), KeyRing::ephemeral(), t.clock.clone())
}

both! {
    /// What a crash has left is found by the follower; whoever comes second finds nothing left.
    async fn what_a_crash_has_left_is_moved_by_the_follower(t: TestApp) {
        let t = begun(&t, &early_2019()).await;
        let cases = some_dispatched(&t).await;
        imported_without_moving(&t).await;
        assert_eq!(days(&t, &cases[0]).await, both_on(&["2019-05-03"]));

        let (mut first, mut second) = (Mover::new(t.app.clone()), Mover::new(another_process(&t)));
        // Main and return of each.
        assert_eq!(first.step().await.unwrap(), 16);
        assert_eq!(second.step().await.unwrap(), 0);
        for id in &cases {
            assert_eq!(days(&t, id).await, both_on(&["2019-05-05"]));
            assert_eq!(moves(&t, id).await.len(), 1);
        }
        let count = t.event_count();
        t.clock.advance(TimeDelta::minutes(5));
        assert_eq!((first.step().await.unwrap(), second.step().await.unwrap()), (0, 0));
        assert_eq!(t.event_count(), count);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Two processes move at once: each case once.
    async fn two_processes_move_each_case_once(t: TestApp) {
        let t = begun(&t, &early_2019()).await;
        let cases = some_dispatched(&t).await;
        imported_without_moving(&t).await;
        let both = [t.app.clone(), another_process(&t)];
        let both = both.map(|app| actix_web::rt::spawn(async move { app.move_deadlines().await.unwrap() }));
        let mut moved = 0;
        for one in both {
            moved += one.await.unwrap();
        }
        assert_eq!(moved, 16);
        for id in &cases {
            assert_eq!(moves(&t, id).await.len(), 1);
        }
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Dispatches and an import at once: whatever comes first, each deadline is by the final calendar.
    async fn an_import_and_dispatches_at_once(t: TestApp) {
        let t = Rc::new(begun(&t, &early_2019()).await);
        t.at("2019-04-25T09:00:00+08:00");
        let (mut cases, mut sheets) = (Vec::new(), Vec::new());
        for _ in 0..6 {
            let id = t.awaiting_dispatch().await;
            sheets.push(t.drafted("lead.zw", &[&id], "qzjw", &[]).await);
            cases.push(id);
        }
        t.token("admin").await;
        let mut all: Vec<_> = sheets
            .into_iter()
            .map(|sheet| {
                let t = t.clone();
                actix_web::rt::spawn(async move {
                    let reason = json!({ "unconfirmed_reason": "已电话沟通" });
                    t.order("lead.zw", &sheet, "dispatch", reason).await.ok();
                })
            })
            .collect();
        let importing = t.clone();
        all.insert(3, actix_web::rt::spawn(async move {
            import(&importing, final_arrangement(2019)).await.ok();
        }));
        for one in all {
            one.await.unwrap();
        }
        for id in &cases {
            assert_eq!(days(&t, id).await, both_on(&["2019-05-05"]));
            assert!(moves(&t, id).await.len() <= 1);
        }
        assert_eq!(t.app.move_deadlines().await.unwrap(), 0);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}

/// A calendar of 2019 to 2026 in which these days (counted from 2021-01-01) are the other way round.
fn turned(version: &str, days: &[i64]) -> Calendar {
    let mut data: CalendarData = Calendar::built_in().data().clone();
    data.version = version.to_owned();
    let year = data.years.iter_mut().find(|year| year.year == 2021).unwrap();
    let notice = year.notices[0].number.clone();
    for day in days {
        let date = first_of_2021() + TimeDelta::days(*day);
        let said = year.days_off.len() + year.make_up_days.len();
        year.days_off.retain(|off| off.date != date);
        year.make_up_days.retain(|worked| worked.date != date);
        if said > year.days_off.len() + year.make_up_days.len() {
            continue;
        }
        if Calendar::built_in().is_working_day(date) {
            let off = json!({ "date": date, "holiday": "样例", "kind": "adjusted_rest", "notice": notice });
            year.days_off.push(serde_json::from_value(off).unwrap());
        } else {
            let worked = json!({ "date": date, "for": "样例", "notice": notice });
            year.make_up_days.push(serde_json::from_value(worked).unwrap());
        }
    }
    Calendar::try_from(data).unwrap()
}

fn first_of_2021() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 1, 1).unwrap()
}

fn moved(due: &Due, calendar: &Calendar, since: chrono::DateTime<Utc>) -> Due {
    due.reckoned_by(calendar, since).unwrap_or_else(|| due.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever an amendment does: moving twice is moving once, a period ends where the new calendar ends it, and
    /// what is past, or would be, stays.
    #[test]
    fn moving_twice_is_moving_once(
        start in 0_i64..340,
        period in 1_u32..12,
        known_after in 0_i64..10,
        once in prop::collection::btree_set(0_i64..360, 0..12),
        again in prop::collection::btree_set(0_i64..360, 0..12),
        named in any::<bool>(),
    ) {
        let from = first_of_2021() + TimeDelta::days(start);
        let at = instant(&format!("{from}T09:00:00+08:00"));
        let since = at + TimeDelta::days(known_after);
        let (old, new, newest) = (Calendar::built_in(), turned("b", &Vec::from_iter(once)), turned("c", &Vec::from_iter(again)));
        let (units, settings) = (Directory::default(), Settings::default());
        let by = |calendar| World { units: &units, calendar, settings: &settings };
        let mut due = Due::after(by(old), at, period).unwrap();
        let later = due.date + TimeDelta::days(2);
        if named {
            due = Due::named(by(old), later, &due);
        }
        let moved_once = moved(&due, &new, since);
        prop_assert_eq!(&moved(&moved_once, &new, since), &moved_once);
        if due.at <= since {
            prop_assert_eq!(&moved_once, &due);
        }
        prop_assert!(moved_once.at > since || moved_once == due);
        let usual = Due::after(by(&new), at, period).unwrap();
        let fresh = if named { Due::named(by(&new), later, &usual) } else { usual };
        if due.at > since && fresh.at > since {
            prop_assert_eq!((moved_once.date, moved_once.amber_at), (fresh.date, fresh.amber_at));
            prop_assert!(new.is_working_day(moved_once.date));
        }
        // Through two versions, a period ends where the last one ends it.
        if !named && known_after == 0 {
            prop_assert_eq!(moved(&moved_once, &newest, at).date, moved(&due, &newest, at).date);
        }
    }
}
