//! Folding a stream's events, whatever its noun.

use std::collections::BTreeSet;

use serde_json::Value;

use super::chain::RawEnvelope;
use crate::domain::calendar::DistrictCalendar;
use crate::domain::case::Case;
use crate::domain::log::{Aggregate, PartRef, Recorded};
use crate::domain::meeting::Meeting;
use crate::domain::policy_issue::PolicyIssue;
use crate::domain::settings::Settings;
use crate::domain::unit::Unit;
use crate::domain::user::User;
use crate::domain::work_order::WorkOrder;
use crate::store::changes::Stored;
use crate::store::rows::Projection;

/// A fold in progress, its noun forgotten.
pub(super) trait Fold {
    /// Takes one more event; else says why it doesn't fit.
    fn add(&mut self, id: &str, envelope: &RawEnvelope) -> Result<(), String>;
    /// The parts that the events erase.
    fn erased(&self) -> &BTreeSet<PartRef>;
    /// What the events up to `seq` have made.
    fn result(&self, seq: i64) -> Option<Folded>;
}

/// What events have folded into.
pub(super) struct Folded {
    /// The state.
    pub(super) state: Value,
    /// The count of events that collide.
    pub(super) version: i64,
    /// The rows that queries read.
    pub(super) projection: Projection,
}

/// The fold for a kind of stream; none for an unknown kind.
pub(super) fn folding(kind: &str) -> Option<Box<dyn Fold>> {
    fn new<A: Stored>() -> Option<Box<dyn Fold>> {
        Some(Box::new(Folding::<A> { state: None, version: 0, erased: BTreeSet::new() }))
    }
    match kind {
        Case::KIND => new::<Case>(),
        WorkOrder::KIND => new::<WorkOrder>(),
        Meeting::KIND => new::<Meeting>(),
        PolicyIssue::KIND => new::<PolicyIssue>(),
        Unit::KIND => new::<Unit>(),
        User::KIND => new::<User>(),
        DistrictCalendar::KIND => new::<DistrictCalendar>(),
        Settings::KIND => new::<Settings>(),
        _ => None,
    }
}

struct Folding<A> {
    state: Option<A>,
    version: i64,
    erased: BTreeSet<PartRef>,
}

impl<A: Stored> Fold for Folding<A> {
    fn add(&mut self, id: &str, envelope: &RawEnvelope) -> Result<(), String> {
        let event: A::Event = serde_json::from_value(envelope.event.clone())
            .map_err(|_| format!("the event is none that can happen to a {}", A::KIND))?;
        let parts: Vec<String> = envelope.parts.keys().cloned().collect();
        let recorded = Recorded { seq: envelope.seq, at: envelope.at, by: &envelope.by, event: &event, parts: &parts };
        match &mut self.state {
            None => self.state = Some(A::begin(id, recorded).map_err(|broken| broken.0)?),
            Some(state) => state.apply(recorded).map_err(|broken| broken.0)?,
        }
        self.version += i64::from(A::collides(&event));
        self.erased.extend(A::erases(&event));
        Ok(())
    }

    fn erased(&self) -> &BTreeSet<PartRef> {
        &self.erased
    }

    fn result(&self, seq: i64) -> Option<Folded> {
        let state = self.state.as_ref()?;
        let value = serde_json::to_value(state).ok()?;
        Some(Folded { state: value, version: self.version, projection: state.rows(seq, self.version) })
    }
}
