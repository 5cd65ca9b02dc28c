//! What happens to a joint meeting. Its texts are parts, named with each event.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::case::Terms;
use crate::domain::ids::{CaseId, UnitId};
use crate::domain::number::Number;

/// One thing that happened to a joint meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the words of the plan and of the structures above")]
pub enum MeetingEvent {
    /// 筹备. Parts: subject.
    MeetingPlanned { number: Option<Number>, cases: Vec<CaseId> },
    /// A case was put on the agenda.
    AgendaAdded { case: CaseId },
    /// A case was taken off the agenda.
    AgendaRemoved { case: CaseId },
    /// The agenda was put in this order.
    AgendaArranged { cases: Vec<CaseId> },
    /// 召集. Parts: place, material_n.
    MeetingCalled { begins_at: DateTime<Utc>, units: Vec<UnitId>, materials: usize },
    /// 召开. Parts: attendance.
    MeetingHeld { held_at: DateTime<Utc>, units: Vec<UnitId> },
    /// 议定. Parts: decision, and the texts of the terms.
    ResolutionGiven { case: CaseId, terms: Terms, precedent: bool, by_leading_group: bool },
    /// 签发: all resolutions were carried out.
    MeetingSigned {},
    /// 取消. Parts: reason.
    MeetingCancelled {},
}
