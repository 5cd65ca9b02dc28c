//! What time alone brings about: found by the clock, given by the system, once.

use serde_json::json;

use crate::support::api::{feedback, text};
use crate::support::{TestApp, both};

/// The case's targets, each with its day and whether it was missed.
async fn targets(t: &TestApp, id: &str) -> Vec<(String, String, bool)> {
    let case = t.case(id).await;
    let shown = |t: &serde_json::Value| (text(&t["target"]), text(&t["due_date"]), t["missed"] == true);
    case["targets"].as_array().unwrap().iter().map(shown).collect()
}

fn of(target: &str, due: &str, missed: bool) -> (String, String, bool) {
    (target.to_owned(), due.to_owned(), missed)
}

/// The targets that the clock has found missed, in its order.
async fn found_missed(t: &TestApp, id: &str) -> Vec<(String, String)> {
    let history = t.history(id).await.into_iter().filter(|e| e["type"] == "target_missed");
    history.map(|e| (text(&e["data"]["target"]), text(&e["data"]["due_date"]))).collect()
}

both! {
    /// Silence until the end of the 2nd working day after dispatch is receipt, and can't be returned.
    async fn silence_is_receipt(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        t.command("handler.qcgw", &id, "receive", json!({})).await.ok();
        t.at("2021-09-03T23:59:59+08:00");
        assert_eq!(t.settle().await, 1, "the target of first contact was missed");
        assert_eq!(t.case(&id).await["assignments"][0]["return_by"], "2021-09-03");
        t.at("2021-09-04T00:00:00+08:00");
        let detail = json!({ "reason": "not_our_duty", "basis": "三定方案" });
        t.command("handler.qzjw", &id, "return", detail.clone()).await.refused(409, "not_returnable");
        assert_eq!(t.settle().await, 1);
        assert_eq!(t.settle().await, 0, "each is found once");
        let case = t.case(&id).await;
        assert_eq!(case["assignments"][0]["received_at"], "2021-09-04T00:00:00+08:00");
        t.command("handler.qzjw", &id, "return", detail).await.refused(409, "already_received");
        let presumed = t.history(&id).await.into_iter().filter(|e| e["type"] == "receipt_presumed").collect::<Vec<_>>();
        assert_eq!(presumed.len(), 1);
        assert_eq!((&presumed[0]["by"]["id"], &presumed[0]["data"]["unit"]), (&json!("system"), &json!("qzjw")));
        assert!(t.verify().is_sound());
    }

    /// A case at which the clock fails is told in the log, and the cases after it go on.
    async fn one_that_fails_keeps_no_other_waiting(t: TestApp) {
        let broken = t.dispatched("qzjw", &[]).await;
        let sound = t.dispatched("qcgw", &[]).await;
        t.db.behind_its_back(&format!("UPDATE streams SET state = '{{}}' WHERE stream = 'case/{broken}'"));
        t.at("2021-09-04T00:00:00+08:00");
        t.app.run_clock().await.unwrap_err();
        let history = t.history(&sound).await;
        assert!(history.iter().any(|event| event["type"] == "receipt_presumed"));
    }

    /// One and three working days after the deadline somebody is told; the second co unit too.
    async fn being_overdue_is_told_twice(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        t.command("handler.qzjw", &id, "receive", json!({})).await.ok();
        // 9月8日（周三）到期；9月9日结束即超期1个工作日，9月13日结束超期3个工作日
        let noted = async || t.case(&id).await["assignments"][0]["overdue_noted"].as_u64().unwrap();
        for (at, expected) in [
            ("2021-09-09T23:59:59+08:00", 0),
            ("2021-09-10T00:00:00+08:00", 1),
            ("2021-09-13T23:59:59+08:00", 1),
            ("2021-09-14T00:00:00+08:00", 3),
            ("2021-10-14T00:00:00+08:00", 3),
        ] {
            t.at(at).settle().await;
            assert_eq!((at, noted().await), (at, expected));
        }
        let told: Vec<_> = t.history(&id).await.into_iter().filter(|e| e["type"] == "overdue_noted").collect();
        assert_eq!(told.iter().map(|e| e["data"]["working_days"].clone()).collect::<Vec<_>>(), [json!(1), json!(3)]);
        assert!(t.verify().is_sound());
    }

    /// A co unit that can't answer while the result is verified is not told of being overdue then.
    async fn who_cannot_answer_is_not_told(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        let noted = async || t.case(&id).await["assignments"][1]["overdue_noted"].as_u64().unwrap();
        // 协办期限9月6日（周一）；主办9月7日反馈，指明差协办
        t.at("2021-09-07T10:00:00+08:00");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        t.at("2021-09-09T09:00:00+08:00").settle().await;
        assert_eq!(noted().await, 0);
        // 退回重办后，协办又可提交，也就又提醒
        t.command("lead.zw", &id, "send-back", json!({ "reason": "缺协办意见。" })).await.ok();
        t.settle().await;
        assert_eq!(noted().await, 1);
        assert!(t.verify().is_sound());
    }

    /// A clock that stood still for weeks catches up in one go.
    async fn a_clock_that_stood_still_catches_up(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        t.at("2021-11-01T09:00:00+08:00");
        assert_eq!(t.settle().await, 1);
        let kinds: Vec<String> = t.history(&id).await.iter().map(|e| text(&e["type"])).collect();
        let found = ["receipt_presumed", "overdue_noted", "overdue_noted", "target_missed"];
        assert_eq!(kinds[kinds.len() - 4..], found);
        assert_eq!(t.settle().await, 0);
    }

    /// Targets are shown and not binding: contact, dispatch, verification.
    async fn targets_are_missed_or_met(t: TestApp) {
        let id = t.awaiting_dispatch().await;
        assert_eq!(targets(&t, &id).await, [of("dispatch", "2021-09-02", false)]);
        t.at("2021-09-03T09:00:00+08:00");
        assert_eq!(t.settle().await, 1);
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        t.command("handler.qzjw", &id, "note", json!({ "kind": "contacted", "text": "已电话联系" })).await.ok();
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(
            targets(&t, &id).await,
            [of("dispatch", "2021-09-02", true), of("contact", "2021-09-06", false), of("verification", "2021-09-08", false)]
        );
        t.at("2021-09-09T00:00:00+08:00");
        assert_eq!(t.settle().await, 1);
        assert_eq!(t.settle().await, 0);
        let found = [("dispatch", "2021-09-02"), ("verification", "2021-09-08")];
        assert_eq!(found_missed(&t, &id).await, found.map(|(target, day)| (target.to_owned(), day.to_owned())));
    }

    /// What ended before its day can't be missed any more, by no unit; what took its place runs to its own day.
    async fn a_target_that_ended_is_not_missed(t: TestApp) {
        let returning = json!({ "reason": "not_our_duty", "basis": "三定方案" });
        let stuck = json!({ "reason": "两家各执一词。" });
        let [returned, raised] = [t.dispatched("qzjw", &[]).await, t.dispatched("qzjw", &[]).await];
        let handed = t.awaiting_dispatch().await;
        t.at("2021-09-02T10:00:00+08:00");
        t.command("handler.qzjw", &returned, "return", returning.clone()).await.ok();
        t.dispatch("lead.zw", &[&returned], "qcgw", &[]).await;
        t.command("lead.zw", &raised, "raise", stuck).await.ok();
        t.command("lead.zw", &handed, "hand-over-sector", json!({ "reason": "属商事服务。" })).await.ok();
        t.at("2021-09-03T00:00:00+08:00");
        assert_eq!(t.settle().await, 0);
        let met = |day| of("dispatch", day, false);
        assert_eq!(targets(&t, &raised).await, [met("2021-09-02")]);
        assert_eq!(targets(&t, &handed).await, [met("2021-09-03")]);
        let after_return = [met("2021-09-02"), met("2021-09-03"), of("contact", "2021-09-03", false)];
        assert_eq!(targets(&t, &returned).await, after_return);
        t.at("2021-09-04T00:00:00+08:00");
        assert_eq!(t.settle().await, 2);
        assert_eq!(found_missed(&t, &returned).await, [("contact".to_owned(), "2021-09-03".to_owned())]);
        assert_eq!(found_missed(&t, &handed).await, [("dispatch".to_owned(), "2021-09-03".to_owned())]);
        assert!(found_missed(&t, &raised).await.is_empty());
        assert!(t.verify().is_sound());
    }

    /// Found late, a target that ran out is marked, and not the one that runs since.
    async fn only_the_target_that_ran_out_is_missed(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        t.at("2021-09-03T09:00:00+08:00");
        let returning = json!({ "reason": "not_our_duty", "basis": "三定方案" });
        t.command("handler.qzjw", &id, "return", returning).await.ok();
        t.dispatch("lead.zw", &[&id], "qcgw", &[]).await;
        assert_eq!(t.settle().await, 1);
        assert_eq!(found_missed(&t, &id).await, [("contact".to_owned(), "2021-09-02".to_owned())]);
        let contacts = async || {
            let all = targets(&t, &id).await.into_iter();
            all.filter(|(target, ..)| target == "contact").collect::<Vec<_>>()
        };
        let (first, second) = (of("contact", "2021-09-02", true), of("contact", "2021-09-06", false));
        assert_eq!(contacts().await, [first.clone(), second.clone()]);

        // Sent back, the units work on; the first contact isn't due once more.
        t.command("handler.qcgw", &id, "give-feedback", feedback()).await.ok();
        t.command("lead.zw", &id, "send-back", json!({ "reason": "仍未办结。" })).await.ok();
        assert_eq!(contacts().await, [first, second]);
        assert!(t.verify().is_sound());
    }

    /// Silence of a working day confirms a sheet.
    async fn silence_confirms_a_sheet(t: TestApp) {
        let id = t.awaiting_dispatch().await;
        let sheet = t.drafted("lead.zw", &[&id], "qzjw", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        t.at("2021-09-02T23:59:59+08:00").settle().await;
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.refused(409, "sheet_not_confirmed");
        t.at("2021-09-03T00:00:00+08:00").settle().await;
        let history = t.get("office", &format!("/api/v1/work-orders/{sheet}/history")).await.ok();
        let last = history["items"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((&last["type"], &last["by"]["id"]), (&json!("confirmation_presumed"), &json!("system")));
        t.order("handler.qzjw", &sheet, "decline", json!({ "reason": "不属本单位职责" })).await
            .refused(409, "already_answered");
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.ok();
        assert!(t.verify().is_sound());
    }

    /// Two processes at once do each thing once.
    async fn two_clocks_do_each_thing_once(t: TestApp) {
        let mut ids = Vec::new();
        for _ in 0..6 {
            ids.push(t.dispatched("qzjw", &[]).await);
        }
        t.at("2021-09-10T00:00:00+08:00");
        let other = t.another_process();
        let (first, second) = tokio::join!(t.app.run_clock(), other.run_clock());
        assert_eq!(first.unwrap() + second.unwrap() , ids.len());
        for id in &ids {
            let told = t.history(id).await.iter().filter(|e| e["type"] == "overdue_noted").count();
            assert_eq!(told, 1);
        }
        assert!(t.verify().is_sound());
    }
}
