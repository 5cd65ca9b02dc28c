//! How the databases answer a list, an inbox, a search: by index, in the list's own order, never by reading a
//! whole table or by sorting all that matches.

use std::sync::{Arc, Mutex};

use bancheng::domain::log::Actor;
use bancheng::domain::permission::Scope;
use bancheng::domain::search::{Sought, sought};
use bancheng::domain::words::{Role, Sector, TaskKind};
use bancheng::store::cases::{Filter, Sort, alive_between, page};
use bancheng::store::notices::Reader;
use bancheng::store::search::{Key, Matches, matches, newest_with};
use bancheng::store::{AnyConn, CaseRow, DatabaseUrl, Ts, departures, meetings, policy_issues, sheets, tasks};
use diesel::connection::{Connection, InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::support::{both, many};

/// What somebody of this role and unit may see.
fn scope(role: Role, unit: &str, leads: Option<Sector>) -> Scope {
    Scope::of(&Actor { user: "someone".into(), role, unit: unit.into(), home_unit: None }, leads)
}

/// The cases that a search matches, few or many.
fn matching(conn: &mut AnyConn, q: &str) -> Matches {
    match sought(q) {
        Some(Sought::Terms(terms)) => matches(conn, &terms).unwrap(),
        other => panic!("{q}: {other:?}"),
    }
}

/// The statements that are run meanwhile.
fn statements(conn: &mut AnyConn, run: impl FnOnce(&mut AnyConn)) -> Vec<String> {
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    let writing = seen.clone();
    conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            let statement = query.to_string();
            let sql = statement.split(" -- binds").next().unwrap_or_default();
            writing.lock().unwrap().push(sql.to_owned());
        }
    });
    run(conn);
    conn.set_instrumentation(|_: InstrumentationEvent<'_>| {});
    seen.lock().unwrap().clone()
}

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

#[derive(QueryableByName)]
#[allow(non_snake_case, reason = "the column is called so")]
struct PgStep {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    detail: String,
}

/// How a statement is carried out, whatever its parameters.
fn plan(conn: &mut AnyConn, statement: &str) -> String {
    let steps: Vec<String> = match conn {
        AnyConn::Sqlite(c) => {
            let steps: Vec<Step> = diesel::sql_query(format!("EXPLAIN QUERY PLAN {statement}")).load(c).unwrap();
            steps.into_iter().map(|step| step.detail).collect()
        }
        AnyConn::Pg(c) => {
            let parameters = (1..100).take_while(|n| statement.contains(&format!("${n}"))).count();
            c.batch_execute(&format!("SET plan_cache_mode = force_generic_plan; PREPARE asked AS {statement}"))
                .unwrap();
            let given =
                if parameters == 0 { String::new() } else { format!("({})", vec!["NULL"; parameters].join(", ")) };
            let steps: Vec<PgStep> = diesel::sql_query(format!("EXPLAIN EXECUTE asked{given}")).load(c).unwrap();
            c.batch_execute("DEALLOCATE asked").unwrap();
            steps.into_iter().map(|step| step.detail).collect()
        }
    };
    steps.join("\n")
}

/// That a statement walks one of these indexes in its order, and neither sorts nor reads a whole table.
#[track_caller]
fn assert_walks(conn: &mut AnyConn, indexes: &[&str], statements: &[String], what: &str) {
    for statement in statements {
        let plan = plan(conn, statement);
        let walks = |index: &&str| {
            let lines = [
                format!("SCAN cases USING INDEX {index}"),
                format!("SEARCH cases USING INDEX {index} "),
                format!("Index Scan using {index} on cases"),
                format!("Index Scan Backward using {index} on cases"),
            ];
            lines.iter().any(|line| plan.contains(line))
        };
        assert!(indexes.iter().any(walks), "{what}: {indexes:?} not walked:\n{plan}");
        for bad in ["TEMP B-TREE FOR ORDER", "Sort", "Seq Scan on cases", "Seq Scan on case_search"] {
            assert!(!plan.contains(bad), "{what}: {bad}\n{plan}");
        }
        let looked_up = plan.contains("case_search VIRTUAL TABLE INDEX 0:=") || plan.contains("case_search_pkey");
        assert!(looked_up, "{what}: texts are not looked up one by one:\n{plan}");
    }
}

/// That nothing but indexes is read; and that nothing is sorted, unless it is a unit's own share.
#[track_caller]
fn assert_by_index(conn: &mut AnyConn, own_share: bool, what: &str, run: impl FnOnce(&mut AnyConn)) {
    for statement in statements(conn, run) {
        let plan = plan(conn, &statement);
        // Whoever sees nothing is answered without a look.
        for line in plan.lines().filter(|_| !plan.contains("One-Time Filter: false")) {
            let whole = line.contains("Seq Scan") || (line.starts_with("SCAN ") && !line.contains(" INDEX "));
            let sorted =
                line.contains("TEMP B-TREE FOR ORDER") || line.trim_start_matches([' ', '-', '>']).starts_with("Sort");
            assert!(!whole && (own_share || !sorted), "{what}: {line}\n{statement}\n{plan}");
        }
    }
}

both! {
    /// Each list and the inbox of each role.
    async fn every_list_of_every_role_is_read_by_index(t: TestApp) {
        many::cases(&t, 6000);
        let mut conn = t.db.url.connect().unwrap();
        if matches!(t.db.url, DatabaseUrl::Postgres(_)) {
            // Whatever is small is read whole; what can be read by index shows when that is forbidden.
            conn.batch_execute("ANALYZE; SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off")
                .unwrap();
        }
        let conn = &mut conn;
        let at = |row: i64| Some((Ts::from(t.clock.now() - chrono::TimeDelta::days(row)), "x".to_owned()));
        let now = Ts::from(t.clock.now());
        for role in Role::ALL {
            let (unit, leads) = match role {
                Role::Lead => ("qzwfwj", Some(Sector::GovernmentService)),
                Role::ChiefButler => ("zgj", Some(Sector::BusinessService)),
                Role::Handler | Role::UnitHead => ("qzjw", None),
                Role::Office => ("qysb", None),
                _ => ("dt_qzwfw", None),
            };
            let scope = scope(*role, unit, leads);
            let actor = Actor { user: "someone".into(), role: *role, unit: unit.into(), home_unit: None };
            // A unit's own cases and sheets are found by its own index, then put in order.
            let own = leads.is_none() && unit != "qysb";
            for after in [None, at(3)] {
                for sort in [Sort::Due, Sort::Accepted] {
                    for state in [None, Some("in_progress"), Some("closed")] {
                        let state = state.map(str::to_owned).into_iter().collect();
                        let filter = Filter { state, ..Filter::default() };
                        let own = own || (sort == Sort::Accepted && filter.state == ["in_progress"]);
                        assert_by_index(conn, own, &format!("cases, {role:?} {sort:?}"), |conn| {
                            page(conn, &scope, &filter, sort, after.clone(), 51).unwrap();
                        });
                    }
                }
                assert_by_index(conn, own, &format!("cases alive in a period, {role:?}"), |conn| {
                    let after = after.as_ref().map_or("", |(_, id)| id);
                    alive_between(conn, &scope, None, (Ts::from(t.clock.now()), now), after, 200).unwrap();
                });
                assert_by_index(conn, false, &format!("cases left, {role:?}"), |conn| {
                    departures::page(conn, &scope, after.clone(), 51).unwrap();
                });
                assert_by_index(conn, own, &format!("work orders, {role:?}"), |conn| {
                    sheets::page(conn, &scope, None, None, after.clone(), 51).unwrap();
                });
                assert_by_index(conn, false, &format!("meetings, {role:?}"), |conn| {
                    meetings::page(conn, &scope, None, after.clone(), 51).unwrap();
                });
                assert_by_index(conn, false, &format!("policy issues, {role:?}"), |conn| {
                    policy_issues::page(conn, &scope, None, after.clone(), 51).unwrap();
                });
                assert_by_index(conn, false, &format!("notices, {role:?}"), |conn| {
                    Reader(&actor).page(conn, false, after.clone(), 51).unwrap();
                });
                let after = after.map(|(at, _)| (at, "x/receive".to_owned()));
                assert_by_index(conn, false, &format!("inbox, {role:?}"), |conn| {
                    tasks::page(conn, &actor.unit, TaskKind::ALL, after, 51).unwrap();
                });
            }
            assert_by_index(conn, false, &format!("counts of the inbox, {role:?}"), |conn| {
                tasks::counts(conn, &actor.unit, TaskKind::ALL, now).unwrap();
                Reader(&actor).count_unread(conn).unwrap();
            });
        }
    }

    /// The office's watch list is an index of its own, however few stand on it.
    async fn the_watch_list_is_walked(t: TestApp) {
        many::cases(&t, 6000);
        t.db.behind_its_back("UPDATE cases SET needs_municipal_coordination = TRUE WHERE serial % 50 = 1");
        let mut conn = t.db.url.connect().unwrap();
        if matches!(t.db.url, DatabaseUrl::Postgres(_)) {
            conn.batch_execute("ANALYZE").unwrap();
        }
        let scope = scope(Role::Office, "qysb", None);
        for open in [None, Some(true)] {
            let filter = Filter { needs_municipal_coordination: Some(true), open, ..Filter::default() };
            let mut after = None;
            for _ in 0..2 {
                let statements = statements(&mut conn, |conn| {
                    let rows = page(conn, &scope, &filter, Sort::Due, after.clone(), 11).unwrap();
                    after = rows.last().map(|row| (row.due_at, row.id.clone()));
                });
                let plan = plan(&mut conn, &statements[0]);
                assert!(plan.contains("cases_watched") && !plan.contains("Sort") && !plan.contains("B-TREE"), "{plan}");
            }
        }
    }

    /// What many cases match is met on the way through the list, from wherever a page begins.
    async fn a_common_search_walks_the_list(t: TestApp) {
        many::cases(&t, 6000);
        let mut conn = t.db.url.connect().unwrap();
        if matches!(t.db.url, DatabaseUrl::Postgres(_)) {
            conn.batch_execute("ANALYZE").unwrap();
        }
        let text = matching(&mut conn, "甲种");
        assert!(matches!(text, Matches::Many(_)));
        let filter = |state: Option<&str>, open| Filter {
            state: state.into_iter().map(str::to_owned).collect(),
            open,
            text: Some(text.clone()),
            ..Filter::default()
        };
        let office = scope(Role::Office, "qysb", None);
        let lead = scope(Role::Lead, "qzwfwj", Some(Sector::GovernmentService));
        for (who, scope) in [("office", office), ("lead", lead)] {
            for (sort, state, open, indexes) in [
                (Sort::Due, None, None, &["cases_by_due"][..]),
                (Sort::Due, None, Some(true), &["cases_by_due"]),
                (Sort::Accepted, None, None, &["cases_by_accepted"]),
                (Sort::Accepted, None, Some(true), &["cases_by_accepted"]),
                (Sort::Due, Some("in_progress"), None, &["cases_by_state", "cases_by_due"]),
            ] {
                let filter = filter(state, open);
                let mut after = None;
                for _ in 0..2 {
                    let statements = statements(&mut conn, |conn| {
                        let rows = page(conn, &scope, &filter, sort, after.clone(), 51).unwrap();
                        assert_eq!(rows.len(), 51, "{who} {sort:?} {state:?}");
                        let at = |row: &CaseRow| if sort == Sort::Due { row.due_at } else { row.accepted_at };
                        after = rows.last().map(|row| (at(row), row.id.clone()));
                    });
                    assert_walks(&mut conn, indexes, &statements, &format!("{who} {sort:?} {state:?} {open:?}"));
                }
            }
        }
    }

    /// What few match is found by the index of terms, and a whole value by the blind index.
    async fn a_rare_search_and_a_whole_value_use_their_indexes(t: TestApp) {
        many::cases(&t, 6000);
        let mut conn = t.db.url.connect().unwrap();
        if matches!(t.db.url, DatabaseUrl::Postgres(_)) {
            conn.batch_execute("ANALYZE; SET enable_seqscan = off").unwrap();
        }
        let mut text = None;
        let found = statements(&mut conn, |conn| text = Some(matching(conn, "第2999件")));
        assert!(matches!(&text, Some(Matches::Few(ids)) if ids.len() == 1), "{text:?}");
        let of_terms = plan(&mut conn, &found[0]);
        let by_term = of_terms.contains("case_search VIRTUAL TABLE INDEX 0:M") || of_terms.contains("case_search_by_term");
        assert!(by_term, "{of_terms}");
        let key = Key { kind: "phone", digest: "x".into() };
        let newest = statements(&mut conn, |conn| assert!(newest_with(conn, &key, 50).unwrap().is_empty()));
        let of_key = plan(&mut conn, &newest[0]);
        let by_key = of_key.contains("SEARCH blind_index USING PRIMARY KEY (kind=? AND digest=?)")
            || of_key.contains("Index Only Scan Backward using blind_index_pkey");
        assert!(by_key && !of_key.contains("Sort"), "{of_key}");
    }
}
