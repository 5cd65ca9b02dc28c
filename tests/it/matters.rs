//! What matters there were, and who solved them.

use serde_json::{Value, json};

use crate::support::api::{registration, text};
use crate::support::{TestApp, both};

async fn register(t: &TestApp, who: &str, matter: &str) -> String {
    let mut report = registration();
    report["matter_name"] = json!(matter);
    text(&t.post(who, "/api/v1/cases", report).await.ok()["id"])
}

fn names(list: &Value) -> Vec<(&str, u64)> {
    let items = list["items"].as_array().unwrap().iter();
    items.map(|item| (item["name"].as_str().unwrap(), item["cases"].as_u64().unwrap())).collect()
}

both! {
    /// A window finds what it registers often, of its own cases.
    async fn frequent_matters_are_at_hand(t: TestApp) {
        assert_eq!(names(&t.get("intake", "/api/v1/cases/matters").await.ok()), []);
        for (hour, matter) in ["食品经营许可新办", "公房承租人变更", "食品经营许可新办"].into_iter().enumerate() {
            t.at(&format!("2021-09-01T1{hour}:00:00+08:00"));
            register(&t, "intake", matter).await;
        }
        register(&t, "intake.dt_jingshan", "食品经营许可变更").await;
        let all = t.get("intake", "/api/v1/cases/matters").await.ok();
        assert_eq!(names(&all), [("食品经营许可新办", 2), ("公房承租人变更", 1)]);
        let found = t.get("intake", "/api/v1/cases/matters?q=%E5%85%AC%E6%88%BF").await.ok();
        assert_eq!(names(&found), [("公房承租人变更", 1)]);
        t.get("intake", &format!("/api/v1/cases/matters?q={}", "x".repeat(101))).await.names_field("q");
        t.get("lead.zw", "/api/v1/cases/matters").await.refused(403, "role_may_not");
    }

    /// The lead is told who solved the same matter before, and how often.
    async fn who_solved_it_before_is_suggested(t: TestApp) {
        let first = t.solved("qzjw").await;
        t.at("2021-09-01T10:00:00+08:00").solved("rqjt").await;
        let latest = t.at("2021-09-01T11:00:00+08:00").solved("rqjt").await;
        t.dispatched("qmzj", &[]).await; // not solved yet
        let other = register(&t, "intake", "公房承租人变更").await;
        let id = t.awaiting_dispatch().await;
        let path = format!("/api/v1/cases/{id}/suggestions");
        let list = t.get("lead.zw", &path).await.ok();
        let told: Vec<(&str, u64)> = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| (item["unit"]["id"].as_str().unwrap(), item["solved"].as_u64().unwrap()))
            .collect();
        assert_eq!(told, [("rqjt", 2), ("qzjw", 1)]);
        assert_eq!(list["items"][0]["latest"], t.case(&latest).await["number"]);
        assert_eq!(list["items"][1]["latest"], t.case(&first).await["number"]);
        let none = t.get("lead.zw", &format!("/api/v1/cases/{other}/suggestions")).await.ok();
        assert_eq!(none["items"], json!([]));
        t.get("intake", &path).await.refused(403, "role_may_not");
        t.get("lead.ss", &path).await.refused(404, "not_found");
    }
}
