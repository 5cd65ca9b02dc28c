//! The one way to write facts. A batch of changes goes through in one transaction: what each
//! decision used is compared in memory, losers are dropped before anything is inserted, numbers
//! are taken last, then one statement per table. Any error rolls back and replays one by one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::prelude::*;
use diesel::upsert::excluded;

use super::CommitError;
use super::changes::{Changes, EndedSessions, Finished, PasswordRow, Receipt, Series, stream_name};
use super::conn::{AnyConn, on};
use super::fork::{commit_orders_the_log, lock_streams, write_transaction};
use super::rows::{LogRow, PendingRow, Projection, StreamRow};
use super::schema::{
    assignments, attachments, audience, case_units, cases, counters, departures, events, idempotency, log,
    meeting_cases, meeting_units, meetings, notices, parts, passwords, pending, policy_issues, posts, precedents,
    sessions, streams, tasks, units, users, work_order_units, work_orders,
};
use super::search::{self, Entry};
use super::ts::Ts;
use crate::domain::log::PartRef;
use crate::domain::number::Number;
use crate::domain::unit::{Burden, Unit};
use crate::error::{Error, Result};

/// Rows in one statement: SQLite takes 32,766 values, and no table has more than 40 columns.
const ROWS_AT_ONCE: usize = 800;

type Outcome = Result<Receipt, CommitError>;

/// Commits a batch; each of the changes has its own outcome.
pub(super) fn commit_batch(conn: &mut AnyConn, batch: &[Changes]) -> Vec<Outcome> {
    let together: Vec<&Changes> = batch.iter().collect();
    match write_transaction(conn, |conn| commit_all(conn, &together)) {
        Ok(outcomes) => outcomes,
        Err(error) if batch.len() == 1 => vec![Err(error.into())],
        // Something in the batch is at fault, or the commit failed: find out one by one.
        Err(_) => batch.iter().flat_map(|changes| commit_batch(conn, std::slice::from_ref(changes))).collect(),
    }
}

fn commit_all(conn: &mut AnyConn, batch: &[&Changes]) -> Result<Vec<Outcome>> {
    let heads = heads(conn, batch)?;
    let used_keys = used_keys(conn, batch)?;
    let burdened = burdened(conn, batch)?;
    let (winners, mut outcomes) = judge(batch, &heads, used_keys, &burdened);
    let mut numbers = take_numbers(conn, &winners)?;
    let mut all = Finishing::default();
    for (i, changes) in &winners {
        let mut answer = None;
        for write in &changes.writes {
            let number = match write.series() {
                Some(series) => Some(numbers.next(series)?),
                None => None,
            };
            let finished = write.finish(number, &changes.units)?;
            answer.get_or_insert_with(|| finished.receipt.clone());
            let found_by = changes.found_by.iter().find(|f| f.case_id == finished.receipt.id);
            if let (Some(found_by), Some(number)) = (found_by, finished.receipt.number) {
                all.entries.push(Entry { number, found_by, new: write.seq() == 0 });
            }
            all.add(finished, write.seq() == 0);
        }
        let Some(receipt) = answer else { return Err(Error::internal("changes without a write")) };
        if let Some(record) = &changes.idempotency {
            let answer = serde_json::to_string(&receipt).map_err(Error::internal)?;
            all.records.push((record.key.clone(), record.body_hash.clone(), answer, Ts::from(record.at)));
        }
        all.passwords.extend(changes.passwords.iter().cloned());
        all.ended_sessions.extend(changes.ended_sessions.iter().cloned());
        outcomes[*i] = Some(Ok(receipt));
    }
    all.insert(conn)?;
    Ok(outcomes.into_iter().map(|o| o.unwrap_or(Err(CommitError::Moved))).collect())
}

/// Where every stream stands that the batch writes or has read.
fn heads(conn: &mut AnyConn, batch: &[&Changes]) -> Result<HashMap<String, i64>> {
    let existing = |changes: &&Changes| -> Vec<String> {
        changes.writes.iter().filter(|w| w.seq() > 0).map(|w| w.stream()).collect()
    };
    let written: BTreeSet<String> = batch.iter().flat_map(existing).collect();
    let read: BTreeSet<String> = batch
        .iter()
        .flat_map(|c| c.guards.iter().map(|g| g.stream.clone()))
        .filter(|stream| !written.contains(stream))
        .collect();
    let mut heads = HashMap::new();
    for (names, for_update) in [(written, true), (read, false)] {
        let names: Vec<String> = names.into_iter().collect();
        for names in names.chunks(ROWS_AT_ONCE) {
            for (stream, seq, _, _) in lock_streams(conn, names, for_update)? {
                heads.insert(stream, seq);
            }
        }
    }
    Ok(heads)
}

fn used_keys(conn: &mut AnyConn, batch: &[&Changes]) -> Result<BTreeSet<String>> {
    let keys: Vec<&str> = batch.iter().filter_map(|c| c.idempotency.as_ref()).map(|r| r.key.as_str()).collect();
    if keys.is_empty() {
        return Ok(BTreeSet::new());
    }
    let used: Vec<String> =
        idempotency::table.filter(idempotency::key.eq_any(keys)).select(idempotency::key).load(conn)?;
    Ok(used.into_iter().collect())
}

/// The streams of units with which something lies that may not. Read after the locks: whatever adds
/// to a unit's burden holds its stream until it is committed.
fn burdened(conn: &mut AnyConn, batch: &[&Changes]) -> Result<BTreeSet<String>> {
    let mut burdened = BTreeSet::new();
    for unit in batch.iter().flat_map(|changes| &changes.unburdened) {
        if super::units::burden(conn, unit)? != Burden::default() {
            burdened.insert(stream_name::<Unit>(unit));
        }
    }
    Ok(burdened)
}

type Judged<'a> = (Vec<(usize, &'a Changes)>, Vec<Option<Outcome>>);

/// Drops those whose ground has moved, at most one winner per stream.
fn judge<'a>(
    batch: &[&'a Changes],
    heads: &HashMap<String, i64>,
    mut used_keys: BTreeSet<String>,
    burdened: &BTreeSet<String>,
) -> Judged<'a> {
    let mut touched: BTreeSet<String> = BTreeSet::new();
    let mut relied_on: BTreeSet<&str> = BTreeSet::new();
    let mut winners = Vec::new();
    let mut outcomes: Vec<Option<Outcome>> = Vec::new();
    for (i, changes) in batch.iter().enumerate() {
        let stands =
            |stream: &str, seq: i64| heads.get(stream).copied().unwrap_or(0) == seq && !touched.contains(stream);
        let unmoved = changes.writes.iter().all(|w| stands(&w.stream(), w.seq()))
            && changes.guards.iter().all(|g| stands(&g.stream, g.seq))
            && changes.unburdened.iter().map(|unit| stream_name::<Unit>(unit)).all(|unit| {
                // What relies on the unit may be about to lie with it: this one looks again.
                !burdened.contains(&unit) && !relied_on.contains(unit.as_str())
            });
        let key_free = changes.idempotency.as_ref().is_none_or(|r| used_keys.insert(r.key.clone()));
        outcomes.push(match (key_free, unmoved) {
            (false, _) => Some(Err(CommitError::KeyUsed)),
            (true, false) => Some(Err(CommitError::Moved)),
            (true, true) => {
                touched.extend(changes.writes.iter().map(|w| w.stream()));
                relied_on.extend(changes.guards.iter().map(|g| g.stream.as_str()));
                winners.push((i, *changes));
                None
            }
        });
    }
    (winners, outcomes)
}

/// Numbers taken for this batch.
struct Numbers(BTreeMap<Series, i64>);

impl Numbers {
    fn next(&mut self, series: Series) -> Result<Number> {
        let serial = self.0.get_mut(&series).ok_or_else(|| Error::internal("no number was taken"))?;
        *serial += 1;
        Ok(Number { year: series.year, serial: *serial })
    }
}

fn take_numbers(conn: &mut AnyConn, winners: &[(usize, &Changes)]) -> Result<Numbers> {
    let mut wanted: BTreeMap<Series, i64> = BTreeMap::new();
    for series in winners.iter().flat_map(|(_, c)| c.writes.iter().filter_map(|w| w.series())) {
        *wanted.entry(series).or_insert(0) += 1;
    }
    for (series, count) in &mut wanted {
        let row = (counters::series.eq(series.name), counters::year.eq(series.year), counters::value.eq(*count));
        let last: i64 = on!(conn, |c| diesel::insert_into(counters::table)
            .values(row)
            .on_conflict((counters::series, counters::year))
            .do_update()
            .set(counters::value.eq(counters::value + excluded(counters::value)))
            .returning(counters::value)
            .get_result(c))?;
        *count = last - *count;
    }
    Ok(Numbers(wanted))
}

/// All rows of a batch.
#[derive(Default)]
struct Finishing<'a> {
    /// Identifiers whose rows are replaced, per table's key.
    replaced: Vec<String>,
    moved: Vec<StreamRow>,
    begun: Vec<StreamRow>,
    events: Vec<super::rows::EventRow>,
    parts: Vec<super::rows::PartRow>,
    audience: Vec<super::rows::AudienceRow>,
    notices: Vec<super::rows::NoticeRow>,
    erased: Vec<(String, PartRef)>,
    projection: Projection,
    records: Vec<(String, String, String, Ts)>,
    passwords: Vec<PasswordRow>,
    ended_sessions: Vec<EndedSessions>,
    entries: Vec<Entry<'a>>,
}

impl Finishing<'_> {
    fn add(&mut self, finished: Finished, new: bool) {
        if new {
            self.begun.push(finished.stream);
        } else {
            self.replaced.push(finished.receipt.id);
            self.moved.push(finished.stream);
        }
        self.events.extend(finished.events);
        self.parts.extend(finished.parts);
        self.audience.extend(finished.audience);
        self.notices.extend(finished.notices);
        self.erased.extend(finished.erased);
        self.projection.extend(finished.projection);
    }

    fn insert(self, conn: &mut AnyConn) -> Result<()> {
        self.clear_replaced(conn)?;
        self.order(conn)?;
        macro_rules! insert {
            ($($rows:expr => $table:ident),+ $(,)?) => {
                $(for rows in $rows.chunks(ROWS_AT_ONCE) {
                    on!(conn, |c| diesel::insert_into($table::table).values(rows).execute(c))?;
                })+
            };
        }
        let rows = &self.projection;
        insert!(
            self.begun => streams, self.events => events, self.parts => parts, self.audience => audience,
            self.notices => notices,
            rows.cases => cases, rows.case_units => case_units, rows.departures => departures, rows.assignments => assignments,
            rows.tasks => tasks, rows.precedents => precedents,
            rows.attachments => attachments,
            rows.work_orders => work_orders, rows.work_order_units => work_order_units,
            rows.meetings => meetings, rows.meeting_cases => meeting_cases, rows.meeting_units => meeting_units,
            rows.policy_issues => policy_issues,
            rows.units => units, rows.users => users, rows.posts => posts,
        );
        let records: Vec<_> = self
            .records
            .iter()
            .map(|(key, body_hash, answer, at)| {
                (
                    idempotency::key.eq(key),
                    idempotency::body_hash.eq(body_hash),
                    idempotency::answer.eq(answer),
                    idempotency::at.eq(at),
                )
            })
            .collect();
        insert!(records => idempotency);
        search::put(conn, &self.entries)?;
        self.erase(conn)?;
        self.change_access(conn)
    }

    /// Passwords that were chosen, and sessions that end.
    fn change_access(&self, conn: &mut AnyConn) -> Result<()> {
        for PasswordRow { user_id, phc } in &self.passwords {
            let row = (passwords::user_id.eq(user_id), passwords::phc.eq(phc));
            let insert = diesel::insert_into(passwords::table).values(row).on_conflict(passwords::user_id);
            on!(conn, |c| insert.do_update().set(passwords::phc.eq(phc)).execute(c))?;
        }
        for EndedSessions { user_id, but, at } in &self.ended_sessions {
            let others = sessions::id.ne(but.as_deref().unwrap_or_default());
            diesel::update(sessions::table.filter(sessions::user_id.eq(user_id)).filter(others))
                .filter(sessions::ended_at.is_null())
                .set(sessions::ended_at.eq(Ts::from(*at)))
                .execute(conn)?;
        }
        Ok(())
    }

    /// Destroys what events say is erased; what a case is found by is put anew
    /// from what is left of it.
    fn erase(&self, conn: &mut AnyConn) -> Result<()> {
        for (stream, PartRef { seq, name }) in &self.erased {
            let emptied = diesel::update(parts::table.find((stream, seq, name)))
                .set((
                    parts::salt.eq(None::<String>),
                    parts::content.eq(None::<String>),
                    parts::sealed.eq(None::<Vec<u8>>),
                    parts::key_name.eq(None::<String>),
                ))
                .execute(conn)?;
            if emptied != 1 {
                return Err(Error::internal(format!("{stream} erases a part of event {seq} that is not there")));
            }
        }
        Ok(())
    }

    /// Rows of streams that existed before give way to their successors.
    fn clear_replaced(&self, conn: &mut AnyConn) -> Result<()> {
        let ids = &self.replaced;
        if ids.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = self.moved.iter().map(|s| s.stream.as_str()).collect();
        diesel::delete(streams::table.filter(streams::stream.eq_any(names))).execute(conn)?;
        on!(conn, |c| { diesel::insert_into(streams::table).values(&self.moved).execute(c)? });
        let rows = &self.projection;
        macro_rules! clear {
            ($($owner:ident: $($table:ident.$column:ident)+;)+) => {
                $(if rows.$owner.iter().any(|row| ids.contains(&row.id)) {
                    $(diesel::delete($table::table.filter($table::$column.eq_any(ids))).execute(conn)?;)+
                })+
            };
        }
        clear! {
            cases: cases.id case_units.case_id departures.case_id assignments.case_id tasks.case_id precedents.case_id
                attachments.case_id;
            work_orders: work_orders.id work_order_units.work_order_id;
            meetings: meetings.id meeting_cases.meeting_id meeting_units.meeting_id;
            policy_issues: policy_issues.id;
            units: units.id;
            users: users.id posts.user_id;
        }
        Ok(())
    }

    /// Gives the events their place in the log, or leaves them to the sequencer.
    fn order(&self, conn: &mut AnyConn) -> Result<()> {
        if commit_orders_the_log(conn) {
            let last: Option<i64> = log::table.select(diesel::dsl::max(log::log_index)).first(conn)?;
            let rows: Vec<LogRow> = self
                .events
                .iter()
                .zip(last.unwrap_or(0) + 1..)
                .map(|(e, log_index)| LogRow { log_index, stream: e.stream.clone(), seq: e.seq })
                .collect();
            for rows in rows.chunks(ROWS_AT_ONCE) {
                on!(conn, |c| diesel::insert_into(log::table).values(rows).execute(c))?;
            }
        } else {
            let rows: Vec<PendingRow> =
                self.events.iter().map(|e| PendingRow { stream: e.stream.clone(), seq: e.seq, at: e.at }).collect();
            for rows in rows.chunks(ROWS_AT_ONCE) {
                on!(conn, |c| diesel::insert_into(pending::table).values(rows).execute(c))?;
            }
        }
        Ok(())
    }
}
