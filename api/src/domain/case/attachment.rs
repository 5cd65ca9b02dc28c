//! Files that go with a case: what they are, what they are called, and that the office may purge
//! what should never have come in.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Case, CaseCommand, CaseEvent, Decided, Facts};
use crate::domain::ids::{UnitId, UserId};
use crate::domain::log::{Actor, BrokenFold, Draft, PartRef, Recorded};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, FileKind, Role};
use crate::error::{Code, Error, Result};

/// No name of a file is longer, in characters.
const LONGEST_NAME: usize = 200;
/// So many characters in a row, the same in reason and content, repeat the content.
const REPEATED: usize = 8;

/// A file that goes with a case. Its content lies outside the database, under its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The event that added it; what it is called by within its case.
    pub seq: i64,
    /// The digest of its content.
    pub digest: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it is, by its content.
    pub kind: FileKind,
    /// Whether it came in with the report, so from the reporter.
    pub from_reporter: bool,
    /// Its name: personal, since names of files carry names of persons.
    pub name: Option<PartRef>,
    /// What it shows: personal, for the same reason.
    pub description: Option<PartRef>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// Who added it.
    pub added_by: UserId,
    /// For which unit.
    pub unit: Option<UnitId>,
    /// When its content was purged.
    pub purged_at: Option<DateTime<Utc>>,
}

/// Part names of [`CaseEvent::AttachmentAdded`].
const NAME: &str = "file_name";
const DESCRIPTION: &str = "description";

impl Attachment {
    pub(super) fn added(next: Recorded<'_, CaseEvent>) -> Option<Self> {
        let CaseEvent::AttachmentAdded { digest, size, kind, from_reporter } = next.event else { return None };
        Some(Self {
            seq: next.seq,
            digest: digest.clone(),
            size: *size,
            kind: *kind,
            from_reporter: *from_reporter,
            name: next.part(NAME),
            description: next.part(DESCRIPTION),
            added_at: next.at,
            added_by: next.by.user.clone(),
            unit: next.by.unit.clone(),
            purged_at: None,
        })
    }
}

impl FileKind {
    /// The media type it is served as.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Heic => "image/heic",
            Self::Doc => "application/msword",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xls => "application/vnd.ms-excel",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ofd => "application/ofd",
            Self::Text => "text/plain",
        }
    }

    /// The endings that its name may have; the first is put where it has another one. WPS writes the
    /// formats of Word and Excel 97 under endings of its own.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Heic => &["heic", "heif"],
            Self::Doc => &["doc", "wps"],
            Self::Docx => &["docx"],
            Self::Xls => &["xls", "et"],
            Self::Xlsx => &["xlsx"],
            Self::Ofd => &["ofd"],
            Self::Text => &["txt"],
        }
    }

    /// What a file of this kind is called, that was called `given` where it came from: without its
    /// folders, without what a file system or a screen would stumble over, and always with the
    /// ending of its content, so that nothing that looks like a document runs as a program.
    pub fn name(self, given: &str) -> String {
        let bare = given.rsplit(['/', '\\']).next().unwrap_or_default();
        let shown = bare.chars().filter(|c| !is_invisible(*c));
        let tidy: String = shown.map(|c| if "<>:\"|?*".contains(c) { '_' } else { c }).collect();
        let tidy = tidy.trim_matches(|c: char| c.is_whitespace() || c == '.');
        let (stem, ending) = match tidy.rsplit_once('.') {
            Some((stem, ending)) if self.endings().iter().any(|e| e.eq_ignore_ascii_case(ending)) => (stem, ending),
            _ => (tidy, self.endings()[0]),
        };
        let room = LONGEST_NAME - ending.len() - 1;
        let stem: Cow<'_, str> = match stem.trim_end_matches(['.', ' ']) {
            "" => "附件".into(),
            stem => stem.chars().take(room).collect::<String>().into(),
        };
        format!("{stem}.{ending}")
    }
}

/// What is no character to be seen, or turns the writing direction (`fdp.exe` read as `exe.pdf`).
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// 上传附件: a file whose content has been taken in and looked at.
#[derive(Clone, Debug)]
pub struct AddAttachment {
    /// The digest of its content.
    pub digest: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it is, by its content.
    pub kind: FileKind,
    /// What it was called where it came from.
    pub name: String,
    /// What it shows.
    pub description: Option<Text<1, 500>>,
}

impl CaseCommand for AddAttachment {
    const ACTION: CaseAction = CaseAction::AddAttachment;

    fn needs_version(&self) -> bool {
        false
    }

    fn ready(Facts { case, world, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        let most = world.settings.max_attachments;
        if case.attachments.iter().filter(|a| a.purged_at.is_none()).count() < most {
            return Ok(());
        }
        Err(Error::new(Code::TooManyAttachments, format!("一个事项最多{most}个附件")))
    }

    fn decide(self, Facts { world, .. }: Facts<'_>, permit: &Permit<Self>) -> Decided {
        check_size(self.size, world.settings.max_attachment_bytes())?;
        let from_reporter =
            matches!(permit.actor().role, Role::Intake | Role::ResidentButler | Role::Butler | Role::Integration);
        let name = self.kind.name(&self.name);
        let event = CaseEvent::AttachmentAdded { digest: self.digest, size: self.size, kind: self.kind, from_reporter };
        Ok(Draft::new(event)
            .personal_if(NAME, Some(name))
            .personal_if(DESCRIPTION, self.description.map(Text::into_string))
            .into())
    }
}

/// Whether a file of so many bytes may come in; also asked while it comes.
///
/// # Errors
/// `too_large`, or `invalid_value` for an empty one.
pub fn check_size(size: u64, most: u64) -> Result<()> {
    if size == 0 {
        return Err(Error::field("file", "文件是空的"));
    }
    if size > most {
        return Err(Error::new(Code::TooLarge, format!("单个附件不能超过 {} MiB", most / (1024 * 1024))));
    }
    Ok(())
}

/// A part of an event that was erased, and the digest that stays of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedPart {
    /// Its name within its event.
    pub name: String,
    /// Its digest, as the event keeps it.
    pub digest: String,
}

/// 清除涉密内容, its target looked up: what one event brought in and is to be destroyed.
#[derive(Clone, Debug)]
pub struct PurgeClassified {
    /// The event.
    pub seq: i64,
    /// Its parts that are erased, each with what it says.
    pub parts: Vec<(ErasedPart, Option<String>)>,
    /// Whether the attachment that it added goes too.
    pub attachment: bool,
    /// Why.
    pub reason: Text<4, 500>,
}

impl CaseCommand for PurgeClassified {
    const ACTION: CaseAction = CaseAction::PurgeClassified;

    fn needs_version(&self) -> bool {
        false
    }

    fn decide(self, Facts { case, .. }: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let gone = || Error::new(Code::Purged, "此内容已经清除");
        let contents: Vec<&str> = self.parts.iter().filter_map(|(_, content)| content.as_deref()).collect();
        if contents.iter().any(|content| repeats(&self.reason, content)) {
            return Err(Error::field("reason", "清除原因会长期保存，不得重复所清除的内容"));
        }
        let file = match case.attachments.iter().find(|a| self.attachment && a.seq == self.seq) {
            Some(Attachment { purged_at: Some(_), .. }) => return Err(gone()),
            Some(attachment) => Some(attachment.digest.clone()),
            None if self.attachment => return Err(Error::field("seq", "该条记录没有附件")),
            None if contents.is_empty() => return Err(gone()),
            None => None,
        };
        let parts = self.parts.into_iter().map(|(part, _)| part).collect();
        let event = CaseEvent::ClassifiedPurged { seq: self.seq, parts, file };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}

/// Whether `reason` says again what `content` says, or a telling piece of it.
fn repeats(reason: &str, content: &str) -> bool {
    let whole = content.trim();
    let reason: Vec<char> = reason.chars().collect();
    let piece = |piece: &[char]| whole.contains(&piece.iter().collect::<String>());
    (whole.chars().count() > 1 && reason.iter().collect::<String>().contains(whole))
        || reason.windows(REPEATED).any(piece)
}

impl Case {
    /// The attachment that the event `seq` added.
    pub fn attachment(&self, seq: i64) -> Option<&Attachment> {
        self.attachments.iter().find(|a| a.seq == seq)
    }

    pub(super) fn purge(&mut self, seq: i64, at: DateTime<Utc>) -> Result<(), BrokenFold> {
        let broken = || BrokenFold(format!("case {} has no attachment of event {seq}", self.id));
        let attachment = self.attachments.iter_mut().find(|a| a.seq == seq).ok_or_else(broken);
        attachment?.purged_at = Some(at);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_its_folders_and_what_cannot_be_seen() {
        for (given, name) in [
            ("证明.pdf", "证明.pdf"),
            ("/etc/passwd", "passwd.pdf"),
            ("..\\..\\windows\\system32\\证明.PDF", "证明.PDF"),
            ("../../../证明.pdf", "证明.pdf"),
            ("证\u{0}明\r\n\u{202E}.pdf", "证明.pdf"),
            ("a<b>:\"|?*.pdf", "a_b______.pdf"),
            (" . .hidden. ", "hidden.pdf"),
            ("..", "附件.pdf"),
            ("", "附件.pdf"),
            (".pdf", "pdf.pdf"),
            ("证明.pdf:stream", "证明.pdf_stream.pdf"),
        ] {
            assert_eq!(FileKind::Pdf.name(given), name, "{given:?}");
        }
    }

    #[test]
    fn a_name_ends_as_its_content_says() {
        assert_eq!(FileKind::Text.name("run.bat"), "run.bat.txt");
        assert_eq!(FileKind::Docx.name("表.docm"), "表.docm.docx");
        assert_eq!(FileKind::Jpeg.name("照片.JPEG"), "照片.JPEG");
        assert_eq!(FileKind::Doc.name("函.wps"), "函.wps");
        assert_eq!(FileKind::Xls.name("函.wps"), "函.wps.xls");
        for kind in FileKind::ALL {
            let name = kind.name(&"长".repeat(300));
            assert_eq!((name.chars().count(), kind.name(&name)), (LONGEST_NAME, name.clone()));
        }
    }

    #[test]
    fn a_reason_must_not_repeat_what_is_purged() {
        let secret = "某部队第12345号驻地部署方案";
        assert!(repeats(&format!("含有{secret}"), secret));
        assert!(repeats("内有12345号驻地部署的字样", secret));
        assert!(repeats("甄样误传", "甄样"));
        assert!(!repeats("含有涉密的部署内容", secret));
        assert!(!repeats("涉密", ""));
    }
}
