//! Changes are data: what a use case has decided, ready to be committed. Nothing slow is left to
//! do: texts are salted and sealed, only number, place and hash are missing.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::envelope::{Envelope, HappeningBody, PartDigest};
use super::rows::{AudienceRow, EventRow, NoticeRow, PartRow, Projection, StreamRow, project};
use super::search::FoundBy;
use super::ts::Ts;
use crate::domain::audience::Audience;
use crate::domain::calendar::{CalendarEvent, DistrictCalendar};
use crate::domain::case::{Case, CaseEvent};
use crate::domain::log::{ActedBy, Aggregate, Happened, PartClass, PartRef, Recorded};
use crate::domain::meeting::{Meeting, MeetingEvent};
use crate::domain::number::Number;
use crate::domain::policy_issue::{PolicyIssue, PolicyIssueEvent};
use crate::domain::settings::{Settings, SettingsEvent};
use crate::domain::unit::{Directory, Unit, UnitEvent};
use crate::domain::user::{User, UserEvent};
use crate::domain::work_order::{SheetEvent, WorkOrder};
use crate::error::{Error, Result};

/// What one use case changes; all or nothing.
pub struct Changes {
    pub(super) writes: Vec<Box<dyn Pending>>,
    pub(super) guards: Vec<Guard>,
    /// Units with which nothing may lie any more.
    pub(super) unburdened: Vec<String>,
    pub(super) idempotency: Option<Idempotency>,
    pub(super) passwords: Vec<PasswordRow>,
    pub(super) ended_sessions: Vec<EndedSessions>,
    pub(super) found_by: Vec<FoundBy>,
    pub(super) units: Arc<Directory>,
}

/// A row that the decision used without writing it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Guard {
    /// The stream.
    pub stream: String,
    /// Where it stood when it was read.
    pub seq: i64,
}

/// The record that makes a repeated request answer as before.
#[derive(Clone, Debug)]
pub struct Idempotency {
    /// Actor, route and key, digested.
    pub key: String,
    /// The body, digested.
    pub body_hash: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A password that somebody chose.
#[derive(Clone, Debug)]
pub struct PasswordRow {
    /// The user.
    pub user_id: String,
    /// The Argon2id hash.
    pub phc: String,
}

/// The sessions that end with the change.
#[derive(Clone, Debug)]
pub struct EndedSessions {
    /// Whose.
    pub user_id: String,
    /// The one that goes on.
    pub but: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a command answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The identifier of what was made or changed.
    pub id: String,
    /// Its number, if it has one.
    pub number: Option<Number>,
    /// The state it is in now.
    pub state: String,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// Where its stream stands: the place of its last event.
    pub seq: i64,
}

/// Where numbers are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Series {
    /// The noun.
    pub name: &'static str,
    /// The year.
    pub year: i32,
}

/// A part, salted or sealed.
#[derive(Clone, Debug)]
pub struct SealedPart {
    /// Its name within the event.
    pub name: String,
    /// Its class.
    pub class: PartClass,
    /// The digest that the event keeps.
    pub digest: String,
    /// The salt of a clear text.
    pub salt: Option<String>,
    /// The content of a clear text.
    pub content: Option<String>,
    /// The sealed personal data.
    pub sealed: Option<Vec<u8>>,
    /// The key it is sealed with.
    pub key_name: Option<String>,
}

/// New events of one stream, decided on the state `before`.
#[derive(Debug)]
pub struct Write<A: Aggregate> {
    /// The aggregate's identifier.
    pub id: String,
    /// The stream's `seq` when it was read; 0 for a new one.
    pub seq: i64,
    /// Its version then.
    pub version: i64,
    /// The hash of its last event then.
    pub head: String,
    /// Its state then.
    pub before: Option<A>,
    /// What happened, each with its parts.
    pub events: Vec<(A::Event, Vec<SealedPart>)>,
    /// Who.
    pub by: ActedBy,
    /// When.
    pub at: DateTime<Utc>,
    /// Where the number is taken from, for a new numbered aggregate.
    pub series: Option<Series>,
}

impl Changes {
    /// Changes whose receipt is that of the first stream written.
    pub fn new() -> Self {
        Self {
            writes: Vec::new(),
            guards: Vec::new(),
            unburdened: Vec::new(),
            idempotency: None,
            passwords: Vec::new(),
            ended_sessions: Vec::new(),
            found_by: Vec::new(),
            units: Arc::default(),
        }
    }

    /// With one more stream written.
    pub fn write<A: Stored>(mut self, write: Write<A>) -> Self {
        self.writes.push(Box::new(write));
        self
    }

    /// With a row that the decision used.
    pub fn guard(mut self, guard: Guard) -> Self {
        self.guards.push(guard);
        self
    }

    /// Only if nothing lies with this unit any more, at the commit too: what comes in at the same
    /// moment guards the unit, and so comes in before, and is seen, or comes too late.
    pub fn unburdened(mut self, unit: &str) -> Self {
        self.unburdened.push(unit.to_owned());
        self
    }

    /// With a record for repeated requests.
    pub fn idempotent(mut self, record: Option<Idempotency>) -> Self {
        self.idempotency = record;
        self
    }

    /// With the units among which events find whom they tell.
    pub fn among(mut self, units: Arc<Directory>) -> Self {
        self.units = units;
        self
    }

    /// With a password, instead of the one before if there was any.
    pub fn password(mut self, row: PasswordRow) -> Self {
        self.passwords.push(row);
        self
    }

    /// With sessions that end.
    pub fn end_sessions(mut self, ended: EndedSessions) -> Self {
        self.ended_sessions.push(ended);
        self
    }

    /// With what a case that is written is found by from now on.
    pub fn found_by(mut self, found_by: FoundBy) -> Self {
        self.found_by.push(found_by);
        self
    }

    /// How many cases are written, for the size of a batch.
    pub(super) fn weight(&self) -> usize {
        self.writes.len()
    }
}

impl Default for Changes {
    fn default() -> Self {
        Self::new()
    }
}

/// A write whose noun is forgotten: what commit deals in.
pub(super) trait Pending: Send {
    fn stream(&self) -> String;
    fn seq(&self) -> i64;
    fn series(&self) -> Option<Series>;
    fn finish(&self, number: Option<Number>, units: &Directory) -> Result<Finished>;
}

/// A write with its number, place and hash: rows, ready to insert.
pub(super) struct Finished {
    pub stream: StreamRow,
    pub events: Vec<EventRow>,
    pub parts: Vec<PartRow>,
    pub audience: Vec<AudienceRow>,
    pub notices: Vec<NoticeRow>,
    /// Parts, with their stream, that the events erase.
    pub erased: Vec<(String, PartRef)>,
    pub projection: Projection,
    pub receipt: Receipt,
}

/// An aggregate that the store keeps.
pub trait Stored: Aggregate + Send + 'static {
    /// An event as the envelope holds it.
    fn body(event: Self::Event) -> HappeningBody;
    /// The rows that queries read.
    fn rows(&self, seq: i64, version: i64) -> Projection;
}

macro_rules! stored {
    ($($noun:ty, $event:ty, $variant:ident, $project:path;)+) => {
        $(impl Stored for $noun {
            fn body(event: $event) -> HappeningBody {
                HappeningBody::$variant(event)
            }
            fn rows(&self, seq: i64, version: i64) -> Projection {
                $project(self, seq, version)
            }
        })+
    };
}

stored! {
    Case, CaseEvent, Case, project::case;
    WorkOrder, SheetEvent, Sheet, project::sheet;
    Meeting, MeetingEvent, Meeting, project::meeting;
    PolicyIssue, PolicyIssueEvent, PolicyIssue, project::policy_issue;
    Unit, UnitEvent, Unit, project::unit;
    User, UserEvent, User, project::user;
    DistrictCalendar, CalendarEvent, Calendar, project::calendar;
    Settings, SettingsEvent, Settings, project::settings;
}

/// The name of an aggregate's stream.
pub fn stream_name<A: Aggregate>(id: &str) -> String {
    format!("{}/{id}", A::KIND)
}

impl<A: Stored> Pending for Write<A> {
    fn stream(&self) -> String {
        stream_name::<A>(&self.id)
    }

    fn seq(&self) -> i64 {
        self.seq
    }

    fn series(&self) -> Option<Series> {
        self.series
    }

    /// Pure: the canonical bytes, their hashes, the folded state, the rows, who learns of it, the
    /// answer.
    fn finish(&self, number: Option<Number>, units: &Directory) -> Result<Finished> {
        let stream = self.stream();
        let (mut seq, mut version, mut head) = (self.seq, self.version, self.head.clone());
        let mut state: Option<A> = None;
        let (mut events, mut parts, mut erased) = (Vec::new(), Vec::new(), Vec::new());
        let (mut audience, mut notices) = (Vec::new(), Vec::new());
        for (event, sealed) in &self.events {
            let mut event = event.clone();
            if let Some(number) = number {
                A::give_number(&mut event, number);
            }
            seq += 1;
            version += i64::from(A::collides(&event));
            let digests: BTreeMap<String, PartDigest> = sealed
                .iter()
                .map(|p| (p.name.clone(), PartDigest { class: p.class, digest: p.digest.clone() }))
                .collect();
            erased.extend(A::erases(&event).into_iter().map(|part| (stream.clone(), part)));
            let names: Vec<String> = digests.keys().cloned().collect();
            let recorded = Recorded { seq, at: self.at, by: &self.by, event: &event, parts: &names };
            let before = state.as_ref().or(self.before.as_ref());
            let after = match before.cloned() {
                None => A::begin(&self.id, recorded).map_err(|e| Error::internal(e.0))?,
                Some(mut state) => {
                    state.apply(recorded).map_err(|e| Error::internal(e.0))?;
                    state
                }
            };
            let who = before.map_or_else(Audience::default, A::audience).and(after.audience());
            let tells = A::tells(&Happened { before, event: &event, by: &self.by, after: &after }, units);
            state = Some(after);
            let envelope = Envelope {
                v: 1,
                stream: stream.clone(),
                seq,
                at: self.at,
                by: self.by.clone(),
                event: A::body(event),
                parts: digests,
                prev: head,
            };
            let body = envelope.canonical()?;
            head = Envelope::hash(&body);
            let mut told = Vec::new();
            for notice in &tells {
                let row = NoticeRow::new(&stream, Some(seq), Ts::from(self.at), notice);
                told.push(row.told(&notice.to));
                notices.push(row);
            }
            audience.push(AudienceRow::new(&stream, seq, &body, &who, &told)?);
            events.push(EventRow { stream: stream.clone(), seq, at: Ts::from(self.at), body, hash: head.clone() });
            parts.extend(sealed.iter().map(|part| PartRow::new(&stream, seq, part)));
        }
        let Some(state) = state else { return Err(Error::internal("a write without events")) };
        let receipt =
            Receipt { id: self.id.clone(), number: state.number(), state: state.state_word().to_owned(), version, seq };
        let projection = state.rows(seq, version);
        let state = serde_json::to_string(&state).map_err(Error::internal)?;
        let stream = StreamRow { stream, seq, version, head, state };
        Ok(Finished { stream, events, parts, erased, audience, notices, projection, receipt })
    }
}
