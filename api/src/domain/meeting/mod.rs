//! The joint meeting (联席会, plan §4, §5.5): one matter, one discussion (一事一议). Planned, called,
//! held, signed; signing carries out all its resolutions or none.

mod command;
mod event;
mod evolve;
mod resolve;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use command::{
    AddCases, AllowedMeetingAction, Arrange, Call, Cancel, Decision, Hold, MeetingCommand, MeetingFacts, OnMeeting,
    PlanMeeting, RemoveCase, allowed_actions, plan,
};
pub use event::MeetingEvent;
pub use resolve::{Resolve, Sign};

use super::case::{Case, Terms};
use super::ids::{CaseId, MeetingId, UnitId, UserId};
use super::log::PartRef;
use super::number::Number;
use super::words::MeetingState;

/// Where the meetings' numbers are counted.
pub const SERIES: &str = "meeting";

/// What a meeting decided on one case; given again, the later one counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// When it was entered.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
    /// What the case comes to.
    pub terms: Terms,
    /// Whether like cases are to be settled alike.
    pub precedent: bool,
    /// Whether the leading group decided.
    pub by_leading_group: bool,
    /// Its texts, by name: `decision`, and those of the terms.
    pub texts: BTreeMap<String, PartRef>,
}

/// One case on the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// The case.
    pub case: CaseId,
    /// What was decided.
    pub resolution: Option<Resolution>,
}

/// The notice by which the meeting was called; a later one replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// When it was given.
    pub at: DateTime<Utc>,
    /// For when.
    pub begins_at: DateTime<Utc>,
    /// Where.
    pub place: Option<PartRef>,
    /// The units invited.
    pub units: Vec<UnitId>,
    /// What they are to read.
    pub materials: Vec<PartRef>,
}

/// How the meeting was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// When it was held.
    pub held_at: DateTime<Utc>,
    /// The units that attended.
    pub units: Vec<UnitId>,
    /// Who attended.
    pub attendance: Option<PartRef>,
}

/// Who signed, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: UserId,
}

/// A joint meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The identifier.
    pub id: MeetingId,
    /// Its number, of the year it was planned in.
    pub number: Number,
    /// Where it stands.
    pub state: MeetingState,
    /// What it is about.
    pub subject: Option<PartRef>,
    /// Who planned it.
    pub planned_by: UserId,
    /// When.
    pub planned_at: DateTime<Utc>,
    /// Its cases, in their order.
    pub agenda: Vec<AgendaItem>,
    /// The notice.
    pub called: Option<Called>,
    /// How it was held.
    pub held: Option<Held>,
    /// Who signed.
    pub signed: Option<Signed>,
    /// Why it was cancelled.
    pub cancelled: Option<PartRef>,
    /// When something last happened.
    pub last_at: DateTime<Utc>,
}

impl Meeting {
    /// The agenda's item of this case.
    pub fn item(&self, case: &CaseId) -> Option<&AgendaItem> {
        self.agenda.iter().find(|item| item.case == *case)
    }

    /// The units invited, and those that came.
    pub fn units(&self) -> impl Iterator<Item = &UnitId> {
        self.called.iter().flat_map(|called| &called.units).chain(self.held.iter().flat_map(|held| &held.units))
    }
}

/// A case that stood on an agenda and has gone another way: it is taken off, and what was resolved
/// on it lapses.
pub fn left(before: &Case, after: &Case) -> Option<(MeetingId, MeetingEvent)> {
    let meeting = before.meeting.as_ref()?;
    after.meeting.is_none().then(|| (meeting.clone(), MeetingEvent::AgendaRemoved { case: before.id.clone() }))
}
