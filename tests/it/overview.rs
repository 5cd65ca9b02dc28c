//! What stands where: the open cases counted, and the work of units.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::api::{registration, text};
use crate::support::both;

/// `[total, red, amber, green]` of a count.
fn lights(count: &Value) -> [u64; 4] {
    ["total", "red", "amber", "green"].map(|light| count[light].as_u64().unwrap())
}

/// The count of the unit with this name.
fn of_unit<'a>(list: &'a Value, unit: &str) -> Option<&'a Value> {
    list.as_array().unwrap().iter().find(|item| item["unit"]["id"] == unit)
}

both! {
    /// Everybody counts what they see, and no more.
    async fn open_cases_are_counted_by_their_lights(t: TestApp) {
        t.registered().await;
        t.awaiting_dispatch().await;
        t.dispatched("qzjw", &["qsfj"]).await;
        t.dispatched("qmzj", &[]).await;
        t.solved("qzjw").await;

        let office = t.get("office", "/api/v1/overview").await.ok();
        assert_eq!(lights(&office["open"]), [4, 0, 0, 2]);
        let states: Vec<(&str, u64)> = office["by_state"]
            .as_array()
            .unwrap()
            .iter()
            .map(|count| (count["state"].as_str().unwrap(), count["total"].as_u64().unwrap()))
            .collect();
        assert_eq!(states, [("registered", 1), ("awaiting_dispatch", 1), ("in_progress", 2)]);
        assert_eq!(office["by_sector"][0]["sector"], "government_service");
        assert_eq!(lights(&office["by_sector"][0]), [4, 0, 0, 2]);
        let levels: Vec<&Value> = office["by_level"].as_array().unwrap().iter().map(|count| &count["level"]).collect();
        assert_eq!(levels, [&Value::Null, &json!(2)]);
        assert_eq!(of_unit(&office["by_holder"], "qzjw").map(lights), Some([1, 0, 0, 1]));

        // 9月8日到期：前一天为黄灯，之后为红灯
        t.at("2021-09-08T09:00:00+08:00");
        assert_eq!(lights(&t.get("leader", "/api/v1/overview").await.ok()["open"]), [4, 0, 2, 0]);
        t.at("2021-09-09T00:00:00+08:00");
        assert_eq!(lights(&t.get("leader", "/api/v1/overview").await.ok()["open"]), [4, 2, 0, 0]);
        let own = t.get("handler.qzjw", "/api/v1/overview").await.ok();
        assert_eq!(lights(&own["open"]), [1, 1, 0, 0], "a unit counts its own");
        assert_eq!(t.get("lead.ss", "/api/v1/overview").await.ok()["open"]["total"], 0);
        t.get("admin", "/api/v1/overview").await.refused(403, "role_may_not");
    }

    /// Who dispatches sees how much each unit has to do already.
    async fn the_work_of_units_is_weighed(t: TestApp) {
        t.dispatched("qzjw", &["qsfj"]).await;
        t.dispatched("qzjw", &[]).await;
        t.fed_back("qmzj").await;
        let work = t.get("lead.zw", "/api/v1/workload").await.ok();
        assert_eq!(of_unit(&work["items"], "qzjw").map(lights), Some([2, 0, 0, 2]));
        assert_eq!(of_unit(&work["items"], "qsfj").map(lights), Some([1, 0, 0, 1]));
        assert_eq!(of_unit(&work["items"], "qmzj"), None, "what was fed back is done");

        // 协办9月6日到期，主办9月8日
        t.at("2021-09-07T09:00:00+08:00");
        let work = t.get("butler", "/api/v1/workload").await.ok();
        assert_eq!(work["items"][0]["unit"]["id"], "qsfj", "the most overdue first");
        assert_eq!(lights(&work["items"][0]), [1, 1, 0, 0]);
        for who in ["intake", "handler.qzjw", "admin"] {
            t.get(who, "/api/v1/workload").await.refused(403, "role_may_not");
        }
    }

    /// 需市级部门协调的 stand on the office's watch list, as long as somebody says so.
    async fn the_office_watches_what_needs_the_municipality(t: TestApp) {
        t.registered().await;
        let mut body = registration();
        body["needs_municipal_coordination"] = json!(true);
        let watched = text(&t.post("intake", "/api/v1/cases", body.clone()).await.ok()["id"]);
        let closed = text(&t.post("intake", "/api/v1/cases", body).await.ok()["id"]);
        t.command("intake", &closed, "accept", json!({})).await.ok();
        t.command("intake", &closed, "solve-on-the-spot", json!({ "answer": "已当场答复。" })).await.ok();
        let listed = async |who: &str, query: &str| {
            let list = t.get(who, &format!("/api/v1/cases?{query}&count=true")).await.ok();
            let ids: BTreeSet<String> = list["items"].as_array().unwrap().iter().map(|c| text(&c["id"])).collect();
            assert_eq!(list["total"], ids.len());
            ids
        };
        let only = |ids: &[&String]| ids.iter().map(|id| (*id).clone()).collect::<BTreeSet<_>>();
        assert_eq!(listed("office", "needs_municipal_coordination=true").await, only(&[&watched, &closed]));
        assert_eq!(listed("office", "needs_municipal_coordination=true&open=true").await, only(&[&watched]));
        assert_eq!(listed("office", "needs_municipal_coordination=false").await.len(), 1);
        // 大厅属区政务服务局，当场办结的由另一牵头部门回访
        assert_eq!(listed("lead.ss", "needs_municipal_coordination=true").await, only(&[&closed]));
        t.command("intake", &watched, "correct", json!({ "needs_municipal_coordination": false })).await.ok();
        assert_eq!(listed("office", "needs_municipal_coordination=true&open=true").await, only(&[]));
        t.get("office", "/api/v1/cases?needs_municipal_coordination=maybe").await.names_field("needs_municipal_coordination");
    }
}
