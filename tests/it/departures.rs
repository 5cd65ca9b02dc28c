//! A unit's reading ends where its part ended: who returned a case, was asked and is asked
//! no more, or handed it over to the other sector reads it up to there, and learns of nothing later.

use serde_json::{Value, json};

use crate::support::api::{callback, feedback, text, verification};
use crate::support::{TestApp, both};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

fn returning() -> Value {
    json!({ "reason": "not_our_duty", "basis": "区住建委三定方案第四条" })
}

async fn read(t: &TestApp, who: &str, id: &str) -> Value {
    t.get(who, &format!("/api/v1/cases/{id}")).await.ok()
}

/// The cases of a list.
async fn listed(t: &TestApp, who: &str, path: &str) -> Vec<String> {
    let escaped = |c: char| match c {
        c if c.is_ascii() => c.to_string(),
        c => c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect(),
    };
    let path: String = path.chars().map(escaped).collect();
    let page = t.get(who, &format!("/api/v1/cases{path}")).await.ok();
    page["items"].as_array().unwrap().iter().map(|case| text(&case["id"])).collect()
}

/// What has happened to a case, as far as somebody reads it.
async fn read_history(t: &TestApp, who: &str, id: &str) -> Vec<String> {
    let history = t.get(who, &format!("/api/v1/cases/{id}/history")).await.ok();
    history["items"].as_array().unwrap().iter().map(|event| text(&event["type"])).collect()
}

async fn attached(t: &TestApp, who: &str, id: &str, name: &str) -> i64 {
    t.upload(who, id, name, &[PDF, name.as_bytes()].concat()).await.ok()["attachment"].as_i64().unwrap()
}

async fn opened(t: &TestApp, who: &str, id: &str, attachment: i64) -> u16 {
    t.get(who, &format!("/api/v1/cases/{id}/attachments/{attachment}")).await.status.as_u16()
}

both! {
    /// 退回 by a main unit: it reads the case as it gave it back, whatever becomes of it.
    async fn who_returned_a_case_reads_it_up_to_there(t: TestApp) {
        let id = t.dispatched("qzjw", &["qsfj"]).await;
        let earlier = attached(&t, "lead.zw", &id, "来函.pdf").await;
        t.at("2021-09-02T10:00:00+08:00");
        t.command("handler.qzjw", &id, "return", returning()).await.ok();
        let at_return = read(&t, "handler.qzjw", &id).await;
        let told = t.get("handler.qzjw", "/api/v1/notices").await.ok();
        let mut stream = t.listen("handler.qzjw").await;

        t.at("2021-09-03T10:00:00+08:00");
        t.dispatch("lead.zw", &[&id], "qcgw", &[]).await;
        let later = attached(&t, "handler.qcgw", &id, "办理结果.pdf").await;
        t.at("2021-09-07T10:00:00+08:00");
        t.command("handler.qcgw", &id, "give-feedback", feedback()).await.ok();
        t.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &id, "verify-solved", verification()).await.ok();

        for who in ["handler.qzjw", "head.qzjw"] {
            let case = read(&t, who, &id).await;
            assert_eq!(case, at_return, "nothing of what came later");
            assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_dispatch"), &json!("qzwfwj")));
            assert_eq!((&case["read_until"], &case["allowed_actions"]), (&json!("2021-09-02T10:00:00+08:00"), &json!([])));
            assert_eq!((&case["closed"], &case["feedback"]), (&Value::Null, &Value::Null));
            assert_eq!(read_history(&t, who, &id).await.last().unwrap(), "returned");
        }
        assert_eq!((opened(&t, "handler.qzjw", &id, earlier).await, opened(&t, "handler.qzjw", &id, later).await), (200, 404));

        // It is in no list but that of the cases that were left, and there as it was.
        for path in ["", "?state=closed", "?state=awaiting_dispatch", "?q=燃气过户", "?outcome=solved"] {
            assert_eq!(listed(&t, "handler.qzjw", path).await, Vec::<String>::new(), "{path}");
        }
        let former = t.get("handler.qzjw", "/api/v1/cases/former").await.ok()["items"][0].clone();
        for field in ["id", "number", "version", "state", "holder_unit", "level", "matter_name", "due_date", "read_until"] {
            assert_eq!(former[field], at_return[field], "{field}");
        }
        assert_eq!((&former["outcome"], &former["closed_at"], &former["reporter"]["name"]), (&Value::Null, &Value::Null, &json!("甄*")));

        // It can do nothing, and isn't told by a refusal how the case stands; it hears of nothing.
        for (command, body) in [("receive", json!({})), ("return", returning()), ("give-feedback", feedback())] {
            let refused = t.command("handler.qzjw", &id, command, body).await.refused(403, "not_yours");
            assert_eq!(refused["state"], Value::Null);
        }
        t.tell().await;
        assert_eq!(stream.heard().await, []);
        assert_eq!(t.get("handler.qzjw", "/api/v1/notices").await.ok(), told);

        // The co unit, whose part ended with the return, reads on; so does everybody else.
        for who in ["handler.qsfj", "handler.qcgw", "lead.zw", "intake", "leader"] {
            let case = read(&t, who, &id).await;
            assert_eq!((&case["state"], &case["read_until"]), (&json!("closed"), &Value::Null), "{who}");
        }
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Who comes back reads everything; who leaves again, up to there.
    async fn who_comes_back_reads_on(t: TestApp) {
        let (id, other) = (t.dispatched("qzjw", &[]).await, t.dispatched("qzjw", &[]).await);
        for (case, at) in [(&id, "2021-09-01T11:00:00+08:00"), (&other, "2021-09-01T12:00:00+08:00")] {
            t.at(at);
            t.command("handler.qzjw", case, "return", returning()).await.ok();
        }
        assert_eq!(listed(&t, "handler.qzjw", "/former").await, [&*other, &id], "the latest left first");
        let first = t.get("handler.qzjw", "/api/v1/cases/former?limit=1").await.ok();
        let rest = format!("/former?limit=1&cursor={}", text(&first["next_cursor"]));
        assert_eq!(listed(&t, "handler.qzjw", &rest).await, [&*id]);
        t.get("handler.qzjw", "/api/v1/cases/former?state=closed").await.refused(422, "unknown_field");

        t.at("2021-09-02T09:00:00+08:00");
        t.dispatch("lead.zw", &[&id], "qcgw", &["qzjw"]).await;
        let case = read(&t, "handler.qzjw", &id).await;
        assert_eq!((&case["state"], &case["read_until"]), (&json!("in_progress"), &Value::Null));
        assert_eq!(t.told("handler.qzjw", &id, "receive").await, "allowed");
        assert_eq!((listed(&t, "handler.qzjw", "").await, listed(&t, "handler.qzjw", "/former").await), (vec![id.clone()], vec![other]));

        t.at("2021-09-03T09:00:00+08:00");
        t.command("handler.qzjw", &id, "return", returning()).await.ok();
        t.command("handler.qcgw", &id, "receive", json!({})).await.ok();
        let case = read(&t, "handler.qzjw", &id).await;
        assert_eq!((&case["state"], &case["read_until"]), (&json!("in_progress"), &json!("2021-09-03T09:00:00+08:00")));
        assert_eq!(case["assignments"][1]["received_at"], Value::Null, "the main unit had not received it yet");
        assert_eq!(listed(&t, "handler.qzjw", "/former").await.first(), Some(&id));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Who was asked for an opinion, declined it or is asked no more, keeps what it was asked.
    async fn who_is_asked_no_more_reads_what_it_was_asked(t: TestApp) {
        let (declined, recalled, given) = (t.accepted().await, t.accepted().await, t.accepted().await);
        for id in [&declined, &recalled, &given] {
            let question = json!({ "unit": "qzjw", "question": "是否符合过户条件？" });
            t.command("intake", id, "request-opinion", question).await.ok();
        }
        t.command("handler.qzjw", &declined, "decline-opinion", json!({ "reason": "不属本单位职责。" })).await.ok();
        t.command("intake", &recalled, "recall-opinion", json!({ "reason": "已问清。" })).await.ok();
        let opinion = json!({ "conforms": true, "provision": "《城镇燃气管理条例》第十八条" });
        t.command("handler.qzjw", &given, "give-opinion", opinion).await.ok();

        t.at("2021-09-02T10:00:00+08:00");
        for id in [&declined, &recalled, &given] {
            t.command("intake", id, "correct", json!({ "matter_name": "天然气用户变更登记" })).await.ok();
        }
        for (id, last) in [(&declined, "opinion_declined"), (&recalled, "opinion_recalled")] {
            let case = read(&t, "handler.qzjw", id).await;
            assert_eq!((&case["matter_name"], &case["state"]), (&json!("居民用户燃气过户"), &json!("accepted")));
            assert_eq!(read_history(&t, "handler.qzjw", id).await.last().unwrap(), last);
        }
        assert_eq!(read(&t, "handler.qzjw", &given).await["matter_name"], "天然气用户变更登记", "its opinion stands");
        assert_eq!(listed(&t, "handler.qzjw", "?q=天然气用户").await, [&*given], "not by words that came later");
        let former = t.get("handler.qzjw", "/api/v1/cases/former").await.ok();
        let former = former["items"].as_array().unwrap();
        assert!(former.len() == 2 && former.iter().all(|case| case["matter_name"] == "居民用户燃气过户"), "{former:?}");
        t.get("handler.qsfj", &format!("/api/v1/cases/{declined}")).await.refused(404, "not_found");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 移交领域: the handing lead keeps reading up to then; ruled back to it, everything again. What was
    /// purged meanwhile is gone for it too.
    async fn the_handing_lead_reads_up_to_then(t: TestApp) {
        let (id, back) = (t.awaiting_dispatch().await, t.awaiting_dispatch().await);
        let attachment = attached(&t, "intake", &id, "来函.pdf").await;
        t.at("2021-09-02T10:00:00+08:00");
        let mut stream = t.listen("lead.zw").await;
        for case in [&id, &back] {
            t.command("lead.zw", case, "hand-over-sector", json!({ "reason": "属商事服务。" })).await.ok();
        }
        t.tell().await;
        assert_eq!(stream.types().await.iter().filter(|told| *told == "sector_handed_over case").count(), 2);

        t.at("2021-09-03T10:00:00+08:00");
        t.dispatch("lead.ss", &[&id], "qscjgj", &[]).await;
        t.command("handler.qscjgj", &id, "give-feedback", feedback()).await.ok();
        t.post("office", &format!("/api/v1/cases/{id}/purge-classified"), json!({ "seq": attachment, "reason": "误传涉密材料" }))
            .await
            .ok();
        t.tell().await;
        assert_eq!(stream.heard().await, []);
        let case = read(&t, "lead.zw", &id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_dispatch"), &json!("qfgw")));
        assert_eq!((&case["read_until"], &case["allowed_actions"]), (&json!("2021-09-02T10:00:00+08:00"), &json!([])));
        assert_eq!(case["attachments"][0]["may_open"], false, "purged is purged");
        assert_eq!(opened(&t, "lead.zw", &id, attachment).await, 410);
        assert_eq!(read_history(&t, "lead.zw", &id).await.last().unwrap(), "sector_handed_over");
        t.get("lead.zw", &format!("/api/v1/cases/{id}/precedents")).await.ok();
        t.command("lead.zw", &id, "raise", json!({ "reason": "催办" })).await.refused(403, "not_yours");
        assert!(!listed(&t, "lead.zw", "").await.contains(&id));
        assert_eq!(listed(&t, "lead.zw", "/former").await.len(), 2);

        let ruling = json!({ "sector": "government_service", "reason": "以所办事项为准。" });
        t.command("office", &back, "rule-sector", ruling).await.ok();
        let case = read(&t, "lead.zw", &back).await;
        assert_eq!((&case["holder_unit"]["id"], &case["read_until"]), (&json!("qzwfwj"), &Value::Null));
        assert_eq!(listed(&t, "lead.zw", "/former").await, [&*id]);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
