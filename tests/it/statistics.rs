//! What happened in a period, in figures.

use serde_json::{Value, json};

use crate::support::api::{callback, custody, feedback, verification};
use crate::support::{TestApp, both};

const CUSTODY: &str = "/api/v1/statistics/custody";

/// `[working_days, cases, open]` of a count.
fn figures(count: &Value) -> [u64; 3] {
    ["working_days", "cases", "open"].map(|figure| count[figure].as_u64().unwrap())
}

/// Each unit's figures, and the total's.
async fn counted(t: &TestApp, who: &str, query: &str) -> (Vec<(String, [u64; 3])>, [u64; 3]) {
    let found = t.get(who, &format!("{CUSTODY}?{query}")).await.ok();
    let items = found["items"].as_array().unwrap();
    let unit = |item: &Value| item["unit"]["id"].as_str().unwrap().to_owned();
    (items.iter().map(|item| (unit(item), figures(item))).collect(), figures(&found["total"]))
}

fn unit(id: &str, figures: [u64; 3]) -> (String, [u64; 3]) {
    (id.to_owned(), figures)
}

/// A case of 1st September (a Wednesday): 区住建委 has it from the 2nd to the 7th, then the lead, who
/// closes it on the 9th.
async fn solved_by_the_9th(t: &TestApp) -> String {
    let id = t.awaiting_dispatch().await;
    t.at("2021-09-02T10:00:00+08:00");
    t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
    t.at("2021-09-07T10:00:00+08:00");
    t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
    t.at("2021-09-09T10:00:00+08:00");
    t.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
    t.command("lead.zw", &id, "verify-solved", verification()).await.ok();
    id
}

both! {
    /// Each working day stands with whoever held the case at its end, in whatever period it lies.
    async fn custody_is_counted_by_unit_and_period(t: TestApp) {
        let id = solved_by_the_9th(&t).await;
        let (whole, total) = counted(&t, "office", "from=2021-09-01&to=2021-09-30").await;
        assert_eq!(whole, [
            unit("qzjw", [3, 1, 0]),
            unit("qzwfwj", [3, 1, 0]),
            unit("dt_qzwfw", [0, 1, 0]),
        ]);
        assert_eq!(total, [6, 1, 0]);
        let frozen = t.case(&id).await;
        assert_eq!(custody(&frozen), [("qzjw", 3), ("qzwfwj", 3)], "the same as was frozen at closing");

        // Monday the 6th ends a period, in which the case was open still.
        let (first, _) = counted(&t, "office", "from=2021-09-01&to=2021-09-06").await;
        assert_eq!(first, [unit("qzjw", [3, 1, 1]), unit("dt_qzwfw", [0, 1, 1]), unit("qzwfwj", [0, 1, 1])]);
        let (second, total) = counted(&t, "office", "from=2021-09-07&to=2021-09-08").await;
        assert_eq!((second, total), (vec![unit("qzwfwj", [2, 1, 1]), unit("qzjw", [0, 1, 1])], [2, 1, 1]));
        t.at("2021-09-10T10:00:00+08:00");
        assert_eq!(counted(&t, "office", "from=2021-09-10&to=2021-12-31").await, (vec![], [0, 0, 0]));
        assert_eq!(counted(&t, "office", "from=2020-09-01&to=2021-08-31").await, (vec![], [0, 0, 0]));

        let answer = t.get("office", &format!("{CUSTODY}?from=2021-09-01&to=2021-09-30")).await.ok();
        assert_eq!(answer["calendar"], t.get("office", "/api/v1/calendar").await.ok()["calendar_version"]);
    }

    /// Days to come belong to nobody; what is held now counts up to today.
    async fn an_open_case_counts_up_to_today(t: TestApp) {
        t.dispatched("qzjw", &["qsfj"]).await;
        t.dispatched("qzjw", &[]).await;
        t.at("2021-09-03T10:00:00+08:00");
        let (items, total) = counted(&t, "office", "from=2021-09-03&to=2022-09-03").await;
        assert_eq!((items, total), (vec![unit("qzjw", [2, 2, 2])], [2, 2, 2]));
        let (items, total) = counted(&t, "office", "from=2021-09-01&to=2021-09-03&unit=dt_qzwfw").await;
        assert_eq!((items, total), (vec![unit("dt_qzwfw", [0, 2, 2])], [0, 2, 2]));
        let business = counted(&t, "office", "from=2021-09-01&to=2021-09-03&sector=business_service").await;
        assert_eq!(business, (vec![], [0, 0, 0]));
    }

    /// Everybody counts what they see, and no more.
    async fn custody_is_counted_within_the_scope(t: TestApp) {
        t.dispatched("qzjw", &[]).await;
        t.dispatched("qmzj", &[]).await;
        t.business_awaiting_dispatch().await;
        t.at("2021-09-03T10:00:00+08:00");
        for (who, cases) in [
            ("office", 3),
            ("supervisor", 3),
            ("leader", 3),
            ("auditor", 3),
            ("lead.zw", 2),
            ("lead.ss", 1),
            ("handler.qzjw", 1),
            ("head.qzjw", 1),
            ("handler.qsfj", 0),
            ("intake", 2),
            ("butler", 1),
        ] {
            let (_, total) = counted(&t, who, "from=2021-09-01&to=2021-09-03").await;
            assert_eq!(total[1], cases, "{who}");
        }
        t.get("admin", &format!("{CUSTODY}?from=2021-09-01&to=2021-09-03")).await.refused(403, "role_may_not");
    }

    /// More cases than are held at a time: each is counted once.
    async fn many_cases_are_counted_once_each(t: TestApp) {
        for _ in 0..205 {
            t.registered().await;
        }
        t.at("2021-09-02T10:00:00+08:00");
        let (items, total) = counted(&t, "office", "from=2021-09-01&to=2021-09-02").await;
        assert_eq!((items, total), (vec![unit("dt_qzwfw", [205, 205, 205])], [205, 205, 205]));
    }

    /// A period that can't be is refused by name.
    async fn a_period_has_its_limits(t: TestApp) {
        let asked = async |query: &str| t.get("office", &format!("{CUSTODY}?{query}")).await;
        assert_eq!(asked("from=2020-09-02&to=2021-09-02").await.ok()["items"], json!([]), "366 days");
        asked("from=2020-09-01&to=2021-09-02").await.names_field("to");
        asked("from=2021-09-01&to=2021-08-31").await.names_field("to");
        asked("from=2021-09-02&to=2021-09-03").await.names_field("from");
        asked("from=2021-09-01").await.names_field("to");
        asked("from=2021-09-01&to=2021-09-31").await.names_field("to");
        asked("from=2021-09-01&to=2021-09-01&channel=unit").await.refused(422, "unknown_field");
    }
}
