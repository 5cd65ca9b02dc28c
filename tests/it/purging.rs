//! `purge_classified`: what should never have come in is destroyed, its digest and the reason stay, and the log can
//! still be proved.

use serde_json::{Value, json};

use crate::privacy::{all_bytes, contains};
use crate::support::api::{callback, feedback, registration, text, verification};
use crate::support::{Answer, TestApp, both};

const SECRET: &str = "某部队12345号驻地部署方案";
const REASON: &str = "经保密审查，含有涉密内容";
const PDF: &[u8] = b"%PDF-1.7\nsecret plans";

fn attachments(case: &str) -> String {
    format!("/api/v1/cases/{case}/attachments")
}

async fn purge(t: &TestApp, who: &str, case: &str, body: Value) -> Answer {
    t.post(who, &format!("/api/v1/cases/{case}/purge-classified"), body).await
}

/// Adds a note that should never have been written; the place of its event.
async fn noted(t: &TestApp, case: &str) -> i64 {
    let note = json!({ "kind": "general", "text": SECRET });
    t.post("intake", &format!("/api/v1/cases/{case}/note"), note).await.ok();
    t.history(case).await.len() as i64
}

async fn uploaded(t: &TestApp, case: &str, name: &str) -> i64 {
    t.upload("intake", case, name, PDF).await.ok()["attachment"].as_i64().unwrap()
}

fn files(t: &TestApp) -> usize {
    let folder = t.files.path().join("files").read_dir().unwrap();
    folder.filter(|e| e.as_ref().unwrap().file_name() != ".lock").count()
}

#[track_caller]
fn assert_sound(t: &TestApp) {
    let report = t.verify();
    assert!(report.is_sound(), "{report}");
}

both! {
    /// A note that tells what must not be told: gone from case, history and database; the log is sound.
    async fn a_text_is_destroyed_and_the_log_still_proved(t: TestApp) {
        let id = t.registered().await;
        let seq = noted(&t, &id).await;
        assert!(contains(&all_bytes(&t), SECRET.as_bytes()), "one looks in the right place");
        let version = t.case(&id).await["version"].clone();
        let done = purge(&t, "office", &id, json!({ "seq": seq, "part": "text", "reason": REASON })).await.ok();
        assert_eq!((&done["state"], &done["version"]), (&json!("registered"), &version));

        let history = t.history(&id).await;
        assert_eq!(history[1]["texts"], json!({}), "the note says nothing any more");
        let purged = &history[2];
        assert_eq!((&purged["type"], &purged["label"]), (&json!("classified_purged"), &json!("清除涉密内容")));
        assert_eq!(purged["texts"], json!({ "reason": REASON }));
        assert_eq!(purged["data"]["seq"], seq);
        let part = &purged["data"]["parts"][0];
        assert_eq!(part["name"], "text");
        assert!(t.column("SELECT body FROM events").concat().matches(&text(&part["digest"])).count() == 2);
        assert_eq!(purged["data"]["file"], Value::Null);
        assert!(!contains(&all_bytes(&t), SECRET.as_bytes()), "it lies nowhere any more");
        assert_sound(&t);
        assert_eq!(t.verify().erased_parts, 1);
    }

    /// Personal parts too: nobody can be shown what was purged.
    async fn an_account_is_destroyed(t: TestApp) {
        let mut body = registration();
        body["account"] = json!(SECRET);
        let id = text(&t.post("intake", "/api/v1/cases", body).await.ok()["id"]);
        purge(&t, "office", &id, json!({ "seq": 1, "part": "account", "reason": REASON })).await.ok();
        let shown = t.post("intake", &format!("/api/v1/cases/{id}/reveal"), json!({ "field": "account" })).await.ok();
        assert_eq!(shown, json!({ "field": "account", "value": null }));
        // What stood beside it stays.
        let phone = t.post("intake", &format!("/api/v1/cases/{id}/reveal"), json!({ "field": "phone" })).await.ok();
        assert_eq!(phone["value"], "13800000001");
        assert_sound(&t);
    }

    /// Nobody finds a case any more by what was purged from it, also after all is made again.
    async fn what_was_purged_finds_nothing(t: TestApp) {
        let mut body = registration();
        body["problem"] = json!(format!("涉及{SECRET}"));
        let id = text(&t.post("intake", "/api/v1/cases", body).await.ok()["id"]);
        let words: String = "驻地部署".bytes().map(|byte| format!("%{byte:02X}")).collect();
        let found = async || {
            let by_text = t.get("intake", &format!("/api/v1/cases?q={words}")).await.ok();
            let person = json!({ "phone": "13800000001" });
            let by_phone = t.post("intake", "/api/v1/cases/search-person", person).await.ok();
            [by_text, by_phone].map(|answer| answer["items"].as_array().unwrap().len())
        };
        assert_eq!(found().await, [1, 1]);
        purge(&t, "office", &id, json!({ "seq": 1, "part": "problem", "reason": REASON })).await.ok();
        assert_eq!(found().await, [0, 1]);
        purge(&t, "office", &id, json!({ "seq": 1, "part": "person", "reason": REASON })).await.ok();
        assert_eq!(found().await, [0, 0]);
        t.app.rebuild().unwrap();
        assert_eq!(found().await, [0, 0]);
        assert_sound(&t);
    }

    /// An attachment, wherever the same content was attached; it doesn't come back.
    async fn an_attachment_is_destroyed_wherever_it_is(t: TestApp) {
        let (one, two) = (t.registered().await, t.registered().await);
        let attachment = uploaded(&t, &one, "部署方案.pdf").await;
        let again = uploaded(&t, &one, "部署方案（2）.pdf").await;
        let elsewhere = uploaded(&t, &two, "附图.pdf").await;
        assert_eq!(files(&t), 1);
        let body = json!({ "seq": attachment, "reason": REASON });
        purge(&t, "office", &one, body.clone()).await.ok();
        assert_eq!(files(&t), 0);
        for (case, seq) in [(&one, attachment), (&one, again), (&two, elsewhere)] {
            t.get("intake", &format!("{}/{seq}", attachments(case))).await.refused(410, "purged");
            let seen = t.case(case).await["attachments"].as_array().unwrap().clone();
            let seen = seen.iter().find(|a| a["seq"] == seq).unwrap().clone();
            assert_eq!((&seen["name"], &seen["may_open"]), (&Value::Null, &json!(false)));
            assert_eq!(seen["purged_at"], "2021-09-01T09:00:00+08:00");
            assert_eq!(seen["digest"], bancheng::crypto::digest::digest(PDF), "the digest stays");
        }
        let history = t.history(&two).await;
        let purged = history.last().unwrap();
        assert_eq!((&purged["type"], &purged["data"]["seq"]), (&json!("classified_purged"), &json!(elsewhere)));
        assert_eq!((&purged["data"]["parts"][0]["name"], &purged["texts"]["reason"]), (&json!("file_name"), &json!(REASON)));
        purge(&t, "office", &one, body.clone()).await.refused(410, "purged");
        purge(&t, "office", &one, json!({ "seq": again, "reason": REASON })).await.refused(410, "purged");
        t.upload("intake", &two, "改名再传.pdf", PDF).await.refused(409, "purged_content");
        assert_eq!(files(&t), 0);
        assert_sound(&t);
    }

    /// A request repeated under its key is answered as before.
    async fn a_repeated_purge(t: TestApp) {
        let id = t.registered().await;
        let attachment = uploaded(&t, &id, "a.pdf").await;
        let path = format!("/api/v1/cases/{id}/purge-classified");
        let send = || t.post_with("office", &path, &[("Idempotency-Key", "k")], json!({ "seq": attachment, "reason": REASON }));
        let first = send().await.ok();
        assert_eq!(send().await.ok(), first);
        assert_eq!(t.history(&id).await.len(), 3);
        // So is a repeated upload of what was purged since: it doesn't bring the file back.
        assert_eq!(files(&t), 0);
    }

    /// The office, in any state of any case, a closed one too; nobody else.
    async fn the_office_alone_may(t: TestApp) {
        let id = t.registered().await;
        let seq = noted(&t, &id).await;
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        t.command("lead.zw2", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw2", &id, "verify-solved", verification()).await.ok();
        let body = || json!({ "seq": seq, "part": "text", "reason": REASON });
        let count = t.event_count();
        for who in ["intake", "handler.qzjw", "lead.zw", "chief", "supervisor", "leader", "auditor", "admin", "online-hall"] {
            purge(&t, who, &id, body()).await.refused(403, "role_may_not");
        }
        assert_eq!(t.event_count(), count);
        assert_eq!(t.told("office", &id, "purge_classified").await, "allowed");
        assert_eq!(purge(&t, "office", &id, body()).await.ok()["state"], "closed");
        purge(&t, "office", "nothing", body()).await.refused(404, "not_found");
        assert_sound(&t);
    }

    /// A target that isn't there, is gone, or a reason that tells the secret again: nothing happens.
    async fn a_purge_with_something_wrong(t: TestApp) {
        let id = t.registered().await;
        let seq = noted(&t, &id).await;
        let attachment = uploaded(&t, &id, "部署方案总图.pdf").await;
        let count = t.event_count();
        for (body, path) in [
            (json!({ "seq": 99, "part": "text", "reason": REASON }), "seq"),
            (json!({ "seq": seq, "part": "problem", "reason": REASON }), "part"),
            (json!({ "seq": seq, "reason": REASON }), "seq"),
            (json!({ "seq": seq, "part": "text", "reason": "密" }), "reason"),
            (json!({ "seq": seq, "part": "text" }), "reason"),
            (json!({ "seq": seq, "part": "text", "reason": format!("内容为{SECRET}") }), "reason"),
            (json!({ "seq": seq, "part": "text", "reason": "提到12345号驻地部署" }), "reason"),
            (json!({ "seq": attachment, "reason": "含部署方案总图.pdf" }), "reason"),
            (json!({ "seq": "1", "reason": REASON }), "seq"),
            (json!({ "seq": seq, "part": "text", "reason": REASON, "all": true }), "all"),
        ] {
            purge(&t, "office", &id, body).await.names_field(path);
        }
        assert_eq!((t.event_count(), files(&t)), (count, 1));
        let body = json!({ "seq": seq, "part": "text", "reason": REASON });
        purge(&t, "office", &id, body.clone()).await.ok();
        purge(&t, "office", &id, body).await.refused(410, "purged");
        assert_sound(&t);
    }

    /// A file that could not be removed at once is found by `verify`, and removed by the next sweep.
    async fn what_stays_on_the_disk_is_swept(t: TestApp) {
        let id = t.registered().await;
        let attachment = uploaded(&t, &id, "a.pdf").await;
        purge(&t, "office", &id, json!({ "seq": attachment, "reason": REASON })).await.ok();
        let name = bancheng::crypto::digest::digest(PDF).replace(':', "-");
        std::fs::write(t.files.path().join("files").join(name), PDF).unwrap();
        let report = t.verify();
        assert_eq!(report.findings.len(), 1, "{report}");
        assert_eq!(report.findings[0].kind, "file_not_purged");
        assert_eq!(bancheng::followers::sweep::files(&t.app.store, t.clock.now()).unwrap(), 1);
        assert_sound(&t);
    }
}
