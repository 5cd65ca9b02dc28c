//! Files: each that an attachment names is there, with the content it was digested from; what was
//! purged is gone. Read after the snapshot, so that it needn't be kept for as long as that takes.

use super::Run;
use super::cursor::{Cursor, Row as _};
use crate::error::Result;
use crate::store::attachments::{AttachmentRow, is_named};
use crate::store::files::{Damage, Files, open_whole};

/// Checks the files of all attachments.
pub(super) fn check(run: &mut Run<'_>, files: &dyn Files) -> Result<()> {
    let mut rows = Cursor::<AttachmentRow>::default();
    while let Some(row) = rows.next_if(run, |_| true)? {
        run.report.files += 1;
        let place = AttachmentRow::place(&row.key());
        if row.purged {
            if files.open(&row.digest)?.is_some() && !is_named(run.conn, &row.digest)? {
                run.report.find("file_not_purged", place, "the content was purged, but its file is there");
            }
            continue;
        }
        let Err(damage) = open_whole(files, &row.digest, u64::try_from(row.size).unwrap_or(0))? else { continue };
        // It may have been purged since its row was read.
        if is_named(run.conn, &row.digest)? {
            let (kind, detail) = match damage {
                Damage::Missing => ("file_missing", "the file is not there"),
                Damage::Altered => ("file_altered", "the content is not what was digested"),
            };
            run.report.find(kind, place, detail);
        }
    }
    Ok(())
}
