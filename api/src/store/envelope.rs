//! An event as it is kept: canonical JSON (RFC 8785), hashed as stored, chained within its stream.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::crypto::digest::digest;
use crate::domain::calendar::CalendarEvent;
use crate::domain::case::CaseEvent;
use crate::domain::log::{ActedBy, PartClass};
use crate::domain::meeting::MeetingEvent;
use crate::domain::policy_issue::PolicyIssueEvent;
use crate::domain::settings::SettingsEvent;
use crate::domain::unit::UnitEvent;
use crate::domain::user::UserEvent;
use crate::domain::words::EventType;
use crate::domain::work_order::SheetEvent;
use crate::error::{Error, Result};

/// What the event knows of one of its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartDigest {
    /// The part's class.
    pub class: PartClass,
    /// Its digest, naming the algorithm.
    pub digest: String,
}

/// An event of any noun: `{"type": …, "data": …}`. The types' names are unique across nouns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum HappeningBody {
    /// Of a case.
    Case(CaseEvent),
    /// Of a work order.
    Sheet(SheetEvent),
    /// Of a joint meeting.
    Meeting(MeetingEvent),
    /// Of a policy issue.
    PolicyIssue(PolicyIssueEvent),
    /// Of a unit.
    Unit(UnitEvent),
    /// Of a user.
    User(UserEvent),
    /// Of the calendar.
    Calendar(CalendarEvent),
    /// Of the settings.
    Settings(SettingsEvent),
}

/// The envelope of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope<E = HappeningBody> {
    /// The format's version.
    pub v: u8,
    /// The stream.
    pub stream: String,
    /// The place in the stream, from 1.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: ActedBy,
    /// What.
    pub event: E,
    /// Digests of its parts, by name.
    pub parts: BTreeMap<String, PartDigest>,
    /// The hash of the event before it in the stream; empty for the first.
    pub prev: String,
}

impl<E: Serialize> Envelope<E> {
    /// The canonical bytes (RFC 8785).
    ///
    /// # Errors
    /// Where the event can't be written as JSON.
    pub fn canonical(&self) -> Result<String> {
        serde_json_canonicalizer::to_string(self).map_err(Error::internal)
    }
}

impl Envelope {
    /// The type of the event with these canonical bytes.
    ///
    /// # Errors
    /// Where they are no event of a known type.
    pub fn kind(body: &str) -> Result<EventType> {
        #[derive(Deserialize)]
        struct Typed {
            #[serde(rename = "type")]
            kind: EventType,
        }
        #[derive(Deserialize)]
        struct Outside {
            event: Typed,
        }
        serde_json::from_str::<Outside>(body).map(|outside| outside.event.kind).map_err(Error::internal)
    }

    /// The hash of canonical bytes, naming the algorithm.
    pub fn hash(body: &str) -> String {
        digest(body.as_bytes())
    }
}
