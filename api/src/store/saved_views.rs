//! Lists of cases that a person comes back to.

use diesel::prelude::*;

use super::conn::{AnyConn, on};
use super::schema::saved_views;
use crate::domain::ids::UserId;
use crate::error::Result;

/// The names and queries of a person's views, by name.
///
/// # Errors
/// Where the database fails.
pub fn of_user(conn: &mut AnyConn, user: &UserId) -> Result<Vec<(String, String)>> {
    let own = saved_views::table.filter(saved_views::user_id.eq(user.as_str()));
    Ok(own.order(saved_views::name).select((saved_views::name, saved_views::query)).load(conn)?)
}

/// Keeps a view; one of the same name is replaced.
///
/// # Errors
/// Where the database fails.
pub fn put(conn: &mut AnyConn, user: &UserId, name: &str, query: &str) -> Result<()> {
    let row = (saved_views::user_id.eq(user.as_str()), saved_views::name.eq(name), saved_views::query.eq(query));
    on!(conn, |c| diesel::insert_into(saved_views::table)
        .values(row)
        .on_conflict((saved_views::user_id, saved_views::name))
        .do_update()
        .set(saved_views::query.eq(query))
        .execute(c))?;
    Ok(())
}

/// Forgets a view; whether there was one.
///
/// # Errors
/// Where the database fails.
pub fn forget(conn: &mut AnyConn, user: &UserId, name: &str) -> Result<bool> {
    Ok(diesel::delete(saved_views::table.find((user.as_str(), name))).execute(conn)? > 0)
}
