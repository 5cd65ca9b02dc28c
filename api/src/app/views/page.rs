//! Keyset pages of lists.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::ids::CaseId;
use crate::error::{Error, Result};
use crate::store::Ts;

const MAX_LIMIT: i64 = 200;
const DEFAULT_LIMIT: i64 = 50;
const LONGEST_CURSOR: usize = 200;

/// One page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// What the page shows.
    pub items: Vec<T>,
    /// Where the next page begins; none on the last.
    pub next_cursor: Option<String>,
    /// How many there are in all, if that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
}

/// How many rows a page has.
pub(crate) fn page_limit(asked: Option<i64>) -> Result<i64> {
    let limit = asked.unwrap_or(DEFAULT_LIMIT);
    if (1..=MAX_LIMIT).contains(&limit) { Ok(limit) } else { Err(Error::field("limit", "应为1至200")) }
}

/// Cuts the one row that tells whether there is another page.
pub(crate) fn cut_page<T>(mut rows: Vec<T>, limit: i64, cursor: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = if more { rows.last().map(cursor) } else { None };
    (rows, next)
}

/// Where the page after this row begins.
pub(crate) fn write_cursor(at: Ts, id: &str) -> String {
    hex::encode(format!("{}|{id}", at.0.timestamp_millis()))
}

/// The row after which a page begins.
pub(crate) fn read_cursor(cursor: &str) -> Result<(Ts, String)> {
    let read = |cursor: &str| {
        let text = String::from_utf8(hex::decode(cursor).ok()?).ok()?;
        let (millis, id) = text.split_once('|')?;
        let id = CaseId::try_from(id.to_owned()).ok()?;
        Some((Ts(chrono::DateTime::from_timestamp_millis(millis.parse().ok()?)?), id.to_string()))
    };
    Some(cursor)
        .filter(|cursor| cursor.len() <= LONGEST_CURSOR)
        .and_then(read)
        .ok_or_else(|| Error::field("cursor", "不是有效的翻页位置"))
}
