//! Rulings and resolutions that guide the next cases of the same matter.

use diesel::prelude::*;

use super::conn::AnyConn;
pub use super::rows::PrecedentRow;
use super::schema::precedents;
use crate::error::Result;

/// The latest precedents of a matter, of other cases than this one.
///
/// # Errors
/// Where the database fails.
pub fn of_matter(conn: &mut AnyConn, matter_name: &str, but: &str, limit: i64) -> Result<Vec<PrecedentRow>> {
    Ok(precedents::table
        .filter(precedents::matter_name.eq(matter_name).and(precedents::case_id.ne(but)))
        .order((precedents::at.desc(), precedents::case_id))
        .limit(limit)
        .select(PrecedentRow::as_select())
        .load(conn)?)
}
