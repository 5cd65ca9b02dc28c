//! The order of all events: without gap, each event in one place, each stream in its own order.

use diesel::prelude::*;

use super::Run;
use super::cursor::{Cursor, PAGE};
use crate::error::Result;
use crate::store::fork::commit_orders_the_log;
use crate::store::rows::{EventRow, LogRow, PendingRow};
use crate::store::schema::log;

/// The log and what waits for it, in the order of the streams.
#[derive(Default)]
pub(super) struct Order {
    log: Cursor<LogRow>,
    pending: Cursor<PendingRow>,
    /// The stream last met, and where its last event stands.
    last: Option<(String, Place)>,
}

/// Where an event stands in the order; what waits comes after all that is logged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Logged(i64),
    Waiting,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Logged(index) => write!(f, "at {index}"),
            Self::Waiting => f.write_str("pending"),
        }
    }
}

impl Order {
    /// Checks that the event has its place, after the one before it in its stream.
    pub(super) fn check(&mut self, run: &mut Run<'_>, event: &EventRow) -> Result<()> {
        let key = (event.stream.clone(), event.seq);
        self.orphans(run, Some(&key))?;
        let logged = self.log.next_if(run, |found| *found == key)?;
        let waits = self.next_pending(run, |found| *found == key)?.is_some();
        let event_place = format!("{}#{}", event.stream, event.seq);
        let place = match (logged, waits) {
            (Some(row), false) => Place::Logged(row.log_index),
            (None, true) => Place::Waiting,
            (Some(row), true) => {
                run.report.find("event_ordered_twice", &event_place, "the event is in the log and pending too");
                Place::Logged(row.log_index)
            }
            (None, false) => {
                run.report.find("event_unordered", &event_place, "the event is neither in the log nor pending");
                return Ok(());
            }
        };
        if let Some((stream, before)) = &self.last
            && *stream == event.stream
            && place < *before
        {
            let detail = format!("the event is {place}, the one before it in its stream {before}");
            run.report.find("log_order", event_place, detail);
        }
        self.last = Some((event.stream.clone(), place));
        Ok(())
    }

    /// What is left has no event; then the numbers of all places.
    pub(super) fn finish(&mut self, run: &mut Run<'_>) -> Result<()> {
        self.orphans(run, None)?;
        if commit_orders_the_log(run.conn) && run.report.pending > 0 {
            let detail =
                format!("{} rows wait, though commits here give events their place at once", run.report.pending);
            run.report.find("pending_left", "pending", detail);
        }
        contiguous(run)
    }

    /// Names what comes before the event `key`, or all that is left.
    fn orphans(&mut self, run: &mut Run<'_>, key: Option<&(String, i64)>) -> Result<()> {
        let before = |found: &(String, i64)| key.is_none_or(|key| found < key);
        while let Some(row) = self.log.next_if(run, before)? {
            let detail = format!("no such event: {}#{}", row.stream, row.seq);
            run.report.find("log_without_event", format!("log/{}", row.log_index), detail);
        }
        while let Some(row) = self.next_pending(run, before)? {
            run.report.find("pending_without_event", format!("{}#{}", row.stream, row.seq), "no such event");
        }
        Ok(())
    }

    fn next_pending(
        &mut self,
        run: &mut Run<'_>,
        wanted: impl Fn(&(String, i64)) -> bool,
    ) -> Result<Option<PendingRow>> {
        let row = self.pending.next_if(run, wanted)?;
        run.report.pending += u64::from(row.is_some());
        Ok(row)
    }
}

/// The places are numbered from 1 without gap.
fn contiguous(run: &mut Run<'_>) -> Result<()> {
    let mut last = 0;
    let unnumbered: i64 = log::table.filter(log::log_index.le(0)).count().get_result(run.conn)?;
    if unnumbered > 0 {
        run.report.find("log_gap", "log", format!("{unnumbered} places come before the first"));
    }
    loop {
        let page: Vec<i64> = log::table
            .filter(log::log_index.gt(last))
            .order(log::log_index)
            .select(log::log_index)
            .limit(PAGE)
            .load(run.conn)?;
        if page.is_empty() {
            return Ok(());
        }
        for index in page {
            if index != last + 1 {
                let detail = format!("expected {} next, found {index}", last + 1);
                run.report.find("log_gap", format!("log/{}", last + 1), detail);
            }
            last = index;
        }
    }
}
