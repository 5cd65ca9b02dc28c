//! 政策限制类问题 (plan A1): explained, collected, sent to the city.

use serde_json::{Value, json};

use crate::support::api::{business_registration, text};
use crate::support::first_level::letter;
use crate::support::{TestApp, both};

const ISSUES: &str = "/api/v1/policy-issues";

fn restricted() -> Value {
    json!({ "provision": "《某管理办法》第七条", "answer": "现行规定不允许，已向您解释。", "cause": "policy_restricts" })
}

fn reported() -> Value {
    json!({ "body": "市营商环境办公室", "document_number": "东营商办〔2021〕20号", "document_date": "2021-09-01",
            "text": "建议修订第七条。" })
}

async fn issues(t: &TestApp, who: &str) -> Vec<Value> {
    t.get(who, ISSUES).await.ok()["items"].as_array().unwrap().clone()
}

both! {
    /// The plan's S-NO-MUNI: explained, collected, sent to the city.
    async fn a_policy_restriction_is_explained_collected_and_sent_to_the_city(t: TestApp) {
        let id = text(&t.post("butler", "/api/v1/cases", business_registration()).await.ok()["id"]);
        t.command("butler", &id, "request-opinion", json!({ "unit": "qscjgj", "question": "能否合并检查？" })).await.ok();
        let no = json!({ "conforms": false, "provision": "《某管理办法》第七条" });
        t.command("handler.qscjgj", &id, "give-opinion", no).await.ok();
        assert_eq!(issues(&t, "office").await, Vec::<Value>::new());
        t.command("butler", &id, "explain", restricted()).await.ok();
        assert_eq!(t.case(&id).await["closed"]["outcome"], "explained");

        let listed = issues(&t, "office").await;
        let [issue] = &listed[..] else { panic!("{listed:?}") };
        assert_eq!((&issue["number"], &issue["state"], &issue["case"]), (&json!("2021-0001"), &json!("open"), &json!(id)));
        let path = format!("{ISSUES}/{}", text(&issue["id"]));
        let view = t.get("lead.ss", &path).await.ok();
        assert_eq!(
            (&view["provision"], &view["matter_name"], &view["case_number"], &view["report"]),
            (&restricted()["provision"], &json!("涉企重复检查协调"), &json!("2021-0001"), &Value::Null)
        );

        // 报送市级，只报一次
        let report = async |who: &str, tag: &str, body: Value| {
            t.post_with(who, &format!("{path}/report"), &[("If-Match", tag)], body).await
        };
        report("lead.ss", "\"1\"", reported()).await.refused(403, "role_may_not");
        report("office", "\"9\"", reported()).await.refused(412, "version_conflict");
        t.post("office", &format!("{path}/report"), reported()).await.refused(428, "if_match_required");
        let mut future = reported();
        future["document_date"] = json!("2021-09-02");
        report("office", "\"1\"", future).await.names_field("document_date");
        report("office", "\"1\"", json!({ "body": "市营商办" })).await.names_field("document_number");
        report("office", "\"1\"", reported()).await.ok();
        report("office", "\"2\"", reported()).await.only_in(&["open"]);
        let view = t.get("office", &path).await.ok();
        assert_eq!((&view["state"], &view["report"]["text"]), (&json!("reported"), &reported()["text"]));
        assert_eq!(view["report"]["document_number"], reported()["document_number"]);
        let history = t.get("auditor", &format!("{path}/history")).await.ok();
        let types: Vec<&str> = history["items"].as_array().unwrap().iter().map(|e| e["type"].as_str().unwrap()).collect();
        assert_eq!(types, ["policy_issue_opened", "policy_issue_reported"]);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Wherever it is explained so; and for no other cause.
    async fn an_issue_opens_wherever_the_explanation_is_given(t: TestApp) {
        let other = json!({ "provision": "第九条", "answer": "须产权人申请。", "cause": "rules_conflict" });
        let plain = t.registered().await;
        t.command("intake", &plain, "explain", other).await.ok();
        assert_eq!(issues(&t, "office").await.len(), 0);

        let mut explained = Vec::new();
        for (who, id) in [("intake", t.registered().await), ("lead.zw", t.awaiting_dispatch().await),
                          ("lead.zw", t.fed_back("qzjw").await), ("lead.zw", t.stuck().await)] {
            t.command(who, &id, "explain", restricted()).await.ok();
            explained.push(id);
        }
        // 由联席会议定，两件一并
        let (one, two) = (t.submitted().await, t.submitted().await);
        let meeting = t.held(&[&one, &two]).await;
        for id in [&one, &two] {
            let body = json!({ "case": id, "decision": "向反映人解释。", "settlement": { "explain": restricted() } });
            t.convene("office", &meeting, "resolve", body).await.ok();
        }
        assert_eq!(issues(&t, "office").await.len(), 4);
        t.convene("office", &meeting, "sign", json!({})).await.ok();
        explained.extend([one, two]);
        // 由上级答复
        let id = t.referred_up().await;
        let reply = json!({ "document_number": letter()["document_number"], "document_date": "2021-09-01", "text": "不同意。",
                            "settlement": { "explain": restricted() } });
        t.command("office", &id, "record-reply", reply).await.ok();
        explained.push(id);

        let mut of: Vec<String> = issues(&t, "office").await.iter().map(|issue| text(&issue["case"])).collect();
        of.sort();
        explained.sort();
        assert_eq!(of, explained, "one for each");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// The office, the sector's lead, and those who see all; nobody else.
    async fn who_may_read_policy_issues(t: TestApp) {
        let id = t.registered().await;
        t.command("intake", &id, "explain", restricted()).await.ok();
        let path = format!("{ISSUES}/{}", text(&issues(&t, "office").await[0]["id"]));
        for who in ["lead.zw", "lead.zw2", "supervisor", "leader", "auditor"] {
            assert_eq!(issues(&t, who).await.len(), 1, "{who}");
            t.get(who, &path).await.ok();
        }
        assert_eq!(issues(&t, "lead.ss").await.len(), 0);
        for path in [path.clone(), format!("{path}/history")] {
            t.get("lead.ss", &path).await.refused(404, "not_found");
        }
        for who in ["intake", "butler", "chief", "handler.qzjw", "head.qzjw", "admin", "online-hall"] {
            t.get(who, ISSUES).await.refused(403, "role_may_not");
            t.get(who, &path).await.refused(403, "role_may_not");
        }
        assert_eq!(t.get("office", &format!("{ISSUES}?state=reported")).await.ok()["items"], json!([]));
        assert_eq!(t.get("office", &format!("{ISSUES}?state=open&limit=1")).await.ok()["items"][0]["number"], "2021-0001");
        t.get("office", &format!("{ISSUES}?state=lost")).await.names_field("state");
    }
}
