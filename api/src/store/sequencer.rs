//! On PostgreSQL, commits run side by side; the sequencer then gives their events a place in the
//! one order, without gap. Correct by the keys of `log`; the lease only saves work.

use diesel::prelude::*;

use super::conn::{AnyConn, on};
use super::fork::write_transaction;
use super::rows::LogRow;
use super::schema::{log, pending};
use crate::error::Result;

const BATCH: i64 = 1000;

/// Gives waiting events their place; returns how many. A stream's events keep their order, since
/// the time in a stream never runs backwards.
///
/// # Errors
/// Where another sequencer was quicker, or the database fails; nothing is done then.
pub fn advance(conn: &mut AnyConn) -> Result<usize> {
    write_transaction(conn, |conn| {
        let waiting: Vec<(String, i64)> = pending::table
            .order((pending::at, pending::stream, pending::seq))
            .select((pending::stream, pending::seq))
            .limit(BATCH)
            .load(conn)?;
        if waiting.is_empty() {
            return Ok(0);
        }
        let last: Option<i64> = log::table.select(diesel::dsl::max(log::log_index)).first(conn)?;
        let rows: Vec<LogRow> = waiting
            .iter()
            .zip(last.unwrap_or(0) + 1..)
            .map(|((stream, seq), log_index)| LogRow { log_index, stream: stream.clone(), seq: *seq })
            .collect();
        on!(conn, |c| diesel::insert_into(log::table).values(&rows).execute(c))?;
        let placed = log::table.filter(log::stream.eq(pending::stream).and(log::seq.eq(pending::seq)));
        diesel::delete(pending::table.filter(diesel::dsl::exists(placed))).execute(conn)?;
        Ok(rows.len())
    })
}

/// How many events wait for their place.
///
/// # Errors
/// Where the database fails.
pub fn waiting(conn: &mut AnyConn) -> Result<i64> {
    Ok(pending::table.count().get_result(conn)?)
}
