//! The two migration trees make the same tables: columns, nullability, keys, indexes.

use std::collections::BTreeSet;

use bancheng::store::{AnyConn, Store};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::support::Db;
use crate::support::database::Fresh;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

// What searches the texts of cases differs by nature: a virtual table with its shadows, a table with
// an index of its own kind. Only that it is there is the same.
const SQLITE_COLUMNS: &str = "
    SELECT m.name || '.' || c.name || ' ' || lower(c.type) || CASE c.\"notnull\" WHEN 1 THEN ' not null' ELSE '' END AS line
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '__diesel%'
        AND m.name NOT LIKE 'case_search%'";
const POSTGRES_COLUMNS: &str = "
    SELECT table_name || '.' || column_name || ' '
        || CASE data_type WHEN 'timestamp without time zone' THEN 'timestamp' WHEN 'bytea' THEN 'blob' ELSE data_type END
        || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%'
        AND table_name <> 'case_search'";

const SQLITE_INDEXES: &str = "
    SELECT m.name || '(' || (SELECT group_concat(i.name, ',') FROM (SELECT name FROM pragma_index_info(l.name) ORDER BY seqno) i)
        || ')' || CASE l.\"unique\" WHEN 1 THEN ' unique' ELSE '' END AS line
    FROM sqlite_master m JOIN pragma_index_list(m.name) l
    WHERE m.type = 'table' AND m.name NOT LIKE '__diesel%' AND m.name NOT LIKE 'case_search%'";
const POSTGRES_INDEXES: &str = "
    SELECT t.relname || '(' || string_agg(a.attname, ',' ORDER BY k.place) || ')'
        || CASE WHEN bool_or(x.indisunique) THEN ' unique' ELSE '' END AS line
    FROM pg_index x
    JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k(column_number, place)
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.column_number
    WHERE n.nspname = 'public' AND t.relname NOT LIKE '\\_\\_diesel%' AND t.relname <> 'case_search'
    GROUP BY x.indexrelid, t.relname";

fn migrated(db: Db) -> Fresh {
    let fresh = db.empty();
    let done = Store::migrate(&fresh.url).unwrap();
    assert!(!done.is_empty());
    assert!(Store::migrate(&fresh.url).unwrap().is_empty(), "a second run does nothing");
    fresh
}

fn lines(conn: &mut AnyConn, sqlite: &str, postgres: &str) -> BTreeSet<String> {
    let rows: Vec<Line> = match conn {
        AnyConn::Sqlite(c) => diesel::sql_query(sqlite).load(c).unwrap(),
        AnyConn::Pg(c) => diesel::sql_query(postgres).load(c).unwrap(),
    };
    rows.into_iter().map(|row| row.line).collect()
}

#[test]
fn both_trees_make_the_same_tables() {
    let (sqlite, postgres) = (migrated(Db::Sqlite), migrated(Db::Postgres));
    let (mut one, mut other) = (sqlite.url.connect().unwrap(), postgres.url.connect().unwrap());
    for (of_sqlite, of_postgres) in [(SQLITE_COLUMNS, POSTGRES_COLUMNS), (SQLITE_INDEXES, POSTGRES_INDEXES)] {
        let (here, there) = (lines(&mut one, of_sqlite, of_postgres), lines(&mut other, of_sqlite, of_postgres));
        assert!(here.len() > 20, "{here:#?}");
        let differ: Vec<&String> = here.symmetric_difference(&there).collect();
        assert!(differ.is_empty(), "only in one of the trees: {differ:#?}");
    }
}

#[test]
fn schema_rs_is_what_the_migrations_make() {
    let sqlite = migrated(Db::Sqlite);
    let made = lines(&mut sqlite.url.connect().unwrap(), SQLITE_COLUMNS, POSTGRES_COLUMNS);
    let code = include_str!("../../api/src/store/schema.rs");
    let mut written = BTreeSet::new();
    let mut table = "";
    for line in code.lines().map(str::trim) {
        if let Some((name, _)) = line.strip_suffix(") {").and_then(|l| l.split_once(" (")) {
            table = name;
        } else if let Some((column, kind)) = line.trim_end_matches(',').split_once(" -> ") {
            let nullable = kind.strip_prefix("Nullable<").and_then(|k| k.strip_suffix('>'));
            let kind = match nullable.unwrap_or(kind) {
                "Bool" => "boolean",
                "Binary" => "blob",
                "Integer" => "integer",
                "BigInt" => "bigint",
                "Timestamp" => "timestamp",
                "Date" => "date",
                "Text" => "text",
                other => panic!("unknown type {other}"),
            };
            let not_null = if nullable.is_some() { "" } else { " not null" };
            written.insert(format!("{table}.{column} {kind}{not_null}"));
        }
    }
    let differ: Vec<&String> = made.symmetric_difference(&written).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

const SQLITE_TABLES: &str = "
    SELECT name AS line FROM pragma_table_list
    WHERE type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__diesel%'";
const POSTGRES_TABLES: &str = "
    SELECT table_name AS line FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%'";

#[test]
fn every_table_is_in_a_class() {
    let classed: BTreeSet<String> = bancheng::store::CLASSES.iter().map(|(table, _)| (*table).to_owned()).collect();
    for db in [Db::Sqlite, Db::Postgres] {
        let tables = lines(&mut migrated(db).url.connect().unwrap(), SQLITE_TABLES, POSTGRES_TABLES);
        assert_eq!(tables, classed, "{db:?}");
    }
}
