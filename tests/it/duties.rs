//! A sector changes its lead: what waited for the old lead waits for the new one at once,
//! who finds it in the inbox and may act; the old one no longer.

use std::rc::Rc;

use bancheng::followers::duties::Successor;
use serde_json::{Value, json};

use crate::support::api::{callback, custody, registration, text, verification};
use crate::support::{TestApp, both};

const UNIT: &str = "qsfj";

async fn take_over(t: &TestApp, unit: &str, duty: &str, sector: &str) {
    let version = t.get("intake", &format!("/api/v1/units/{unit}")).await.ok()["version"].clone();
    let body = json!({ "duty": duty, "sector": sector, "reason": "区政府专题会议纪要" });
    let path = format!("/api/v1/units/{unit}/take-over");
    t.post_with("admin", &path, &[("If-Match", &format!("\"{version}\""))], body).await.ok();
}

/// Kind and case of what waits for somebody, by kind.
async fn waiting(t: &TestApp, who: &str) -> Vec<(String, String)> {
    let inbox = t.get(who, "/api/v1/inbox?limit=200").await.ok();
    let task = |item: &Value| (text(&item["kind"]), text(&item["case"]["id"]));
    let mut tasks: Vec<(String, String)> = inbox["items"].as_array().unwrap().iter().map(task).collect();
    tasks.sort();
    tasks
}

async fn events(t: &TestApp, case: &str) -> Vec<String> {
    t.history(case).await.iter().map(|event| text(&event["type"])).collect()
}

/// A case that was solved, but whose reporter is dissatisfied.
async fn dissatisfied(t: &TestApp) -> String {
    let id = t.fed_back("qzjw").await;
    let said = json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied" });
    t.command("lead.zw", &id, "record-callback", said).await.ok();
    t.command("lead.zw", &id, "verify-solved", verification()).await.ok();
    id
}

/// A case that a subdistrict's hall closed by explaining, and whose reporter asks to reopen it.
async fn asked_to_reopen(t: &TestApp) -> String {
    let mut at_hall = registration();
    at_hall["channel"] = json!("subdistrict_hall");
    let id = text(&t.post("intake.dt_jingshan", "/api/v1/cases", at_hall).await.ok()["id"]);
    let why = json!({ "provision": "《城镇燃气管理条例》第十八条", "answer": "须产权人申请。" });
    t.command("intake.dt_jingshan", &id, "explain", why).await.ok();
    t.command("intake.dt_jingshan", &id, "request-reopen", json!({ "reason": "说法不对。" })).await.ok();
    id
}

both! {
    /// Everything that can wait for a lead goes over, and the new one does it.
    async fn the_new_lead_finds_what_waits_and_does_it(t: TestApp) {
        let (waits, drafted) = (t.awaiting_dispatch().await, t.awaiting_dispatch().await);
        let sheet = t.drafted("lead.zw", &[&drafted], "qcgw", &[]).await;
        let (fed_back, own) = (t.fed_back("qzjw").await, t.fed_back(UNIT).await);
        let (extending, raised) = (t.dispatched("qzjw", &[]).await, t.dispatched("qzjw", &[]).await);
        let until = json!({ "until": "2021-09-15", "reason": "须现场勘验。" });
        t.command("handler.qzjw", &extending, "request-extension", until).await.ok();
        t.command("lead.zw", &raised, "raise", json!({ "reason": "久拖不决。" })).await.ok();
        let (owed, asked) = (dissatisfied(&t).await, asked_to_reopen(&t).await);
        let working = t.dispatched("qzjw", &[]).await;
        let untouched = (events(&t, &working).await, t.business_awaiting_dispatch().await);
        let mine = |kind: &str, id: &String| (kind.to_owned(), id.clone());
        let mut all = vec![
            mine("answer_dissatisfaction", &owed),
            mine("coordinate", &raised),
            mine("decide_extension", &extending),
            mine("decide_reopen", &asked),
            mine("dispatch", &drafted),
            mine("dispatch", &waits),
            mine("verify", &fed_back),
            mine("verify", &own),
        ];
        all.sort();
        assert_eq!(waiting(&t, "lead.zw").await, all);

        t.at("2021-09-03T10:00:00+08:00");
        take_over(&t, UNIT, "lead", "government_service").await;
        t.enter("lead.new", &[("lead", UNIT)], None).await;
        // Its own result another one verifies: the other sector's lead.
        all.retain(|task| *task != mine("verify", &own));
        assert_eq!((waiting(&t, "lead.zw").await, waiting(&t, "lead.new").await), (vec![], all));
        assert_eq!(waiting(&t, "lead.ss").await, [mine("verify", &own)]);
        let notices = t.get("lead.new", "/api/v1/notices").await.ok();
        assert_eq!(notices["items"].as_array().unwrap().len(), 7);
        let case = t.case(&fed_back).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_verification"), &json!(UNIT)));
        assert_eq!(custody(&case), [("qzwfwj", 1), (UNIT, 1)], "time held before stays the old lead's");
        assert_eq!((events(&t, &working).await, t.case(&untouched.1).await["version"].clone()), (untouched.0, json!(3)));

        // The old lead sees and does nothing more; the new one goes on where it stopped.
        for id in [&waits, &fed_back, &raised, &extending, &owed] {
            t.get("lead.zw", &format!("/api/v1/cases/{id}")).await.refused(404, "not_found");
            t.command("lead.zw", id, "note", json!({ "kind": "general", "text": "知悉" })).await.refused(404, "not_found");
        }
        t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await.refused(404, "not_found");
        t.order("lead.new", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await.ok();
        t.dispatch("lead.new", &[&waits], "qzjw", &[]).await;
        t.command("lead.new", &fed_back, "record-callback", callback(true)).await.ok();
        t.command("lead.new", &fed_back, "verify-solved", verification()).await.ok();
        t.command("lead.ss", &own, "record-callback", callback(true)).await.ok();
        t.command("lead.ss", &own, "verify-solved", verification()).await.ok();
        let granted = json!({ "unit": "qzjw", "granted": true, "reason": "同意。", "reporter_told": "phone" });
        t.command("lead.new", &extending, "decide-extension", granted).await.ok();
        let reported = json!({ "solved": true, "done": "已协调", "cause": "other" });
        t.command("lead.new", &raised, "report-coordinated", reported).await.ok();
        t.command("lead.new", &owed, "answer-dissatisfaction", json!({ "answer": "已上门说明。" })).await.ok();
        t.command("lead.new", &asked, "reopen", json!({ "reason": "情况属实。" })).await.ok();
        assert_eq!(waiting(&t, "lead.new").await, [mine("verify", &raised)]);

        // Done once, and for all processes.
        let count = t.event_count();
        assert_eq!(Successor::new(t.another_process()).step().await.unwrap(), 0);
        assert_eq!(t.event_count(), count);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// The chief butler gives up coordination: the lead has the stuck cases, and what was asked.
    async fn coordination_goes_over(t: TestApp) {
        let (raised, asking) = (t.business_awaiting_dispatch().await, t.business_awaiting_dispatch().await);
        t.command("lead.ss", &raised, "raise", json!({ "reason": "久拖不决。" })).await.ok();
        t.command("butler", &raised, "propose-meeting", json!({ "reason": "多部门意见不一。" })).await.ok();
        t.dispatch("butler", &[&asking], "qscjgj", &[]).await;
        let why = json!({ "reason": "需多部门协调。", "tried": "已沟通两次。" });
        t.command("handler.qscjgj", &asking, "request-coordination", why).await.ok();
        assert_eq!(waiting(&t, "chief").await.len(), 3);
        take_over(&t, "qfgw", "coordination", "business_service").await;
        assert_eq!(waiting(&t, "chief").await, []);
        let kinds: Vec<String> = waiting(&t, "lead.ss").await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, ["coordinate", "decide_coordination", "decide_meeting"]);
        t.command("chief", &asking, "refuse-coordination", json!({ "reason": "可自行办理。" })).await.refused(404, "not_found");
        t.command("lead.ss", &asking, "refuse-coordination", json!({ "reason": "可自行办理。" })).await.ok();
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Cases are passed on while the sector is taken over: none is left with the old lead.
    async fn none_is_left_behind(t: TestApp) {
        let t = Rc::new(t);
        let mut cases = Vec::new();
        for _ in 0..8 {
            cases.push(t.accepted().await);
        }
        t.token("admin").await;
        let mut all: Vec<_> = cases
            .iter()
            .map(|id| {
                let (t, id) = (t.clone(), id.clone());
                actix_web::rt::spawn(async move {
                    t.command("intake", &id, "pass-on", json!({})).await.ok();
                })
            })
            .collect();
        let taking = t.clone();
        all.insert(4, actix_web::rt::spawn(async move { take_over(&taking, UNIT, "lead", "government_service").await }));
        for one in all {
            one.await.unwrap();
        }
        for id in &cases {
            assert_eq!(t.case(id).await["holder_unit"]["id"], UNIT);
        }
        assert_eq!(t.app.pass_duties_on().await.unwrap(), 0);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
