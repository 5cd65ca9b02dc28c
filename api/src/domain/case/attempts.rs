//! Attempts to reach the reporter: which of them count, and what is missing until the result may be verified
//! without their word.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};

use super::Case;
use crate::domain::calendar::{shanghai_date, shanghai_offset};
use crate::domain::settings::Settings;
use crate::domain::words::{AttemptFault, CaseState};

/// The calls in vain of a case.
#[derive(Debug)]
pub struct Attempts {
    /// Why a call in vain doesn't count, by its place among the case's callbacks.
    pub faults: BTreeMap<usize, AttemptFault>,
    /// How many count.
    pub counted: usize,
    /// How many more are needed at least.
    pub missing: usize,
    /// On how many more dates.
    pub missing_dates: usize,
}

impl Attempts {
    /// Whether they were enough.
    pub fn suffice(&self) -> bool {
        self.missing == 0
    }
}

impl Case {
    /// Attempts that count are made since the result, within the hours, far enough apart, and on enough dates.
    pub fn attempts(&self, settings: &Settings) -> Attempts {
        let since = self.feedback.as_ref().map(|f| f.at);
        let mut calls: Vec<_> = self.callbacks.iter().enumerate().filter(|(_, call)| !call.reached).collect();
        calls.sort_by_key(|(_, call)| call.called_at);
        let (mut faults, mut dates, mut counted) = (BTreeMap::new(), BTreeSet::<NaiveDate>::new(), 0);
        let mut last: Option<DateTime<Utc>> = None;
        for (place, call) in calls {
            let at = call.called_at;
            let hour = at.with_timezone(&shanghai_offset()).hour();
            let gap = TimeDelta::hours(settings.callback_gap_hours);
            if since.is_some_and(|since| at < since) {
                faults.insert(place, AttemptFault::BeforeResult);
            } else if !settings.callback_hours().contains(&hour) {
                faults.insert(place, AttemptFault::OutsideHours);
            } else if last.is_some_and(|last| at - last < gap) {
                faults.insert(place, AttemptFault::TooSoon);
            } else {
                (last, counted) = (Some(at), counted + 1);
                dates.insert(shanghai_date(at));
            }
        }
        let missing_dates = settings.callback_dates.saturating_sub(dates.len());
        let missing = settings.callback_attempts.saturating_sub(counted).max(missing_dates);
        Attempts { faults, counted, missing, missing_dates }
    }

    /// Whether it depends on such attempts what may be done: the reporter could be called and hasn't answered.
    pub fn awaits_answer(&self) -> bool {
        let answered = self.deciding_callback().is_some();
        self.state == CaseState::AwaitingVerification && self.reporter.reachable && !answered
    }
}
