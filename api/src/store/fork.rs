//! What must differ between the databases, and nothing else.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Text};

use super::cases::Condition;
use super::conn::AnyConn;
use super::schema::streams;
use super::search::TermsRow;
use crate::domain::number::Number;
use crate::domain::search::Term;
use crate::error::{Error, Result};

/// Where a stream stands: `(stream, seq, version, head)`.
pub type StreamHead = (String, i64, i64, String);

/// Runs `body` in one transaction that writes. On SQLite it takes the write lock at once: a
/// transaction that reads first and writes later fails under contention.
pub fn write_transaction<T>(conn: &mut AnyConn, body: impl FnOnce(&mut AnyConn) -> Result<T>) -> Result<T> {
    let begin = match conn {
        AnyConn::Pg(_) => "BEGIN",
        AnyConn::Sqlite(_) => "BEGIN IMMEDIATE",
    };
    transaction(conn, begin, body)
}

/// Runs `body` over one snapshot that doesn't move.
pub fn read_snapshot<T>(conn: &mut AnyConn, body: impl FnOnce(&mut AnyConn) -> Result<T>) -> Result<T> {
    let begin = match conn {
        AnyConn::Pg(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        AnyConn::Sqlite(_) => "BEGIN",
    };
    transaction(conn, begin, body)
}

fn transaction<T>(conn: &mut AnyConn, begin: &str, body: impl FnOnce(&mut AnyConn) -> Result<T>) -> Result<T> {
    conn.batch_execute(begin).map_err(Error::busy)?;
    match body(conn) {
        Ok(value) => match conn.batch_execute("COMMIT") {
            Ok(()) => Ok(value),
            Err(error) => {
                let _ = conn.batch_execute("ROLLBACK");
                Err(Error::busy(error))
            }
        },
        Err(error) => {
            let _ = conn.batch_execute("ROLLBACK");
            Err(error)
        }
    }
}

/// Reads where these streams stand, and holds them: those that will be written against any other
/// writer, those only read against their being written. In key order, so that no two wait for
/// each other. SQLite's writers are serial and need no lock.
pub fn lock_streams(conn: &mut AnyConn, names: &[String], written: bool) -> QueryResult<Vec<StreamHead>> {
    let query = streams::table.filter(streams::stream.eq_any(names)).order(streams::stream).select((
        streams::stream,
        streams::seq,
        streams::version,
        streams::head,
    ));
    match (conn, written) {
        (AnyConn::Pg(c), true) => query.for_update().load(c),
        (AnyConn::Pg(c), false) => query.for_share().load(c),
        (AnyConn::Sqlite(c), _) => query.load(c),
    }
}

/// Does what can be done at once so that erased content doesn't lie on in the database's files: on
/// SQLite the write-ahead log is written back and cut off (erased cells are overwritten by
/// `secure_delete`). PostgreSQL keeps former rows until it vacuums; see `operations.md`.
pub fn drop_traces(conn: &mut AnyConn) -> Result<()> {
    match conn {
        AnyConn::Pg(_) => Ok(()),
        AnyConn::Sqlite(c) => Ok(c.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?),
    }
}

/// Whether commit itself gives events their place in the log: it does where writers are serial.
pub fn commit_orders_the_log(conn: &AnyConn) -> bool {
    matches!(conn, AnyConn::Sqlite(_))
}

diesel::table! {
    /// As SQLite has it: `rowid` is the case's number, for FTS5 finds a row by nothing else.
    case_search (rowid) {
        rowid -> BigInt,
        case_id -> Text,
        terms -> Text,
    }
}

/// A case's row in SQLite's index.
fn rowid(number: Number) -> i64 {
    i64::from(number.year) * 1_000_000_000 + number.serial
}

/// Takes the terms of these cases out of the index.
pub fn forget_terms(conn: &mut AnyConn, cases: &[(Number, &str)]) -> QueryResult<usize> {
    match conn {
        AnyConn::Pg(c) => {
            let ids: Vec<&str> = cases.iter().map(|(_, id)| *id).collect();
            diesel::sql_query("DELETE FROM case_search WHERE case_id = ANY ($1)").bind::<Array<Text>, _>(ids).execute(c)
        }
        AnyConn::Sqlite(c) => {
            let rows = cases.iter().map(|(number, _)| rowid(*number));
            diesel::delete(case_search::table.filter(case_search::rowid.eq_any(rows))).execute(c)
        }
    }
}

/// Puts the terms of these cases into the index.
pub fn insert_terms(conn: &mut AnyConn, rows: &[TermsRow]) -> QueryResult<()> {
    match conn {
        AnyConn::Pg(c) => {
            let (ids, terms): (Vec<&str>, Vec<&str>) =
                rows.iter().map(|row| (row.case_id.as_str(), row.terms.as_str())).unzip();
            let insert = "INSERT INTO case_search (case_id, terms) \
                          SELECT id, CAST(terms AS TSVECTOR) FROM unnest($1, $2) AS row (id, terms)";
            let insert = diesel::sql_query(insert).bind::<Array<Text>, _>(ids).bind::<Array<Text>, _>(terms);
            if rows.is_empty() { Ok(()) } else { insert.execute(c).map(drop) }
        }
        AnyConn::Sqlite(c) => {
            for row in rows {
                // A space on either side of every term, for [`Walk`].
                let values = (
                    case_search::rowid.eq(rowid(row.number)),
                    case_search::case_id.eq(&row.case_id),
                    case_search::terms.eq(format!(" {} ", row.terms)),
                );
                diesel::insert_into(case_search::table).values(values).execute(c)?;
            }
            Ok(())
        }
    }
}

/// Takes the terms of cases that aren't there out of the index.
pub fn forget_terms_of_nobody(conn: &mut AnyConn) -> QueryResult<usize> {
    let delete = "DELETE FROM case_search WHERE case_id NOT IN (SELECT id FROM cases)";
    diesel::sql_query(delete).execute(conn)
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    case_id: String,
}

/// At most `limit` cases that have all these terms.
pub fn having_terms(conn: &mut AnyConn, terms: &BTreeSet<Term>, limit: usize) -> QueryResult<Vec<String>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let found: Vec<Found> = match conn {
        AnyConn::Pg(c) => {
            let query = "SELECT case_id FROM case_search WHERE terms @@ CAST($1 AS TSQUERY) LIMIT $2";
            diesel::sql_query(query).bind::<Text, _>(tsquery(terms)).bind::<BigInt, _>(limit).load(c)?
        }
        AnyConn::Sqlite(c) => {
            let query = "SELECT case_id FROM case_search WHERE case_search MATCH ? LIMIT ?";
            let wanted: Vec<String> =
                terms.iter().map(|t| format!("\"{}\"{}", t.text, if t.prefix { "*" } else { "" })).collect();
            diesel::sql_query(query).bind::<Text, _>(wanted.join(" AND ")).bind::<BigInt, _>(limit).load(c)?
        }
    };
    Ok(found.into_iter().map(|row| row.case_id).collect())
}

fn tsquery(terms: &BTreeSet<Term>) -> String {
    let wanted: Vec<String> =
        terms.iter().map(|t| format!("'{}'{}", t.text, if t.prefix { ":*" } else { "" })).collect();
    wanted.join(" & ")
}

/// A look at one case on the way through a list: whether its texts have all the terms looked for.
#[derive(Clone, Debug)]
pub enum Walk {
    /// PostgreSQL looks the query up in the case's terms.
    Pg(String),
    /// SQLite looks for each term in them; FTS5 itself is ten times slower with a single row.
    Sqlite(Vec<String>),
}

impl Walk {
    pub(super) fn new(conn: &AnyConn, terms: &BTreeSet<Term>) -> Self {
        let spaced = |t: &Term| format!(" {}{}", t.text, if t.prefix { "" } else { " " });
        match conn {
            AnyConn::Pg(_) => Self::Pg(tsquery(terms)),
            AnyConn::Sqlite(_) => Self::Sqlite(terms.iter().map(spaced).collect()),
        }
    }

    /// The conditions on a case. A scalar subquery is computed row by row: no planner makes a scan
    /// of all texts of it.
    pub(super) fn conditions(&self) -> Vec<Condition> {
        match self {
            Self::Pg(query) => vec![Box::new(
                sql::<Bool>("(SELECT terms @@ CAST(")
                    .bind::<Text, _>(query.clone())
                    .sql(" AS TSQUERY) FROM case_search WHERE case_id = cases.id)"),
            )],
            Self::Sqlite(terms) => terms
                .iter()
                .map(|term| -> Condition {
                    Box::new(
                        sql::<Bool>("(SELECT instr(terms, ")
                            .bind::<Text, _>(term.clone())
                            .sql(") > 0 FROM case_search WHERE rowid = cases.year * 1000000000 + cases.serial)"),
                    )
                })
                .collect(),
        }
    }
}

/// Lets no number be taken until this transaction ends. SQLite's writers are serial anyway.
pub fn hold_counters(conn: &mut AnyConn) -> QueryResult<()> {
    match conn {
        AnyConn::Pg(c) => c.batch_execute("LOCK TABLE counters IN EXCLUSIVE MODE"),
        AnyConn::Sqlite(_) => Ok(()),
    }
}
