//! What must differ between the databases, and nothing else.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::conn::AnyConn;
use super::schema::streams;
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

/// Whether commit itself gives events their place in the log: it does where writers are serial.
pub fn commit_orders_the_log(conn: &AnyConn) -> bool {
    matches!(conn, AnyConn::Sqlite(_))
}
