//! A unit's part that ended before the case did: the unit reads it up to there.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Case, CaseEvent};
use crate::domain::ids::UnitId;
use crate::domain::log::{Aggregate, Recorded};
use crate::domain::words::Sector;

/// The end of a unit's part: it returned the case, or no longer owes an opinion, or handed the case
/// over to the other sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// The unit.
    pub unit: UnitId,
    /// The sector that it led; none where the case was assigned to it, or asked of it.
    pub led: Option<Sector>,
    /// The event that ended it, by its place in the case's history: the last one that it reads.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
}

impl Case {
    pub(super) fn depart(&mut self, unit: &UnitId, led: Option<Sector>, next: Recorded<'_, CaseEvent>) {
        self.departures.retain(|d| d.unit != *unit || d.led.is_some() != led.is_some());
        self.departures.push(Departure { unit: unit.clone(), led, seq: next.seq, at: next.at });
    }

    /// Whoever has a part again, or still has another one, has not left.
    pub(super) fn come_back(&mut self) {
        if self.departures.is_empty() {
            return;
        }
        let circle = self.audience();
        self.departures.retain(|d| match d.led {
            Some(sector) => !circle.sectors.contains(&sector) && !circle.deciding.contains(&d.unit),
            None => !circle.handling.contains(&d.unit),
        });
    }

    /// What of this case, as it was before, has been destroyed since: it stays destroyed.
    #[must_use]
    pub fn but_for_what_is_purged(mut self, present: &Self) -> Self {
        for attachment in &mut self.attachments {
            attachment.purged_at = present.attachment(attachment.seq).and_then(|now| now.purged_at);
        }
        self
    }
}
