//! Reading events.

use diesel::prelude::*;

use super::conn::{AnyConn, MultiBackend};
use super::envelope::Envelope;
pub use super::rows::EventRow;
use super::schema::{events, log};
use super::ts::Ts;
use crate::error::{Error, Result};

/// One event of a stream.
///
/// # Errors
/// A broken event is an internal error.
pub fn one(conn: &mut AnyConn, stream: &str, seq: i64) -> Result<Option<Envelope>> {
    let body: Option<String> = events::table.find((stream, seq)).select(events::body).first(conn).optional()?;
    body.map(|body| serde_json::from_str(&body).map_err(Error::internal)).transpose()
}

/// Which events of the log are looked for.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Before this place in the log.
    pub before: Option<i64>,
    /// Of streams of this noun.
    pub noun: Option<String>,
    /// Of these streams.
    pub streams: Option<Vec<String>>,
    /// From this instant on.
    pub from: Option<Ts>,
    /// Before this instant.
    pub until: Option<Ts>,
}

/// Events by their place in the log, the latest first.
///
/// # Errors
/// A broken event is an internal error.
pub fn latest(conn: &mut AnyConn, sought: &Sought, limit: i64) -> Result<Vec<(i64, Envelope)>> {
    let mut query = log::table
        .inner_join(events::table.on(events::stream.eq(log::stream).and(events::seq.eq(log::seq))))
        .order(log::log_index.desc())
        .limit(limit)
        .select((log::log_index, events::body))
        .into_boxed::<MultiBackend>();
    if let Some(before) = sought.before {
        query = query.filter(log::log_index.lt(before));
    }
    if let Some(noun) = &sought.noun {
        // All names that begin with it: `/` is followed by `0`.
        query = query.filter(log::stream.ge(format!("{noun}/")).and(log::stream.lt(format!("{noun}0"))));
    }
    if let Some(streams) = &sought.streams {
        query = query.filter(log::stream.eq_any(streams));
    }
    if let Some(from) = sought.from {
        query = query.filter(events::at.ge(from));
    }
    if let Some(until) = sought.until {
        query = query.filter(events::at.lt(until));
    }
    let rows: Vec<(i64, String)> = query.load(conn)?;
    rows.iter().map(|(index, body)| Ok((*index, serde_json::from_str(body).map_err(Error::internal)?))).collect()
}

/// The whole history of one stream, oldest first.
///
/// # Errors
/// A broken event is an internal error.
pub fn of_stream(conn: &mut AnyConn, stream: &str) -> Result<Vec<Envelope>> {
    let bodies: Vec<String> =
        events::table.filter(events::stream.eq(stream)).order(events::seq).select(events::body).load(conn)?;
    bodies.iter().map(|body| serde_json::from_str(body).map_err(Error::internal)).collect()
}
