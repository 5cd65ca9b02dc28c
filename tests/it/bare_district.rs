//! A district as it is after `bancheng init`: before it has leads, a coordinator, an office, what needs
//! them is refused with the reason.

use bancheng::app::App;
use bancheng::app::demo::PASSWORD;
use bancheng::clock::Clock;
use bancheng::crypto::KeyRing;
use bancheng::domain::calendar::Calendar;
use bancheng::store::Store;
use serde_json::{Value, json};

use crate::support::api::{business_registration, feedback, instant, registration, text};
use crate::support::{Answer, Db, TestApp, both};

/// A window and a butler's unit with their people, a machine client, and two units to do the work.
async fn bare(db: Db) -> TestApp {
    let fresh = db.empty();
    Store::migrate(&fresh.url).unwrap();
    let clock = Clock::manual(instant("2021-09-01T08:00:00+08:00"));
    let app = App::new(Store::open(fresh.url.clone()).unwrap(), KeyRing::ephemeral(), clock);
    app.enter_calendar(Calendar::built_in()).await.unwrap();
    app.create_first_admin("admin", "甄系统", PASSWORD).await.unwrap();
    let t = TestApp::over(fresh).await;
    for (id, kind) in [("dt", "hall"), ("gj", "butler_unit"), ("jw", "department"), ("sf", "department")] {
        enter_unit(&t, id, kind, Value::Null).await;
    }
    for (name, role, unit) in [
        ("window", "intake", "dt"),
        ("window2", "intake", "dt"),
        ("butler", "butler", "gj"),
        ("handler", "handler", "jw"),
        ("client", "integration", "sf"),
    ] {
        t.enter(name, &[(role, unit)], None).await;
    }
    t
}

async fn enter_unit(t: &TestApp, id: &str, kind: &str, leads: Value) {
    let unit = json!({ "id": id, "name": id, "full_name": id, "kind": kind, "rank": 10, "leads": leads });
    t.post("admin", "/api/v1/units", unit).await.ok();
}

/// Gives a command to a case at the version that the asker sees.
async fn give(t: &TestApp, who: &str, id: &str, command: &str, body: Value) -> Answer {
    let path = format!("/api/v1/cases/{id}");
    let tag = format!("\"{}\"", t.get(who, &path).await.ok()["version"]);
    t.post_with(who, &format!("{path}/{command}"), &[("If-Match", &tag)], body).await
}

/// That the district lacks somebody for this, and who it is.
#[track_caller]
fn lacks(answer: Answer, detail: &str) {
    assert_eq!(answer.refused(409, "wrong_state")["detail"], detail);
}

async fn registered(t: &TestApp, who: &str, body: Value) -> String {
    text(&t.post(who, "/api/v1/cases", body).await.ok()["id"])
}

/// A case of the window in the hands of `main`, by the lead of government service.
async fn dispatched(t: &TestApp, main: &str) -> String {
    let id = registered(t, "window", registration()).await;
    give(t, "window", &id, "accept", json!({})).await.ok();
    give(t, "window", &id, "pass-on", json!({})).await.ok();
    let version = t.get("lead", &format!("/api/v1/cases/{id}")).await.ok()["version"].clone();
    let draft = json!({ "cases": [{ "id": id, "version": version }], "to": { "main_unit": main } });
    let sheet = text(&t.post("lead", "/api/v1/work-orders", draft).await.ok()["id"]);
    let path = format!("/api/v1/work-orders/{sheet}/dispatch");
    let reason = json!({ "unconfirmed_reason": "对方已口头同意" });
    t.post_with("lead", &path, &[("If-Match", "\"1\"")], reason).await.ok();
    id
}

both! {
    /// Without a lead nothing leaves the window; what can be done there, can.
    async fn nothing_is_passed_on_to_nobody(t: TestApp) {
        let t = bare(t.db.kind()).await;
        for (who, body, sector) in
            [("window", registration(), "政务服务"), ("butler", business_registration(), "商事服务")]
        {
            let id = registered(&t, who, body).await;
            give(&t, who, &id, "accept", json!({})).await.ok();
            let nobody = format!("“{sector}”领域没有设置牵头部门");
            lacks(give(&t, who, &id, "pass-on", json!({ "reason": "不涉及准入。" })).await, &nobody);
            let actions = t.get(who, &format!("/api/v1/cases/{id}")).await.ok()["allowed_actions"].clone();
            let told = actions.as_array().unwrap().iter().find(|a| a["action"] == "pass_on").unwrap().clone();
            assert_eq!((&told["allowed"], &told["reason"]), (&json!(false), &json!(nobody)));
            give(&t, who, &id, "solve-on-the-spot", json!({ "answer": "已当场办理。" })).await.ok();
            let again = json!({ "reason": "又不行了。" });
            lacks(give(&t, who, &id, "request-reopen", again).await, "没有可以决定重新办理的单位，请重新登记，并注明原事项编号");
        }
        let mut online = registration();
        online["channel"] = json!("online_hall");
        t.post("client", "/api/v1/cases", online.clone()).await.names_field("receiving_unit");
        online["receiving_unit"] = json!("dt");
        t.post("client", "/api/v1/cases", online).await.ok();
        assert!(t.verify().is_sound());
    }

    /// With one lead and no office: what the other lead or the office would do is refused.
    async fn nothing_comes_into_nobodys_hands(t: TestApp) {
        let t = bare(t.db.kind()).await;
        enter_unit(&t, "zw", "department", json!("government_service")).await;
        t.enter("lead", &[("lead", "zw")], None).await;
        t.enter("own", &[("handler", "zw")], None).await;

        let id = registered(&t, "window", registration()).await;
        give(&t, "window", &id, "accept", json!({})).await.ok();
        give(&t, "window", &id, "pass-on", json!({})).await.ok();
        let other = json!({ "reason": "属商事服务。" });
        lacks(give(&t, "lead", &id, "hand-over-sector", other).await, "“商事服务”领域没有设置牵头部门");

        // 牵头部门自己承办的，没有别人核查，也没有别人审批延期
        let own = dispatched(&t, "zw").await;
        let nobody = "没有单位可以接办“待核查”的事项，请先设置牵头部门和区营商办";
        lacks(give(&t, "own", &own, "give-feedback", feedback()).await, nobody);
        let longer = json!({ "until": "2021-09-15", "reason": "材料待补。" });
        lacks(give(&t, "own", &own, "request-extension", longer).await, "没有可以审批延期的单位");

        // 提级以后，没有区营商办
        let stuck = dispatched(&t, "jw").await;
        let stuck_at = json!({ "reason": "两家各执一词。", "tried": "会商未果。" });
        give(&t, "handler", &stuck, "request-coordination", stuck_at).await.ok();
        give(&t, "lead", &stuck, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        let submission = json!({ "tried": "会商未果。", "question": "由谁办？" });
        lacks(give(&t, "lead", &stuck, "submit-to-meeting", submission).await, "没有设置区营商办");
        let upward = json!({ "reason": "属市级事权。" });
        lacks(give(&t, "lead", &stuck, "request-referral", upward).await, "没有设置区营商办");
        assert!(t.verify().is_sound());
    }
}
