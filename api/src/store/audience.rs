//! Events as live updates need them: in the order of the log, with who may learn of each and whom
//! it tells.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::conn::AnyConn;
use super::envelope::Envelope;
use super::rows::AudienceRow;
use super::schema::{audience, log};
use crate::domain::audience::Audience;
use crate::domain::user::Post;
use crate::domain::words::EventType;
use crate::error::{Error, Result};

/// An event in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its place in the order of all.
    pub log_index: i64,
    /// The noun of its stream: `case`, `work_order`, ….
    pub noun: String,
    /// The noun's identifier.
    pub id: String,
    /// What happened.
    pub kind: EventType,
    /// Who may learn of it.
    pub audience: Audience,
    /// The notices that it gave.
    pub told: Vec<Told>,
}

/// A notice, as the event that gave it knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The notice.
    pub notice: String,
    /// To whom it is.
    pub to: Post,
}

impl AudienceRow {
    /// Of an event with these canonical bytes.
    pub(super) fn new(stream: &str, seq: i64, body: &str, who: &Audience, told: &[Told]) -> Result<Self> {
        let json = |told: &[Told]| serde_json::to_string(told).map_err(Error::internal);
        Ok(Self {
            stream: stream.to_owned(),
            seq,
            kind: Envelope::kind(body)?.as_str().to_owned(),
            who: serde_json::to_string(who).map_err(Error::internal)?,
            told: if told.is_empty() { None } else { Some(json(told)?) },
        })
    }
}

/// The last place that is taken; 0 where nothing has happened yet.
///
/// # Errors
/// Where the database fails.
pub fn end(conn: &mut AnyConn) -> Result<i64> {
    let last: Option<i64> = log::table.select(diesel::dsl::max(log::log_index)).first(conn)?;
    Ok(last.unwrap_or(0))
}

type Row = (i64, String, String, String, Option<String>);

/// What happened after this place, `limit` events at most.
///
/// # Errors
/// A broken row is an internal error.
pub fn after(conn: &mut AnyConn, place: i64, limit: i64) -> Result<Vec<Placed>> {
    let beside = audience::stream.eq(log::stream).and(audience::seq.eq(log::seq));
    let rows: Vec<Row> = log::table
        .inner_join(audience::table.on(beside))
        .filter(log::log_index.gt(place))
        .order(log::log_index)
        .select((log::log_index, log::stream, audience::kind, audience::who, audience::told))
        .limit(limit)
        .load(conn)?;
    rows.into_iter().map(placed).collect()
}

fn placed((log_index, stream, kind, who, told): Row) -> Result<Placed> {
    let (noun, id) = stream.split_once('/').ok_or_else(|| Error::internal(format!("a stream named {stream}")))?;
    Ok(Placed {
        log_index,
        noun: noun.to_owned(),
        id: id.to_owned(),
        kind: kind.parse().map_err(Error::internal)?,
        audience: serde_json::from_str(&who).map_err(Error::internal)?,
        told: told.map_or(Ok(Vec::new()), |told| serde_json::from_str(&told).map_err(Error::internal))?,
    })
}
