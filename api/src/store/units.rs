//! Reading units.

use diesel::prelude::*;

use super::conn::AnyConn;
use super::schema::units;
use super::streams;
use crate::domain::unit::{Directory, Unit};
use crate::error::Result;

/// What changes whenever any unit does: how many there are and the sum of their `seq`.
pub type Stamp = (i64, i64);

/// The present stamp of all units.
///
/// # Errors
/// Where the database fails.
pub fn stamp(conn: &mut AnyConn) -> Result<Stamp> {
    let seqs: Vec<i64> = units::table.select(units::seq).load(conn)?;
    Ok((i64::try_from(seqs.len()).unwrap_or(i64::MAX), seqs.iter().sum()))
}

/// All units.
///
/// # Errors
/// Where the database fails.
pub fn directory(conn: &mut AnyConn) -> Result<Directory> {
    let ids: Vec<String> = units::table.select(units::id).order(units::id).load(conn)?;
    let loaded = streams::load_many::<Unit>(conn, ids.iter().map(String::as_str))?;
    Ok(Directory::new(loaded.into_iter().map(|l| (l.state, l.seq))))
}
