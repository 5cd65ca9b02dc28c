//! Reading parts: free texts and sealed personal data.

use std::collections::HashMap;

use diesel::prelude::*;

use super::conn::AnyConn;
pub use super::rows::PartRow;
use super::schema::parts;
use crate::error::Result;

/// All parts of one stream.
///
/// # Errors
/// Where the database fails.
pub fn of_stream(conn: &mut AnyConn, stream: &str) -> Result<Vec<PartRow>> {
    Ok(parts::table
        .filter(parts::stream.eq(stream))
        .order((parts::seq, parts::name))
        .select(PartRow::as_select())
        .load(conn)?)
}

/// All parts of these streams.
///
/// # Errors
/// Where the database fails.
pub fn of_streams(conn: &mut AnyConn, streams: &[String]) -> Result<Vec<PartRow>> {
    Ok(parts::table.filter(parts::stream.eq_any(streams)).select(PartRow::as_select()).load(conn)?)
}

/// The latest part of each of these names, per stream: what a list shows of its rows.
///
/// # Errors
/// Where the database fails.
pub fn latest(conn: &mut AnyConn, streams: &[String], names: &[&str]) -> Result<HashMap<String, Vec<PartRow>>> {
    let rows: Vec<PartRow> = parts::table
        .filter(parts::stream.eq_any(streams))
        .filter(parts::name.eq_any(names))
        .order((parts::stream, parts::seq))
        .select(PartRow::as_select())
        .load(conn)?;
    let mut latest: HashMap<String, Vec<PartRow>> = HashMap::new();
    for row in rows {
        let of_stream = latest.entry(row.stream.clone()).or_default();
        of_stream.retain(|older| older.name != row.name);
        of_stream.push(row);
    }
    Ok(latest)
}
