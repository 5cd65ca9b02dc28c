//! Numbers: per year from 1 without gap, and the counters stand where they end.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::Run;
use super::cursor::PAGE;
use crate::domain::case::Case;
use crate::domain::log::Aggregate;
use crate::domain::{meeting, policy_issue, work_order};
use crate::error::Result;
use crate::store::conn::AnyConn;
use crate::store::schema::{cases, counters, meetings, policy_issues, work_orders};

/// A year and a serial.
type Taken = (i32, i64);
/// Reads what comes after a number, in order.
type Page = fn(&mut AnyConn, Taken) -> QueryResult<Vec<Taken>>;

macro_rules! page {
    ($table:ident) => {
        |conn, (year, serial)| {
            let after = $table::year.ge(year).and($table::year.gt(year).or($table::serial.gt(serial)));
            $table::table
                .filter(after)
                .order(($table::year, $table::serial))
                .select(($table::year, $table::serial))
                .limit(PAGE)
                .load(conn)
        }
    };
}

/// Every series of numbers: its name, its table, its numbers.
const SERIES: [(&str, &str, Page); 4] = [
    (Case::KIND, "cases", page!(cases)),
    (work_order::SERIES, "work_orders", page!(work_orders)),
    (meeting::SERIES, "meetings", page!(meetings)),
    (policy_issue::SERIES, "policy_issues", page!(policy_issues)),
];

/// The last number of every series and year.
pub(in crate::store) fn last_numbers(conn: &mut AnyConn) -> Result<BTreeMap<(&'static str, i32), i64>> {
    let mut last = BTreeMap::new();
    for (series, _, page) in SERIES {
        let mut after = (i32::MIN, i64::MIN);
        loop {
            let numbers = page(conn, after)?;
            let Some(end) = numbers.last() else { break };
            after = *end;
            last.extend(numbers.into_iter().map(|(year, serial)| ((series, year), serial)));
        }
    }
    Ok(last)
}

/// Checks all series against their counters.
pub(super) fn check(run: &mut Run<'_>) -> Result<()> {
    let rows: Vec<(String, i32, i64)> =
        counters::table.select((counters::series, counters::year, counters::value)).load(run.conn)?;
    let mut counted: BTreeMap<(String, i32), i64> = rows.into_iter().map(|(s, y, v)| ((s, y), v)).collect();
    for (series, table, page) in SERIES {
        for (year, last) in serials(run, table, page)? {
            counter(run, series, year, last, counted.remove(&(series.to_owned(), year)));
        }
    }
    for ((series, year), value) in counted {
        counter(run, &series, year, 0, Some(value));
    }
    Ok(())
}

fn counter(run: &mut Run<'_>, series: &str, year: i32, last: i64, value: Option<i64>) {
    if value.unwrap_or(0) != last {
        let found = value.map_or("no row".to_owned(), |value| value.to_string());
        run.report.find(
            "counter_differs",
            format!("counters/{series}/{year}"),
            format!("expected {last}, found {found}"),
        );
    }
}

/// Walks a table's numbers, and returns the last of each year.
fn serials(run: &mut Run<'_>, table: &str, page: Page) -> Result<BTreeMap<i32, i64>> {
    let mut last = BTreeMap::new();
    let mut after = (i32::MIN, i64::MIN);
    loop {
        let numbers = page(run.conn, after)?;
        let Some(end) = numbers.last() else { return Ok(last) };
        after = *end;
        for (year, serial) in numbers {
            let before = last.insert(year, serial).unwrap_or(0);
            if serial != before + 1 {
                let kind = if serial > before { "number_gap" } else { "number_double" };
                let detail = format!("expected serial {} next, found {serial}", before + 1);
                run.report.find(kind, format!("{table}/{year}"), detail);
            }
        }
    }
}
