//! Likely repeats: found across the district before and at registration, and told by number, unit
//! and state only.

use serde_json::{Value, json};

use crate::support::api::{business_registration, registration, text};
use crate::support::{TestApp, both};

const CASES: &str = "/api/v1/cases";
/// The problem of [`registration`], told by somebody else.
const TOLD_AGAIN: &str = "继承公证书营业厅不接受，说只认新产权证。";

/// What is asked before registering this.
fn asked(registration: &Value) -> Value {
    let mut reporter = registration["reporter"].clone();
    for field in ["contact_person", "agent", "confidential", "id_notice_given"] {
        reporter.as_object_mut().unwrap().remove(field);
    }
    json!({ "reporter": reporter, "matter_name": registration["matter_name"], "problem": registration["problem"] })
}

async fn find(t: &TestApp, who: &str, body: Value) -> Vec<Value> {
    let found = t.post(who, &format!("{CASES}/find-repeats"), body).await.ok();
    found["items"].as_array().unwrap().clone()
}

/// Their numbers, in the order in which they are told.
fn numbers(found: &[Value]) -> Vec<&str> {
    found.iter().map(|item| item["number"].as_str().unwrap()).collect()
}

/// A registration of another matter by another person.
fn other() -> Value {
    let mut body = registration();
    body["reporter"] = json!({ "kind": "person", "name": "贾设明", "phone": "13900001111" });
    body["matter_name"] = json!("户外广告设施、牌匾标识设置");
    body["failure_reason"] = json!("门头方案未被受理。");
    body["problem"] = json!("街区设计导则没有在网上公布，商户只能凭口头意见改。");
    body
}

fn with(mut body: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

both! {
    /// The same reporter, or the same story, at whichever window; the likeliest first.
    async fn what_was_reported_elsewhere_is_told(t: TestApp) {
        t.post("intake", CASES, registration()).await.ok();
        t.post("intake", CASES, other()).await.ok();
        let gas = asked(&registration());
        let someone = json!({ "kind": "person", "name": "欧阳测", "phone": "13900002222" });
        for (body, expected) in [
            (gas.clone(), &["2021-0001"][..]),
            (with(gas.clone(), json!({ "problem": TOLD_AGAIN })), &["2021-0001"]),
            (with(gas.clone(), json!({ "reporter": someone })), &["2021-0001"]),
            (
                with(gas.clone(), json!({ "reporter": someone, "matter_name": "燃气开户", "problem": TOLD_AGAIN })),
                &["2021-0001"],
            ),
            // 电话相同即为同一反映人，事项不同也提示
            (
                with(asked(&other()), json!({ "reporter": { "kind": "person", "phone": "138 0000 0001" } })),
                &["2021-0001", "2021-0002"],
            ),
            // 同名不等于同一人：事项也相同才提示
            (
                with(gas.clone(), json!({ "reporter": { "kind": "person", "name": "甄样" }, "problem": "与前述无关的情形。" })),
                &["2021-0001"],
            ),
            (
                json!({ "reporter": { "kind": "person", "name": "甄样" }, "matter_name": "居住证办理", "problem": "系统报错。" }),
                &[],
            ),
            // 仅事项名称相同不提示
            (with(gas, json!({ "reporter": someone, "problem": "线上平台拥堵，无法提交。" })), &[]),
        ] {
            assert_eq!(numbers(&find(&t, "intake.dt_jingshan", body.clone()).await), expected, "{body}");
        }
        let company = registered_company(&t).await;
        let again = json!({
            "reporter": { "kind": "company", "name": "北京样例科技有限公司" }, "matter_name": "招牌备案", "problem": "无人答复。",
        });
        assert_eq!(numbers(&find(&t, "resident", again).await), [company.as_str()]);
        let by_code = json!({
            "reporter": { "kind": "company", "credit_code": "91110101MATE5T017K" }, "matter_name": "招牌备案",
            "problem": "无人答复。",
        });
        assert_eq!(numbers(&find(&t, "butler", by_code).await), [company.as_str()]);
    }

    /// Number, unit and state; not even why, by which its reporter could be known.
    async fn nothing_else_is_told(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        let found = find(&t, "intake.dt_jingshan", asked(&registration())).await;
        assert_eq!(json!(found), json!([{
            "number": "2021-0001", "unit": { "id": "qzjw", "name": "区住建委" }, "state": "in_progress",
        }]));
        t.get("intake.dt_jingshan", &format!("{CASES}/{id}")).await.refused(404, "not_found");
        // 已办结的，写明由谁办结
        t.post("intake", CASES, other()).await.ok();
        let closed = text(&t.get("intake", &format!("{CASES}?q=2021-0002")).await.ok()["items"][0]["id"]);
        t.command("intake", &closed, "accept", json!({})).await.ok();
        t.command("intake", &closed, "solve-on-the-spot", json!({ "answer": "已当场答复。" })).await.ok();
        let found = find(&t, "butler", asked(&other())).await;
        let last = (&found[0]["unit"]["id"], &found[0]["state"]);
        assert_eq!(last, (&json!("dt_qzwfw"), &json!("closed")));
        for who in ["handler.qzjw", "lead.zw", "office", "supervisor", "leader", "auditor", "admin"] {
            t.post(who, &format!("{CASES}/find-repeats"), asked(&other())).await.refused(403, "role_may_not");
        }
    }

    /// That somebody reported in confidence is told to nobody; that something alike is known, is.
    async fn a_confidential_reporter_is_not_given_away(t: TestApp) {
        let mut secret = registration();
        secret["reporter"]["confidential"] = json!(true);
        t.post("intake", CASES, secret).await.ok();
        let same = asked(&registration());
        assert_eq!(
            numbers(&find(&t, "intake.dt_jingshan", same.clone()).await),
            ["2021-0001"]
        );
        let other_problem = with(same, json!({ "problem": "线上平台拥堵，无法提交。" }));
        assert_eq!(find(&t, "intake.dt_jingshan", other_problem).await, [Value::Null; 0]);
    }

    /// Registering tells the same, also when the request is repeated, and never the case itself.
    async fn registering_tells_likely_repeats(t: TestApp) {
        let first = t.post("intake", CASES, registration()).await.ok();
        assert_eq!(first["likely_repeats"], json!([]));
        let again = || t.post_with("intake.dt_jingshan", CASES, &[("Idempotency-Key", "k")], registration());
        let second = again().await.ok();
        let expected = json!([{
            "number": "2021-0001", "unit": { "id": "dt_qzwfw", "name": second["likely_repeats"][0]["unit"]["name"] },
            "state": "registered",
        }]);
        assert_eq!((&second["number"], &second["likely_repeats"]), (&json!("2021-0002"), &expected));
        assert_eq!(again().await.ok(), second);
        for _ in 0..11 {
            t.post("intake", CASES, registration()).await.ok();
        }
        assert_eq!(find(&t, "intake", asked(&registration())).await.len(), 10);
    }

    /// The earlier case is named by its number, though the window may not read it.
    async fn a_repeat_names_its_earlier_case(t: TestApp) {
        let earlier = t.registered().await;
        let repeat = |of: Value| with(registration(), json!({ "repeat_of": of }));
        let id = text(&t.post("intake.dt_jingshan", CASES, repeat(json!("2021-0001"))).await.ok()["id"]);
        assert_eq!(t.case(&id).await["repeat_of"], earlier);
        for nobody in ["2021-0009", "2020-0001"] {
            t.post("intake.dt_jingshan", CASES, repeat(json!(nobody))).await.names_field("repeat_of");
        }
        t.post("intake.dt_jingshan", CASES, repeat(json!(earlier))).await.names_field("repeat_of");
        t.post("intake", CASES, repeat(json!(earlier))).await.ok();
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// What was put right counts as it stands now.
    async fn corrections_count(t: TestApp) {
        let id = t.registered().await;
        let correction = json!({ "problem": "线上平台拥堵，无法提交，也没有人工渠道。" });
        t.command("intake", &id, "correct", correction.clone()).await.ok();
        let someone = json!({ "kind": "person", "name": "欧阳测", "phone": "13900002222" });
        let old = with(asked(&registration()), json!({ "reporter": someone }));
        assert_eq!(find(&t, "intake", old.clone()).await, [Value::Null; 0]);
        let new = with(old, correction);
        assert_eq!(numbers(&find(&t, "intake", new).await), ["2021-0001"]);
    }
}

async fn registered_company(t: &TestApp) -> String {
    text(&t.post("butler", CASES, business_registration()).await.ok()["number"])
}
