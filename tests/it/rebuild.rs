//! Derived tables are made again from events and parts.

use std::process::Command;

use serde_json::{Value, json};

use crate::support::api::{business_registration, registration};
use crate::support::{Db, TestApp, both};

const CASES: &str = "/api/v1/cases";

/// Everything by which cases are found, as it lies there.
fn derived(t: &TestApp) -> [Vec<String>; 3] {
    let terms = match t.db.kind() {
        Db::Sqlite => "SELECT rowid || case_id || terms FROM case_search ORDER BY 1",
        Db::Postgres => "SELECT case_id || terms::text FROM case_search ORDER BY 1",
    };
    [
        t.column(terms),
        t.column("SELECT kind || digest || case_id FROM blind_index ORDER BY 1"),
        t.column("SELECT series || year || ':' || value FROM counters ORDER BY 1"),
    ]
}

/// What a search, a person's and a repeat's, finds.
async fn found(t: &TestApp) -> Value {
    let count = async |q: &str| t.get("office", &format!("{CASES}?q={q}&count=true")).await.ok()["total"].clone();
    let gas = count("%E7%87%83%E6%B0%94").await;
    let checks = count("%E6%A3%80%E6%9F%A5").await;
    let of_phone = t.post("intake", &format!("{CASES}/search-person"), json!({ "phone": "13800000001" })).await.ok();
    let repeats = json!({
        "reporter": { "kind": "person" }, "matter_name": "燃气开户", "problem": registration()["problem"],
    });
    let alike = t.post("intake", &format!("{CASES}/find-repeats"), repeats).await.ok();
    json!([gas, checks, of_phone["items"].as_array().unwrap().len(), alike["items"].as_array().unwrap().len()])
}

both! {
    async fn what_is_broken_is_made_again(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        let other = t.registered().await;
        t.post("butler", CASES, business_registration()).await.ok();
        let mut contact = registration()["reporter"].clone();
        contact["name"] = json!("甄更名");
        t.command("intake", &other, "correct-contact", json!({ "reporter": contact })).await.ok();
        t.command("intake", &other, "correct", json!({ "matter_name": "居民用户燃气开户" })).await.ok();
        let (whole, finds) = (derived(&t), found(&t).await);
        assert_eq!(finds, json!([2, 1, 2, 2]));

        let strayed = match t.db.kind() {
            Db::Sqlite => "INSERT INTO case_search (rowid, case_id, terms) VALUES (1, 'nobody', ' 燃气 ')",
            Db::Postgres => "INSERT INTO case_search (case_id, terms) VALUES ('nobody', '燃气')",
        };
        let altered = match t.db.kind() {
            Db::Sqlite => "UPDATE case_search SET terms = ' 检查 '",
            Db::Postgres => "UPDATE case_search SET terms = '检查'",
        };
        for broken in [
            format!("{altered} WHERE case_id = '{other}'"),
            format!("DELETE FROM case_search WHERE case_id = '{id}'"),
            "DELETE FROM case_search".to_owned(),
            strayed.to_owned(),
            "DELETE FROM blind_index".to_owned(),
            format!("INSERT INTO blind_index VALUES ('phone', 'x', 'nobody'), ('phone', 'x', '{id}')"),
            "UPDATE counters SET value = value + 7".to_owned(),
            "DELETE FROM counters".to_owned(),
            "INSERT INTO counters VALUES ('case', 2035, 3)".to_owned(),
        ] {
            t.db.behind_its_back(&broken);
            assert_ne!(derived(&t), whole, "{broken}");
            let rebuilt = t.app.rebuild().unwrap();
            assert_eq!((rebuilt.cases, rebuilt.counters), (3, 2), "{broken}");
            assert_eq!(derived(&t), whole, "{broken}");
            assert_eq!(found(&t).await, finds, "{broken}");
        }
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
        assert_eq!(t.post("intake", CASES, registration()).await.ok()["number"], "2021-0004");
    }
}

/// The command says what it did, and makes no keys where there are none.
#[test]
fn the_command_needs_the_keys() {
    let (fresh, folder) = (Db::Sqlite.empty(), tempfile::tempdir().unwrap());
    let run = |command: &str, keys: &str| {
        Command::new(env!("CARGO_BIN_EXE_bancheng"))
            .args([command, "--database-url", &fresh.as_argument(), "--keys-dir"])
            .arg(folder.path().join(keys))
            .output()
            .unwrap()
    };
    assert!(run("init", "keys").status.success());
    let rebuilt = run("rebuild", "keys");
    assert!(rebuilt.status.success(), "{rebuilt:?}");
    assert_eq!(String::from_utf8_lossy(&rebuilt.stdout), "0 cases can be found, 0 counters are set\n");
    let without = run("rebuild", "elsewhere");
    assert!(!without.status.success() && !folder.path().join("elsewhere").exists(), "{without:?}");
}
