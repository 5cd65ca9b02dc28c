//! What cases are found by: the terms of their public texts, and whole values by keyed hash.
//! Derived: written in the commit that changes the texts, and made again by `rebuild`.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::conn::{AnyConn, on};
use super::fork::{self, Walk};
use super::schema::blind_index;
use crate::domain::number::Number;
use crate::domain::search::{Term, terms};
use crate::error::Result;

/// Up to so many matches are looked up and put in order; more are met soon enough by walking a
/// list in its order and looking at each case. At 100,000 cases both cost the same here.
const FEW: usize = 1500;
/// Rows in one statement.
const ROWS_AT_ONCE: usize = 1000;

/// What a case is found by besides its number, whole: it takes the place of what was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundBy {
    /// The case.
    pub case_id: String,
    /// The terms of its public texts.
    pub terms: BTreeSet<String>,
    /// Its keys in the blind index.
    pub keys: BTreeSet<Key>,
}

/// A key of the blind index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What it is a hash of.
    pub kind: &'static str,
    /// The hash.
    pub digest: String,
}

/// What a case is found by, and where it belongs.
pub(super) struct Entry<'a> {
    pub(super) number: Number,
    pub(super) found_by: &'a FoundBy,
    /// Whether there is nothing to take the place of.
    pub(super) new: bool,
}

/// A case's row of terms.
pub(super) struct TermsRow {
    pub(super) number: Number,
    pub(super) case_id: String,
    /// With a space between.
    pub(super) terms: String,
}

/// Writes what cases are found by.
pub(super) fn put(conn: &mut AnyConn, entries: &[Entry<'_>]) -> Result<()> {
    let old: Vec<(Number, &str)> =
        entries.iter().filter(|e| !e.new).map(|e| (e.number, e.found_by.case_id.as_str())).collect();
    if !old.is_empty() {
        fork::forget_terms(conn, &old)?;
        let ids = old.iter().map(|(_, id)| *id);
        diesel::delete(blind_index::table.filter(blind_index::case_id.eq_any(ids))).execute(conn)?;
    }
    let rows: Vec<TermsRow> = entries.iter().map(terms_row).collect();
    fork::insert_terms(conn, &rows)?;
    let keys: Vec<_> = entries
        .iter()
        .flat_map(|e| e.found_by.keys.iter().map(|key| (key, &e.found_by.case_id)))
        .map(|(key, id)| {
            (blind_index::kind.eq(key.kind), blind_index::digest.eq(&key.digest), blind_index::case_id.eq(id))
        })
        .collect();
    for keys in keys.chunks(ROWS_AT_ONCE) {
        on!(conn, |c| diesel::insert_into(blind_index::table).values(keys).execute(c))?;
    }
    Ok(())
}

/// The number is given within the commit, so its terms come last.
fn terms_row(entry: &Entry<'_>) -> TermsRow {
    let number = terms([entry.number.to_string().as_str()]);
    let all: Vec<&str> = entry.found_by.terms.union(&number).map(String::as_str).collect();
    TermsRow { number: entry.number, case_id: entry.found_by.case_id.clone(), terms: all.join(" ") }
}

/// The cases whose texts have all the terms looked for.
#[derive(Clone, Debug)]
pub enum Matches {
    /// These.
    Few(Vec<String>),
    /// Too many to be named: those that pass.
    Many(Walk),
}

/// Finds the cases whose texts have all these terms.
///
/// # Errors
/// Where the database fails.
pub fn matches(conn: &mut AnyConn, wanted: &BTreeSet<Term>) -> Result<Matches> {
    let few = fork::having_terms(conn, wanted, FEW + 1)?;
    Ok(if few.len() > FEW { Matches::Many(Walk::new(conn, wanted)) } else { Matches::Few(few) })
}

/// Those of these cases that have this key.
///
/// # Errors
/// Where the database fails.
pub fn among<'a>(conn: &mut AnyConn, key: &Key, ids: impl Iterator<Item = &'a str>) -> Result<Vec<String>> {
    Ok(blind_index::table
        .filter(blind_index::kind.eq(key.kind).and(blind_index::digest.eq(&key.digest)))
        .filter(blind_index::case_id.eq_any(ids))
        .select(blind_index::case_id)
        .load(conn)?)
}

/// The newest cases with this key, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub fn newest_with(conn: &mut AnyConn, key: &Key, limit: i64) -> Result<Vec<String>> {
    Ok(blind_index::table
        .filter(blind_index::kind.eq(key.kind).and(blind_index::digest.eq(&key.digest)))
        .order(blind_index::case_id.desc())
        .select(blind_index::case_id)
        .limit(limit)
        .load(conn)?)
}
