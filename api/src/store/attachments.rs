//! Which attachments name a file.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::select;

use super::conn::AnyConn;
pub use super::rows::AttachmentRow;
use super::schema::attachments;
use crate::error::Result;

/// Whether an attachment that wasn't purged names this file.
///
/// # Errors
/// Where the database fails.
pub fn is_named(conn: &mut AnyConn, digest: &str) -> Result<bool> {
    Ok(select(exists(attachments::table.filter(attachments::digest.eq(digest).and(attachments::purged.eq(false)))))
        .get_result(conn)?)
}

/// Whether an attachment with this content was purged.
///
/// # Errors
/// Where the database fails.
pub fn was_purged(conn: &mut AnyConn, digest: &str) -> Result<bool> {
    Ok(select(exists(attachments::table.filter(attachments::digest.eq(digest).and(attachments::purged.eq(true)))))
        .get_result(conn)?)
}

/// The attachments with this content that weren't purged, whatever their case.
///
/// # Errors
/// Where the database fails.
pub fn with_content(conn: &mut AnyConn, digest: &str) -> Result<Vec<AttachmentRow>> {
    Ok(attachments::table
        .filter(attachments::digest.eq(digest).and(attachments::purged.eq(false)))
        .order((attachments::case_id, attachments::seq))
        .select(AttachmentRow::as_select())
        .load(conn)?)
}
