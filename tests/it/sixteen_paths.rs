//! The sixteen ways that a case of the plan may go (plan A1), walked by the demo's two hundred cases and
//! read back by an auditor.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::api::{instant, text};
use crate::support::{Db, TestApp};

/// Each path, and the events that mark it. What may come between (a note, a second co unit, a missed
/// target) is left out.
const PATHS: [(&str, &[&str]); 16] = [
    // 政务服务
    ("Z-T3", &["registered", "solved_on_the_spot"]),
    ("Z-T2", &["registered", "passed_on", "dispatched", "received", "fed_back", "called_back", "verified_solved"]),
    (
        "Z-T2-EXT",
        &[
            "registered",
            "passed_on",
            "dispatched",
            "received",
            "extension_requested",
            "extension_decided",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "Z-T2-REASSIGN",
        &[
            "registered",
            "passed_on",
            "unit_declined",
            "dispatched",
            "received",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "Z-T2-REWORK",
        &[
            "registered",
            "passed_on",
            "dispatched",
            "received",
            "fed_back",
            "called_back",
            "sent_back",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "Z-T1",
        &[
            "registered",
            "passed_on",
            "dispatched",
            "received",
            "coordination_requested",
            "raised",
            "submitted_to_meeting",
            "resolved",
            "dispatched",
            "received",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "Z-T1-MUNI",
        &[
            "registered",
            "passed_on",
            "dispatched",
            "received",
            "coordination_requested",
            "raised",
            "submitted_to_meeting",
            "resolved",
            "referred_up",
            "reply_recorded",
            "found_solved",
            "called_back",
            "verified_solved",
        ],
    ),
    // 商事服务
    ("S-T3", &["registered", "solved_on_the_spot"]),
    (
        "S-T2",
        &[
            "registered",
            "opinion_requested",
            "opinion_given",
            "passed_on",
            "dispatched",
            "received",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "S-T2-EXT",
        &[
            "registered",
            "opinion_requested",
            "opinion_given",
            "passed_on",
            "dispatched",
            "received",
            "extension_requested",
            "extension_decided",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "S-T2-REWORK",
        &[
            "registered",
            "opinion_requested",
            "opinion_given",
            "passed_on",
            "dispatched",
            "received",
            "fed_back",
            "called_back",
            "sent_back",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    ("S-NO", &["registered", "opinion_requested", "opinion_given", "explained"]),
    ("S-NO-MUNI", &["registered", "opinion_requested", "opinion_given", "explained"]),
    (
        "S-T1-ZGJ",
        &[
            "registered",
            "opinion_requested",
            "opinion_given",
            "passed_on",
            "dispatched",
            "received",
            "raised",
            "coordination_reported",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "S-T1",
        &[
            "registered",
            "opinion_requested",
            "opinion_given",
            "passed_on",
            "dispatched",
            "received",
            "raised",
            "meeting_proposed",
            "submitted_to_meeting",
            "resolved",
            "dispatched",
            "received",
            "fed_back",
            "called_back",
            "verified_solved",
        ],
    ),
    (
        "S-T1-MUNI",
        &[
            "registered",
            "opinion_requested",
            "opinion_given",
            "passed_on",
            "dispatched",
            "received",
            "raised",
            "meeting_proposed",
            "submitted_to_meeting",
            "resolved",
            "referred_up",
            "reply_recorded",
            "found_solved",
            "called_back",
            "verified_solved",
        ],
    ),
];

/// What may come between the marks of any path.
const BETWEEN: [&str; 7] =
    ["accepted", "noted", "put_on_sheet", "put_on_agenda", "co_opinion_given", "target_missed", "overdue_noted"];

/// All that an auditor's list holds.
async fn all(t: &TestApp, list: &str) -> Vec<Value> {
    let (mut items, mut next) = (Vec::new(), String::new());
    loop {
        let page = t.get("auditor", &format!("{list}?limit=200{next}")).await.ok();
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next_cursor"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => return items,
        }
    }
}

/// What happened to a case, from its registration on.
async fn history(t: &TestApp, id: &str) -> Vec<Value> {
    let history = t.get("auditor", &format!("/api/v1/cases/{id}/history")).await.ok();
    history["items"].as_array().unwrap().clone()
}

/// The marks of a case's way; what several units do one after another is one mark.
fn marks(history: &[Value]) -> Vec<String> {
    let types = history.iter().map(|event| text(&event["type"]));
    let mut marks: Vec<String> = types.filter(|kind| !BETWEEN.contains(&kind.as_str())).collect();
    marks.dedup();
    marks
}

async fn every_path_is_walked(db: Db) {
    let fresh = db.empty();
    bancheng::store::Store::migrate(&fresh.url).unwrap();
    let t = TestApp::over(fresh).await;
    let loaded = t.app.load_demo(instant("2026-11-23T15:00:00+08:00"), 0).await.unwrap();
    assert_eq!((loaded.cases, loaded.driven), (200, 200));
    // Every case that was dispatched has its deadline compared with the data's.
    assert_eq!(loaded.deadlines, 165, "{loaded:?}");
    assert!(loaded.open >= 25, "there is something to work on: {loaded:?}");
    bancheng::followers::sequencer::drain(&t.app.store).unwrap();

    let mut ways = BTreeMap::new();
    for case in all(&t, "/api/v1/cases").await {
        let way = history(&t, case["id"].as_str().unwrap()).await;
        let registered = instant(way[0]["at"].as_str().unwrap());
        ways.insert((text(&case["matter_name"]), registered), (case, way));
    }
    let data = include_str!("../../api/data/demo_cases.jsonl").lines();
    let mut walked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for of_data in data.map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        let path = text(&of_data["outcome_path"]);
        let registered = instant(of_data["received_at"].as_str().unwrap());
        let (case, way) = &ways[&(text(&of_data["matter_name"]), registered)];
        let (_, expected) = PATHS.iter().find(|(name, _)| *name == path).expect("one of the sixteen");
        assert_eq!(marks(way), *expected, "{} by {path}", of_data["id"]);
        assert_eq!(case["state"], "closed", "{} by {path}", of_data["id"]);
        walked.entry(path).or_default().insert(text(&case["id"]));
    }
    assert_eq!(walked.len(), PATHS.len(), "each path is walked");

    // What sets the two ends of a business case that doesn't conform apart: the rule is reported to the city.
    let mut reported = BTreeSet::new();
    for issue in all(&t, "/api/v1/policy-issues").await {
        if issue["state"] == json!("reported") {
            reported.insert(text(&issue["case"]));
        }
    }
    assert!(walked["S-NO-MUNI"].is_subset(&reported) && walked["S-NO"].is_disjoint(&reported));
    let report = t.verify();
    assert!(report.is_sound(), "{report}");
}

#[actix_web::test]
async fn every_path_is_walked_on_sqlite() {
    every_path_is_walked(Db::Sqlite).await;
}

#[actix_web::test]
async fn every_path_is_walked_on_postgres() {
    every_path_is_walked(Db::Postgres).await;
}
