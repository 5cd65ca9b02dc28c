//! Who may what, as tables that a change of policy changes readably. Complete by construction:
//! from the table of commands, and from the OpenAPI document.

use std::fmt::Write;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use bancheng::domain::permission::{MEETING_ROLES, Relation, grants, meeting_states, sheet_roles, sheet_states};
use bancheng::domain::words::{CaseAction, CaseState, MeetingAction, Role, SheetAction};
use serde_json::{Value, json};

use crate::support::{Db, TestApp};

const REMEDY: &str = "if the change is meant: INSTA_UPDATE=always cargo test --test it golden";

fn letter(relation: Relation) -> &'static str {
    match relation {
        Relation::Holder => "holder",
        Relation::Registrar => "registrar",
        Relation::Receiver => "receiver",
        Relation::Asked => "asked",
        Relation::Asker => "asker",
        Relation::Main => "main",
        Relation::Co => "co",
        Relation::Lead => "lead",
        Relation::OwnButler => "own",
        Relation::Dispatcher => "dispatcher",
        Relation::Verifier => "verifier",
        Relation::Coordinator => "coordinator",
        Relation::Reporter => "reporter",
        Relation::ExtensionDecider => "decides extension",
        Relation::ReopenDecider => "decides reopening",
        Relation::Office => "office",
        Relation::SpotCaller => "spot",
    }
}

#[test]
fn commands_by_state_and_role() {
    let mut table = String::new();
    for action in CaseAction::ALL.iter().filter(|a| grants(**a).next().is_some()) {
        writeln!(table, "{}", action.as_str()).unwrap();
        for state in CaseState::ALL {
            let mut cells = Vec::new();
            for role in Role::ALL {
                let by: Vec<&str> = grants(*action)
                    .filter(|g| g.states.contains(state) && g.roles.contains(role))
                    .map(|g| letter(g.relation))
                    .collect();
                if !by.is_empty() {
                    cells.push(format!("{}({})", role.as_str(), by.join("|")));
                }
            }
            if !cells.is_empty() {
                writeln!(table, "  {:<22} {}", state.as_str(), cells.join(" ")).unwrap();
            }
        }
    }
    writeln!(table, "\nwork orders").unwrap();
    for action in SheetAction::ALL {
        let states = sheet_states(*action).iter().map(|s| s.as_str());
        write_row(&mut table, action.as_str(), states, sheet_roles(*action));
    }
    writeln!(table, "\njoint meetings").unwrap();
    for action in MeetingAction::ALL {
        let states = meeting_states(*action).iter().map(|s| s.as_str());
        write_row(&mut table, action.as_str(), states, MEETING_ROLES);
    }
    insta::assert_snapshot!("commands", table, REMEDY);
}

/// One command, with the states in which these roles may give it; what makes the thing has none.
fn write_row(table: &mut String, action: &str, states: impl Iterator<Item = &'static str>, roles: &[Role]) {
    let states: Vec<&str> = states.collect();
    let states = if states.is_empty() { "–".to_owned() } else { states.join(" ") };
    let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    writeln!(table, "  {action:<22} {states:<30} {}", roles.join(" ")).unwrap();
}

/// One person for each role.
const PEOPLE: &[(Role, &str)] = &[
    (Role::Intake, "intake"),
    (Role::ResidentButler, "resident"),
    (Role::Butler, "butler"),
    (Role::ChiefButler, "chief"),
    (Role::Handler, "handler.qzjw"),
    (Role::UnitHead, "head.qzjw"),
    (Role::Lead, "lead.zw"),
    (Role::Office, "office"),
    (Role::Supervisor, "supervisor"),
    (Role::Leader, "leader"),
    (Role::Auditor, "auditor"),
    (Role::Admin, "admin"),
    (Role::Integration, "online-hall"),
];

/// Every operation of the document, asked by nobody and by every role, with nothing in the body
/// and about nothing that exists: what remains is whether the role is let in.
#[actix_web::test]
async fn endpoints_by_role() {
    assert_eq!(PEOPLE.len(), Role::ALL.len(), "a role without a person");
    let t = TestApp::new(Db::Sqlite).await;
    let document = serde_json::to_value(bancheng::http::document()).unwrap();
    let mut table = String::from("✔ let in   ✘ 403   – 401   (in the order: nobody");
    for (role, _) in PEOPLE {
        write!(table, ", {}", role.as_str()).unwrap();
    }
    table.push_str(")\n");
    for (method, path) in operations(&document) {
        let mut cells = vec![mark(&t, &method, &path, None).await];
        for (_, who) in PEOPLE {
            cells.push(mark(&t, &method, &path, Some(who)).await);
        }
        writeln!(table, "{} {:<6} {path}", cells.join(" "), method.as_str()).unwrap();
    }
    insta::assert_snapshot!("endpoints", table, REMEDY);
}

fn operations(document: &Value) -> Vec<(Method, String)> {
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            operations.push((method.to_uppercase().parse().unwrap(), path.clone()));
        }
    }
    operations
}

/// The path with nothing that exists in the place of its parameters.
fn about_nothing(path: &str) -> String {
    let segments = path.split('/').map(|segment| if segment.starts_with('{') { "nothing" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

async fn mark(t: &TestApp, method: &Method, path: &str, who: Option<&str>) -> &'static str {
    let mut request = TestRequest::default().method(method.clone()).uri(&about_nothing(path));
    if let Some(who) = who {
        request = request.insert_header(("Authorization", format!("Bearer {}", t.token(who).await)));
    }
    if method == Method::POST {
        request = request.set_json(json!({}));
    }
    match t.send(request).await.status.as_u16() {
        401 => "–",
        403 => "✘",
        _ => "✔",
    }
}
