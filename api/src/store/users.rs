//! Reading users.

use diesel::prelude::*;

use super::conn::AnyConn;
use super::schema::{posts, users};
use super::streams::{self, Loaded};
use crate::domain::ids::UnitId;
use crate::domain::user::User;
use crate::domain::words::Role;
use crate::error::Result;

/// The user with this name to sign in with.
///
/// # Errors
/// Where the database fails.
pub fn by_username(conn: &mut AnyConn, username: &str) -> Result<Option<Loaded<User>>> {
    let id: Option<String> =
        users::table.filter(users::username.eq(username)).select(users::id).first(conn).optional()?;
    match id {
        Some(id) => streams::load(conn, &id),
        None => Ok(None),
    }
}

/// A page of users by name to sign in with, after `after`.
///
/// # Errors
/// Where the database fails.
pub fn page(conn: &mut AnyConn, unit: Option<&str>, after: Option<&str>, limit: i64) -> Result<Vec<Loaded<User>>> {
    let mut query = users::table.select((users::id, users::username)).order(users::username).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(users::username.gt(after.to_owned()));
    }
    if let Some(unit) = unit {
        let members = posts::table.filter(posts::unit_id.eq(unit.to_owned())).select(posts::user_id);
        query = query.filter(users::id.eq_any(members));
    }
    let ids: Vec<(String, String)> = query.load(conn)?;
    streams::load_many(conn, ids.iter().map(|(id, _)| id.as_str()))
}

/// Names of these users, for history and sheets.
///
/// # Errors
/// Where the database fails.
pub fn names(conn: &mut AnyConn, ids: &[String]) -> Result<std::collections::HashMap<String, String>> {
    let rows: Vec<(String, String)> =
        users::table.filter(users::id.eq_any(ids)).select((users::id, users::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Whether anybody holds a post with one of these roles in the unit.
///
/// # Errors
/// Where the database fails.
pub fn any_with(conn: &mut AnyConn, unit: &UnitId, roles: &[Role]) -> Result<bool> {
    let roles = roles.iter().map(|role| role.as_str());
    let holders = posts::table.filter(posts::unit_id.eq(unit.as_str()).and(posts::role.eq_any(roles)));
    Ok(holders.select(posts::user_id).first::<String>(conn).optional()?.is_some())
}

/// Whether there is any user at all.
///
/// # Errors
/// Where the database fails.
pub fn any(conn: &mut AnyConn) -> Result<bool> {
    Ok(users::table.select(users::id).first::<String>(conn).optional()?.is_some())
}
