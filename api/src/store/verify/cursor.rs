//! Reading tables page by page in the order of their keys, so that they can be walked side by side
//! at constant memory.

use std::collections::VecDeque;

use diesel::prelude::*;
use diesel::result::Error::DeserializationError;

use super::Run;
use crate::error::Result;
use crate::store::conn::{AnyConn, MultiBackend};
use crate::store::rows::{
    AssignmentRow, AttachmentRow, CaseRow, CaseUnitRow, DepartureRow, EventRow, LogRow, MeetingCaseRow, MeetingRow,
    MeetingUnitRow, PartRow, PendingRow, PolicyIssueRow, PostRow, PrecedentRow, SheetRow, SheetUnitRow, StreamRow,
    TaskRow, UnitRow, UserRow,
};
use crate::store::schema::{
    assignments, attachments, case_units, cases, departures, events, log, meeting_cases, meeting_units, meetings,
    parts, pending, policy_issues, posts, precedents, streams, tasks, units, users, work_order_units, work_orders,
};

/// How many rows are read at once.
pub(super) const PAGE: i64 = 500;

/// A row that is read in the order of its key; the key begins with what owns the row.
pub(super) trait Row: Sized {
    /// The key.
    type Key: Clone + Ord;
    /// The table.
    const TABLE: &'static str;

    /// The row's key.
    fn key(&self) -> Self::Key;
    /// The stream, or the identifier of the aggregate, that owns the row.
    fn owner(key: &Self::Key) -> &str;
    /// The row's place, as findings name it.
    fn place(key: &Self::Key) -> String;
    /// The rows after this key.
    fn page(conn: &mut AnyConn, after: Option<&Self::Key>, limit: i64) -> QueryResult<Vec<Self>>;
    /// Their keys alone.
    fn keys(conn: &mut AnyConn, after: Option<&Self::Key>, limit: i64) -> QueryResult<Vec<Self::Key>>;
}

/// The condition for keys after this one, such that an index on the first column serves.
macro_rules! beyond {
    ($table:ident, $column:ident) => {
        $table::$column.gt($column.clone())
    };
    ($table:ident, $column:ident, $($rest:ident),+) => {
        $table::$column
            .ge($column.clone())
            .and($table::$column.gt($column.clone()).or(beyond!($table, $($rest),+)))
    };
}

macro_rules! rows {
    ($($row:ty: $table:ident ($owner:ident: String $(, $column:ident: $ty:ty)*);)+) => {
        $(impl Row for $row {
            type Key = (String, $($ty,)*);
            const TABLE: &'static str = stringify!($table);

            fn key(&self) -> Self::Key {
                (self.$owner.clone(), $(self.$column.clone(),)*)
            }

            fn owner(key: &Self::Key) -> &str {
                &key.0
            }

            fn place(($owner, $($column,)*): &Self::Key) -> String {
                [stringify!($table).to_owned(), $owner.clone(), $($column.to_string(),)*].join("/")
            }

            fn page(conn: &mut AnyConn, after: Option<&Self::Key>, limit: i64) -> QueryResult<Vec<Self>> {
                let mut query = $table::table.into_boxed::<MultiBackend>();
                if let Some(($owner, $($column,)*)) = after {
                    query = query.filter(beyond!($table, $owner $(, $column)*));
                }
                let query = query.order(($table::$owner, $($table::$column,)*)).limit(limit);
                query.select(Self::as_select()).load(conn)
            }

            fn keys(conn: &mut AnyConn, after: Option<&Self::Key>, limit: i64) -> QueryResult<Vec<Self::Key>> {
                let mut query = $table::table.into_boxed::<MultiBackend>();
                if let Some(($owner, $($column,)*)) = after {
                    query = query.filter(beyond!($table, $owner $(, $column)*));
                }
                let query = query.order(($table::$owner, $($table::$column,)*)).limit(limit);
                query.select(($table::$owner, $($table::$column,)*)).load(conn)
            }
        })+
    };
}

rows! {
    StreamRow: streams (stream: String);
    EventRow: events (stream: String, seq: i64);
    LogRow: log (stream: String, seq: i64);
    PendingRow: pending (stream: String, seq: i64);
    PartRow: parts (stream: String, seq: i64, name: String);
    CaseRow: cases (id: String);
    CaseUnitRow: case_units (case_id: String, unit_id: String, part: String);
    DepartureRow: departures (case_id: String, unit_id: String, part: String);
    AssignmentRow: assignments (case_id: String, ordinal: i32);
    TaskRow: tasks (case_id: String, kind: String, unit_id: String);
    PrecedentRow: precedents (case_id: String, ordinal: i32);
    AttachmentRow: attachments (case_id: String, seq: i64);
    SheetRow: work_orders (id: String);
    SheetUnitRow: work_order_units (work_order_id: String, unit_id: String);
    MeetingRow: meetings (id: String);
    MeetingCaseRow: meeting_cases (meeting_id: String, case_id: String);
    MeetingUnitRow: meeting_units (meeting_id: String, unit_id: String);
    PolicyIssueRow: policy_issues (id: String);
    UnitRow: units (id: String);
    UserRow: users (id: String);
    PostRow: posts (user_id: String, role: String, unit_id: String);
}

/// Where a table's reading stands.
pub(super) struct Cursor<R: Row> {
    read: VecDeque<R>,
    after: Option<R::Key>,
    ended: bool,
}

impl<R: Row> Default for Cursor<R> {
    fn default() -> Self {
        Self { read: VecDeque::new(), after: None, ended: false }
    }
}

impl<R: Row> Cursor<R> {
    /// The next row, without taking it.
    pub(super) fn peek(&mut self, run: &mut Run<'_>) -> Result<Option<&R>> {
        while self.read.is_empty() && !self.ended {
            self.fill(run)?;
        }
        Ok(self.read.front())
    }

    /// Takes the next row if its key is wanted.
    pub(super) fn next_if(&mut self, run: &mut Run<'_>, wanted: impl Fn(&R::Key) -> bool) -> Result<Option<R>> {
        let fits = self.peek(run)?.is_some_and(|row| wanted(&row.key()));
        Ok(if fits { self.read.pop_front() } else { None })
    }

    fn fill(&mut self, run: &mut Run<'_>) -> Result<()> {
        let rows = match R::page(run.conn, self.after.as_ref(), PAGE) {
            Err(DeserializationError(_)) => return self.fill_one_by_one(run),
            rows => rows?,
        };
        self.ended = rows.is_empty();
        self.after = rows.last().map(R::key);
        self.read.extend(rows);
        Ok(())
    }

    /// Some row of the page can't be read (SQLite keeps any value in any column): names it.
    fn fill_one_by_one(&mut self, run: &mut Run<'_>) -> Result<()> {
        let keys = R::keys(run.conn, self.after.as_ref(), PAGE)?;
        self.ended = keys.is_empty();
        for key in keys {
            match R::page(run.conn, self.after.as_ref(), 1) {
                Err(DeserializationError(_)) => {
                    run.report.find("row_unreadable", R::place(&key), "a column holds no value of its type");
                }
                rows => self.read.extend(rows?),
            }
            self.after = Some(key);
        }
        Ok(())
    }
}
