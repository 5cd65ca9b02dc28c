//! Loading aggregates: one row each.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::changes::{Guard, stream_name};
use super::conn::AnyConn;
use super::schema::streams;
use crate::domain::log::Aggregate;
use crate::error::{Error, Result};

/// An aggregate as it stands.
#[derive(Clone, Debug)]
pub struct Loaded<A> {
    /// Its stream's `seq`.
    pub seq: i64,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// The hash of its last event.
    pub head: String,
    /// Its state.
    pub state: A,
}

impl<A: Aggregate> Loaded<A> {
    /// The guard for a decision that used this without writing it.
    pub fn guard(&self, id: &str) -> Guard {
        Guard { stream: stream_name::<A>(id), seq: self.seq }
    }
}

/// Where an aggregate's stream stands; none where there is none.
///
/// # Errors
/// Where the database fails.
pub fn seq<A: Aggregate>(conn: &mut AnyConn, id: &str) -> Result<Option<i64>> {
    seq_of(conn, &stream_name::<A>(id))
}

/// Where a stream stands; none where there is none.
///
/// # Errors
/// Where the database fails.
pub fn seq_of(conn: &mut AnyConn, stream: &str) -> Result<Option<i64>> {
    Ok(streams::table.find(stream).select(streams::seq).first(conn).optional()?)
}

type Row = (i64, i64, String, String);

/// Loads an aggregate.
///
/// # Errors
/// A broken state is an internal error.
pub fn load<A: Aggregate>(conn: &mut AnyConn, id: &str) -> Result<Option<Loaded<A>>> {
    streams::table
        .filter(streams::stream.eq(stream_name::<A>(id)))
        .select((streams::seq, streams::version, streams::head, streams::state))
        .first::<Row>(conn)
        .optional()?
        .map(loaded)
        .transpose()
}

/// Loads several, in the order asked for; those that don't exist are left out.
///
/// # Errors
/// A broken state is an internal error.
pub fn load_many<'a, A: Aggregate>(
    conn: &mut AnyConn,
    ids: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<Loaded<A>>> {
    let names: Vec<String> = ids.into_iter().map(stream_name::<A>).collect();
    let rows: Vec<(String, Row)> = streams::table
        .filter(streams::stream.eq_any(&names))
        .select((streams::stream, (streams::seq, streams::version, streams::head, streams::state)))
        .load(conn)?;
    let mut rows: std::collections::HashMap<String, Row> = rows.into_iter().collect();
    names.iter().filter_map(|name| rows.remove(name)).map(loaded).collect()
}

/// Where these streams stand: each with its `seq`.
///
/// # Errors
/// Where the database fails.
pub fn seqs(conn: &mut AnyConn, names: &[String]) -> Result<BTreeSet<(String, i64)>> {
    let found: Vec<(String, i64)> =
        streams::table.filter(streams::stream.eq_any(names)).select((streams::stream, streams::seq)).load(conn)?;
    Ok(found.into_iter().collect())
}

fn loaded<A: Aggregate>((seq, version, head, state): Row) -> Result<Loaded<A>> {
    let state = serde_json::from_str(&state).map_err(Error::internal)?;
    Ok(Loaded { seq, version, head, state })
}
