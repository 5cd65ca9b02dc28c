//! The numbers of what has one: cases, work orders, meetings, policy issues.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::changes::stream_name;
use super::conn::AnyConn;
use super::schema::{cases, meetings, policy_issues, work_orders};
use crate::domain::case::Case;
use crate::domain::meeting::Meeting;
use crate::domain::number::Number;
use crate::domain::policy_issue::PolicyIssue;
use crate::domain::work_order::WorkOrder;
use crate::error::Result;

/// For every noun that has numbers, with its table.
macro_rules! each_numbered {
    ($do:ident) => {
        $do!(Case, cases);
        $do!(WorkOrder, work_orders);
        $do!(Meeting, meetings);
        $do!(PolicyIssue, policy_issues);
    };
}

/// The number of each of these streams that has one.
///
/// # Errors
/// Where the database fails.
pub fn of_streams(conn: &mut AnyConn, streams: &[String]) -> Result<BTreeMap<String, Number>> {
    let mut numbers = BTreeMap::new();
    macro_rules! read {
        ($noun:ty, $table:ident) => {
            let prefix = stream_name::<$noun>("");
            let ids: Vec<&str> = streams.iter().filter_map(|stream| stream.strip_prefix(&prefix)).collect();
            let rows: Vec<(String, i32, i64)> = $table::table
                .filter($table::id.eq_any(ids))
                .select(($table::id, $table::year, $table::serial))
                .load(conn)?;
            numbers.extend(
                rows.into_iter().map(|(id, year, serial)| (stream_name::<$noun>(&id), Number { year, serial })),
            );
        };
    }
    each_numbered!(read);
    Ok(numbers)
}

/// The streams that bear this number, one of each noun at most.
///
/// # Errors
/// Where the database fails.
pub fn streams(conn: &mut AnyConn, number: Number) -> Result<Vec<String>> {
    let mut streams = Vec::new();
    macro_rules! find {
        ($noun:ty, $table:ident) => {
            let ids: Vec<String> = $table::table
                .filter($table::year.eq(number.year).and($table::serial.eq(number.serial)))
                .select($table::id)
                .load(conn)?;
            streams.extend(ids.iter().map(|id| stream_name::<$noun>(id)));
        };
    }
    each_numbered!(find);
    Ok(streams)
}
