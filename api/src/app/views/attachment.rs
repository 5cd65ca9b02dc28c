//! The attachments of a case, as a list: names and descriptions only for who may open them.

use serde::Serialize;
use utoipa::ToSchema;

use super::case_parts::Show;
use super::{At, UnitName};
use crate::domain::case::{Attachment, Case};
use crate::domain::ids::UserId;
use crate::domain::log::Actor;
use crate::domain::permission::check_attachment;
use crate::domain::words::FileKind;
use crate::error::Result;

/// A file that goes with a case.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AttachmentView {
    /// What it is called by within its case: the place of its event in the history.
    pub seq: i64,
    /// Its name; masked but for its ending for who may not open it; none once purged.
    pub name: Option<String>,
    /// What it shows, for who may open it.
    pub description: Option<String>,
    /// What it is, by its content.
    pub kind: FileKind,
    /// Its media type.
    pub media_type: &'static str,
    /// Its size in bytes.
    pub size: u64,
    /// The digest of its content.
    pub digest: String,
    /// When it was added.
    pub added_at: At,
    /// Who added it.
    pub added_by: UserId,
    /// That person's name.
    pub added_by_name: Option<String>,
    /// For which unit.
    pub unit: Option<UnitName>,
    /// Whether the asker may open it.
    pub may_open: bool,
    /// When its content was purged.
    pub purged_at: Option<At>,
}

impl AttachmentView {
    pub(super) fn of(
        attachment: &Attachment,
        case: &Case,
        asker: &Actor,
        added_by_name: Option<String>,
        show: Show<'_>,
    ) -> Result<Self> {
        let kind = attachment.kind;
        let may_know = check_attachment(asker, case, attachment).is_ok();
        let (name, description) = match attachment.purged_at {
            Some(_) => (None, None),
            None if may_know => (show.text(attachment.name.as_ref())?, show.text(attachment.description.as_ref())?),
            None => (Some(format!("****.{}", kind.endings()[0])), None),
        };
        Ok(Self {
            seq: attachment.seq,
            name,
            description,
            kind,
            media_type: kind.media_type(),
            size: attachment.size,
            digest: attachment.digest.clone(),
            added_at: At(attachment.added_at),
            added_by: attachment.added_by.clone(),
            added_by_name,
            unit: attachment.unit.as_ref().map(|unit| show.name(unit)),
            may_open: may_know && attachment.purged_at.is_none(),
            purged_at: attachment.purged_at.map(At),
        })
    }
}
