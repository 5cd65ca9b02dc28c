//! Loading aggregates: one row each.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::changes::{Guard, stream_name};
use super::conn::AnyConn;
use super::envelope::Envelope;
use super::schema::{events, streams};
use crate::domain::log::{Aggregate, BrokenFold, Recorded};
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

/// An aggregate as it stood after the event `seq` of its stream, folded from the log.
///
/// # Errors
/// A broken or missing event is an internal error.
pub fn as_of<A: Aggregate>(conn: &mut AnyConn, id: &str, seq: i64) -> Result<Loaded<A>> {
    let stream = stream_name::<A>(id);
    let up_to = events::table.filter(events::stream.eq(&stream).and(events::seq.le(seq)));
    let bodies: Vec<String> = up_to.order(events::seq).select(events::body).load(conn)?;
    let broken = |broken: BrokenFold| Error::internal(broken.0);
    let mut stood: Option<Loaded<A>> = None;
    for body in bodies {
        let Envelope { seq, at, by, event, parts, .. } =
            serde_json::from_str::<Envelope<A::Event>>(&body).map_err(Error::internal)?;
        let parts: Vec<String> = parts.into_keys().collect();
        let next = Recorded { seq, at, by: &by, event: &event, parts: &parts };
        let (state, version) = match stood {
            None => (A::begin(id, next).map_err(broken)?, 0),
            Some(Loaded { mut state, version, .. }) => {
                state.apply(next).map_err(broken)?;
                (state, version)
            }
        };
        let version = version + i64::from(A::collides(&event));
        stood = Some(Loaded { seq, version, head: Envelope::hash(&body), state });
    }
    stood.filter(|stood| stood.seq == seq).ok_or_else(|| Error::internal(format!("{stream} has no event {seq}")))
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
