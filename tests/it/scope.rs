//! Who may know of which cases and work orders; lists are whole, in order and by filter.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::api::{callback, feedback, registration, text, verification};
use crate::support::{TestApp, both};

const CASES: &str = "/api/v1/cases";
const SHEETS: &str = "/api/v1/work-orders";

/// Everybody who may read cases at all, in one post each.
const READERS: &[&str] = &[
    "intake",
    "intake.dt_jingshan",
    "lead.zw@intake/qzwfwj",
    "lead.zw",
    "lead.ss",
    "butler",
    "resident",
    "chief",
    "handler.qzjw",
    "head.qzjw",
    "handler.qsfj",
    "handler.qmzj",
    "handler.qfgw",
    "office",
    "supervisor",
    "leader",
    "auditor",
    "online-hall",
];
/// Those who see every case.
const ALL_SEEING: &[&str] = &["office", "supervisor", "leader", "auditor"];

async fn ids(t: &TestApp, who: &str, path: &str) -> BTreeSet<String> {
    let list = t.get(who, path).await.ok();
    list["items"].as_array().unwrap().iter().map(|item| text(&item["id"])).collect()
}

/// That exactly these people, and those who see all, know of the case: in the list, by its
/// address, in its history.
async fn assert_case_known_to(t: &TestApp, id: &str, who: &[&str]) {
    for reader in READERS {
        let knows = who.contains(reader) || ALL_SEEING.contains(reader);
        assert_eq!(ids(t, reader, CASES).await.contains(id), knows, "{reader}'s list");
        for path in [format!("{CASES}/{id}"), format!("{CASES}/{id}/history")] {
            let answer = t.get(reader, &path).await;
            if knows {
                assert_eq!(answer.status, 200, "{reader} {path}");
            } else {
                answer.refused(404, "not_found");
            }
        }
    }
    t.get("admin", &format!("{CASES}/{id}")).await.refused(403, "role_may_not");
}

/// As for a case.
async fn assert_sheet_known_to(t: &TestApp, id: &str, who: &[&str]) {
    for reader in READERS {
        let path = format!("{SHEETS}/{id}");
        if ["intake", "intake.dt_jingshan", "lead.zw@intake/qzwfwj", "resident", "online-hall"].contains(reader) {
            t.get(reader, &path).await.refused(403, "role_may_not");
            t.get(reader, SHEETS).await.refused(403, "role_may_not");
            continue;
        }
        let knows = who.contains(reader) || ALL_SEEING.contains(reader);
        assert_eq!(ids(t, reader, SHEETS).await.contains(id), knows, "{reader}'s list");
        for path in [path.clone(), format!("{path}/history")] {
            let answer = t.get(reader, &path).await;
            if knows {
                assert_eq!(answer.status, 200, "{reader} {path}");
            } else {
                answer.refused(404, "not_found");
            }
        }
    }
    t.get("admin", &format!("{SHEETS}/{id}")).await.refused(403, "role_may_not");
}

both! {
    /// A case of a window: the circle of those who know of it grows with what is done.
    async fn a_windows_case(t: TestApp) {
        let id = t.registered().await;
        let other = text(&t.post("intake.dt_jingshan", CASES, registration()).await.ok()["id"]);
        assert_case_known_to(&t, &id, &["intake", "lead.zw"]).await;
        assert_case_known_to(&t, &other, &["intake.dt_jingshan", "lead.zw"]).await;

        // The unit asked for an opinion knows of it, also after it has answered.
        t.command("intake", &id, "request-opinion", json!({ "unit": "qmzj", "question": "是否符合？" })).await.ok();
        assert_case_known_to(&t, &id, &["intake", "lead.zw", "handler.qmzj"]).await;
        t.command("handler.qmzj", &id, "give-opinion", json!({ "conforms": true, "provision": "某办法" })).await.ok();
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();

        // Drafted, nobody but the drafter knows of the sheet; asked, the main unit does; dispatched, all.
        let sheet = t.drafted("lead.zw", &[&id], "qzjw", &["qsfj"]).await;
        assert_sheet_known_to(&t, &sheet, &["lead.zw"]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        assert_case_known_to(&t, &id, &["intake", "lead.zw", "handler.qmzj"]).await;
        assert_sheet_known_to(&t, &sheet, &["lead.zw", "handler.qzjw", "head.qzjw"]).await;
        t.order("handler.qzjw", &sheet, "confirm", json!({})).await.ok();
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.ok();
        let all = ["intake", "lead.zw", "handler.qmzj", "handler.qzjw", "head.qzjw", "handler.qsfj"];
        assert_case_known_to(&t, &id, &all).await;
        assert_sheet_known_to(&t, &sheet, &["lead.zw", "handler.qzjw", "head.qzjw", "handler.qsfj"]).await;

        // What isn't known can't be acted on, and whoever tries learns nothing.
        let count = t.event_count();
        for (who, command, body) in [
            ("intake.dt_jingshan", "note", json!({ "kind": "general", "text": "?" })),
            ("lead.ss", "raise", json!({ "reason": "?" })),
            ("handler.qfgw", "receive", json!({})),
            ("chief", "explain", json!({ "provision": "?", "answer": "?" })),
        ] {
            let answer = t.command(who, &id, command, body.clone()).await;
            let nothing =
                t.post_with(who, &format!("{CASES}/no-such-case/{command}"), &[("If-Match", "\"1\"")], body).await;
            assert_eq!(answer.body["detail"], nothing.body["detail"]);
            answer.refused(404, "not_found");
        }
        let draft = t.draft("lead.ss", &[&id], "qzjw", &[]).await;
        draft.names_field("cases[0].id");
        assert_eq!(t.event_count(), count);

        // Closed, it stays with those who had it.
        t.command("handler.qsfj", &id, "give-co-opinion", json!({ "opinion": "无异议" })).await.ok();
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        t.command("lead.zw2", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw2", &id, "verify-solved", verification()).await.ok();
        assert_case_known_to(&t, &id, &all).await;
        assert_case_known_to(&t, &other, &["intake.dt_jingshan", "lead.zw"]).await;
    }

    /// A butler's case is the business sector's.
    async fn a_butlers_case(t: TestApp) {
        let id = t.business_awaiting_dispatch().await;
        let before = ["butler", "resident", "lead.ss", "chief"];
        assert_case_known_to(&t, &id, &before).await;
        let sheet = t.dispatch("butler", &[&id], "qzjw", &[]).await;
        assert_case_known_to(&t, &id, &[&before[..], &["handler.qzjw", "head.qzjw"]].concat()).await;
        assert_sheet_known_to(&t, &sheet, &["butler", "lead.ss", "chief", "handler.qzjw", "head.qzjw"]).await;
    }

    /// Where the lead itself is the handling unit, the other sector's lead verifies, and so sees it.
    async fn the_other_lead_sees_what_it_verifies(t: TestApp) {
        let id = t.dispatched("qzwfwj", &[]).await;
        t.get("lead.ss", &format!("{CASES}/{id}")).await.refused(404, "not_found");
        t.command("handler.qzwfwj", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(t.case(&id).await["holder_unit"]["id"], "qfgw");
        assert_case_known_to(&t, &id, &["intake", "lead.zw", "lead.ss"]).await;
        t.command("lead.ss", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.ss", &id, "verify-solved", verification()).await.ok();
    }

    /// A machine client sees what it registered; the receiving unit's intake sees it too.
    async fn a_machine_client_sees_its_own(t: TestApp) {
        let mut online = registration();
        online["channel"] = json!("online_hall");
        let id = text(&t.post("online-hall", CASES, online.clone()).await.ok()["id"]);
        let of_window = t.registered().await;
        assert_case_known_to(&t, &id, &["online-hall", "lead.zw", "lead.zw@intake/qzwfwj"]).await;
        assert_case_known_to(&t, &of_window, &["intake", "lead.zw"]).await;
        // Another client of the same unit doesn't.
        let client = json!({
            "username": "platform", "name": "建议收集平台", "password": "bancheng-2021",
            "posts": [{ "role": "integration", "unit": "qzwfwj" }],
        });
        t.post("admin", "/api/v1/users", client).await.ok();
        t.get("platform", &format!("{CASES}/{id}")).await.refused(404, "not_found");
        assert!(ids(&t, "platform", CASES).await.is_empty());
    }

    /// A case can be named as an earlier one only by who may know of it.
    async fn an_earlier_case_must_be_known(t: TestApp) {
        let id = t.registered().await;
        let mut repeat = registration();
        repeat["repeat_of"] = json!(id);
        t.post("intake.dt_jingshan", CASES, repeat.clone()).await.names_field("repeat_of");
        let again = text(&t.post("intake", CASES, repeat).await.ok()["id"]);
        assert_eq!(t.case(&again).await["repeat_of"], id);
    }
}

/// All pages of a list; that none is longer than `limit`, and all but the last full.
async fn pages(t: &TestApp, who: &str, path: &str, limit: usize) -> Vec<Value> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = t.get(who, &format!("{path}limit={limit}{cursor}")).await.ok();
        let items = page["items"].as_array().unwrap();
        all.extend(items.iter().cloned());
        let Some(next) = page["next_cursor"].as_str() else {
            assert!(items.len() <= limit);
            return all;
        };
        assert_eq!(items.len(), limit);
        cursor = format!("&cursor={next}");
        assert!(all.len() < 500, "pages without end");
    }
}

fn column<'a>(items: &'a [Value], name: &str) -> Vec<&'a str> {
    items.iter().map(|item| item[name].as_str().unwrap_or("-")).collect()
}

/// 25 cases: 13 registered on 2021-09-01, 6 of them dispatched; 12 the next day, 5 of them dispatched then; another
/// hall's case beside them that the window doesn't see.
async fn twenty_five(t: &TestApp) -> Vec<String> {
    let mut all = Vec::new();
    for (day, count, dispatched) in [("2021-09-01", 13, 6), ("2021-09-02", 12, 5)] {
        t.at(&format!("{day}T09:00:00+08:00"));
        let mut todays = Vec::new();
        for n in 0..count {
            // Some at the same instant, some not.
            let mut body = registration();
            body["accepted_at"] = json!(format!("{day}T08:{:02}:00+08:00", n / 3));
            todays.push(text(&t.post("intake", CASES, body).await.ok()["id"]));
        }
        let passed: Vec<&str> = todays[..dispatched].iter().map(String::as_str).collect();
        for id in &passed {
            t.command("intake", id, "accept", json!({})).await.ok();
            t.command("intake", id, "pass-on", json!({})).await.ok();
        }
        t.dispatch("lead.zw", &passed, "qzjw", &[]).await;
        all.extend(todays);
    }
    t.post("intake.dt_jingshan", CASES, registration()).await.ok();
    all
}

both! {
    /// Whatever the size of the page and the order, each case comes once.
    async fn pages_neither_lose_nor_repeat(t: TestApp) {
        let mut all = twenty_five(&t).await;
        all.sort();
        for limit in [1, 7, 24, 25, 26] {
            for sort in ["due", "accepted"] {
                let found = pages(&t, "intake", &format!("{CASES}?sort={sort}&"), limit).await;
                let mut ids: Vec<String> = found.iter().map(|item| text(&item["id"])).collect();
                ids.sort();
                assert_eq!(ids, all, "{sort} by {limit}");
                if sort == "accepted" {
                    let at = column(&found, "accepted_at");
                    assert!(at.is_sorted_by(|a, b| a >= b), "{at:?}");
                } else {
                    // The nearest deadline first; without one last.
                    let due = column(&found, "due_date");
                    let expected = [["2021-09-08"; 6].as_slice(), &["2021-09-09"; 5], &["-"; 14]].concat();
                    assert_eq!(due, expected);
                }
            }
        }
        // Counted when asked, all and not the page's; by the asker's own view.
        for (who, total) in
            [("intake", 25), ("office", 26), ("handler.qzjw", 11), ("intake.dt_jingshan", 1), ("lead.ss", 0)]
        {
            let page = t.get(who, &format!("{CASES}?limit=3&count=true")).await.ok();
            assert_eq!(page["total"], total, "{who}");
        }
        assert_eq!(t.get("intake", CASES).await.ok().get("total"), None);

        // A page that was begun goes on where it was, though a case came in meanwhile.
        let first = t.get("intake", &format!("{CASES}?sort=accepted&limit=10")).await.ok();
        t.registered().await;
        let rest = format!("{CASES}?sort=accepted&limit=100&cursor={}", text(&first["next_cursor"]));
        let rest = t.get("intake", &rest).await.ok();
        let ids = [&first, &rest]
            .map(|page| page["items"].as_array().unwrap().iter().map(|i| text(&i["id"])).collect::<Vec<_>>());
        let mut ids = ids.concat();
        ids.sort();
        assert_eq!(ids, all);
    }

    /// Filters narrow, alone and together, within what one may see.
    async fn filters_narrow(t: TestApp) {
        twenty_five(&t).await;
        let business = t.business_awaiting_dispatch().await;
        let count = async |who: &str, filter: &str| {
            let page = t.get(who, &format!("{CASES}?{filter}&count=true&limit=200")).await.ok();
            assert_eq!(page["total"], page["items"].as_array().unwrap().len(), "{filter}");
            page["total"].as_u64().unwrap()
        };
        for (filter, expected) in [
            ("open=true", 27),
            ("open=false", 0),
            ("state=registered", 15),
            ("state=in_progress", 11),
            ("state=awaiting_dispatch", 1),
            ("state=registered,in_progress", 26),
            ("sector=government_service", 26),
            ("sector=business_service", 1),
            ("sector=business_service&state=in_progress", 0),
            ("channel=butler", 1),
            ("level=2", 12),
            ("level=1", 0),
            ("holder_unit=qzjw", 11),
            ("main_unit=qzjw", 11),
            ("main_unit=qsfj", 0),
            ("source_unit=dt_qzwfw", 25),
            ("source_unit=dt_jingshan", 1),
            ("outcome=solved", 0),
            ("number=2021-0001", 1),
            ("number=2021-0099", 0),
            ("number=2022-0001", 0),
            ("accepted_from=2021-09-02", 14),
            ("accepted_to=2021-09-01", 13),
            ("accepted_from=2021-09-01&accepted_to=2021-09-01", 13),
            ("accepted_from=2021-09-03", 0),
            ("accepted_to=2021-08-31", 0),
            ("accepted_from=2021-09-02&state=in_progress", 5),
        ] {
            assert_eq!(count("office", filter).await, expected, "{filter}");
        }
        assert_eq!(count("intake", "number=2021-0026").await, 0, "of another hall");
        let found = t.get("office", &format!("{CASES}?sector=business_service")).await.ok();
        assert_eq!(
            (&found["items"][0]["id"], &found["items"][0]["state"]),
            (&json!(business), &json!("awaiting_dispatch"))
        );

        // Due on Wednesday the 8th and Thursday the 9th: amber from 0:00 of the working day before, red from the end.
        for (at, green, amber, red) in [
            ("2021-09-06T23:59:59", 11, 0, 0),
            ("2021-09-07T00:00:00", 5, 6, 0),
            ("2021-09-08T00:00:00", 0, 11, 0),
            ("2021-09-08T23:59:59", 0, 11, 0),
            ("2021-09-09T00:00:00", 0, 5, 6),
            ("2021-09-10T00:00:00", 0, 0, 11),
        ] {
            t.at(&format!("{at}+08:00"));
            let lights = (
                count("office", "light=green").await,
                count("office", "light=amber").await,
                count("office", "light=red").await,
            );
            assert_eq!(lights, (green, amber, red), "{at}");
            for light in ["green", "amber", "red"] {
                let list = t.get("office", &format!("{CASES}?light={light}")).await.ok();
                assert!(list["items"].as_array().unwrap().iter().all(|item| item["light"] == light), "{at} {light}");
            }
        }
    }

    /// Work orders page and filter alike, the latest first.
    async fn work_orders_page_too(t: TestApp) {
        let mut expected = Vec::new();
        for n in 0..9 {
            t.at(&format!("2021-09-01T09:{:02}:00+08:00", n / 2));
            let case = t.awaiting_dispatch().await;
            expected.push(t.drafted("lead.zw", &[&case], if n % 3 == 0 { "qsfj" } else { "qzjw" }, &[]).await);
        }
        let cancelled = json!({ "reason": "重复拟制" });
        t.order("lead.zw", &expected[0], "cancel", cancelled).await.ok();
        for limit in [1, 4, 9, 10] {
            let found = pages(&t, "lead.zw", &format!("{SHEETS}?"), limit).await;
            assert!(column(&found, "drafted_at").is_sorted_by(|a, b| a >= b));
            let ids: BTreeSet<&str> = column(&found, "id").into_iter().collect();
            assert_eq!((found.len(), ids), (9, expected.iter().map(String::as_str).collect()));
        }
        for (who, filter, count) in [
            ("lead.zw", "main_unit=qsfj", 3),
            ("lead.zw", "state=cancelled", 1),
            ("lead.zw", "state=draft&main_unit=qsfj", 2),
            ("handler.qsfj", "state=draft", 0),
            ("handler.qzjw", "main_unit=qsfj", 0),
            ("lead.ss", "state=draft", 0),
        ] {
            assert_eq!(ids(&t, who, &format!("{SHEETS}?{filter}")).await.len(), count, "{who} {filter}");
        }
    }
}
