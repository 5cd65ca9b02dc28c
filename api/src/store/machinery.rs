//! Sessions, passwords, failures to sign in, idempotency, leases: what makes the service work and is no fact.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::changes::Guard;
use super::conn::{AnyConn, on};
use super::fork::lock_streams;
use super::schema::{idempotency, leases, passwords, sessions, sign_in_failures};
use super::ts::Ts;
use crate::error::Result;

/// How often signing in by a name has failed.
#[derive(Clone, Copy, Debug, Queryable, Selectable)]
#[diesel(table_name = sign_in_failures)]
#[expect(missing_docs, reason = "the columns say it")]
pub struct Failures {
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

/// The hash of a user's password.
///
/// # Errors
/// Where the database fails.
pub fn password(conn: &mut AnyConn, user: &str) -> Result<Option<String>> {
    Ok(passwords::table.find(user).select(passwords::phc).first(conn).optional()?)
}

/// How often signing in by this name has failed, if it has.
///
/// # Errors
/// Where the database fails.
pub fn failures(conn: &mut AnyConn, name_hash: &str) -> Result<Option<Failures>> {
    Ok(sign_in_failures::table.find(name_hash).select(Failures::as_select()).first(conn).optional()?)
}

/// Counts one more failure and forgets those before `forget_before`. `lock` tells until when so
/// many failures lock the name.
///
/// # Errors
/// Where the database fails.
pub fn count_failure(
    conn: &mut AnyConn,
    name_hash: &str,
    now: Ts,
    forget_before: Ts,
    lock: impl FnOnce(i32) -> Option<Ts>,
) -> Result<()> {
    use sign_in_failures::{failed_at, failures, locked_until, name_hash as name, table};
    diesel::delete(table.filter(failed_at.lt(forget_before))).execute(conn)?;
    let first = (name.eq(name_hash), failures.eq(1), failed_at.eq(now));
    let count: i32 = on!(conn, |c| diesel::insert_into(table)
        .values(first)
        .on_conflict(name)
        .do_update()
        .set((failures.eq(failures + 1), failed_at.eq(now)))
        .returning(failures)
        .get_result(c))?;
    diesel::update(table.find(name_hash)).set(locked_until.eq(lock(count))).execute(conn)?;
    Ok(())
}

/// Forgets the failures of a name.
///
/// # Errors
/// Where the database fails.
pub fn forget_failures(conn: &mut AnyConn, name_hash: &str) -> Result<()> {
    diesel::delete(sign_in_failures::table.find(name_hash)).execute(conn)?;
    Ok(())
}

/// A session by its identifier.
///
/// # Errors
/// Where the database fails.
pub fn session(conn: &mut AnyConn, id: &str) -> Result<Option<Session>> {
    Ok(sessions::table.find(id).select(Session::as_select()).first(conn).optional()?)
}

/// Which of these sessions last.
///
/// # Errors
/// Where the database fails.
pub fn live_sessions(conn: &mut AnyConn, ids: &[String], now: Ts) -> Result<BTreeSet<String>> {
    let lasting = sessions::ended_at.is_null().and(sessions::expires_at.gt(now));
    let found: Vec<String> =
        sessions::table.filter(sessions::id.eq_any(ids)).filter(lasting).select(sessions::id).load(conn)?;
    Ok(found.into_iter().collect())
}

/// Begins a session, unless the user has changed since it was read; whether it did.
///
/// # Errors
/// Where the database fails.
pub fn begin_session(conn: &mut AnyConn, session: &Session, user: &Guard) -> Result<bool> {
    let heads = lock_streams(conn, std::slice::from_ref(&user.stream), false)?;
    let unmoved = heads.iter().any(|(_, seq, ..)| *seq == user.seq);
    if unmoved {
        diesel::insert_into(sessions::table).values(session).execute(conn)?;
    }
    Ok(unmoved)
}

/// Writes a session back; one that has ended meanwhile stays ended.
///
/// # Errors
/// Where the database fails.
pub fn update_session(conn: &mut AnyConn, session: &Session) -> Result<()> {
    diesel::update(sessions::table.find(&session.id))
        .filter(sessions::ended_at.is_null())
        .set(session)
        .execute(conn)?;
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

/// Forgets answers given before `answered`, and sessions that expired before `now`.
///
/// # Errors
/// Where the database fails.
pub fn forget(conn: &mut AnyConn, answered: Ts, now: Ts) -> Result<()> {
    diesel::delete(idempotency::table.filter(idempotency::at.lt(answered))).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::expires_at.lt(now))).execute(conn)?;
    Ok(())
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
