//! The commands of the command line, as an operator types them.

use std::process::{Command, Output};

use serde_json::Value;

use crate::support::Db;
use crate::support::database::Fresh;

fn bancheng(db: &Fresh, keys: &tempfile::TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bancheng"))
        .args(arguments)
        .arg("--database-url")
        .arg(db.as_argument())
        .arg("--keys-dir")
        .arg(keys.path().join("keys"))
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The demo drives its cases to their end, and what it leaves can be proved; what is altered
/// behind its back is found and named.
fn demo_can_be_proved(db: Db) {
    let (fresh, keys) = (db.empty(), tempfile::tempdir().unwrap());
    let demo = bancheng(&fresh, &keys, &["demo", "--json"]);
    assert!(demo.status.success(), "{demo:?}");
    let json: Value = serde_json::from_str(&out(&demo)).expect("only JSON on stdout");
    let accounts = json["accounts"].as_array().unwrap();
    assert!(accounts.iter().any(|a| a["role"] == "lead" && a["password"].is_string()));
    assert!(json["base_url"].as_str().unwrap().starts_with("http"));

    let again = bancheng(&fresh, &keys, &["demo"]);
    assert!(!again.status.success(), "a database with data takes no demo");

    let sound = bancheng(&fresh, &keys, &["verify"]);
    assert!(sound.status.success(), "{}", out(&sound));

    fresh.behind_its_back("UPDATE cases SET matter_name = 'x' WHERE year = 2021 AND serial = 1");
    let altered = bancheng(&fresh, &keys, &["verify"]);
    assert_eq!(altered.status.code(), Some(1));
    assert!(out(&altered).contains("matter_name"), "{}", out(&altered));
}

#[test]
fn the_demo_can_be_proved_on_sqlite() {
    demo_can_be_proved(Db::Sqlite);
}

#[test]
fn the_demo_can_be_proved_on_postgres() {
    demo_can_be_proved(Db::Postgres);
}

#[test]
fn init_makes_the_first_administrator_once() {
    let (fresh, keys) = (Db::Sqlite.empty(), tempfile::tempdir().unwrap());
    let first = bancheng(&fresh, &keys, &["init"]);
    assert!(first.status.success(), "{first:?}");
    assert!(out(&first).contains("admin"), "{}", out(&first));
    let second = bancheng(&fresh, &keys, &["init"]);
    assert!(!second.status.success());
    assert!(String::from_utf8_lossy(&second.stderr).contains("已有用户"));
    assert!(bancheng(&fresh, &keys, &["verify"]).status.success());
}

#[test]
fn lost_keys_are_not_made_anew() {
    let (fresh, keys) = (Db::Sqlite.empty(), tempfile::tempdir().unwrap());
    assert!(bancheng(&fresh, &keys, &["init"]).status.success());
    let folder = keys.path().join("keys");
    std::fs::remove_dir_all(&folder).unwrap();
    let without = bancheng(&fresh, &keys, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(!without.status.success());
    assert!(String::from_utf8_lossy(&without.stderr).contains("restore it from the backup"));
    assert!(!folder.exists());
}

#[test]
fn an_unknown_scheme_is_an_error_and_makes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = Command::new(env!("CARGO_BIN_EXE_bancheng"))
        .args(["migrate", "--database-url", "sqllite://typing-mistake.db"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(!wrong.status.success());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
