//! A case in the units' hands (plan §5.3): signed for, done together, fed back in time or late,
//! or raised where it is stuck.

use serde_json::{Value, json};

use crate::support::api::{callback, feedback, text, verification};
use crate::support::{TestApp, both};

/// One share of the case: `share(&case, 1)`.
fn share(case: &Value, i: usize) -> &Value {
    &case["assignments"][i]
}

fn opinion() -> Value {
    json!({ "opinion": "现场已核实，情况属实。" })
}

/// The numbers of the cases that the lead finds under this light.
async fn under(t: &TestApp, light: &str) -> Vec<String> {
    let found = t.get("lead.zw", &format!("/api/v1/cases?light={light}")).await.ok();
    let mut numbers: Vec<String> = found["items"].as_array().unwrap().iter().map(|c| text(&c["number"])).collect();
    numbers.sort();
    numbers
}

both! {
    /// 签收、协办、反馈: each unit for its own part.
    async fn main_and_co_units_sign_and_answer(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw", "qjw"]).await;
        let give = async |who: &str, command: &str, body| t.command(who, &id, command, body).await;
        give("lead.zw", "receive", json!({})).await.refused(403, "role_may_not");
        give("handler.qmzj", "receive", json!({})).await.refused(404, "not_found");
        t.at("2021-09-02T09:00:00+08:00");
        give("handler.qzjw", "receive", json!({})).await.ok();
        give("handler.qzjw", "receive", json!({})).await.refused(409, "already_received");
        assert_eq!(t.told("handler.qzjw", &id, "receive").await, "already_received");
        give("handler.qcgw", "receive", json!({})).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("in_progress"), &json!("qzjw")));
        for i in [0, 1] {
            assert_eq!(share(&case, i)["received_at"], "2021-09-02T09:00:00+08:00");
        }
        assert_eq!(share(&case, 2)["received_at"], Value::Null);

        // 各做各的：主办不提交协办意见，协办不反馈结果
        give("handler.qzjw", "give-co-opinion", opinion()).await.refused(403, "not_yours");
        give("handler.qcgw", "give-feedback", feedback()).await.refused(403, "not_yours");
        give("handler.qzjw", "give-feedback", json!({ "solved": true, "done": "已办。" })).await.names_field("cause");

        // 协办意见未到期又未提交，主办不能反馈，并指明差谁
        let pending = give("handler.qzjw", "give-feedback", feedback()).await.refused(409, "co_opinion_pending");
        assert!(text(&pending["detail"]).contains("区城管委、区教委"), "{pending}");
        assert_eq!(t.told("handler.qzjw", &id, "give_feedback").await, "co_opinion_pending");
        t.at("2021-09-03T09:00:00+08:00");
        give("handler.qcgw", "give-co-opinion", opinion()).await.ok();
        give("handler.qcgw", "give-co-opinion", opinion()).await.refused(409, "already_answered");
        let pending = give("handler.qzjw", "give-feedback", feedback()).await.refused(409, "co_opinion_pending");
        assert!(!text(&pending["detail"]).contains("区城管委"), "{pending}");
        give("handler.qjw", "give-co-opinion", opinion()).await.ok();
        assert_eq!(t.told("handler.qzjw", &id, "give_feedback").await, "allowed");
        give("handler.qzjw", "give-feedback", feedback()).await.ok();

        // 反馈即视为签收；协办意见同
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_verification"), &json!("qzwfwj")));
        assert_eq!((&case["feedback"]["missing_co"], &case["feedback"]["late"]), (&json!([]), &json!(false)));
        assert_eq!((&case["feedback"]["done"], &case["cause"]), (&feedback()["done"], &json!("guide_unclear")));
        assert_eq!(share(&case, 1)["answer"], opinion()["opinion"]);
        assert_eq!(share(&case, 2)["received_at"], "2021-09-03T09:00:00+08:00");
        for i in 0..3 {
            assert_eq!(
                (&share(&case, i)["state"], &share(&case, i)["light"]),
                (&json!("answered"), &Value::Null),
                "the clock stopped"
            );
        }
        for (command, body) in [("receive", json!({})), ("give-feedback", feedback()), ("give-co-opinion", opinion())] {
            give("handler.qzjw", command, body).await.only_in(&["in_progress"]);
        }
    }

    /// A co unit that lets its date pass doesn't stop the main unit; it is named.
    async fn a_late_co_unit_is_named_and_does_not_stop_the_main(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw", "qjw"]).await;
        t.command("handler.qjw", &id, "give-co-opinion", opinion()).await.ok();
        t.at("2021-09-06T23:59:59+08:00");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.refused(409, "co_opinion_pending");
        t.at("2021-09-07T00:00:00+08:00");
        let case = t.case(&id).await;
        assert_eq!((&share(&case, 1)["light"], &share(&case, 0)["light"]), (&json!("red"), &json!("amber")));
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(case["feedback"]["missing_co"], json!([{ "id": "qcgw", "name": "区城管委" }]));
        assert_eq!((&share(&case, 1)["state"], &share(&case, 1)["received_at"]), (&json!("open"), &Value::Null));
        t.command("handler.qcgw", &id, "give-co-opinion", opinion()).await.only_in(&["in_progress"]);

        // 退回重办后，协办补交，仍记逾期；主办再次反馈不再差谁
        t.command("lead.zw", &id, "send-back", json!({ "reason": "缺协办意见。" })).await.ok();
        t.command("handler.qcgw", &id, "give-co-opinion", opinion()).await.ok();
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["feedback"]["missing_co"], &share(&case, 1)["late"], &share(&case, 2)["late"]),
            (&json!([]), &json!(true), &json!(false))
        );

        // 办结时尚未提交的协办，逾期也留下
        let silent = t.dispatched("qzjw", &["qcgw"]).await;
        t.at("2021-09-10T00:00:00+08:00");
        t.command("handler.qzjw", &silent, "give-feedback", feedback()).await.refused(409, "co_opinion_pending");
        t.at("2021-09-14T09:00:00+08:00");
        t.command("handler.qzjw", &silent, "give-feedback", feedback()).await.ok();
        t.command("lead.zw", &silent, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &silent, "verify-solved", verification()).await.ok();
        let case = t.case(&silent).await;
        assert_eq!((&share(&case, 0)["late"], &share(&case, 1)["late"]), (&json!(false), &json!(true)));
    }

    /// On its own last day the main unit needn't wait for a co unit whose date is the same.
    async fn on_its_last_day_the_main_unit_waits_for_nobody(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        let later = json!({ "until": "2021-09-08", "reason": "须现场勘验。" });
        t.command("handler.qcgw", &id, "request-extension", later).await.ok();
        let granted = json!({ "unit": "qcgw", "granted": true, "reason": "属实。", "reporter_told": "phone" });
        t.command("lead.zw", &id, "decide-extension", granted).await.ok();
        t.at("2021-09-07T23:59:59+08:00");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.refused(409, "co_opinion_pending");
        t.at("2021-09-08T00:00:00+08:00");
        assert_eq!(share(&t.case(&id).await, 1)["light"], "amber", "the co unit isn't overdue");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(t.case(&id).await["feedback"]["missing_co"], json!([{ "id": "qcgw", "name": "区城管委" }]));
    }

    /// In time to the last second of the day; late from midnight. Lights tell beforehand.
    async fn feedback_is_in_time_to_the_end_of_the_day(t: TestApp) {
        let in_time = t.dispatched("qzjw", &[]).await;
        let late = t.dispatched("qzjw", &[]).await;
        let both = vec!["2021-0001".to_owned(), "2021-0002".to_owned()];
        let none: Vec<String> = Vec::new();
        for (at, light) in [
            ("2021-09-01T09:00:00+08:00", "green"),
            ("2021-09-06T23:59:59+08:00", "green"),
            ("2021-09-07T00:00:00+08:00", "amber"),
            ("2021-09-08T23:59:59+08:00", "amber"),
        ] {
            t.at(at);
            let case = t.case(&late).await;
            assert_eq!(
                (&case["light"], &share(&case, 0)["light"], &case["due_date"]),
                (&json!(light), &json!(light), &json!("2021-09-08")),
                "{at}"
            );
            for other in ["green", "amber", "red"] {
                assert_eq!(under(&t, other).await, *if other == light { &both } else { &none }, "{other} at {at}");
            }
        }
        t.command("handler.qzjw", &in_time, "give-feedback", feedback()).await.ok();
        t.at("2021-09-09T00:00:00+08:00");
        assert_eq!(t.case(&late).await["light"], "red");
        let red = t.get("handler.qzjw", "/api/v1/cases?light=red").await.ok();
        assert_eq!((&red["items"][0]["number"], &red["items"][0]["light"]), (&json!("2021-0002"), &json!("red")));
        assert_eq!(under(&t, "amber").await, none);
        t.command("handler.qzjw", &late, "give-feedback", feedback()).await.ok();
        assert_eq!(under(&t, "red").await, none, "the clock stopped");

        for (id, expected) in [(&in_time, false), (&late, true)] {
            let case = t.case(id).await;
            assert_eq!((&case["feedback"]["late"], &share(&case, 0)["late"]), (&json!(expected), &json!(expected)));
            assert_eq!((&case["light"], &case["due_date"]), (&Value::Null, &Value::Null));
        }
    }

    /// 提级协调 of a government case, from wherever it is stuck; what was late stays late.
    async fn the_lead_takes_a_stuck_government_case(t: TestApp) {
        let reason = json!({ "reason": "两家各执一词，已协调两次。" });
        let waiting = t.awaiting_dispatch().await;
        let on_draft = t.drafted("lead.zw", &[&waiting], "qzjw", &[]).await;
        let late = t.dispatched("qzjw", &["qcgw"]).await;
        let answered = t.fed_back("qzjw").await;
        let accepted = t.accepted().await;

        let raise = async |who: &str, id: &str| t.command(who, id, "raise", reason.clone()).await;
        raise("handler.qzjw", &late).await.refused(403, "role_may_not");
        raise("butler", &late).await.refused(404, "not_found");
        raise("lead.ss", &late).await.refused(404, "not_found");
        raise("lead.zw", &accepted).await.only_in(&["awaiting_dispatch", "in_progress", "awaiting_verification"]);
        t.command("lead.zw", &late, "raise", json!({})).await.names_field("reason");

        t.at("2021-09-07T10:00:00+08:00");
        raise("lead.zw", &waiting).await.ok();
        assert_eq!(t.sheet(&on_draft).await["rows"], json!([]), "taken off the draft");
        raise("lead.zw2", &answered).await.ok();
        t.at("2021-09-09T00:00:00+08:00");
        raise("lead.zw", &late).await.ok();
        for id in [&waiting, &late, &answered] {
            let case = t.case(id).await;
            assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("under_coordination"), &json!("qzwfwj")));
            assert_eq!((&case["level"], &case["due_date"]), (&json!(2), &Value::Null), "the government level stays");
        }
        let case = t.case(&late).await;
        assert_eq!((&share(&case, 0)["late"], &share(&case, 1)["late"]), (&json!(true), &json!(true)));
        assert_eq!((&share(&case, 0)["state"], &share(&case, 0)["light"]), (&json!("raised"), &Value::Null));
        let case = t.case(&answered).await;
        assert_eq!((&share(&case, 0)["late"], &share(&case, 0)["state"]), (&json!(false), &json!("raised")));
        t.command("handler.qzjw", &late, "give-feedback", feedback()).await.only_in(&["in_progress"]);

        // 协调后重新派给另一单位，或由专班报告结果
        t.dispatch("lead.zw", &[&late], "qwhlyj", &[]).await;
        let case = t.case(&late).await;
        assert_eq!((&case["state"], &share(&case, 2)["due_date"]), (&json!("in_progress"), &json!("2021-09-16")));
        let result = json!({ "solved": true, "done": "现场会商，当日补办。", "cause": "many_units" });
        t.command("handler.qzjw", &waiting, "report-coordinated", result.clone()).await.refused(403, "role_may_not");
        t.command("lead.zw", &late, "report-coordinated", result.clone()).await.only_in(&["under_coordination"]);
        t.command("lead.zw", &waiting, "report-coordinated", result.clone()).await.ok();
        let case = t.case(&waiting).await;
        assert_eq!((&case["state"], &case["feedback"]["source"]), (&json!("awaiting_verification"), &json!("coordination")));

        // 报告结果的人不核查、不回访自己的结果，但可以记事、再提级
        for (command, body) in
            [("record-callback", callback(true)), ("verify-solved", verification()), ("send-back", reason.clone())]
        {
            t.command("lead.zw", &waiting, command, body).await.refused(403, "segregation");
        }
        t.command("lead.zw", &waiting, "note", json!({ "kind": "general", "text": "附会商纪要。" })).await.ok();
        t.command("lead.zw2", &waiting, "send-back", json!({ "reason": "现场未见整改。" })).await.ok();
        let case = t.case(&waiting).await;
        assert_eq!(
            (&case["state"], &case["due_date"]),
            (&json!("under_coordination"), &Value::Null),
            "nobody else had it"
        );
        t.command("lead.zw", &waiting, "report-coordinated", result).await.ok();
        t.command("lead.zw2", &waiting, "record-callback", callback(true)).await.ok();
        t.command("lead.zw2", &waiting, "verify-solved", verification()).await.ok();
        assert_eq!(t.case(&waiting).await["closed"]["outcome"], "solved");
    }

    /// 总管家 takes a stuck business case, which becomes one of level 1 (plan §4.2).
    async fn the_chief_butler_takes_a_stuck_business_case(t: TestApp) {
        let reason = json!({ "reason": "涉及三个部门，管家协调未果。" });
        let by_butler = t.business_awaiting_dispatch().await;
        let by_chief = t.business_awaiting_dispatch().await;
        let by_lead = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&by_chief, &by_lead], "qscjgj", &["qyjj"]).await;
        t.command("chief", &by_butler, "report-coordinated", json!({ "solved": true, "done": "好", "cause": "other" }))
            .await
            .only_in(&["under_coordination"]);
        t.command("resident", &by_butler, "raise", reason.clone()).await.refused(403, "role_may_not");
        t.command("butler", &by_butler, "raise", reason.clone()).await.ok();
        t.command("chief", &by_chief, "raise", reason.clone()).await.ok();
        t.command("handler.qscjgj", &by_lead, "give-feedback", feedback()).await.refused(409, "co_opinion_pending");
        t.command("lead.ss", &by_lead, "raise", reason.clone()).await.ok();
        for id in [&by_butler, &by_chief, &by_lead] {
            let case = t.case(id).await;
            assert_eq!(
                (&case["state"], &case["holder_unit"]["id"], &case["level"]),
                (&json!("under_coordination"), &json!("zgj"), &json!(1))
            );
        }

        // 由总管家协调：管家不能代为报告，核查由区发改委
        let result = json!({ "solved": true, "done": "合并检查，一季一次。", "cause": "many_units" });
        t.command("butler", &by_chief, "report-coordinated", result.clone()).await.refused(403, "role_may_not");
        t.command("lead.ss", &by_chief, "report-coordinated", result.clone()).await.refused(403, "not_yours");
        t.command("chief", &by_chief, "report-coordinated", result).await.ok();
        let case = t.case(&by_chief).await;
        assert_eq!((&case["holder_unit"]["id"], &case["level"]), (&json!("qfgw"), &json!(1)));
        t.command("chief", &by_chief, "verify-solved", verification()).await.refused(403, "role_may_not");
        t.command("lead.ss", &by_chief, "record-callback", callback(true)).await.ok();
        t.command("lead.ss", &by_chief, "verify-solved", verification()).await.names_field("summary");
        let summed_up = json!({ "finding": "属实。", "summary": "检查计划须跨部门合并。" });
        t.command("lead.ss", &by_chief, "verify-solved", summed_up).await.ok();

        // 总管家也可再派一单；解释说明亦可
        t.dispatch("chief", &[&by_lead], "qyjj", &[]).await;
        assert_eq!(t.case(&by_lead).await["holder_unit"]["id"], "qyjj");
        t.command(
            "chief",
            &by_butler,
            "explain",
            json!({ "provision": "《安全生产法》第六十五条", "answer": "专项检查不能免。" }),
        )
        .await
        .ok();
        let case = t.case(&by_butler).await;
        assert_eq!((&case["closed"]["outcome"], &case["level"]), (&json!("explained"), &json!(1)));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
