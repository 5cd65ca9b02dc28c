//! What is altered behind the service's back is found and named, on both databases.

use serde_json::json;

use crate::support::both;

/// Each alteration, what it is named as, and where.
const ALTERATIONS: &[(&str, &str, &str)] = &[
    ("UPDATE cases SET matter_name = '另一事项'", "row_differs", "matter_name"),
    ("UPDATE assignments SET late = true", "row_differs", "late"),
    ("DELETE FROM case_units WHERE part = 'handling'", "row_missing", "case_units"),
    (
        "UPDATE events SET body = replace(body, '居民用户燃气过户', '居民用户燃气开通') WHERE stream LIKE 'case/%' AND seq = 1",
        "event_hash",
        "#1",
    ),
    ("DELETE FROM events WHERE stream LIKE 'case/%' AND seq = 3", "event_gap", "case/"),
    ("DELETE FROM log WHERE log_index = 2", "log_gap", "log/"),
    ("UPDATE parts SET content = '改过的话' WHERE name = 'problem'", "part_digest", "#problem"),
    ("UPDATE parts SET content = NULL, salt = NULL WHERE name = 'problem'", "part_erased", "#problem"),
    ("UPDATE parts SET key_name = 'xchacha20poly1305/field-9' WHERE name = 'person'", "part_key_unknown", "#person"),
    ("UPDATE counters SET value = 7 WHERE series = 'case'", "counter_differs", "counters/case"),
    ("UPDATE streams SET head = 'sha256:00' WHERE stream LIKE 'work_order/%'", "stream_head", "work_order/"),
    ("INSERT INTO posts VALUES ('nobody', 'admin', 'qzjw')", "row_without_stream", "posts"),
];

both! {
    /// A row altered, an event altered, and the rest.
    async fn every_alteration_is_found_and_named(t: TestApp) {
        t.fed_back("rqjt").await;
        let sound = t.verify();
        assert!(sound.is_sound(), "{sound}");
        for (statement, kind, place) in ALTERATIONS {
            // Each on a copy of its own: a savepoint can't be shared with the verifier.
            let t = crate::support::TestApp::new(t.db.kind()).await;
            t.fed_back("rqjt").await;
            t.verify();
            t.db.behind_its_back(statement);
            let report = t.verify();
            let found = report.findings.iter().any(|f| {
                f.kind == *kind && (f.place.contains(place) || f.detail.contains(place))
            });
            assert!(found, "{statement}: no {kind} at {place} in\n{report}");
        }
    }

    /// The rows of meetings and policy issues are proved too.
    async fn alterations_of_the_first_level_are_found(t: TestApp) {
        let id = t.submitted().await;
        let meeting = t.held(&[&id]).await;
        let explain = json!({ "provision": "第七条", "answer": "现行规定不允许。", "cause": "policy_restricts" });
        let body = json!({ "case": id, "decision": "向反映人解释。", "settlement": { "explain": explain } });
        t.convene("office", &meeting, "resolve", body).await.ok();
        t.convene("office", &meeting, "sign", json!({})).await.ok();
        let sound = t.verify();
        assert!(sound.is_sound(), "{sound}");
        for (statement, kind, place) in [
            ("UPDATE meetings SET state = 'held'", "row_differs", "meetings/"),
            ("DELETE FROM meeting_cases", "row_missing", "meeting_cases/"),
            ("INSERT INTO meeting_units SELECT 'qzjw', id FROM meetings", "row_surplus", "meeting_units/"),
            ("UPDATE policy_issues SET matter_name = '另一事项'", "row_differs", "policy_issues/"),
            ("UPDATE counters SET value = 7 WHERE series = 'policy_issue'", "counter_differs", "counters/policy_issue"),
            ("UPDATE parts SET content = '改过的话' WHERE name = 'decision'", "part_digest", "#decision"),
        ] {
            t.db.behind_its_back(statement);
            let report = t.verify();
            let found = report.findings.iter().any(|f| f.kind == kind && f.place.contains(place));
            assert!(found, "{statement}: no {kind} at {place} in\n{report}");
        }
    }
}
