//! The fold of a joint meeting.

use super::{AgendaItem, Called, Held, Meeting, MeetingEvent, Resolution, Signed};
use crate::domain::audience::Audience;
use crate::domain::ids::MeetingId;
use crate::domain::log::{Aggregate, BrokenFold, Happened, PartRef, Recorded};
use crate::domain::notice::{self, Notice};
use crate::domain::number::Number;
use crate::domain::unit::Directory;
use crate::domain::words::MeetingState;

impl Aggregate for Meeting {
    type Event = MeetingEvent;
    const KIND: &'static str = "meeting";

    fn begin(id: &str, first: Recorded<'_, MeetingEvent>) -> Result<Self, BrokenFold> {
        let MeetingEvent::MeetingPlanned { number: Some(number), cases } = first.event else {
            return Err(BrokenFold(format!("meeting {id} does not begin with its planning")));
        };
        Ok(Self {
            id: MeetingId::new(id),
            number: *number,
            state: MeetingState::Planned,
            subject: first.part("subject"),
            planned_by: first.by.user.clone(),
            planned_at: first.at,
            agenda: cases.iter().map(|case| AgendaItem { case: case.clone(), resolution: None }).collect(),
            called: None,
            held: None,
            signed: None,
            cancelled: None,
            last_at: first.at,
        })
    }

    fn apply(&mut self, next: Recorded<'_, MeetingEvent>) -> Result<(), BrokenFold> {
        match next.event {
            MeetingEvent::MeetingPlanned { .. } => {
                return Err(BrokenFold(format!("meeting {} planned twice", self.id)));
            }
            MeetingEvent::AgendaAdded { case } => {
                self.agenda.push(AgendaItem { case: case.clone(), resolution: None });
            }
            MeetingEvent::AgendaRemoved { case } => self.agenda.retain(|item| item.case != *case),
            MeetingEvent::AgendaArranged { cases } => {
                self.agenda.sort_by_key(|item| cases.iter().position(|case| *case == item.case));
            }
            MeetingEvent::MeetingCalled { begins_at, units, materials } => {
                self.state = MeetingState::Called;
                self.called = Some(Called {
                    at: next.at,
                    begins_at: *begins_at,
                    place: next.part("place"),
                    units: units.clone(),
                    materials: (0..*materials).filter_map(|i| next.part(&material_name(i))).collect(),
                });
            }
            MeetingEvent::MeetingHeld { held_at, units } => {
                self.state = MeetingState::Held;
                self.held = Some(Held { held_at: *held_at, units: units.clone(), attendance: next.part("attendance") });
            }
            MeetingEvent::ResolutionGiven { case, terms, precedent, by_leading_group } => {
                let item = self.agenda.iter_mut().find(|item| item.case == *case);
                let item =
                    item.ok_or_else(|| BrokenFold(format!("case {case} is not on the agenda of {}", self.id)))?;
                let texts = next.parts.iter();
                item.resolution = Some(Resolution {
                    at: next.at,
                    by: next.by.user.clone(),
                    terms: terms.clone(),
                    precedent: *precedent,
                    by_leading_group: *by_leading_group,
                    texts: texts.map(|name| (name.clone(), PartRef { seq: next.seq, name: name.clone() })).collect(),
                });
            }
            MeetingEvent::MeetingSigned {} => {
                self.state = MeetingState::Signed;
                self.signed = Some(Signed { at: next.at, by: next.by.user.clone() });
            }
            MeetingEvent::MeetingCancelled {} => {
                self.state = MeetingState::Cancelled;
                self.cancelled = next.part("reason");
            }
        }
        self.last_at = next.at;
        Ok(())
    }

    fn collides(_event: &MeetingEvent) -> bool {
        true
    }

    fn give_number(event: &mut MeetingEvent, taken: Number) {
        if let MeetingEvent::MeetingPlanned { number, .. } = event {
            *number = Some(taken);
        }
    }

    fn number(&self) -> Option<Number> {
        Some(self.number)
    }

    fn state_word(&self) -> &'static str {
        self.state.as_str()
    }

    /// The units invited. Who sees it for a case on its agenda hears of what that does to the case.
    fn audience(&self) -> Audience {
        Audience::units(self.units())
    }

    fn tells(happened: &Happened<'_, Self>, units: &Directory) -> Vec<Notice> {
        notice::of_meeting(happened, units)
    }
}

/// The part's name of the `i`-th material.
pub(super) fn material_name(i: usize) -> String {
    format!("material_{}", i + 1)
}
