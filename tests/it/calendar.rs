//! The calendar by the API: a year of it, its versions, what may be imported and by whom.

use serde_json::{Value, json};

use crate::support::api::text;
use crate::support::{TestApp, both};

const CALENDAR: &str = "/api/v1/calendar";
const IMPORT: &str = "/api/v1/calendar/import";
const ORDER: &str = "东政办发〔2021〕12号";

/// 2021 with an order of the district's own: the 7th of September is off, Saturday the 11th is worked.
async fn with_own_days(t: &TestApp) -> Value {
    let mut year = t.get("admin", &format!("{CALENDAR}?year=2021")).await.ok()["arrangement"].take();
    let mut push = |list: &str, item: Value| year[list].as_array_mut().unwrap().push(item);
    push(
        "notices",
        json!({ "number": ORDER, "title": "关于举办区运动会的通知", "dated": "2021-08-30", "issuer": "district" }),
    );
    push("days_off", json!({ "date": "2021-09-07", "holiday": "区运动会", "kind": "district", "notice": ORDER }));
    push("make_up_days", json!({ "date": "2021-09-11", "for": "区运动会", "notice": ORDER }));
    year
}

async fn seen(t: &TestApp) -> String {
    format!("\"{}\"", t.get("admin", CALENDAR).await.ok()["version"])
}

both! {
    /// Everybody who is signed in reads it.
    async fn a_year_of_the_calendar(t: TestApp) {
        let answer = t.get("intake", CALENDAR).await;
        assert_eq!(answer.headers.get("etag").unwrap(), "\"1\"");
        let year = answer.ok();
        assert_eq!((&year["year"], &year["calendar_version"], &year["version"]), (&json!(2021), &json!("2026.1"), &json!(1)));
        assert_eq!((&year["published_until"], &year["runs_out"]), (&json!("2026-12-31"), &json!(false)));
        assert_eq!(year["arrangement"]["notices"][0]["number"], "国办发明电〔2020〕27号");
        let days = year["days"].as_array().unwrap();
        assert_eq!(days.len(), 365);
        let day = |date: &str| days.iter().find(|day| day["date"] == date).unwrap().clone();
        assert_eq!(day("2021-10-01"), json!({
            "date": "2021-10-01", "weekday": 5, "working": false, "reason": "holiday", "reason_label": "节假日",
            "holiday": "国庆节", "notice": "国办发明电〔2020〕27号", "provisional": false,
        }));
        assert_eq!((&day("2021-10-09")["working"], &day("2021-10-09")["reason"]), (&json!(true), &json!("make_up_day")));

        // A year that isn't published yet, by the law alone.
        let year = t.get("auditor", &format!("{CALENDAR}?year=2027")).await.ok();
        assert_eq!((&year["arrangement"], &year["days"][0]["provisional"]), (&Value::Null, &json!(true)));
        for wrong in ["2018", "2101", "999999999", "x"] {
            t.get("admin", &format!("{CALENDAR}?year={wrong}")).await.names_field("year");
        }
    }

    /// With fewer than 60 days left, whoever looks is told.
    async fn the_calendar_runs_out(t: TestApp) {
        for (now, left, runs_out) in [("2026-11-01", 60, false), ("2026-11-02", 59, true), ("2027-02-01", 0, true)] {
            t.at(&format!("{now}T23:59:59+08:00"));
            let year = t.get("admin", CALENDAR).await.ok();
            assert_eq!((&year["days_left"], &year["runs_out"]), (&json!(left), &json!(runs_out)), "{now}");
        }
    }

    /// A district's own day off and worked Saturday count like all others.
    async fn a_district_adds_days_of_its_own(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        assert_eq!(t.case(&id).await["due_date"], "2021-09-08");
        let year = with_own_days(&t).await;
        let dry_run = t.post("admin", "/api/v1/calendar/dry-run", year.clone()).await.ok();
        let changed: Vec<String> = dry_run["days"].as_array().unwrap().iter().map(|day| text(&day["date"])).collect();
        assert_eq!(changed, ["2021-09-07", "2021-09-11"]);
        let keyed = [("If-Match", "\"1\""), ("Idempotency-Key", "sports-day")];
        let imported = t.post_with("admin", IMPORT, &keyed, year.clone()).await;
        assert_eq!(imported.headers.get("etag").unwrap(), "\"2\"");
        assert_eq!(imported.ok()["deadlines_moved"], 1);
        assert_eq!(t.case(&id).await["due_date"], "2021-09-09");

        // The calculator explains it by the order.
        let path = "/api/v1/calendar/deadline?from=2021-09-06&working_days=5";
        let reckoned = t.send(actix_web::test::TestRequest::get().uri(path)).await.ok();
        assert_eq!((&reckoned["due_date"], &reckoned["calendar_version"]), (&json!("2021-09-13"), &json!("2026.2")));
        assert_eq!((&reckoned["days"][1]["holiday"], &reckoned["days"][1]["notice"]), (&json!("区运动会"), &json!(ORDER)));

        // The same request again is answered, and does nothing more.
        let count = t.event_count();
        let again = t.post_with("admin", IMPORT, &keyed, year).await.ok();
        assert_eq!((&again["version"], &again["deadlines_moved"]), (&json!(2), &json!(0)));
        assert_eq!(t.event_count(), count);
        let versions = t.get("intake", "/api/v1/calendar/versions").await.ok();
        assert_eq!(versions["items"].as_array().unwrap().len(), 2);
        assert_eq!(versions["items"][0]["since"], "2021-09-01T09:00:00+08:00");
        assert_eq!(versions["items"][1]["imported_by"], "system");
    }

    /// Each refusal is precise, and leaves everything as it is.
    async fn what_cannot_be_imported(t: TestApp) {
        let count = t.event_count();
        let good = with_own_days(&t).await;
        let next = good["days_off"].as_array().unwrap().len();
        t.post("admin", IMPORT, good.clone()).await.refused(428, "if_match_required");
        for who in ["office", "lead.zw", "auditor"] {
            t.post_with(who, IMPORT, &[("If-Match", "\"1\"")], good.clone()).await.refused(403, "role_may_not");
            t.post(who, "/api/v1/calendar/dry-run", good.clone()).await.refused(403, "role_may_not");
        }
        let changed = |change: &dyn Fn(&mut Value)| {
            let mut year = good.clone();
            change(&mut year);
            year
        };
        let refused = [
            (changed(&|year| year["year"] = json!(2028)), "year"),
            (changed(&|year| year["year"] = json!(2018)), "year"),
            (changed(&|year| drop(year["notices"].as_array_mut().unwrap().pop())), "notices"),
            (changed(&|year| drop(year["notices"].as_array_mut().unwrap().remove(0))), "notices"),
            (changed(&|year| year["notices"][1]["number"] = json!("国办发明电〔2020〕1号")), "notices[1].number"),
            (changed(&|year| year["notices"][1]["dated"] = json!("2021-09-02")), "notices[1].dated"),
            (changed(&|year| year["notices"][1]["title"] = json!("")), "notices[1].title"),
            (changed(&|year| year["days_off"][0]["notice"] = json!("没有的")), "days_off[0].notice"),
            (changed(&|year| year["days_off"][1]["date"] = json!("2022-01-01")), "days_off[1].date"),
            (changed(&|year| year["days_off"][1]["date"] = year["days_off"][0]["date"].clone()), "days_off[1].date"),
            (changed(&|year| year["days_off"][0]["kind"] = json!("district")), "days_off[0].kind"),
            (changed(&|year| year["make_up_days"][0]["date"] = json!("2021-09-08")), "make_up_days[0].date"),
            (changed(&|year| year["days_off"][0]["color"] = json!("red")), "days_off[0].color"),
        ];
        for (year, path) in refused {
            t.post("admin", "/api/v1/calendar/dry-run", year.clone()).await.names_field(path);
            t.post_with("admin", IMPORT, &[("If-Match", "\"1\"")], year).await.names_field(path);
        }
        let same = changed(&|year| {
            year["days_off"].as_array_mut().unwrap().truncate(next - 1);
            year["make_up_days"].as_array_mut().unwrap().pop();
        });
        t.post_with("admin", IMPORT, &[("If-Match", "\"1\"")], same).await.refused(409, "nothing_changes");
        assert_eq!(t.event_count(), count);

        // Whoever hasn't seen the version in force looks again.
        t.post_with("admin", IMPORT, &[("If-Match", "\"7\"")], good.clone()).await.refused(412, "version_conflict");
        t.post_with("admin", IMPORT, &[("If-Match", &seen(&t).await)], good.clone()).await.ok();
        t.post_with("admin", IMPORT, &[("If-Match", "\"1\"")], good.clone()).await.refused(412, "version_conflict");
        t.post_with("admin", IMPORT, &[("If-Match", &seen(&t).await)], good).await.names_field("notices");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
