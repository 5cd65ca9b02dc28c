//! Attachments: taken in, opened again, purged. Their content lies outside the database.

use std::collections::BTreeMap;
use std::fs::File;

use super::cases::{load_visible, read_case};
use super::file_kind::kind_of;
use super::personal::Content;
use super::{App, Once};
use crate::auth::Principal;
use crate::domain::case::{
    self, AddAttachment, Case, CaseCommand as _, ErasedPart, Facts, PurgeClassified, check_size,
};
use crate::domain::facts::World;
use crate::domain::ids::CaseId;
use crate::domain::log::{ActedBy, Actor};
use crate::domain::permission::{self, Entry};
use crate::domain::text::Text;
use crate::domain::words::FileKind;
use crate::error::{Code, Error, Result};
use crate::store::files::{Incoming, open_whole};
use crate::store::parts::{self, PartRow};
use crate::store::search::FoundBy;
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, Receipt, Write, attachments, events, stream_name};

/// A file on its way in.
pub struct Upload {
    incoming: Incoming,
    /// The largest size, in bytes.
    most: u64,
}

impl Upload {
    /// Takes the next piece.
    ///
    /// # Errors
    /// `too_large` as soon as it is.
    pub async fn take(mut self, piece: impl AsRef<[u8]> + Send + 'static) -> Result<Self> {
        check_size(self.incoming.size() + piece.as_ref().len() as u64, self.most)?;
        blocking(move || self.incoming.write(piece.as_ref()).map(|()| self)).await
    }

    /// The digest of what has come in so far.
    pub fn digest(&self) -> String {
        self.incoming.digest()
    }
}

/// A file to be sent out.
pub struct Opened {
    /// The file, its content as it came in.
    pub file: File,
    /// What it is.
    pub kind: FileKind,
    /// What it is called.
    pub name: String,
    /// Its digest.
    pub digest: String,
}

/// What is to be purged: a part of an event, or the attachment that the event added.
#[derive(Clone, Debug)]
pub struct Purge {
    /// The event, by its place in the case's history.
    pub seq: i64,
    /// The part's name; none for the attachment.
    pub part: Option<String>,
    /// Why.
    pub reason: Text<4, 500>,
}

impl App {
    /// Begins to take a file in.
    ///
    /// # Errors
    /// Where there is no place for it.
    pub async fn begin_upload(&self) -> Result<Upload> {
        let app = self.clone();
        let most =
            self.store.read(move |conn| Ok(app.surroundings(conn)?.world().settings.max_attachment_bytes())).await?;
        let files = self.store.files()?;
        blocking(move || Ok(Upload { incoming: files.begin()?, most })).await
    }

    /// 上传附件. The file is on the disk before the commit, and goes again if that fails.
    ///
    /// # Errors
    /// `unsupported_media_type` by its content, `purged_content`, and those of any command.
    pub async fn add_attachment(
        &self,
        principal: &Principal,
        id: &CaseId,
        upload: Upload,
        name: String,
        description: Option<Text<1, 500>>,
        once: &Once,
    ) -> Result<Receipt> {
        let Upload { mut incoming, most } = upload;
        let (store, now) = (self.store.clone(), self.clock.now());
        let (digest, size) = (incoming.digest(), incoming.size());
        check_size(size, most)?;
        let (kind, kept) = blocking(move || {
            let kind = kind_of(incoming.content()?)?;
            if store.read_here(|conn| attachments::was_purged(conn, &incoming.digest()))? {
                return Err(Error::new(Code::PurgedContent, "此文件的内容曾作为涉密内容清除，不得再次上传"));
            }
            Ok((kind, store.files()?.keep(&incoming, now)?))
        })
        .await?;
        let command = AddAttachment { digest: digest.clone(), size, kind, name, description };
        let done = self.command_case(principal, id, command, None, once).await;
        drop(kept);
        let store = self.store.clone();
        blocking(move || store.remove_unnamed(&digest)).await?;
        done
    }

    /// Opens an attachment, its content as it came in.
    ///
    /// # Errors
    /// `not_found`, `role_may_not`, `not_yours`; `purged`; `file_damaged` where the file isn't what
    /// it was.
    pub async fn open_attachment(&self, principal: &Principal, id: &CaseId, seq: i64) -> Result<Opened> {
        permission::enter(&principal.actor, Entry::ReadAttachments)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        blocking(move || {
            let (attachment, name) = app.store.read_here(|conn| {
                let known = app.surroundings(conn)?;
                let case = read_case(conn, &app.scope(&actor, &known.units), &id)?.case.state;
                let attachment = case.attachment(seq).ok_or_else(|| Error::not_found("附件"))?;
                permission::check_attachment(&actor, &case, attachment)?;
                let rows = parts::of_stream(conn, &stream_name::<Case>(id.as_str()))?;
                Ok((attachment.clone(), app.text_of(&rows, attachment.name.as_ref())?))
            })?;
            if attachment.purged_at.is_some() {
                return Err(Error::new(Code::Purged, "此附件的内容已作为涉密内容清除"));
            }
            let files = app.store.files()?;
            let file = open_whole(files.as_ref(), &attachment.digest, attachment.size)??;
            let name = name.unwrap_or_else(|| attachment.kind.name(""));
            Ok(Opened { file, kind: attachment.kind, name, digest: attachment.digest })
        })
        .await
    }

    /// 清除涉密内容: the content is destroyed, its digest and the reason stay. An attachment's
    /// content goes from every case that has it.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`, `purged`, or the field at fault.
    pub async fn purge_classified(
        &self,
        principal: &Principal,
        id: &CaseId,
        purge: Purge,
        once: &Once,
    ) -> Result<Receipt> {
        let (actor, case, wanted) = (principal.actor.clone(), id.clone(), purge.clone());
        let receipt =
            self.decide_and_commit(principal, once, move |app, conn| app.purging(conn, &actor, &case, &wanted)).await?;
        let (store, id) = (self.store.clone(), id.clone());
        // What is left to do is done again by the sweeper, should it fail.
        let cleared = blocking(move || {
            let case = store.read_here(|conn| streams::load::<Case>(conn, id.as_str()))?;
            let attachment = case.as_ref().and_then(|case| case.state.attachment(purge.seq));
            if let Some(attachment) = attachment.filter(|_| purge.part.is_none()) {
                store.remove_unnamed(&attachment.digest)?;
            }
            store.drop_traces()
        })
        .await;
        if let Err(error) = cleared {
            log::error!("purged content is not yet gone from the disk: {error}");
        }
        Ok(receipt)
    }

    /// The events of a purge, in every case that it concerns; the case asked for comes first.
    fn purging(&self, conn: &mut AnyConn, actor: &Actor, id: &CaseId, purge: &Purge) -> Result<Changes> {
        let known = self.surroundings(conn)?;
        let loaded = load_visible(conn, &self.scope(actor, &known.units), id)?;
        permission::check_role(actor, PurgeClassified::ACTION)?;
        let mut places: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        if let (None, Some(attachment)) = (&purge.part, loaded.state.attachment(purge.seq)) {
            for row in attachments::with_content(conn, &attachment.digest)? {
                places.entry(row.case_id).or_default().push(row.seq);
            }
        }
        let here = places.remove(id.as_str()).unwrap_or_else(|| vec![purge.seq]);
        let mut cases = vec![(loaded, here)];
        for (case, seqs) in places {
            let other = streams::load::<Case>(conn, &case)?;
            cases.push((other.ok_or_else(|| Error::internal(format!("case {case} is missing")))?, seqs));
        }
        cases.into_iter().try_fold(Changes::new(), |changes, (case, seqs)| {
            let (write, found_by) = self.purge_case(conn, actor, case, &seqs, purge, known.world())?;
            Ok(changes.write(write).found_by(found_by))
        })
    }

    /// The events of a purge in one case, and what it is found by without what they erase.
    fn purge_case(
        &self,
        conn: &mut AnyConn,
        actor: &Actor,
        loaded: Loaded<Case>,
        seqs: &[i64],
        purge: &Purge,
        world: World<'_>,
    ) -> Result<(Write<Case>, FoundBy)> {
        let id = loaded.state.id.clone();
        let now = self.now_after(loaded.state.last_at);
        let means = self.means(&id, now);
        let facts = Facts { case: &loaded.state, world, now, means: &means };
        let permit = permission::check::<PurgeClassified>(actor, &loaded.state, world)?;
        let mut drafts = Vec::new();
        let mut left = parts::of_stream(conn, &stream_name::<Case>(id.as_str()))?;
        for seq in seqs {
            let parts = self.parts_to_erase(conn, &left, &id, *seq, purge.part.as_deref())?;
            left.retain(|row| row.seq != *seq || parts.iter().all(|(part, _)| part.name != row.name));
            let (attachment, reason) = (purge.part.is_none(), purge.reason.clone());
            let command = PurgeClassified { seq: *seq, parts, attachment, reason };
            drafts.extend(case::decide(command, facts, &permit)?.case);
        }
        let found_by = self.found_by_parts(&loaded.state, &left)?;
        Ok((self.go_on(id.as_str(), loaded, drafts, ActedBy::from(actor), now), found_by))
    }

    /// One part of an event, or all of them, with what they say.
    fn parts_to_erase(
        &self,
        conn: &mut AnyConn,
        rows: &[PartRow],
        id: &CaseId,
        seq: i64,
        part: Option<&str>,
    ) -> Result<Vec<(ErasedPart, Option<String>)>> {
        let stream = stream_name::<Case>(id.as_str());
        let event = events::one(conn, &stream, seq)?.ok_or_else(|| Error::field("seq", "没有这条记录"))?;
        if part.is_some_and(|part| !event.parts.contains_key(part)) {
            return Err(Error::field("part", "该条记录没有这项内容"));
        }
        let wanted = event.parts.into_iter().filter(|(name, _)| part.is_none_or(|part| part == name));
        wanted
            .map(|(name, digest)| {
                let row = rows.iter().find(|row| row.seq == seq && row.name == name);
                let content = match row.map(|row| self.open_part(row)).transpose()? {
                    Some(Content::Is(content)) => Some(content),
                    Some(Content::Erased) | None => None,
                };
                Ok((ErasedPart { name, digest: digest.digest }, content))
            })
            .collect()
    }
}

/// Runs what waits for a disk on a thread of its own.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}
