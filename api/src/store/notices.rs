//! Notices, and who has read which.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::upsert::excluded;

use super::audience::Told;
use super::changes::stream_name;
use super::conn::{AnyConn, MultiBackend, on};
pub use super::rows::NoticeRow;
use super::schema::{notice_marks, notice_reads, notices};
use super::ts::Ts;
use crate::crypto::digest::sha256_hex;
use crate::domain::case::Case;
use crate::domain::ids::UserId;
use crate::domain::log::Actor;
use crate::domain::notice::{Notice, of_amber};
use crate::domain::user::Post;
use crate::error::Result;

/// More unread ones than this are not counted.
pub const MOST_COUNTED: i64 = 100;

impl NoticeRow {
    /// A notice of this stream, given by its event `seq`, or by the clock. Its identifier is made
    /// of what it is about, so that given twice it is given once.
    pub(super) fn new(stream: &str, seq: Option<i64>, at: Ts, notice: &Notice) -> Self {
        let Notice { to, kind, number, matter_name, due_date } = notice;
        let about = format!("{stream}#{seq:?}#{}#{due_date:?}#{}/{}", kind.as_str(), to.role.as_str(), to.unit);
        let mut id = sha256_hex(about.as_bytes());
        id.truncate(32);
        Self {
            id,
            unit_id: to.unit.to_string(),
            role: to.role.as_str().to_owned(),
            at,
            kind: kind.as_str().to_owned(),
            stream: stream.to_owned(),
            seq,
            number: number.to_string(),
            matter_name: matter_name.clone(),
            due_date: *due_date,
        }
    }

    pub(super) fn told(&self, to: &Post) -> Told {
        Told { notice: self.id.clone(), to: to.clone() }
    }
}

/// The warnings to units whose assignments of these cases stand in the amber light, one for each
/// deadline, that were not given yet.
///
/// # Errors
/// Where the database fails.
pub fn amber_not_told<'a>(
    conn: &mut AnyConn,
    cases: impl Iterator<Item = &'a Case>,
    now: Ts,
) -> Result<Vec<NoticeRow>> {
    let mut rows = Vec::new();
    for case in cases {
        let stream = stream_name::<Case>(case.id.as_str());
        rows.extend(of_amber(case, now.0).iter().map(|notice| NoticeRow::new(&stream, None, now, notice)));
    }
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let told: HashSet<String> =
        notices::table.filter(notices::id.eq_any(ids)).select(notices::id).load(conn)?.into_iter().collect();
    rows.retain(|row| !told.contains(&row.id));
    Ok(rows)
}

/// Gives these notices; one that was given meanwhile stays as it is.
///
/// # Errors
/// Where the database fails.
pub fn tell(conn: &mut AnyConn, rows: &[NoticeRow]) -> Result<()> {
    on!(conn, |c| diesel::insert_into(notices::table).values(rows).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// One person in one post: whose notices are read.
pub struct Reader<'a>(pub &'a Actor);

type Key = (Ts, String);
type Query = notices::BoxedQuery<'static, MultiBackend>;

impl Reader<'_> {
    fn user(&self) -> &UserId {
        &self.0.user
    }

    /// All that reached the post.
    fn all(&self) -> Query {
        let to_post = notices::unit_id.eq(self.0.unit.to_string()).and(notices::role.eq(self.0.role.as_str()));
        notices::table.into_boxed().filter(to_post)
    }

    /// Up to which notice the person has read everything.
    fn mark(&self, conn: &mut AnyConn) -> Result<Option<Key>> {
        let key = (self.user().as_str(), self.0.unit.as_str(), self.0.role.as_str());
        let found = notice_marks::table.find(key).select((notice_marks::at, notice_marks::notice_id));
        Ok(found.first(conn).optional()?)
    }

    fn unread(&self, mark: Option<&Key>) -> Query {
        let reads = notice_reads::table
            .filter(notice_reads::user_id.eq(self.user().to_string()).and(notice_reads::notice_id.eq(notices::id)));
        let query = self.all().filter(diesel::dsl::not(diesel::dsl::exists(reads)));
        match mark.cloned() {
            Some((at, id)) => query.filter(notices::at.gt(at).or(notices::at.eq(at).and(notices::id.gt(id)))),
            None => query,
        }
    }

    /// A page of what reached the post, the latest first, each with whether the person has read it.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn page(
        &self,
        conn: &mut AnyConn,
        unread_only: bool,
        after: Option<Key>,
        limit: i64,
    ) -> Result<Vec<(NoticeRow, bool)>> {
        let mark = self.mark(conn)?;
        let mut query = if unread_only { self.unread(mark.as_ref()) } else { self.all() };
        if let Some((at, id)) = after {
            query = query.filter(notices::at.lt(at).or(notices::at.eq(at).and(notices::id.lt(id))));
        }
        let rows: Vec<NoticeRow> = query
            .order((notices::at.desc(), notices::id.desc()))
            .limit(limit)
            .select(NoticeRow::as_select())
            .load(conn)?;
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        let read: Vec<String> = notice_reads::table
            .filter(notice_reads::user_id.eq(self.user().as_str()).and(notice_reads::notice_id.eq_any(ids)))
            .select(notice_reads::notice_id)
            .load(conn)?;
        let is_read = |row: &NoticeRow| {
            let marked = mark.as_ref().is_some_and(|(at, id)| (row.at, &row.id) <= (*at, id));
            marked || read.contains(&row.id)
        };
        Ok(rows.into_iter().map(|row| (is_read(&row), row)).map(|(read, row)| (row, read)).collect())
    }

    /// How many of them the person hasn't read; [`MOST_COUNTED`] stands for that many or more.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn count_unread(&self, conn: &mut AnyConn) -> Result<i64> {
        let mark = self.mark(conn)?;
        let latest = self.unread(mark.as_ref()).order((notices::at.desc(), notices::id.desc()));
        let ids: Vec<String> = latest.limit(MOST_COUNTED).select(notices::id).load(conn)?;
        Ok(i64::try_from(ids.len()).unwrap_or(MOST_COUNTED))
    }

    /// A notice that reached the post.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn find(&self, conn: &mut AnyConn, id: &str) -> Result<Option<NoticeRow>> {
        let found = self.all().filter(notices::id.eq(id.to_owned())).select(NoticeRow::as_select());
        Ok(found.first(conn).optional()?)
    }

    /// The person has read this one.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn read(&self, conn: &mut AnyConn, notice: &NoticeRow) -> Result<()> {
        let row = (notice_reads::user_id.eq(self.user().as_str()), notice_reads::notice_id.eq(&notice.id));
        on!(conn, |c| diesel::insert_into(notice_reads::table).values(row).on_conflict_do_nothing().execute(c))?;
        Ok(())
    }

    /// The person has read this one and all before it. The mark never goes back.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn read_up_to(&self, conn: &mut AnyConn, notice: &NoticeRow) -> Result<()> {
        if self.mark(conn)?.is_some_and(|mark| mark >= (notice.at, notice.id.clone())) {
            return Ok(());
        }
        let row = (
            notice_marks::user_id.eq(self.user().as_str()),
            notice_marks::unit_id.eq(self.0.unit.as_str()),
            notice_marks::role.eq(self.0.role.as_str()),
            notice_marks::at.eq(notice.at),
            notice_marks::notice_id.eq(&notice.id),
        );
        on!(conn, |c| diesel::insert_into(notice_marks::table)
            .values(row)
            .on_conflict((notice_marks::user_id, notice_marks::unit_id, notice_marks::role))
            .do_update()
            .set((
                notice_marks::at.eq(excluded(notice_marks::at)),
                notice_marks::notice_id.eq(excluded(notice_marks::notice_id)),
            ))
            .execute(c))?;
        Ok(())
    }
}
