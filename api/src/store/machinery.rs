//! Sessions, passwords, idempotency, leases: what makes the service work and is no fact.

use diesel::prelude::*;

use super::conn::{AnyConn, on};
use super::schema::{idempotency, leases, passwords, sessions};
use super::ts::Ts;
use crate::error::Result;

/// A password's hash and its failures.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = passwords)]
#[expect(missing_docs, reason = "the columns say it")]
pub struct Password {
    pub user_id: String,
    pub phc: String,
    pub failures: i32,
    pub locked_until: Option<Ts>,
}

/// A signed-in session.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = sessions, treat_none_as_null = true)]
#[expect(missing_docs, reason = "the columns say it")]
pub struct Session {
    pub id: String,
    pub user_id: String,
    pub role: String,
    pub unit_id: String,
    pub refresh_hash: String,
    pub previous_hash: Option<String>,
    pub rotated_at: Ts,
    pub expires_at: Ts,
    pub ended_at: Option<Ts>,
}

/// The password of a user.
///
/// # Errors
/// Where the database fails.
pub fn password(conn: &mut AnyConn, user: &str) -> Result<Option<Password>> {
    Ok(passwords::table.find(user).select(Password::as_select()).first(conn).optional()?)
}

/// Sets the count of failures, and until when the account is locked.
///
/// # Errors
/// Where the database fails.
pub fn set_failures(conn: &mut AnyConn, user: &str, failures: i32, locked_until: Option<Ts>) -> Result<()> {
    diesel::update(passwords::table.find(user))
        .set((passwords::failures.eq(failures), passwords::locked_until.eq(locked_until)))
        .execute(conn)?;
    Ok(())
}

/// A session by its identifier.
///
/// # Errors
/// Where the database fails.
pub fn session(conn: &mut AnyConn, id: &str) -> Result<Option<Session>> {
    Ok(sessions::table.find(id).select(Session::as_select()).first(conn).optional()?)
}

/// Begins a session.
///
/// # Errors
/// Where the database fails.
pub fn begin_session(conn: &mut AnyConn, session: &Session) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(conn)?;
    Ok(())
}

/// Writes a session back.
///
/// # Errors
/// Where the database fails.
pub fn update_session(conn: &mut AnyConn, session: &Session) -> Result<()> {
    diesel::update(sessions::table.find(&session.id)).set(session).execute(conn)?;
    Ok(())
}

/// What an idempotency key was answered: the body's hash and the answer.
///
/// # Errors
/// Where the database fails.
pub fn answered(conn: &mut AnyConn, key: &str, since: Ts) -> Result<Option<(String, String)>> {
    Ok(idempotency::table
        .find(key)
        .filter(idempotency::at.ge(since))
        .select((idempotency::body_hash, idempotency::answer))
        .first(conn)
        .optional()?)
}

/// Forgets answers given before `before`; returns how many.
///
/// # Errors
/// Where the database fails.
pub fn forget_answers(conn: &mut AnyConn, before: Ts) -> Result<usize> {
    Ok(diesel::delete(idempotency::table.filter(idempotency::at.lt(before))).execute(conn)?)
}

/// Takes or renews a lease; whether it is ours until then.
///
/// # Errors
/// Where the database fails.
pub fn take_lease(conn: &mut AnyConn, name: &str, holder: &str, now: Ts, until: Ts) -> Result<bool> {
    let row = (leases::name.eq(name), leases::holder.eq(holder), leases::until.eq(until));
    let taken = on!(conn, |c| diesel::insert_into(leases::table).values(row).on_conflict_do_nothing().execute(c))?;
    if taken == 1 {
        return Ok(true);
    }
    let free = leases::holder.eq(holder).or(leases::until.lt(now));
    let renewed = diesel::update(leases::table.find(name).filter(free))
        .set((leases::holder.eq(holder), leases::until.eq(until)))
        .execute(conn)?;
    Ok(renewed == 1)
}
