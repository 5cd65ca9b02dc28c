//! Two at once, and one twice: nothing is lost, nothing is done double, and who comes late is told.

use std::rc::Rc;

use serde_json::{Value, json};

use crate::support::api::{feedback, registration, text};
use crate::support::{Answer, TestApp, both};

const CASES: &str = "/api/v1/cases";

/// A command on a case with these headers and nothing else.
async fn give(t: &TestApp, who: &str, case: &str, command: &str, headers: &[(&str, &str)], body: Value) -> Answer {
    t.post_with(who, &format!("{CASES}/{case}/{command}"), headers, body).await
}

/// The types of a case's events, oldest first.
async fn events(t: &TestApp, case: &str) -> Vec<String> {
    let history = t.get("auditor", &format!("{CASES}/{case}/history")).await.ok();
    history["items"].as_array().unwrap().iter().map(|item| text(&item["type"])).collect()
}

async fn version(t: &TestApp, case: &str) -> i64 {
    t.case(case).await["version"].as_i64().unwrap()
}

fn assert_sound(t: &TestApp) {
    let report = t.verify();
    assert!(report.is_sound(), "{report}");
}

both! {
    /// Without a version 428; with a stale one 412, also where the state is wrong by now.
    async fn the_version_is_asked_for_and_checked_before_the_state(t: TestApp) {
        let id = t.registered().await;
        let before = events(&t, &id).await;
        give(&t, "intake", &id, "accept", &[], json!({})).await.refused(428, "if_match_required");
        for stale in ["\"0\"", "\"2\"", "W/\"99\""] {
            give(&t, "intake", &id, "accept", &[("If-Match", stale)], json!({})).await.refused(412, "version_conflict");
        }
        for nonsense in ["1", "*", "\"x\"", "\"1\", \"2\"", "\"-1\"", ""] {
            give(&t, "intake", &id, "accept", &[("If-Match", nonsense)], json!({})).await.names_field("If-Match");
        }
        assert_eq!(events(&t, &id).await, before);

        // What was read is what is named: the ETag of the case, and that of the receipt after it.
        let tag = |answer: &Answer| answer.headers.get("etag").unwrap().to_str().unwrap().to_owned();
        let read = tag(&t.get("intake", &format!("{CASES}/{id}")).await);
        let accepted = give(&t, "intake", &id, "accept", &[("If-Match", &read)], json!({})).await;
        let new = tag(&accepted);
        assert_eq!(format!("\"{}\"", accepted.ok()["version"]), new);
        assert_ne!(new, read);

        // Accepted by now: whoever still sees it as registered is told that it changed, not that the state is wrong.
        give(&t, "intake", &id, "accept", &[("If-Match", &read)], json!({})).await.refused(412, "version_conflict");
        let wrong =
            give(&t, "intake", &id, "accept", &[("If-Match", &new)], json!({})).await.refused(409, "wrong_state");
        assert_eq!(
            (&wrong["state"]["state"], &wrong["state"]["allowed_in"]),
            (&json!("accepted"), &json!(["registered"]))
        );
        give(&t, "intake", &id, "pass-on", &[("If-Match", &new)], json!({})).await.ok();
        assert_eq!(events(&t, &id).await, ["registered", "accepted", "passed_on"]);
        assert_sound(&t);
    }

    /// Work orders have versions of their own; a draft names those of its cases.
    async fn work_orders_are_guarded_alike(t: TestApp) {
        let (first, second) = (t.awaiting_dispatch().await, t.awaiting_dispatch().await);
        let (seen, other) = (version(&t, &first).await, version(&t, &second).await);
        t.command("lead.zw", &first, "note", json!({ "kind": "general", "text": "不改变版本" })).await.ok();
        let draft = |first_version: i64, second_version: i64| {
            json!({
                "cases": [{ "id": first, "version": first_version }, { "id": second, "version": second_version }],
                "to": { "main_unit": "qzjw" },
            })
        };
        // Any stale case stops the whole; all of them are listed.
        for (stale, named) in
            [(draft(seen - 1, other), vec![&first]), (draft(seen + 1, other - 1), vec![&first, &second])]
        {
            let problem = t.post("lead.zw", "/api/v1/work-orders", stale).await.refused(412, "version_conflict");
            assert_eq!(problem["stale"], json!(named));
        }
        for id in [&first, &second] {
            assert_eq!(t.case(id).await["work_order"], Value::Null);
        }
        let sheet = text(&t.post("lead.zw", "/api/v1/work-orders", draft(seen, other)).await.ok()["id"]);
        let path = format!("/api/v1/work-orders/{sheet}/ask-confirmation");
        t.post("lead.zw", &path, json!({})).await.refused(428, "if_match_required");
        t.post_with("lead.zw", &path, &[("If-Match", "\"7\"")], json!({})).await.refused(412, "version_conflict");
        t.post_with("lead.zw", &path, &[("If-Match", "\"1\"")], json!({})).await.ok();
        t.post_with("lead.zw", &path, &[("If-Match", "\"1\"")], json!({})).await.refused(412, "version_conflict");
        t.post_with("lead.zw", &path, &[("If-Match", "\"2\"")], json!({})).await.refused(409, "wrong_state");
        assert_sound(&t);
    }

    /// What can't collide needs no version and leaves it as it is, but it is in the log.
    async fn what_cannot_collide_needs_no_version(t: TestApp) {
        let id = t.dispatched("qzjw", &["qsfj"]).await;
        let before = (version(&t, &id).await, events(&t, &id).await.len());
        for (who, command, body) in [
            ("handler.qzjw", "receive", json!({})),
            ("handler.qsfj", "receive", json!({})),
            ("handler.qzjw", "note", json!({ "kind": "contacted", "text": "已与反映人通话" })),
            ("intake", "add-material", json!({ "description": "继承公证书复印件一份" })),
            ("handler.qsfj", "give-co-opinion", json!({ "opinion": "公证书有效。" })),
        ] {
            let receipt = give(&t, who, &id, command, &[], body).await.ok();
            assert_eq!(receipt["version"], before.0, "{command}");
        }
        let more = events(&t, &id).await.split_off(before.1);
        assert_eq!(more, ["received", "received", "noted", "material_added", "co_opinion_given"]);
        assert_eq!(version(&t, &id).await, before.0);
        // So what the main unit has read meanwhile is still good.
        let seen = format!("\"{}\"", before.0);
        give(&t, "handler.qzjw", &id, "give-feedback", &[("If-Match", &seen)], feedback()).await.ok();

        // A call that doesn't decide needs none, one that does needs it.
        give(&t, "lead.zw2", &id, "record-callback", &[], json!({ "reached": false })).await.ok();
        let decisive = json!({ "reached": true, "solved": true });
        give(&t, "lead.zw2", &id, "record-callback", &[], decisive.clone()).await.refused(428, "if_match_required");
        give(&t, "lead.zw2", &id, "record-callback", &[("If-Match", &seen)], decisive)
            .await
            .refused(412, "version_conflict");
        assert_sound(&t);
    }

    /// 16 notes on one case at once: all are there, each once.
    async fn sixteen_notes_at_once_all_land(t: TestApp) {
        let t = Rc::new(t);
        let id = t.dispatched("qzjw", &[]).await;
        let before = (version(&t, &id).await, events(&t, &id).await.len());
        t.token("handler.qzjw").await;
        let all: Vec<_> = (0..16)
            .map(|n| {
                let (t, id) = (t.clone(), id.clone());
                actix_web::rt::spawn(async move {
                    let note = json!({ "kind": "general", "text": format!("第{n}条") });
                    give(&t, "handler.qzjw", &id, "note", &[], note).await
                })
            })
            .collect();
        for one in all {
            one.await.unwrap().ok();
        }
        let history = t.get("auditor", &format!("{CASES}/{id}/history")).await.ok();
        let items = &history["items"].as_array().unwrap()[before.1..];
        let mut notes: Vec<String> = items.iter().map(|item| text(&item["texts"]["text"])).collect();
        notes.sort();
        let mut expected: Vec<String> = (0..16).map(|n| format!("第{n}条")).collect();
        expected.sort();
        assert_eq!(notes, expected);
        assert_eq!(version(&t, &id).await, before.0);
        assert_sound(&t);
    }

    /// Two leads draft a sheet for the same case at once: one has it, the other is told.
    async fn two_leads_draft_the_same_case(t: TestApp) {
        let t = Rc::new(t);
        let id = t.awaiting_dispatch().await;
        let version = version(&t, &id).await;
        let mut both = Vec::new();
        for (who, unit) in [("lead.zw", "qzjw"), ("lead.zw2", "qsfj")] {
            t.token(who).await;
            let (t, body) = (t.clone(), json!({ "cases": [{ "id": id, "version": version }], "to": { "main_unit": unit } }));
            both.push(actix_web::rt::spawn(async move { t.post(who, "/api/v1/work-orders", body).await }));
        }
        let mut winners = Vec::new();
        for one in both {
            let answer = one.await.unwrap();
            if answer.status == 201 {
                winners.push(answer.ok());
            } else {
                answer.refused(409, "on_another_sheet");
            }
        }
        assert_eq!(winners.len(), 1);
        assert_eq!(winners[0]["number"], "2021-0001");
        assert_eq!(t.case(&id).await["work_order"], winners[0]["id"]);
        // The loser took no number.
        let next = t.awaiting_dispatch().await;
        let sheet = t.draft("lead.zw", &[&next], "qzjw", &[]).await.ok();
        assert_eq!(sheet["number"], "2021-0002");
        assert_sound(&t);
    }

    /// Two decisions at once on what both have read: the second learns that the first was there.
    async fn two_decisions_on_one_version(t: TestApp) {
        let t = Rc::new(t);
        let id = t.registered().await;
        let both: Vec<_> = ["accept", "explain"]
            .map(|command| {
                let (t, id) = (t.clone(), id.clone());
                actix_web::rt::spawn(async move {
                    let body = if command == "accept" {
                        json!({})
                    } else {
                        json!({ "provision": "某办法第三条", "answer": "已说明" })
                    };
                    give(&t, "intake", &id, command, &[("If-Match", "\"1\"")], body).await
                })
            })
            .into();
        let mut done = 0;
        for one in both {
            let answer = one.await.unwrap();
            if answer.status == 200 {
                done += 1;
            } else {
                answer.refused(412, "version_conflict");
            }
        }
        assert_eq!((done, events(&t, &id).await.len()), (1, 2));
        assert_sound(&t);
    }
}

both! {
    /// The same request again under the same key: the same answer, and nothing more.
    async fn a_repeated_request_gets_the_same_answer(t: TestApp) {
        let key = [("Idempotency-Key", "5f0c-1")];
        let first = t.post_with("intake", CASES, &key, registration()).await;
        let count = t.event_count();
        let again = t.post_with("intake", CASES, &key, registration()).await;
        assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 201));
        assert_eq!(first.body, again.body);
        for header in ["location", "etag"] {
            assert_eq!(first.headers.get(header).unwrap(), again.headers.get(header).unwrap(), "{header}");
        }
        assert_eq!(text(&again.body["enquiry_code"]).len(), 8);

        // With another body it isn't the same request.
        let mut other = registration();
        other["matter_name"] = json!("居民用户燃气改管");
        let problem = t.post_with("intake", CASES, &key, other).await.refused(422, "idempotency_mismatch");
        assert!(!problem.to_string().contains("燃气"));
        assert_eq!(t.event_count(), count);

        // A command's answer stays what it was, whatever has happened to the case since.
        let id = text(&first.body["id"]);
        let keyed = [("Idempotency-Key", "5f0c-2"), ("If-Match", "\"1\"")];
        let accepted = give(&t, "intake", &id, "accept", &keyed, json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        let again = give(&t, "intake", &id, "accept", &keyed, json!({})).await.ok();
        assert_eq!((&again, &again["state"]), (&accepted, &json!("accepted")));
        assert_eq!(events(&t, &id).await, ["registered", "accepted", "passed_on"]);
        assert_sound(&t);
    }

    /// A key means something only to one person and on one route.
    async fn keys_of_others_and_of_other_routes_are_independent(t: TestApp) {
        let key = [("Idempotency-Key", "1")];
        let mine = t.post_with("intake", CASES, &key, registration()).await.ok();
        let theirs = t.post_with("intake.dt_jingshan", CASES, &key, registration()).await.ok();
        assert_eq!((&mine["number"], &theirs["number"]), (&json!("2021-0001"), &json!("2021-0002")));
        assert_ne!(mine["enquiry_code"], theirs["enquiry_code"]);
        let id = text(&mine["id"]);
        let note = json!({ "kind": "general", "text": "第一次" });
        give(&t, "intake", &id, "note", &key, note.clone()).await.ok();
        give(&t, "intake", &id, "add-material", &key, json!({ "description": "第一次" })).await.ok();
        // The same command on another case is another route.
        let second = t.registered().await;
        give(&t, "intake", &second, "note", &key, note.clone()).await.ok();
        give(&t, "intake", &id, "note", &key, note).await.ok();
        assert_eq!(events(&t, &id).await, ["registered", "noted", "material_added"]);
        assert_eq!(events(&t, &second).await, ["registered", "noted"]);
    }

    /// Only what was done is remembered: a refused request may be put right under the same key.
    async fn what_was_refused_is_not_remembered(t: TestApp) {
        let key = [("Idempotency-Key", "again")];
        let mut wrong = registration();
        wrong["reporter"]["phone"] = json!("12345");
        t.post_with("intake", CASES, &key, wrong).await.names_field("reporter.phone");
        let id = text(&t.post_with("intake", CASES, &key, registration()).await.ok()["id"]);
        let (stale, right) = ([("If-Match", "\"5\""), key[0]], [("If-Match", "\"1\""), key[0]]);
        give(&t, "intake", &id, "accept", &key, json!({})).await.refused(428, "if_match_required");
        give(&t, "intake", &id, "accept", &stale, json!({})).await.refused(412, "version_conflict");
        give(&t, "intake", &id, "accept", &right, json!({})).await.ok();
        assert_eq!(events(&t, &id).await, ["registered", "accepted"]);
        for nonsense in ["", "a b", "ключ", &"x".repeat(129)] {
            t.post_with("intake", CASES, &[("Idempotency-Key", nonsense)], registration())
                .await
                .names_field("Idempotency-Key");
        }
        t.post_with("intake", CASES, &[("Idempotency-Key", &"x".repeat(128))], registration()).await.ok();
    }

    /// Eight times at once under one key: one case, eight times the same answer.
    async fn the_same_key_at_once(t: TestApp) {
        let t = Rc::new(t);
        let count: usize = t.event_count().parse().unwrap();
        t.token("intake").await;
        let all: Vec<_> = (0..8)
            .map(|_| {
                let t = t.clone();
                actix_web::rt::spawn(async move {
                    t.post_with("intake", CASES, &[("Idempotency-Key", "race")], registration()).await.ok()
                })
            })
            .collect();
        let mut answers = Vec::new();
        for one in all {
            answers.push(one.await.unwrap());
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        assert_eq!(t.event_count(), (count + 1).to_string());
        assert_eq!(t.post("intake", CASES, registration()).await.ok()["number"], "2021-0002");
        assert_sound(&t);
    }

    /// An answer is kept for 7 days; then the key is free.
    async fn keys_are_free_after_seven_days(t: TestApp) {
        let key = [("Idempotency-Key", "weekly")];
        let first = t.post_with("intake", CASES, &key, registration()).await.ok();
        t.at("2021-09-08T09:00:00+08:00");
        assert_eq!(t.post_with("intake", CASES, &key, registration()).await.ok(), first);
        t.at("2021-09-08T09:00:01+08:00");
        let mut other = registration();
        other["matter_name"] = json!("另一件事");
        let second = t.post_with("intake", CASES, &key, other.clone()).await.ok();
        assert_eq!(second["number"], "2021-0002");
        assert_eq!(t.post_with("intake", CASES, &key, other).await.ok(), second);
        t.post_with("intake", CASES, &key, registration()).await.refused(422, "idempotency_mismatch");
    }

    /// What nobody can use any more isn't kept: answers to repeated requests, sessions.
    async fn old_answers_and_sessions_are_forgotten(t: TestApp) {
        let kept = |table: &str| t.column(&format!("SELECT CAST(count(*) AS TEXT) FROM {table}"))[0].clone();
        t.post_with("intake", CASES, &[("Idempotency-Key", "once")], registration()).await.ok();
        t.app.forget_what_is_over().await.unwrap();
        assert_eq!((kept("idempotency"), kept("sessions")), ("1".to_owned(), "1".to_owned()));
        t.at("2022-09-01T09:00:00+08:00");
        t.app.forget_what_is_over().await.unwrap();
        assert_eq!((kept("idempotency"), kept("sessions")), ("0".to_owned(), "0".to_owned()));
    }
}
