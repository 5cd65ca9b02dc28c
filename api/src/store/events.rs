//! Reading events.

use diesel::prelude::*;

use super::conn::AnyConn;
use super::envelope::Envelope;
pub use super::rows::EventRow;
use super::schema::events;
use crate::error::{Error, Result};

/// One event of a stream.
///
/// # Errors
/// A broken event is an internal error.
pub fn one(conn: &mut AnyConn, stream: &str, seq: i64) -> Result<Option<Envelope>> {
    let body: Option<String> = events::table.find((stream, seq)).select(events::body).first(conn).optional()?;
    body.map(|body| serde_json::from_str(&body).map_err(Error::internal)).transpose()
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
