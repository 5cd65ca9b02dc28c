//! 待办: what waits for whom at each step of a case's way, by role and unit, the nearest first.

use serde_json::{Value, json};

use crate::support::api::{callback, feedback, text, verification};
use crate::support::{Answer, TestApp, both};

const INBOX: &str = "/api/v1/inbox";

/// Everybody who has an inbox, in one post each.
const EVERYBODY: &[&str] = &[
    "intake",
    "intake.dt_jingshan",
    "resident",
    "butler",
    "chief",
    "handler.qzjw",
    "head.qzjw",
    "handler.qcgw",
    "lead.zw",
    "lead.ss",
    "office",
];

/// What waits for this person: kind, number and date of each, in the order shown.
async fn waiting(t: &TestApp, who: &str) -> Vec<(String, String, String)> {
    let items = t.get(who, INBOX).await.ok()["items"].as_array().unwrap().clone();
    let date = |item: &Value| item["due_date"].as_str().unwrap_or("-").to_owned();
    items.iter().map(|item| (text(&item["kind"]), text(&item["case"]["number"]), date(item))).collect()
}

/// That exactly this waits for exactly these people: one thing each, with its date (`-`: none).
async fn assert_waits(t: &TestApp, step: &str, expected: &[(&str, &[(&str, &str)])]) {
    for who in EVERYBODY {
        let things = expected.iter().find(|(name, _)| name == who).map_or(&[][..], |(_, things)| *things);
        let found = waiting(t, who).await;
        let found: Vec<(&str, &str)> = found.iter().map(|(kind, _, due)| (kind.as_str(), due.as_str())).collect();
        assert_eq!(found, things, "{who} after {step}");
        let counts = t.get(who, &format!("{INBOX}/counts")).await.ok();
        let count = |kind: &str| things.iter().filter(|(k, _)| *k == kind).count();
        for counted in counts["kinds"].as_array().unwrap() {
            assert_eq!(counted["count"], json!(count(counted["kind"].as_str().unwrap())), "{who} after {step}");
        }
        let counted: u64 = counts["kinds"].as_array().unwrap().iter().map(|k| k["count"].as_u64().unwrap()).sum();
        assert_eq!(counted, things.len() as u64, "{who} after {step}");
    }
}

async fn page(t: &TestApp, who: &str, query: &str) -> Answer {
    t.get(who, &format!("{INBOX}?{query}")).await
}

fn opinion() -> Value {
    json!({ "opinion": "现场已核实。" })
}

both! {
    /// A citizen's case: at the window, in review, with the lead, the units, the verifier, and after.
    async fn a_case_waits_for_one_after_another(t: TestApp) {
        let id = t.registered().await;
        let give = async |who: &str, command: &str, body| t.command(who, &id, command, body).await.ok();
        let none = "-";
        assert_waits(&t, "register", &[("intake", &[("screen", none)])]).await;
        give("intake", "accept", json!({})).await;
        assert_waits(&t, "accept", &[("intake", &[("settle", none)])]).await;
        give("intake", "request-opinion", json!({ "unit": "qzjw", "question": "是否符合过户条件？" })).await;
        let asked: &[_] = &[("give_opinion", "2021-09-03")];
        assert_waits(&t, "request_opinion", &[("handler.qzjw", asked), ("head.qzjw", asked)]).await;
        give("handler.qzjw", "give-opinion", json!({ "conforms": true, "provision": "第十八条" })).await;
        assert_waits(&t, "give_opinion", &[("intake", &[("settle", none)])]).await;
        give("intake", "pass-on", json!({})).await;
        assert_waits(&t, "pass_on", &[("lead.zw", &[("dispatch", "2021-09-02")])]).await;

        // 工作单待确认：列在责任单位的待办里，协办单位没有
        let sheet = t.drafted("lead.zw", &[&id], "qzjw", &["qcgw"]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        for (who, expected) in [("handler.qzjw", 1), ("head.qzjw", 1), ("handler.qcgw", 0), ("lead.zw", 0)] {
            let counts = t.get(who, "/api/v1/inbox/counts").await.ok();
            let sheets = counts["to_confirm"].as_array().unwrap();
            assert_eq!(sheets.len(), expected, "{who}");
            assert!(sheets.iter().all(|s| s["id"] == json!(sheet) && s["number"] == "2021-0001"));
        }
        t.order("handler.qzjw", &sheet, "confirm", json!({})).await.ok();
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.ok();
        let counts = t.get("handler.qzjw", "/api/v1/inbox/counts").await.ok();
        assert_eq!(counts["to_confirm"], json!([]));

        let co: &[_] = &[("receive", "2021-09-06")];
        let main: &[_] = &[("receive", "2021-09-08")];
        assert_waits(&t, "dispatch", &[("handler.qzjw", main), ("head.qzjw", main), ("handler.qcgw", co)]).await;
        give("handler.qzjw", "receive", json!({})).await;
        give("handler.qcgw", "receive", json!({})).await;
        let (main, co): (&[_], &[_]) = (&[("handle", "2021-09-08")], &[("co_handle", "2021-09-06")]);
        assert_waits(&t, "receive", &[("handler.qzjw", main), ("head.qzjw", main), ("handler.qcgw", co)]).await;

        // 申请延期（主办、协办各一）、申请提级：都等牵头部门；同类的只列最近一个日期
        give("handler.qzjw", "request-extension", json!({ "until": "2021-09-15", "reason": "等系统改造。" })).await;
        give("handler.qcgw", "request-extension", json!({ "until": "2021-09-07", "reason": "等现场核实。" })).await;
        give("handler.qzjw", "request-coordination", json!({ "reason": "推不动。", "tried": "发函。" })).await;
        let lead: &[_] = &[("decide_extension", "2021-09-06"), ("decide_coordination", "2021-09-08")];
        let at_work = [("handler.qzjw", main), ("head.qzjw", main), ("handler.qcgw", co), ("lead.zw", lead)];
        assert_waits(&t, "requests", &at_work).await;
        give("lead.zw", "refuse-coordination", json!({ "reason": "再沟通一次。" })).await;
        give("handler.qcgw", "give-co-opinion", opinion()).await;
        give("handler.qzjw", "give-feedback", feedback()).await;
        let lead: &[_] = &[("verify", "2021-09-06"), ("decide_extension", "2021-09-06")];
        let found = waiting(&t, "lead.zw").await;
        assert_eq!(found.len(), lead.len(), "{found:?}");
        for unit in ["qzjw", "qcgw"] {
            let told = json!({ "unit": unit, "granted": false, "reason": "已反馈。" });
            give("lead.zw", "decide-extension", told).await;
        }
        assert_waits(&t, "give_feedback", &[("lead.zw", &[("verify", "2021-09-06")])]).await;

        // 办结后：答复不满意的，决定重新办理的
        let poor = json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied" });
        give("lead.zw", "record-callback", poor).await;
        give("lead.zw", "verify-solved", verification()).await;
        let lead: &[_] = &[("answer_dissatisfaction", "2021-09-08")];
        assert_waits(&t, "verify_solved", &[("lead.zw", lead)]).await;
        give("intake", "request-reopen", json!({ "reason": "又不给过户了。" })).await;
        let office: &[_] = &[("decide_reopen", "2021-09-03")];
        assert_waits(&t, "request_reopen", &[("lead.zw", lead), ("office", office)]).await;
        give("lead.zw2", "answer-dissatisfaction", json!({ "answer": "已致歉。" })).await;
        assert_waits(&t, "answer_dissatisfaction", &[("office", office)]).await;
        give("office", "reopen", json!({ "reason": "情况属实。" })).await;
        assert_waits(&t, "reopen", &[("lead.zw", &[("dispatch", "2021-09-02")])]).await;
        give("lead.zw", "explain", json!({ "provision": "第十八条", "answer": "须产权人申请。" })).await;
        assert_waits(&t, "explain", &[]).await;
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A company's case: with the butlers, the lead after two refusals, the chief butler.
    async fn a_company_s_case_waits_for_its_butler(t: TestApp) {
        let id = t.business_awaiting_dispatch().await;
        let due = "2021-09-02";
        let give = async |who: &str, command: &str, body| t.command(who, &id, command, body).await.ok();
        assert_waits(&t, "pass_on", &[("butler", &[("dispatch", due)])]).await;
        let basis = json!({ "reason": "not_our_duty", "basis": "三定方案" });
        t.dispatch("butler", &[&id], "qzjw", &[]).await;
        give("handler.qzjw", "return", basis.clone()).await;
        assert_waits(&t, "return", &[("butler", &[("dispatch", due)])]).await;
        t.dispatch("butler", &[&id], "qcgw", &[]).await;
        give("handler.qcgw", "return", basis).await;
        assert_waits(&t, "second return", &[("lead.ss", &[("rule", due)])]).await;
        give("lead.ss", "rule", json!({ "to": { "main_unit": "qzjw" }, "reason": "由其牵头。" })).await;
        give("handler.qzjw", "request-coordination", json!({ "reason": "推不动。", "tried": "发函。" })).await;
        let main: &[_] = &[("receive", "2021-09-08")];
        let chief: &[_] = &[("decide_coordination", "2021-09-08")];
        assert_waits(&t, "rule", &[("handler.qzjw", main), ("head.qzjw", main), ("chief", chief)]).await;
        give("chief", "raise", json!({ "reason": "确需协调。" })).await;
        assert_waits(&t, "raise", &[("chief", &[("coordinate", "-")])]).await;
        give("chief", "report-coordinated", json!({ "solved": true, "done": "合并检查。", "cause": "many_units" })).await;
        assert_waits(&t, "report_coordinated", &[("lead.ss", &[("verify", "2021-09-06")])]).await;
        let visit = json!({
            "channel": "resident_butler", "reporter": { "kind": "company", "name": "北京样例科技有限公司" },
            "matter_name": "临街店铺牌匾审批", "failure": "not_approved", "failure_reason": "互为前置。", "problem": "无牵头。",
        });
        t.post("resident", "/api/v1/cases", visit).await.ok();
        assert_eq!(waiting(&t, "butler").await, waiting(&t, "resident").await, "both of the butlers' unit");
        assert_eq!(waiting(&t, "butler").await[0].0, "screen");
    }

    /// Verification by another lead or the office stands in their inboxes.
    async fn what_the_lead_may_not_judge_waits_for_another(t: TestApp) {
        t.fed_back("qzwfwj").await;
        assert_waits(&t, "feedback by the lead", &[("lead.ss", &[("verify", "2021-09-06")])]).await;
        let both = t.dispatched("qzwfwj", &["qfgw"]).await;
        t.command("handler.qfgw", &both, "give-co-opinion", opinion()).await.ok();
        t.command("handler.qzwfwj", &both, "give-feedback", feedback()).await.ok();
        let verify: &[_] = &[("verify", "2021-09-06")];
        assert_waits(&t, "feedback by both", &[("lead.ss", verify), ("office", verify)]).await;
        let seen = t.get("lead.ss", INBOX).await.ok()["items"][0]["case"]["id"].clone();
        t.get("lead.ss", &format!("/api/v1/cases/{}", text(&seen))).await.ok();

        // 当场办结而不满意的：由另一牵头部门答复，它看得到这件事
        let spot = t.accepted().await;
        t.command("intake", &spot, "solve-on-the-spot", json!({ "answer": "已办。" })).await.ok();
        t.enter("supervisor.two", &[("supervisor", "ldxzb")], Some("ldxzb")).await;
        let poor = json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied" });
        t.command("supervisor.two", &spot, "record-callback", poor).await.ok();
        assert!(waiting(&t, "lead.ss").await.iter().any(|(kind, ..)| kind == "answer_dissatisfaction"));
        t.get("lead.ss", &format!("/api/v1/cases/{spot}")).await.ok();
        assert!(!waiting(&t, "lead.zw").await.iter().any(|(kind, ..)| kind == "answer_dissatisfaction"));
    }

    /// The nearest deadline first, what has none last; page by page, with lights and counts.
    async fn the_nearest_deadline_comes_first(t: TestApp) {
        // 1日、2日、3日各派一件；1日另有一件征求意见（3日到期），一件待协办（6日到期）
        let opinion_due = t.accepted().await;
        let question = json!({ "unit": "qzjw", "question": "是否符合过户条件？" });
        t.command("intake", &opinion_due, "request-opinion", question).await.ok();
        t.dispatched("qcgw", &["qzjw"]).await;
        for at in ["2021-09-01T09:00:00+08:00", "2021-09-02T09:00:00+08:00", "2021-09-03T09:00:00+08:00"] {
            let id = t.at(at).dispatched("qzjw", &[]).await;
            t.command("handler.qzjw", &id, "receive", json!({})).await.ok();
        }
        let row = |kind: &str, number: &str, due: &str| (kind.to_owned(), number.to_owned(), due.to_owned());
        let all = [
            row("give_opinion", "2021-0001", "2021-09-03"),
            row("receive", "2021-0002", "2021-09-06"),
            row("handle", "2021-0003", "2021-09-08"),
            row("handle", "2021-0004", "2021-09-09"),
            row("handle", "2021-0005", "2021-09-10"),
        ];
        assert_eq!(waiting(&t, "handler.qzjw").await, all);

        // 一页一页地翻，不重不漏
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let answer = page(&t, "handler.qzjw", &format!("limit=2{cursor}")).await.ok();
            let items = answer["items"].as_array().unwrap();
            seen.extend(items.iter().map(|i| row(&text(&i["kind"]), &text(&i["case"]["number"]), &text(&i["due_date"]))));
            let Some(next) = answer["next_cursor"].as_str() else { break };
            assert_eq!(items.len(), 2);
            cursor = format!("&cursor={next}");
        }
        assert_eq!(seen, all);
        let handle = page(&t, "handler.qzjw", "kind=handle&limit=200").await.ok();
        assert_eq!(handle["items"].as_array().unwrap().len(), 3);
        assert_eq!(page(&t, "handler.qzjw", "kind=verify").await.ok()["items"], json!([]), "another role's");
        page(&t, "handler.qzjw", "limit=0").await.names_field("limit");
        page(&t, "handler.qzjw", "limit=201").await.names_field("limit");
        page(&t, "handler.qzjw", "kind=sleep").await.names_field("kind");
        page(&t, "handler.qzjw", "cursor=nonsense").await.names_field("cursor");

        // 9月9日零时：8日到期的已红，9日、10日的为黄（10日的前一个工作日起）
        t.at("2021-09-09T00:00:00+08:00");
        let items = t.get("handler.qzjw", INBOX).await.ok()["items"].as_array().unwrap().clone();
        let lights: Vec<&Value> = items.iter().map(|item| &item["light"]).collect();
        assert_eq!(lights, [&json!("red"), &json!("red"), &json!("red"), &json!("amber"), &json!("amber")]);
        let left: Vec<i64> = items.iter().map(|item| item["days_left"].as_i64().unwrap()).collect();
        assert!(left.is_sorted() && left[0] < 0 && left[3..] == [0, 1], "{left:?}");
        let (kind, action) = (&items[4]["kind"], &items[4]["action"]);
        assert_eq!((kind, action), (&json!("handle"), &json!("give_feedback")));
        let counts = t.get("handler.qzjw", "/api/v1/inbox/counts").await.ok();
        let mut kinds: Vec<(String, u64, u64)> = counts["kinds"].as_array().unwrap().iter()
            .map(|k| (text(&k["kind"]), k["count"].as_u64().unwrap(), k["overdue"].as_u64().unwrap())).collect();
        kinds.sort();
        assert_eq!(kinds.remove(0), ("co_handle".into(), 0, 0), "every kind of the role is named");
        assert_eq!(kinds, [("give_opinion".into(), 1, 1), ("handle".into(), 3, 1), ("receive".into(), 1, 1)]);

        // 没有日期的排在最后，也没有灯；翻页到它为止
        let later = t.registered().await;
        t.command("intake", &later, "accept", json!({})).await.ok();
        t.command("intake", &later, "pass-on", json!({})).await.ok();
        t.command("lead.zw", &later, "raise", json!({ "reason": "多部门都推。" })).await.ok();
        t.awaiting_dispatch().await;
        let lead: Vec<(String, String)> = waiting(&t, "lead.zw").await.into_iter().map(|(kind, _, due)| (kind, due)).collect();
        assert_eq!(lead, [("dispatch".into(), "2021-09-10".into()), ("coordinate".to_owned(), "-".to_owned())]);
        let first = page(&t, "lead.zw", "limit=1").await.ok();
        let rest = page(&t, "lead.zw", &format!("limit=1&cursor={}", text(&first["next_cursor"]))).await.ok();
        assert_eq!((&rest["items"][0]["light"], &rest["next_cursor"]), (&Value::Null, &Value::Null));
    }

    /// Who doesn't act on cases has no inbox; in another post another one; closed cases leave it.
    async fn an_inbox_is_of_a_role_in_a_unit(t: TestApp) {
        for who in ["supervisor", "leader", "auditor", "admin", "online-hall"] {
            t.get(who, INBOX).await.refused(403, "role_may_not");
            t.get(who, "/api/v1/inbox/counts").await.refused(403, "role_may_not");
        }
        let id = t.fed_back("qzjw").await;
        assert_eq!(waiting(&t, "lead.zw").await.len(), 1);
        assert_eq!(waiting(&t, "lead.zw@intake/qzwfwj").await, []);
        t.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &id, "verify-solved", verification()).await.ok();
        assert_eq!(waiting(&t, "lead.zw").await, []);
    }
}
