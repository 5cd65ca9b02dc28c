//! The log as a whole, as an auditor reads it.

use serde_json::{Value, json};

use crate::support::{TestApp, both};

const LOG: &str = "/api/v1/audit/events";

fn types(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| format!("{} {}", item["type"].as_str().unwrap(), item["noun"].as_str().unwrap())).collect()
}

async fn log(t: &TestApp, query: &str) -> Value {
    bancheng::followers::sequencer::drain(&t.app.store).unwrap();
    t.get("auditor", &format!("{LOG}?{query}")).await.ok()
}

both! {
    /// The latest first, with who did it and for whom; narrowed by each of these.
    async fn the_log_says_what_happened_to_what_by_whom(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        t.at("2021-09-02T10:00:00+08:00");
        t.command("handler.qzjw", &id, "receive", json!({})).await.ok();

        let latest = log(&t, "limit=3").await;
        assert_eq!(types(&latest)[0], "received case");
        let received = &latest["items"][0];
        assert_eq!((&received["id"], &received["by"]["unit"]["id"]), (&json!(id), &json!("qzjw")));
        assert_eq!((&received["by"]["role"], &received["label"]), (&json!("handler"), &json!("签收")));
        assert!(received["by"]["name"].is_string());
        let history = t.get("auditor", &format!("/api/v1/cases/{id}/history")).await.ok();
        assert_eq!(history["items"].as_array().unwrap().last().unwrap()["hash"], received["hash"]);

        let of_case = ["registered case", "accepted case", "passed_on case"];
        assert_eq!(types(&log(&t, "role=intake").await).into_iter().rev().collect::<Vec<_>>(), of_case);
        let sheets = log(&t, "noun=work_order&role=lead").await;
        assert_eq!(types(&sheets), ["sheet_dispatched work_order", "sheet_drafted work_order"]);
        assert_eq!(types(&log(&t, "type=dispatched&unit=qzwfwj").await), ["dispatched case"]);
        assert_eq!(types(&log(&t, "from=2021-09-02&to=2021-09-02&noun=case").await), ["received case"]);
        assert_eq!(types(&log(&t, "from=2021-09-01&to=2021-09-01&noun=case&type=received").await), [""; 0]);
        let user = received["by"]["id"].as_str().unwrap();
        assert_eq!(types(&log(&t, &format!("user={user}")).await), ["received case"]);
        for (query, field) in [("cursor=x", "cursor"), ("noun=king", "noun"), ("type=x", "type"), ("limit=0", "limit")] {
            t.get("auditor", &format!("{LOG}?{query}")).await.names_field(field);
        }
        for who in ["office", "leader", "supervisor", "admin"] {
            t.get(who, LOG).await.refused(403, "role_may_not");
        }
    }

    /// Page by page, each event once.
    async fn the_whole_log_can_be_read(t: TestApp) {
        t.solved("qzjw").await;
        let (mut indexes, mut next) = (Vec::new(), String::new());
        loop {
            let page = log(&t, &format!("limit=50{next}")).await;
            let items = page["items"].as_array().unwrap().iter();
            indexes.extend(items.map(|item| item["log_index"].as_i64().unwrap()));
            match page["next_cursor"].as_str() {
                Some(cursor) => next = format!("&cursor={cursor}"),
                None => break,
            }
        }
        assert!(indexes.is_sorted_by(|a, b| a == &(b + 1)) && indexes.last() == Some(&1));
        assert_eq!(indexes.len().to_string(), t.event_count());
    }
}
