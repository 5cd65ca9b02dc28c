//! How the databases answer a search: by index, in the list's own order, never by sorting all that
//! matches.

use std::sync::{Arc, Mutex};

use bancheng::domain::log::Actor;
use bancheng::domain::permission::Scope;
use bancheng::domain::search::{Sought, sought};
use bancheng::domain::words::{Role, Sector};
use bancheng::store::cases::{Filter, Sort, page};
use bancheng::store::search::{Key, Matches, matches, newest_with};
use bancheng::store::{AnyConn, CaseRow, DatabaseUrl};
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
            c.batch_execute(&format!(
                "SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL; PREPARE asked AS {statement}"
            ))
            .unwrap();
            let given =
                if parameters == 0 { String::new() } else { format!("({})", vec!["NULL"; parameters].join(", ")) };
            let steps: Vec<PgStep> = diesel::sql_query(format!("EXPLAIN EXECUTE asked{given}")).load(c).unwrap();
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

both! {
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
