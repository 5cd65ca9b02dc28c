//! Makes derived tables again, beside a service that goes on: what cases are found by, a batch of
//! cases at a time, and the counters.

use std::collections::HashMap;

use diesel::prelude::*;

use super::Store;
use super::conn::{AnyConn, on};
use super::fork::{forget_terms_of_nobody, hold_counters, lock_streams, write_transaction};
use super::parts::{self, PartRow};
use super::schema::{blind_index, cases, counters};
use super::search::{self, Entry, FoundBy};
use super::streams;
use super::verify::last_numbers;
use crate::domain::case::Case;
use crate::error::Result;
use crate::store::stream_name;

/// How many cases are held at a time.
const BATCH: i64 = 200;

/// Makes what all cases are found by again, as `made` says of a case and its parts; returns how
/// many there are.
///
/// # Errors
/// Where the database fails, or `made`. What was done up to then stays.
pub fn found_by(store: &Store, made: impl Fn(&Case, &[PartRow]) -> Result<FoundBy>) -> Result<usize> {
    store.read_here(|conn| {
        write_transaction(conn, |conn| {
            let nobodys = blind_index::table.filter(blind_index::case_id.ne_all(cases::table.select(cases::id)));
            diesel::delete(nobodys).execute(conn)?;
            forget_terms_of_nobody(conn)?;
            Ok(())
        })?;
        let (mut done, mut after) = (0, String::new());
        loop {
            let ids: Vec<String> =
                cases::table.filter(cases::id.gt(&after)).order(cases::id).select(cases::id).limit(BATCH).load(conn)?;
            let Some(last) = ids.last() else { return Ok(done) };
            after.clone_from(last);
            write_transaction(conn, |conn| batch(conn, &ids, &made))?;
            done += ids.len();
        }
    })
}

fn batch(conn: &mut AnyConn, ids: &[String], made: impl Fn(&Case, &[PartRow]) -> Result<FoundBy>) -> Result<()> {
    let names: Vec<String> = ids.iter().map(|id| stream_name::<Case>(id)).collect();
    // Held, so that nobody changes a text between its being read and its terms being written.
    lock_streams(conn, &names, true)?;
    let mut rows: HashMap<String, Vec<PartRow>> = HashMap::new();
    for row in parts::of_streams(conn, &names)? {
        rows.entry(row.stream.clone()).or_default().push(row);
    }
    let loaded = streams::load_many::<Case>(conn, ids.iter().map(String::as_str))?;
    let made: Vec<FoundBy> = loaded
        .iter()
        .zip(&names)
        .map(|(loaded, name)| made(&loaded.state, rows.get(name).map_or(&[], Vec::as_slice)))
        .collect::<Result<_>>()?;
    let entries: Vec<Entry<'_>> = loaded
        .iter()
        .zip(&made)
        .map(|(loaded, found_by)| Entry { number: loaded.state.number, found_by, new: false })
        .collect();
    search::put(conn, &entries)
}

/// Sets the counters to where the numbers end; returns how many there are.
///
/// # Errors
/// Where the database fails; nothing is done then.
pub fn counters(store: &Store) -> Result<usize> {
    store.read_here(|conn| {
        write_transaction(conn, |conn| {
            hold_counters(conn)?;
            let rows: Vec<_> = last_numbers(conn)?
                .into_iter()
                .map(|((series, year), value)| {
                    (counters::series.eq(series), counters::year.eq(year), counters::value.eq(value))
                })
                .collect();
            diesel::delete(counters::table).execute(conn)?;
            on!(conn, |c| diesel::insert_into(counters::table).values(&rows).execute(c))?;
            Ok(rows.len())
        })
    })
}
