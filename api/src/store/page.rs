//! Where a page of a list begins.

use diesel::dsl::sql;
use diesel::expression::BoxableExpression;
use diesel::sql_types::{Bool, Text, Timestamp};

use super::conn::MultiBackend;
use super::ts::Ts;

/// Beyond a key of two columns, `(at, id) < (`: compared as a row, so that an index is entered right
/// there, however deep.
pub(super) fn beyond<T>(
    comparison: &str,
    at: Ts,
    id: String,
) -> Box<dyn BoxableExpression<T, MultiBackend, SqlType = Bool>> {
    Box::new(sql::<Bool>(comparison).bind::<Timestamp, _>(at).sql(", ").bind::<Text, _>(id).sql(")"))
}
