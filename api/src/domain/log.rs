//! What every event has in common: who, when, which parts; and how events fold into state.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::ids::{UnitId, UserId};
use super::notice::Notice;
use super::unit::Directory;
use super::words::Role;

/// A person at work: who acts, as what, for which unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub user: UserId,
    /// As what.
    pub role: Role,
    /// For which unit.
    pub unit: UnitId,
    /// The unit that the person comes from, where that is another one (office, supervisor).
    pub home_unit: Option<UnitId>,
}

impl Actor {
    /// The reporter, who has proved by the enquiry code that the case is theirs, through the public
    /// page: a client that acts for the unit that took the case in.
    pub fn reporter(unit: UnitId) -> Self {
        Self { user: UserId::new(REPORTER), role: Role::Integration, unit, home_unit: None }
    }

    /// Whether this is the reporter.
    pub fn is_reporter(&self) -> bool {
        self.user.as_str() == REPORTER
    }
}

/// The reporter in the log. No user has this identifier: theirs are drawn by lot, and longer.
const REPORTER: &str = "reporter";

/// Who gave a command, as the log keeps it. The system itself has neither role nor unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActedBy {
    /// Who, or `system`.
    pub user: UserId,
    /// As what.
    pub role: Option<Role>,
    /// For which unit.
    pub unit: Option<UnitId>,
}

impl ActedBy {
    /// The system itself: what the clock finds, what `init` and `demo` set up.
    pub fn system() -> Self {
        Self { user: UserId::new("system"), role: None, unit: None }
    }
}

impl From<&Actor> for ActedBy {
    fn from(actor: &Actor) -> Self {
        Self { user: actor.user.clone(), role: Some(actor.role), unit: Some(actor.unit.clone()) }
    }
}

/// Whether a part is public text or personal data, which is sealed at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartClass {
    /// Clear and searchable, with a salt.
    Text,
    /// Encrypted, its salt inside.
    Personal,
}

impl PartClass {
    /// The class as the database keeps it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Personal => "personal",
        }
    }
}

/// A free text or personal datum that goes with an event: the event holds its digest only, so
/// that it can be erased and the log still be proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartDraft {
    /// The part's name within its event.
    pub name: String,
    /// Its class.
    pub class: PartClass,
    /// Its content.
    pub content: String,
}

/// Where a part lies: the event of its stream, and its name there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartRef {
    /// The event's place in its stream.
    pub seq: i64,
    /// The part's name within the event.
    pub name: String,
}

/// A decided event that has no number and no place in the log yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft<E> {
    /// What happened.
    pub event: E,
    /// Its texts and personal data.
    pub parts: Vec<PartDraft>,
}

impl<E> Draft<E> {
    /// An event without parts.
    pub fn new(event: E) -> Self {
        Self { event, parts: Vec::new() }
    }

    /// With a clear text.
    pub fn text(self, name: impl Into<String>, content: impl Into<String>) -> Self {
        self.part(name, PartClass::Text, Some(content.into()))
    }

    /// With a clear text, if there is one.
    pub fn text_if(self, name: impl Into<String>, content: Option<impl Into<String>>) -> Self {
        self.part(name, PartClass::Text, content.map(Into::into))
    }

    /// With personal data, if there is any.
    pub fn personal_if(self, name: impl Into<String>, content: Option<impl Into<String>>) -> Self {
        self.part(name, PartClass::Personal, content.map(Into::into))
    }

    fn part(mut self, name: impl Into<String>, class: PartClass, content: Option<String>) -> Self {
        if let Some(content) = content {
            self.parts.push(PartDraft { name: name.into(), class, content });
        }
        self
    }
}

/// An event with what the fold may know of its envelope.
#[derive(Debug)]
pub struct Recorded<'a, E> {
    /// Its place in its stream, from 1.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: &'a ActedBy,
    /// What happened.
    pub event: &'a E,
    /// The names of its parts.
    pub parts: &'a [String],
}

impl<E> Clone for Recorded<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Recorded<'_, E> {}

impl<E> Recorded<'_, E> {
    /// The place of the part called `name`, if the event has one.
    pub fn part(&self, name: &str) -> Option<PartRef> {
        self.parts.iter().any(|p| p == name).then(|| PartRef { seq: self.seq, name: name.to_owned() })
    }
}

/// An event that doesn't fit the state it meets: the log has been tampered with.
#[derive(Debug, PartialEq, Eq)]
pub struct BrokenFold(pub String);

/// An event between the states before and after it.
pub struct Happened<'a, A: Aggregate> {
    /// The state before; none where the event begins the stream.
    pub before: Option<&'a A>,
    /// What happened.
    pub event: &'a A::Event,
    /// Who did it.
    pub by: &'a ActedBy,
    /// The state after.
    pub after: &'a A,
}

/// The state once these drafts have happened to it, the first of them as the event `seq` of its stream.
///
/// # Errors
/// Where an event doesn't follow on the state.
pub fn foresee<A: Aggregate>(
    state: &A,
    seq: i64,
    drafts: &[Draft<A::Event>],
    by: &ActedBy,
    at: DateTime<Utc>,
) -> Result<A, BrokenFold> {
    let mut state = state.clone();
    for (draft, seq) in drafts.iter().zip(seq..) {
        let parts: Vec<String> = draft.parts.iter().map(|p| p.name.clone()).collect();
        state.apply(Recorded { seq, at, by, event: &draft.event, parts: &parts })?;
    }
    Ok(state)
}

/// What events fold into. The fold computes nothing from outside.
pub trait Aggregate: Clone + PartialEq + Serialize + DeserializeOwned {
    /// The events of this noun.
    type Event: Serialize + DeserializeOwned + Clone + Send + 'static;
    /// The noun, as streams are named: `case`, `work_order`, …
    const KIND: &'static str;

    /// The state after the first event of stream `id`.
    fn begin(id: &str, first: Recorded<'_, Self::Event>) -> Result<Self, BrokenFold>;

    /// The state after one more event.
    fn apply(&mut self, next: Recorded<'_, Self::Event>) -> Result<(), BrokenFold>;

    /// Whether the event collides with what others may be about to do: it then advances the
    /// version that `If-Match` speaks of, not `seq` alone.
    fn collides(event: &Self::Event) -> bool;

    /// The parts that the event erases: the only way in which a part loses its content.
    fn erases(_event: &Self::Event) -> Vec<PartRef> {
        Vec::new()
    }

    /// Fills in the number that the commit took for this event.
    fn give_number(_event: &mut Self::Event, _number: super::number::Number) {}

    /// The number, for nouns that have one.
    fn number(&self) -> Option<super::number::Number> {
        None
    }

    /// The state's word, for the receipt of a command.
    fn state_word(&self) -> &'static str;

    /// Who may know of it in this state, beside those who see everything.
    fn audience(&self) -> Audience {
        Audience::default()
    }

    /// Whom an event tells.
    fn tells(_happened: &Happened<'_, Self>, _units: &Directory) -> Vec<Notice> {
        Vec::new()
    }
}
