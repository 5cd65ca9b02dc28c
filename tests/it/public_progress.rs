//! What the reporter sees and does without an account.

use serde_json::{Value, json};

use crate::support::api::{Answer, TestApp, callback, feedback, registration, text, verification};
use crate::support::both;

async fn look(t: &TestApp, number: &str, code: &str) -> Answer {
    let uri = format!("/api/v1/public/cases/{number}?code={code}");
    t.send(actix_web::test::TestRequest::get().uri(&uri)).await
}

async fn say(t: &TestApp, number: &str, what: &str, body: Value) -> Answer {
    let uri = format!("/api/v1/public/cases/{number}/{what}");
    t.send(actix_web::test::TestRequest::post().uri(&uri).set_json(body)).await
}

/// A case just registered: its identifier, its number, its reporter's code.
async fn registered(t: &TestApp) -> (String, String, String) {
    let receipt = t.post("intake", "/api/v1/cases", registration()).await.ok();
    (text(&receipt["id"]), text(&receipt["number"]), text(&receipt["enquiry_code"]))
}

both! {
    /// The way of a case in plain words; the reporter rates and asks to take it up again.
    async fn a_reporter_follows_the_case(t: TestApp) {
        let (id, number, code) = registered(&t).await;
        let progress = look(&t, &number, &code).await.ok();
        assert_eq!((&progress["state"], &progress["may_rate"]), (&json!("registered"), &json!(false)));
        assert_eq!(progress["steps"], json!([{ "on": "2021-09-01", "what": "问题已登记" }]));
        say(&t, &number, "rate", json!({ "code": code, "satisfaction": "satisfied" })).await.only_in(&["closed"]);

        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        let progress = look(&t, &number, &code).await.ok();
        assert_eq!((&progress["due_date"], &progress["holder"]), (&json!("2021-09-08"), &json!("区住建委")));
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        t.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &id, "verify-solved", verification()).await.ok();

        let answer = look(&t, &number, &code).await;
        for secret in ["甄", "13800000001", "跑了三趟", "经核查属实"] {
            assert!(!answer.text.contains(secret), "{secret} in {}", answer.text);
        }
        let progress = answer.ok();
        assert_eq!((&progress["outcome"], &progress["may_rate"]), (&json!("solved"), &json!(true)));
        let rating = json!({ "code": code, "satisfaction": "dissatisfied", "comment": "跑了太多趟" });
        say(&t, &number, "rate", rating).await.ok();
        let case = t.case(&id).await;
        assert_eq!(case["ratings"][0]["satisfaction"], "dissatisfied");
        assert_eq!(case["dissatisfaction"]["due_date"], "2021-09-08");

        let wish = json!({ "code": code, "reason": "燃气公司又不给过户了" });
        let progress = say(&t, &number, "request-reopen", wish.clone()).await.ok();
        assert_eq!(progress["may_request_reopen"], false);
        say(&t, &number, "request-reopen", wish).await.refused(409, "already_pending");
        assert_eq!(t.case(&id).await["reopen_request"]["due_date"], "2021-09-03");
        let last = t.history(&id).await.pop().unwrap();
        assert_eq!((&last["by"]["id"], &last["by"]["role"]), (&json!("reporter"), &json!("integration")));
        assert!(t.verify().is_sound());
    }

    /// While the result is verified the reporter says whether it is solved: signed, and above what a call found.
    async fn a_reporter_answers_whether_it_is_solved(t: TestApp) {
        let (id, number, code) = registered(&t).await;
        let answer = |solved: bool| json!({ "code": code, "solved": solved });
        assert_eq!(look(&t, &number, &code).await.ok()["may_answer"], false);
        say(&t, &number, "answer", answer(true)).await.only_in(&["awaiting_verification"]);
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(look(&t, &number, &code).await.ok()["may_answer"], true);
        say(&t, &number, "answer", json!({ "code": code })).await.names_field("solved");

        let progress = say(&t, &number, "answer", answer(false)).await.ok();
        assert_eq!(progress["steps"].as_array().unwrap().last().unwrap()["what"], "收到您对办理结果的答复");
        t.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &id, "verify-solved", verification()).await.refused(409, "callback_says_unsolved");
        t.clock.advance(chrono::TimeDelta::minutes(5));
        let mut late = answer(true);
        late["satisfaction"] = json!("dissatisfied");
        late["opinion"] = json!("总算办成了，跑了太多趟。");
        say(&t, &number, "answer", late).await.ok();
        let last = t.case(&id).await["callbacks"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            (&last["by"], &last["signed"], &last["spot"], &last["reached"], &last["satisfaction"], &last["opinion"]),
            (&json!("reporter"), &json!(true), &json!(false), &json!(true), &json!("dissatisfied"), &json!("总算办成了，跑了太多趟。"))
        );
        t.command("lead.zw", &id, "verify-solved", verification()).await.ok();
        assert_eq!(t.case(&id).await["dissatisfaction"]["due_date"], "2021-09-08");
        let progress = look(&t, &number, &code).await.ok();
        assert_eq!((&progress["may_answer"], &progress["may_rate"]), (&json!(false), &json!(true)));
        say(&t, &number, "answer", answer(true)).await.only_in(&["awaiting_verification"]);
        assert!(t.verify().is_sound());
    }

    /// A wrong number and a wrong code get the same answer, byte for byte but the request's id.
    async fn nothing_can_be_guessed(t: TestApp) {
        let (_, number, code) = registered(&t).await;
        let same = |answer: Answer| {
            let mut body = answer.refused(404, "not_found");
            body["request_id"] = Value::Null;
            body
        };
        let wrong_code = same(look(&t, &number, "AAAAAAAA").await);
        assert_eq!(same(look(&t, "2021-9999", &code).await), wrong_code);
        assert_eq!(same(look(&t, "nonsense", &code).await), wrong_code);
        let guess = json!({ "code": "AAAAAAAA", "satisfaction": "satisfied" });
        assert_eq!(same(say(&t, &number, "rate", guess).await), wrong_code);
        let guess = json!({ "code": "AAAAAAAA", "solved": true });
        assert_eq!(same(say(&t, &number, "answer", guess).await), wrong_code);
        look(&t, &number, "").await.refused(404, "not_found");
        let uri = format!("/api/v1/public/cases/{number}");
        t.send(actix_web::test::TestRequest::get().uri(&uri)).await.names_field("code");
    }

    /// Guessing is slow: one address soon has to wait.
    async fn guessing_is_slow(t: TestApp) {
        let (_, number, _) = registered(&t).await;
        let mut answers = Vec::new();
        for _ in 0..40 {
            answers.push(look(&t, &number, "AAAAAAAA").await);
        }
        let last = answers.pop().unwrap();
        assert!(last.headers.contains_key("retry-after"));
        last.refused(429, "too_many_requests");
    }
}
