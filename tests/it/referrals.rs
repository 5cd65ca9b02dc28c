//! 上报 (plan §5.5): what the district can't decide goes up, and comes back with a reply.

use serde_json::{Value, json};

use crate::support::api::{callback, text, verification};
use crate::support::first_level::{letter, referral_request, settlement, submission};
use crate::support::{Answer, TestApp, both};

/// A reply that comes to this.
fn reply(disposition: &str) -> Value {
    json!({ "document_number": "京规自函〔2021〕88号", "document_date": "2021-09-01", "text": "原则同意区里意见。",
            "settlement": settlement(disposition) })
}

async fn record(t: &TestApp, id: &str, body: Value) -> Answer {
    t.command("office", id, "record-reply", body).await
}

both! {
    /// Asked for by the coordinator, decided by the office, by another person.
    async fn a_referral_is_asked_for_and_decided(t: TestApp) {
        let id = t.stuck().await;
        let give = async |who: &str, command: &str, body: Value| t.command(who, &id, command, body).await;
        give("office", "refer-up", letter()).await.refused(409, "nothing_pending");
        give("office", "refuse-referral", json!({ "reason": "?" })).await.refused(409, "nothing_pending");
        assert_eq!(t.told("office", &id, "refer_up").await, "nothing_pending");
        give("handler.qwhlyj", "request-referral", referral_request()).await.refused(403, "role_may_not");
        give("chief", "request-referral", referral_request()).await.refused(404, "not_found");
        give("lead.zw", "request-referral", json!({})).await.names_field("reason");
        give("lead.zw", "request-referral", referral_request()).await.ok();
        give("lead.zw2", "request-referral", referral_request()).await.refused(409, "already_pending");
        let pending = &t.case(&id).await["first_level"]["referral_request"];
        assert_eq!((&pending["reason"], &pending["decider"]["id"]), (&referral_request()["reason"], &json!("qysb")));

        let waits = t.get("office", "/api/v1/inbox?kind=decide_referral").await.ok();
        assert_eq!(waits["items"][0]["case"]["id"], id);

        give("lead.zw", "refer-up", letter()).await.refused(403, "role_may_not");
        give("office", "refuse-referral", json!({})).await.names_field("reason");
        give("office", "refuse-referral", json!({ "reason": "区里可以决定。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["first_level"]["referral_request"]), (&json!("under_coordination"), &Value::Null));
        assert_eq!(case["level"], 2, "nothing was referred");

        give("lead.zw2", "request-referral", referral_request()).await.ok();
        let mut wrong = letter();
        wrong["document_date"] = json!("2021-09-02");
        give("office", "refer-up", wrong).await.names_field("document_date");
        give("office", "refer-up", json!({ "body": "市政府", "document_date": "2021-09-01" })).await.names_field("document_number");
        give("office", "refer-up", letter()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["holder_unit"]["id"], &case["level"]),
            (&json!("referred_up"), &json!("qysb"), &json!(1))
        );
        let referral = &case["first_level"]["referrals"][0];
        assert_eq!(
            (&referral["body"], &referral["document_number"], &referral["document_date"], &referral["reply"]),
            (&letter()["body"], &letter()["document_number"], &letter()["document_date"], &Value::Null)
        );
        for (who, command, body) in [("lead.zw", "request-referral", referral_request()), ("office", "refer-up", letter()),
                                     ("office", "refuse-referral", json!({ "reason": "?" }))] {
            give(who, command, body).await.only_in(&["under_coordination"]);
        }
    }

    /// Who asked doesn't decide, whatever the posts held.
    async fn who_asked_does_not_decide(t: TestApp) {
        let posts = json!([{ "role": "lead", "unit": "qzwfwj" }, { "role": "office", "unit": "qysb" }]);
        let both = json!({ "username": "both.posts", "name": "甄兼任", "password": "bancheng-2021", "posts": posts,
                           "home_unit": "qysb" });
        t.post("admin", "/api/v1/users", both).await.ok();
        let id = t.stuck().await;
        t.command("both.posts@lead/qzwfwj", &id, "request-referral", referral_request()).await.ok();
        let same = "both.posts@office/qysb";
        t.command(same, &id, "refer-up", letter()).await.refused(403, "segregation");
        t.command(same, &id, "refuse-referral", json!({ "reason": "?" })).await.refused(403, "segregation");
        assert_eq!(t.told(same, &id, "refer_up").await, "segregation");
        t.command("office", &id, "refer-up", letter()).await.ok();
    }

    /// What is asked for lapses when the case leaves the state.
    async fn a_request_lapses_when_the_case_goes_on(t: TestApp) {
        let id = t.stuck().await;
        t.command("lead.zw", &id, "request-referral", referral_request()).await.ok();
        t.command("lead.zw", &id, "submit-to-meeting", submission()).await.ok();
        assert_eq!(t.case(&id).await["first_level"]["referral_request"], Value::Null);
        t.command("office", &id, "remand", json!({ "reason": "先报市里。" })).await.ok();
        t.command("office", &id, "refer-up", letter()).await.refused(409, "nothing_pending");
    }

    /// The reply settles the case, each way but another referral or a delay.
    async fn the_reply_settles_the_case(t: TestApp) {
        let ways = [
            ("solved", "awaiting_verification", json!("qzwfwj")),
            ("assign", "in_progress", json!("qzjw")),
            ("back_to_coordination", "under_coordination", json!("qzwfwj")),
            ("explain", "closed", Value::Null),
            ("unsolved", "closed", Value::Null),
        ];
        for (way, state, holder) in ways {
            let id = t.referred_up().await;
            record(&t, &id, reply(way)).await.ok();
            let case = t.case(&id).await;
            assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!(state), &holder), "{way}");
            if way == "solved" {
                assert_eq!(case["feedback"]["source"], "reply");
            }
            let answer = &case["first_level"]["referrals"][0]["reply"];
            assert_eq!(
                (&answer["document_number"], &answer["disposition"], &answer["text"]),
                (&json!("京规自函〔2021〕88号"), &json!(way), &json!("原则同意区里意见。"))
            );
            match way {
                "solved" => {
                    assert_eq!(case["feedback"]["done"], "原则同意区里意见。");
                    t.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
                    t.command("lead.zw", &id, "verify-solved", verification()).await.ok();
                }
                "assign" => {
                    let not_ours = json!({ "reason": "not_our_duty", "basis": "三定规定" });
                    t.command("handler.qzjw", &id, "return", not_ours).await.refused(409, "not_returnable");
                    let sheet = t.sheet(&text(&case["assignments"][1]["work_order"])).await;
                    assert_eq!(sheet["unconfirmed_reason"], "按上级答复（京规自函〔2021〕88号）交办");
                }
                "unsolved" => assert_eq!(case["closed"]["outcome"], "unsolved"),
                _ => {}
            }
        }
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A reply is the office's to record, whole, and only where one is awaited.
    async fn a_reply_must_be_whole(t: TestApp) {
        let id = t.referred_up().await;
        t.command("lead.zw", &id, "record-reply", reply("solved")).await.refused(403, "role_may_not");
        for way in ["refer_up", "defer"] {
            record(&t, &id, reply(way)).await.names_field("settlement");
        }
        for (field, value) in [("document_number", json!("")), ("document_date", json!("2021-09-02")), ("text", json!(" "))] {
            let mut wrong = reply("solved");
            wrong[field] = value;
            record(&t, &id, wrong).await.names_field(field);
        }
        let mut nowhere = reply("assign");
        nowhere["settlement"]["assign"]["to"]["main_unit"] = json!("nowhere");
        record(&t, &id, nowhere).await.names_field("settlement.assign.to.main_unit");
        assert_eq!(t.case(&id).await["first_level"]["referrals"][0]["reply"], Value::Null);
        let stuck = t.stuck().await;
        record(&t, &stuck, reply("solved")).await.only_in(&["referred_up"]);

        // 久无答复的，撤回上报，再行协调；之后还可以再上报
        t.command("lead.zw", &id, "recall-referral", json!({ "reason": "?" })).await.refused(403, "role_may_not");
        t.command("office", &id, "recall-referral", json!({})).await.names_field("reason");
        t.command("office", &id, "recall-referral", json!({ "reason": "三个月无答复。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("under_coordination"), &json!("qzwfwj")));
        assert_eq!(case["first_level"]["referrals"][0]["recalled_at"], "2021-09-01T09:00:00+08:00");
        t.command("office", &id, "recall-referral", json!({ "reason": "?" })).await.only_in(&["referred_up"]);
        t.command("lead.zw", &id, "request-referral", referral_request()).await.ok();
        t.command("office2", &id, "refer-up", letter()).await.ok();
        record(&t, &id, reply("unsolved")).await.ok();
        let referrals = t.case(&id).await["first_level"]["referrals"].clone();
        assert_eq!((referrals.as_array().unwrap().len(), &referrals[0]["reply"]), (2, &Value::Null));
        assert_eq!(referrals[1]["reply"]["disposition"], "unsolved");
    }
}
