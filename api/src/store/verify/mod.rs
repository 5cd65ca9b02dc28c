//! `bancheng verify`: everything that can be proved from what is stored. In one snapshot, all
//! tables are walked side by side in the order of their streams, at constant memory, and each
//! difference is named. It works while the server writes.

mod chain;
mod cursor;
mod difference;
mod facts;
mod files;
mod fold;
mod numbers;
mod order;
mod parts;
mod report;
#[cfg(test)]
mod tests;

pub(super) use numbers::last_numbers;
pub use report::{Finding, Report};

use serde_json::Value;

use self::chain::Chain;
use self::cursor::Cursor;
use self::difference::differences;
use self::facts::Facts;
use self::fold::Folded;
use self::order::Order;
use self::parts::Parts;
use super::Store;
use super::conn::AnyConn;
use super::fork::read_snapshot;
use super::rows::{EventRow, Projection, StreamRow};
use crate::crypto::KeyRing;
use crate::error::Result;

/// One run of the verification.
struct Run<'a> {
    conn: &'a mut AnyConn,
    keys: Option<&'a KeyRing>,
    report: Report,
}

/// Verifies the whole database. Without keys, sealed parts are checked for presence only;
/// files are looked at where the store knows where they lie.
///
/// # Errors
/// Where the database fails; what is wrong with the data is in the report.
pub fn verify(store: &Store, keys: Option<&KeyRing>) -> Result<Report> {
    store.read_here(|conn| {
        read_snapshot(conn, |conn| {
            let report = Report { without_keys: keys.is_none(), ..Report::default() };
            let mut run = Run { conn, keys, report };
            Tables::default().walk(&mut run)?;
            numbers::check(&mut run)?;
            Ok(run.report)
        })
        .and_then(|report| {
            let mut run = Run { conn, keys, report };
            if let Some(files) = store.known_files() {
                files::check(&mut run, files)?;
            }
            Ok(run.report)
        })
    })
}

/// All tables that belong to streams, each read up to the same stream.
#[derive(Default)]
struct Tables {
    streams: Cursor<StreamRow>,
    events: Cursor<EventRow>,
    order: Order,
    parts: Parts,
    facts: Facts,
}

impl Tables {
    fn walk(mut self, run: &mut Run<'_>) -> Result<()> {
        while let Some(stream) = self.next_stream(run)? {
            self.check(run, &stream)?;
        }
        self.order.finish(run)?;
        self.parts.finish(run)?;
        self.facts.finish(run)
    }

    /// The name of the next stream that has a row or an event.
    fn next_stream(&mut self, run: &mut Run<'_>) -> Result<Option<String>> {
        let row = self.streams.peek(run)?.map(|row| row.stream.clone());
        let event = self.events.peek(run)?.map(|event| event.stream.clone());
        Ok(row.into_iter().chain(event).min())
    }

    fn check(&mut self, run: &mut Run<'_>, stream: &str) -> Result<()> {
        run.report.streams += 1;
        let row = self.streams.next_if(run, |(name,)| name == stream)?;
        let mut chain = Chain::begin(run, stream);
        let mut events = 0;
        while let Some(event) = self.events.next_if(run, |(name, _)| name == stream)? {
            events += 1;
            let named = chain.add(run, &event).map(|envelope| envelope.parts);
            self.order.check(run, &event)?;
            self.parts.check(run, &event, named)?;
        }
        self.parts.end_stream(run, stream, chain.erased());
        run.report.events += events;
        let folded = chain.folded();
        match &row {
            None => run.report.find("stream_missing", stream, "there are events, but no row of their stream"),
            Some(_) if events == 0 => run.report.find("stream_without_events", stream, "the stream has no event"),
            Some(row) => compare(run, row, &chain, folded.as_ref()),
        }
        let expected = if events == 0 { Some(Projection::default()) } else { folded.map(|f| f.projection) };
        let (kind, id) = stream.split_once('/').unwrap_or_default();
        self.facts.check(run, kind, id, expected)
    }
}

/// Compares where a stream stands with what its events say.
fn compare(run: &mut Run<'_>, row: &StreamRow, chain: &Chain<'_>, folded: Option<&Folded>) {
    let mut differs = |kind, expected: &dyn std::fmt::Display, found: &dyn std::fmt::Display| {
        run.report.find(kind, &row.stream, format!("expected {expected}, found {found}"));
    };
    if row.seq != chain.seq {
        differs("stream_seq", &chain.seq, &row.seq);
    }
    if row.head != chain.head {
        differs("stream_head", &chain.head, &row.head);
    }
    let Some(folded) = folded else { return };
    if row.version != folded.version {
        differs("stream_version", &folded.version, &row.version);
    }
    let Ok(state) = serde_json::from_str::<Value>(&row.state) else {
        return run.report.find("stream_state", &row.stream, "the state is not JSON");
    };
    let kind = row.stream.split('/').next().unwrap_or_default();
    for difference in differences(kind, &folded.state, &state) {
        run.report.find("stream_state", &row.stream, difference.to_string());
    }
}
