//! One stream's events: each well-formed, hashed, in its place, and chained to the one before.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::Run;
use super::fold::{Fold, Folded, folding};
use crate::domain::log::PartRef;
use crate::store::envelope::Envelope;
use crate::store::rows::EventRow;
use crate::store::ts::Ts;

/// The version of the envelope that this program knows.
const FORMAT: u8 = 1;

/// An event whose content has not been looked into.
pub(super) type RawEnvelope = Envelope<Value>;

/// What the events of one stream have shown so far.
pub(super) struct Chain<'a> {
    stream: &'a str,
    id: &'a str,
    fold: Option<Box<dyn Fold>>,
    at: Option<DateTime<Utc>>,
    /// The place of the last event.
    pub(super) seq: i64,
    /// Its hash; empty before the first.
    pub(super) head: String,
}

impl<'a> Chain<'a> {
    /// Begins the stream called `stream`; one of an unknown kind is a finding.
    pub(super) fn begin(run: &mut Run<'_>, stream: &'a str) -> Self {
        let (kind, id) = stream.split_once('/').unwrap_or_default();
        let fold = folding(kind);
        if fold.is_none() {
            run.report.find("stream_kind", stream, "no aggregate has this kind of stream");
        }
        Self { stream, id, fold, at: None, seq: 0, head: String::new() }
    }

    /// Checks the next event, and returns its envelope if it can be read.
    pub(super) fn add(&mut self, run: &mut Run<'_>, row: &EventRow) -> Option<RawEnvelope> {
        let place = place(row);
        let envelope = read(run, row, &place);
        let gap = row.seq != self.seq + 1;
        if gap {
            let detail = format!("expected event {} next, found {}", self.seq + 1, row.seq);
            run.report.find("event_gap", &place, detail);
        }
        if let Some(envelope) = &envelope {
            self.check(run, row, envelope, gap, &place);
        }
        (self.seq, self.head) = (row.seq, row.hash.clone());
        self.fold(run, envelope.as_ref().filter(|_| !gap), &place);
        envelope
    }

    fn check(&mut self, run: &mut Run<'_>, row: &EventRow, envelope: &RawEnvelope, gap: bool, place: &str) {
        let mut differs = |kind, what: &str, expected: &dyn std::fmt::Display, found: &dyn std::fmt::Display| {
            run.report.find(kind, place, format!("{what}: expected {expected}, found {found}"));
        };
        if envelope.v != FORMAT {
            differs("event_format", "format version", &FORMAT, &envelope.v);
        }
        if envelope.stream != self.stream {
            differs("event_stream", "stream in the body", &self.stream, &envelope.stream);
        }
        if envelope.seq != row.seq {
            differs("event_seq", "seq in the body", &row.seq, &envelope.seq);
        }
        if Ts::from(envelope.at) != row.at {
            differs("event_at", "time in the column", &envelope.at, &row.at.0);
        }
        if !gap && envelope.prev != self.head {
            differs("event_prev", "hash of the event before", &named(&self.head), &named(&envelope.prev));
        }
        if let Some(before) = self.at.filter(|before| envelope.at < *before) {
            differs("event_time", "time", &format_args!("not before {before}"), &envelope.at);
        }
        self.at = Some(envelope.at);
    }

    /// Without one of its events, the fold of a stream says nothing any more.
    fn fold(&mut self, run: &mut Run<'_>, envelope: Option<&RawEnvelope>, place: &str) {
        let Some(fold) = &mut self.fold else { return };
        let added = envelope.map(|envelope| fold.add(self.id, envelope));
        if let Some(Err(broken)) = &added {
            run.report.find("event_fold", place, broken);
        }
        if !matches!(added, Some(Ok(()))) {
            self.fold = None;
        }
    }

    /// The parts that the events erase; nothing where that can't be said.
    pub(super) fn erased(&self) -> Option<&BTreeSet<PartRef>> {
        self.fold.as_ref().map(|fold| fold.erased())
    }

    /// What the events fold into; nothing where that can't be said.
    pub(super) fn folded(&self) -> Option<Folded> {
        self.fold.as_ref()?.result(self.seq)
    }
}

/// An event's place, as findings name it.
fn place(row: &EventRow) -> String {
    format!("{}#{}", row.stream, row.seq)
}

fn named(hash: &str) -> &str {
    if hash.is_empty() { "none" } else { hash }
}

/// Reads a body as stored: its hash, its JSON, its canonical form, its envelope.
fn read(run: &mut Run<'_>, row: &EventRow, place: &str) -> Option<RawEnvelope> {
    let hash = Envelope::hash(&row.body);
    if hash != row.hash {
        run.report.find("event_hash", place, format!("hash of the body: expected {hash}, found {}", named(&row.hash)));
    }
    let Ok(body) = serde_json::from_str::<Value>(&row.body) else {
        run.report.find("event_not_json", place, "the body is not JSON");
        return None;
    };
    if serde_json_canonicalizer::to_string(&body).ok().as_ref() != Some(&row.body) {
        run.report.find("event_not_canonical", place, "the body is not canonical JSON (RFC 8785)");
    }
    let envelope = serde_json::from_value(body).ok();
    if envelope.is_none() {
        run.report.find("event_unreadable", place, "the body is not the envelope of an event");
    }
    envelope
}
