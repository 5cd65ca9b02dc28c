//! The district's settings: versioned, with reasons, for what is decided from then on.

use std::rc::Rc;

use serde_json::{Value, json};

use crate::support::api::{registration, text};
use crate::support::{Answer, Db, TestApp, both};

const SETTINGS: &str = "/api/v1/settings";

/// Changes settings, naming the present version.
async fn change(t: &TestApp, who: &str, values: Value) -> Answer {
    let tag = format!("\"{}\"", t.get(who, SETTINGS).await.ok()["version"]);
    let body = json!({ "values": values, "reason": "区政府专题会议纪要" });
    t.post_with(who, &format!("{SETTINGS}/change"), &[("If-Match", &tag)], body).await
}

async fn due_date(t: &TestApp, case: &str) -> Value {
    t.case(case).await["assignments"][0]["due_date"].clone()
}

#[track_caller]
fn assert_sound(t: &TestApp) {
    let report = t.verify();
    assert!(report.is_sound(), "{report}");
}

both! {
    /// Deadlines set before a change stay; those set after it go by the new period.
    async fn a_longer_period_is_for_later_sheets(t: TestApp) {
        let before = t.dispatched("qzjw", &["qsfj"]).await;
        assert_eq!(due_date(&t, &before).await, "2021-09-08");
        let receipt = change(&t, "admin", json!({ "main_days": 7, "co_days": 4 })).await.ok();
        assert_eq!((&receipt["id"], &receipt["version"]), (&json!("district"), &json!(1)));

        let after = t.dispatched("qzjw", &["qsfj"]).await;
        assert_eq!(due_date(&t, &after).await, "2021-09-10");
        assert_eq!(t.case(&after).await["assignments"][1]["due_date"], "2021-09-07");
        assert_eq!(due_date(&t, &before).await, "2021-09-08");
        change(&t, "admin", json!({ "main_days": 5 })).await.ok();
        assert_eq!(due_date(&t, &t.dispatched("qzjw", &[]).await).await, "2021-09-08");
        assert_eq!(due_date(&t, &after).await, "2021-09-10");
        assert_sound(&t);
    }

    /// The lead rules within a period of its own, whether the second unit declined or returned the case.
    async fn a_ruling_has_its_own_period(t: TestApp) {
        change(&t, "admin", json!({ "ruling_days": 3, "dispatch_target_days": 2 })).await.ok();
        let target = async |id: &str| t.case(id).await["targets"].as_array().unwrap().last().unwrap()["due_date"].clone();
        let basis = json!({ "reason": "not_our_duty", "basis": "三定方案" });
        let [returned, declined] = [t.awaiting_dispatch().await, t.awaiting_dispatch().await];
        for id in [&returned, &declined] {
            assert_eq!(target(id).await, "2021-09-03");
            t.dispatch("lead.zw", &[id], "qzjw", &[]).await;
            t.command("handler.qzjw", id, "return", basis.clone()).await.ok();
            assert_eq!(target(id).await, "2021-09-03");
        }
        t.dispatch("lead.zw", &[&returned], "qcgw", &[]).await;
        t.command("handler.qcgw", &returned, "return", basis).await.ok();
        let sheet = t.drafted("lead.zw", &[&declined], "qcgw", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        t.order("handler.qcgw", &sheet, "decline", json!({ "reason": "不属本单位职责。" })).await.ok();
        for id in [&returned, &declined] {
            assert_eq!(target(id).await, "2021-09-06");
            assert_eq!(t.told("lead.zw", id, "rule").await, "allowed");
        }
        assert_sound(&t);
    }

    /// The new period after a failed verification is the district's, however long.
    async fn a_result_is_sent_back_for_the_district_s_period(t: TestApp) {
        change(&t, "admin", json!({ "rework_days": 60 })).await.ok();
        let id = t.fed_back("qzjw").await;
        let long = json!({ "reason": "未整改。", "working_days": 61 });
        t.command("lead.zw", &id, "send-back", long).await.names_field("working_days");
        t.command("lead.zw", &id, "send-back", json!({ "reason": "未整改。" })).await.ok();
        assert_eq!(due_date(&t, &id).await, "2021-11-30");
    }

    /// Each of the two is told once, however the days are set in between.
    async fn being_overdue_is_told_once_whatever_is_set(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        let noted = async || {
            let history = t.history(&id).await;
            let notes = history.iter().filter(|event| event["type"] == "overdue_noted");
            notes.map(|event| event["data"]["long"] == true).collect::<Vec<_>>()
        };
        t.at("2021-09-10T00:00:00+08:00").settle().await;
        assert_eq!(noted().await, [false]);
        change(&t, "admin", json!({ "overdue_days": 2, "long_overdue_days": 9 })).await.ok();
        t.at("2021-09-11T00:00:00+08:00").settle().await;
        assert_eq!(noted().await, [false]);
        change(&t, "admin", json!({ "overdue_days": 1, "long_overdue_days": 3 })).await.ok();
        t.at("2021-09-14T00:00:00+08:00").settle().await;
        assert_eq!(noted().await, [false, true]);
        assert_sound(&t);
    }

    /// The list of causes is the district's; what cases have stays, what is retired isn't given any more.
    async fn causes_are_added_renamed_and_retired(t: TestApp) {
        let old = t.dispatched("qzjw", &[]).await;
        let legacy = json!({ "solved": true, "done": "已办。", "cause": "legacy" });
        t.command("handler.qzjw", &old, "give-feedback", legacy.clone()).await.ok();
        let path = "/api/v1/dictionary";
        let listed = async || {
            let words = t.get("handler.qzjw", path).await.ok()["words"].clone();
            words.as_array().unwrap().iter().find(|list| list["name"] == "Cause").unwrap()["words"].clone()
        };
        let before = listed().await;
        assert_eq!(before[6], json!({ "code": "legacy", "label": "历史遗留", "retired": false }));

        let mut causes = t.get("office", SETTINGS).await.ok()["values"]["causes"].clone();
        assert_eq!(causes.as_array().unwrap().len(), 10);
        causes[6]["retired"] = json!(true);
        causes[0]["name"] = json!("办事指南不清");
        let fresh = json!({ "id": "data_not_shared", "name": "数据未共享" });
        causes.as_array_mut().unwrap().insert(1, fresh.clone());
        change(&t, "admin", json!({ "causes": [fresh] })).await.names_field("values.causes");
        let mut twice = causes.clone();
        twice[2]["name"] = json!("数据未共享");
        change(&t, "admin", json!({ "causes": twice })).await.names_field("values.causes[2].name");
        change(&t, "admin", json!({ "causes": causes })).await.ok();
        let after = listed().await;
        assert_eq!(after[0]["label"], "办事指南不清");
        assert_eq!(after[1], json!({ "code": "data_not_shared", "label": "数据未共享", "retired": false }));
        assert_eq!(after[7], json!({ "code": "legacy", "label": "历史遗留", "retired": true }));

        let case = t.dispatched("qzjw", &[]).await;
        t.command("handler.qzjw", &case, "give-feedback", legacy.clone()).await.names_field("cause");
        let mut body = registration();
        for cause in ["legacy", "no_such"] {
            body["cause"] = json!(cause);
            t.post("intake", "/api/v1/cases", body.clone()).await.names_field("cause");
        }
        let solved = json!({ "solved": true, "done": "已办。", "cause": "data_not_shared" });
        t.command("handler.qzjw", &case, "give-feedback", solved).await.ok();
        assert_eq!(t.case(&case).await["cause"], "data_not_shared");

        // 已有的成因仍可确认
        assert_eq!(t.case(&old).await["cause"], "legacy");
        let reached = json!({ "reached": true, "solved": true });
        t.command("lead.zw", &old, "record-callback", reached).await.ok();
        let holds = json!({ "finding": "已核实。", "cause": "legacy" });
        t.command("lead.zw", &old, "verify-solved", holds).await.ok();
        assert_sound(&t);
    }

    /// A day that closes at 17:00 closes so for deadlines set from then on, the warnings with it.
    async fn a_deadline_ends_at_the_closing_hour(t: TestApp) {
        let before = t.dispatched("qzjw", &[]).await;
        let reckoned = async || {
            let path = "/api/v1/calendar/deadline?from=2021-09-01&working_days=5";
            t.get("auditor", path).await.ok()["closing_hour"].clone()
        };
        assert_eq!(reckoned().await, 24);
        change(&t, "admin", json!({ "closing_hour": 17 })).await.ok();
        assert_eq!(reckoned().await, 17);
        let after = t.dispatched("qmzj", &[]).await;
        assert_eq!(due_date(&t, &after).await, due_date(&t, &before).await);
        t.at("2021-09-08T17:00:00+08:00");
        let light = async |id: &str| t.case(id).await["light"].clone();
        assert_eq!((light(&before).await, light(&after).await), (json!("amber"), json!("red")));
        let until = json!({ "until": "2021-09-15", "reason": "材料待补。" });
        t.command("handler.qmzj", &after, "request-extension", until.clone()).await.refused(409, "deadline_passed");
        t.command("handler.qzjw", &before, "request-extension", until).await.ok();
        // 超期一个工作日：各按自己的时刻
        let noted = async |id: &str| t.case(id).await["assignments"][0]["overdue_noted"].clone();
        t.at("2021-09-09T16:59:59+08:00").settle().await;
        assert_eq!(noted(&after).await, 0);
        change(&t, "admin", json!({ "closing_hour": 24 })).await.ok();
        t.at("2021-09-09T17:00:00+08:00").settle().await;
        assert_eq!((noted(&after).await, noted(&before).await), (json!(1), json!(0)));
        t.at("2021-09-10T00:00:00+08:00").settle().await;
        assert_eq!(noted(&before).await, 1);
        assert_sound(&t);
    }

    /// Who is told of what is overdue, and when, is the district's to say.
    async fn being_overdue_is_told_when_the_district_says(t: TestApp) {
        change(&t, "admin", json!({ "overdue_days": 2, "long_overdue_days": 4 })).await.ok();
        let id = t.dispatched("qzjw", &[]).await;
        let kinds = async |who: &str| {
            let notices = t.get(who, "/api/v1/notices").await.ok();
            let all = notices["items"].as_array().unwrap().iter().map(|n| text(&n["kind"]));
            all.filter(|kind| kind.ends_with("overdue")).collect::<Vec<_>>()
        };
        // 9月8日（周三）到期
        for (at, noted, head, supervisor) in [
            ("2021-09-10T23:59:59+08:00", 0, 0, 0),
            ("2021-09-11T00:00:00+08:00", 2, 1, 0),
            ("2021-09-14T23:59:59+08:00", 2, 1, 0),
            ("2021-09-15T00:00:00+08:00", 4, 1, 1),
            ("2021-10-15T00:00:00+08:00", 4, 1, 1),
        ] {
            t.at(at).settle().await;
            assert_eq!(t.case(&id).await["assignments"][0]["overdue_noted"], noted, "{at}");
            assert_eq!((kinds("head.qzjw").await.len(), kinds("supervisor").await.len()), (head, supervisor), "{at}");
        }
        assert_eq!(kinds("supervisor").await, ["long_overdue"]);
        assert_eq!(t.settle().await, 0, "nothing more to tell");
        assert_sound(&t);
    }

    /// Every online channel has a receiving unit and a default field.
    async fn an_online_channel_goes_where_the_district_says(t: TestApp) {
        let set = json!({ "suggestion_platform_unit": "dt_dongsi", "suggestion_platform_sector": "business_service",
                          "online_hall_unit": "dt_jingshan" });
        change(&t, "admin", set).await.ok();
        let values = t.get("intake", SETTINGS).await.ok()["values"].clone();
        assert_eq!((&values["online_hall_unit"], &values["online_hall_sector"]), (&json!("dt_jingshan"), &json!("government_service")));
        let registered = async |channel: &str, named: Value| {
            let mut body = registration();
            body["channel"] = json!(channel);
            for (name, value) in named.as_object().unwrap() {
                body[name] = value.clone();
            }
            let id = text(&t.post("online-hall", "/api/v1/cases", body).await.ok()["id"]);
            let case = t.case(&id).await;
            (text(&case["receiving_unit"]["id"]), text(&case["sector"]))
        };
        let at = |unit: &str, sector: &str| (unit.to_owned(), sector.to_owned());
        assert_eq!(registered("online_hall", json!({})).await, at("dt_jingshan", "government_service"));
        assert_eq!(registered("suggestion_platform", json!({})).await, at("dt_dongsi", "business_service"));
        let named = json!({ "receiving_unit": "qzwfwj", "sector": "government_service" });
        assert_eq!(registered("suggestion_platform", named).await, at("qzwfwj", "government_service"));

        // 设置的单位撤销后，由承接的单位受理；没有承接的，由区政务服务局受理
        change(&t, "admin", json!({ "online_hall_unit": "qtjj", "suggestion_platform_unit": "qcgw" })).await.ok();
        for (unit, successor) in [("qtjj", json!("qsfj")), ("qcgw", Value::Null)] {
            let people = t.get("admin", &format!("/api/v1/users?unit={unit}")).await.ok();
            let post = json!({ "role": "handler", "unit": unit, "reason": "机构改革" });
            let take = format!("/api/v1/users/{}/take-post", text(&people["items"][0]["id"]));
            t.post_with("admin", &take, &[("If-Match", "\"1\"")], post).await.ok();
            let close = json!({ "reason": "机构改革", "successor": successor });
            t.post_with("admin", &format!("/api/v1/units/{unit}/close"), &[("If-Match", "\"1\"")], close).await.ok();
        }
        assert_eq!(registered("online_hall", json!({})).await.0, "qsfj");
        assert_eq!(registered("suggestion_platform", json!({})).await.0, "qzwfwj");
        change(&t, "admin", json!({ "online_hall_unit": "qcgw" })).await.names_field("values.online_hall_unit");
        change(&t, "admin", json!({ "online_hall_sector": "policing" })).await.names_field("values.online_hall_sector");
        assert_sound(&t);
    }

    /// The defaults are version 0; each change is one more, told with its reason.
    async fn every_change_is_a_version(t: TestApp) {
        let defaults = t.get("intake", SETTINGS).await;
        assert_eq!(defaults.headers.get("etag").unwrap(), "\"0\"");
        let defaults = defaults.ok();
        assert_eq!((&defaults["version"], &defaults["values"]["main_days"]), (&json!(0), &json!(5)));
        assert_eq!(defaults["values"]["holiday_friday"], "previous");
        assert_eq!(t.get("auditor", &format!("{SETTINGS}/history")).await.ok()["items"], json!([]));

        let path = format!("{SETTINGS}/change");
        let body = json!({ "values": { "holiday_friday": "next", "main_days": 5 }, "reason": "节前压力大" });
        t.post("admin", &path, body.clone()).await.refused(428, "if_match_required");
        t.post_with("admin", &path, &[("If-Match", "\"1\"")], body.clone()).await.refused(412, "version_conflict");
        for who in ["office", "leader", "auditor", "lead.zw"] {
            t.post_with(who, &path, &[("If-Match", "\"0\"")], body.clone()).await.refused(403, "role_may_not");
        }
        let key = [("If-Match", "\"0\""), ("Idempotency-Key", "s1")];
        let first = t.post_with("admin", &path, &key, body.clone()).await.ok();
        assert_eq!(t.post_with("admin", &path, &key, body.clone()).await.ok(), first);
        t.post_with("admin", &path, &[("If-Match", "\"0\"")], body).await.refused(412, "version_conflict");
        change(&t, "admin", json!({ "retention_years": 10 })).await.ok();

        let now = t.get("online-hall", SETTINGS).await.ok();
        let values = &now["values"];
        assert_eq!((&now["version"], &values["retention_years"]), (&json!(2), &json!(10)));
        assert_eq!((&values["holiday_friday"], &values["main_days"]), (&json!("next"), &json!(5)));
        let history = t.get("auditor", &format!("{SETTINGS}/history")).await.ok();
        let items = history["items"].as_array().unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!((&items[0]["type"], &items[0]["label"]), (&json!("settings_changed"), &json!("更改设置")));
        assert_eq!((&items[0]["data"], &items[0]["seq"]), (&json!({ "holiday_friday": "next" }), &json!(1)));
        assert_eq!(items[0]["texts"]["reason"], "节前压力大");
        t.get("office", &format!("{SETTINGS}/history")).await.refused(403, "role_may_not");
        assert_sound(&t);
    }

    /// What can't be is refused by the name of the setting, and nothing is changed.
    async fn what_is_out_of_range_is_named(t: TestApp) {
        for (values, path) in [
            (json!({ "main_days": 0 }), "values.main_days"),
            (json!({ "main_days": 61 }), "values.main_days"),
            (json!({ "main_days": "5" }), "values.main_days"),
            (json!({ "main_days": -1 }), "values.main_days"),
            (json!({ "co_days": 3.5 }), "values.co_days"),
            (json!({ "max_cases_on_sheet": 100 }), "values.max_cases_on_sheet"),
            (json!({ "callback_from_hour": 20 }), "values.callback_until_hour"),
            (json!({ "callback_attempts": 1 }), "values.callback_dates"),
            (json!({ "holiday_friday": "never" }), "values.holiday_friday"),
            (json!({ "tea_time": 16 }), "values.tea_time"),
            (json!({ "closing_hour": 25 }), "values.closing_hour"),
            (json!({ "overdue_days": 3 }), "values.long_overdue_days"),
            (json!({ "online_hall_unit": "nowhere" }), "values.online_hall_unit"),
        ] {
            change(&t, "admin", values).await.names_field(path);
        }
        for values in [json!({}), json!({ "main_days": 5 })] {
            change(&t, "admin", values).await.refused(409, "nothing_changes");
        }
        let without_reason = json!({ "values": { "main_days": 7 } });
        let path = format!("{SETTINGS}/change");
        t.post_with("admin", &path, &[("If-Match", "\"0\"")], without_reason).await.names_field("reason");
        assert_eq!(t.get("admin", SETTINGS).await.ok()["version"], 0);
    }

    /// Two change the same version at once: the second learns that the first was there.
    async fn two_changes_at_once(t: TestApp) {
        let t = Rc::new(t);
        t.token("admin").await;
        let both: Vec<_> = [6, 7]
            .map(|days| {
                let t = t.clone();
                actix_web::rt::spawn(async move {
                    let body = json!({ "values": { "main_days": days }, "reason": "试行" });
                    t.post_with("admin", &format!("{SETTINGS}/change"), &[("If-Match", "\"0\"")], body).await
                })
            })
            .into();
        let mut done = 0;
        for one in both {
            let answer = one.await.unwrap();
            if answer.status == 200 {
                done += 1;
            } else {
                answer.refused(412, "version_conflict");
            }
        }
        assert_eq!((done, &t.get("admin", SETTINGS).await.ok()["version"]), (1, &json!(1)));
        assert_sound(&t);
    }
}

/// A decision that comes after a change of the settings goes by them, also where both were under
/// way at once. On SQLite the log's order is that of the commits, so it can be told which came first.
#[actix_web::test]
async fn a_decision_under_way_is_decided_again() {
    let t = Rc::new(TestApp::new(Db::Sqlite).await);
    for (days, before, after) in [(7, "2021-09-08", "2021-09-10"), (5, "2021-09-10", "2021-09-08")] {
        let id = t.awaiting_dispatch().await;
        let sheet = t.drafted("lead.zw", &[&id], "qzjw", &[]).await;
        t.token("admin").await;
        let (changing, dispatching) = (t.clone(), t.clone());
        let changed = actix_web::rt::spawn(async move {
            change(&changing, "admin", json!({ "main_days": days })).await.ok();
        });
        let dispatched = actix_web::rt::spawn(async move {
            let reason = json!({ "unconfirmed_reason": "电话沟通时对方已口头同意" });
            dispatching.order("lead.zw", &sheet, "dispatch", reason).await.ok();
        });
        changed.await.unwrap();
        dispatched.await.unwrap();
        let place = |kind: &str| {
            let query = format!(
                "SELECT CAST(max(log_index) AS TEXT) FROM log JOIN events USING (stream, seq) WHERE body LIKE '%{kind}%'"
            );
            t.column(&query)[0].parse::<i64>().unwrap()
        };
        let in_force = if place("\"settings_changed\"") < place("\"sheet_dispatched\"") { after } else { before };
        assert_eq!(text(&due_date(&t, &id).await), in_force);
    }
}
