//! Rows that queries read: equal to what the fold of their stream projects.

use serde::Serialize;
use serde_json::Value;

use super::Run;
use super::cursor::{Cursor, Row};
use super::difference::differences;
use crate::domain::case::Case;
use crate::domain::log::Aggregate;
use crate::domain::meeting::Meeting;
use crate::domain::policy_issue::PolicyIssue;
use crate::domain::unit::Unit;
use crate::domain::user::User;
use crate::domain::work_order::WorkOrder;
use crate::error::Result;
use crate::store::rows::Projection;

macro_rules! facts {
    ($($noun:ident: $($table:ident $row:ident)+;)+) => {
        /// The tables of facts, each in the order of its streams.
        #[derive(Default)]
        pub(super) struct Facts {
            $($($table: Cursor<crate::store::rows::$row>,)+)+
        }

        impl Facts {
            /// Compares the rows of aggregate `id` with what is expected of them, if that is
            /// known. Rows met on the way belong to no stream.
            pub(super) fn check(
                &mut self,
                run: &mut Run<'_>,
                kind: &str,
                id: &str,
                expected: Option<Projection>,
            ) -> Result<()> {
                match (kind, expected) {
                    $(($noun::KIND, Some(rows)) => {
                        $(compare(&mut self.$table, run, id, Some(rows.$table))?;)+
                    })+
                    $(($noun::KIND, None) => { $(compare(&mut self.$table, run, id, None)?;)+ })+
                    _ => {}
                }
                Ok(())
            }

            /// What is left belongs to no stream.
            pub(super) fn finish(&mut self, run: &mut Run<'_>) -> Result<()> {
                $($(orphans(&mut self.$table, run, None)?;)+)+
                Ok(())
            }
        }
    };
}

facts! {
    Case: cases CaseRow case_units CaseUnitRow departures DepartureRow assignments AssignmentRow tasks TaskRow precedents PrecedentRow
        attachments AttachmentRow;
    WorkOrder: work_orders SheetRow work_order_units SheetUnitRow;
    Meeting: meetings MeetingRow meeting_cases MeetingCaseRow meeting_units MeetingUnitRow;
    PolicyIssue: policy_issues PolicyIssueRow;
    Unit: units UnitRow;
    User: users UserRow posts PostRow;
}

/// Names the rows whose owner comes before `id`, or all that are left.
fn orphans<R: Row + Serialize>(cursor: &mut Cursor<R>, run: &mut Run<'_>, id: Option<&str>) -> Result<()> {
    while let Some(row) = cursor.next_if(run, |key| id.is_none_or(|id| R::owner(key) < id))? {
        run.report.rows += 1;
        run.report.find("row_without_stream", place(&row), "no stream owns this row");
    }
    Ok(())
}

fn compare<R: Row + Serialize>(
    cursor: &mut Cursor<R>,
    run: &mut Run<'_>,
    id: &str,
    expected: Option<Vec<R>>,
) -> Result<()> {
    orphans(cursor, run, Some(id))?;
    let known = expected.is_some();
    let mut expected = expected.unwrap_or_default();
    expected.sort_by_key(R::key);
    let mut expected = expected.into_iter().peekable();
    while let Some(found) = cursor.next_if(run, |key| R::owner(key) == id)? {
        run.report.rows += 1;
        let key = found.key();
        while let Some(row) = expected.next_if(|row| row.key() < key) {
            missing(run, &row);
        }
        match expected.next_if(|row| row.key() == key) {
            Some(row) => differ(run, &row, &found),
            None if known => run.report.find("row_surplus", place(&found), "the events make no such row"),
            None => {}
        }
    }
    expected.for_each(|row| missing(run, &row));
    Ok(())
}

fn missing<R: Row + Serialize>(run: &mut Run<'_>, row: &R) {
    run.report.find("row_missing", place(row), "the events make this row, but it is not there");
}

fn differ<R: Row + Serialize>(run: &mut Run<'_>, expected: &R, found: &R) {
    for difference in differences(R::TABLE, &json(expected), &json(found)) {
        run.report.find("row_differs", place(expected), difference.to_string());
    }
}

fn json(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

/// A row's place, with its number if it has one.
fn place<R: Row + Serialize>(row: &R) -> String {
    let place = R::place(&row.key());
    let row = json(row);
    match (row.get("year").and_then(Value::as_i64), row.get("serial").and_then(Value::as_i64)) {
        (Some(year), Some(serial)) => format!("{place} {year}-{serial:04}"),
        _ => place,
    }
}
