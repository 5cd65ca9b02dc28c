//! Drafts to changes: texts are salted and sealed here, before the commit.

use chrono::{DateTime, Utc};

use super::App;
use crate::crypto::salted;
use crate::domain::log::{ActedBy, Aggregate, Draft, PartClass, PartDraft, foresee};
use crate::error::{Error, Result};
use crate::store::streams::Loaded;
use crate::store::{SealedPart, Series, Write, stream_name};

/// What a sealed part is bound to, so that it can't be moved elsewhere.
pub(crate) fn part_context(stream: &str, seq: i64, name: &str) -> String {
    format!("{stream}#{seq}#{name}")
}

impl App {
    fn seal(&self, stream: &str, seq: i64, part: PartDraft) -> SealedPart {
        let PartDraft { name, class, content } = part;
        match class {
            PartClass::Text => {
                let salted = salted(&content);
                SealedPart {
                    name,
                    class,
                    digest: salted.digest,
                    salt: Some(salted.salt_hex),
                    content: Some(content),
                    sealed: None,
                    key_name: None,
                }
            }
            PartClass::Personal => {
                let sealed = self.keys.seal(&part_context(stream, seq, &name), &content);
                SealedPart {
                    name,
                    class,
                    digest: sealed.digest,
                    salt: None,
                    content: None,
                    sealed: Some(sealed.bytes),
                    key_name: Some(sealed.key_name),
                }
            }
        }
    }

    fn seal_all<E>(&self, stream: &str, after: i64, drafts: Vec<Draft<E>>) -> Vec<(E, Vec<SealedPart>)> {
        drafts
            .into_iter()
            .zip(after + 1..)
            .map(|(draft, seq)| {
                let parts = draft.parts.into_iter().map(|part| self.seal(stream, seq, part)).collect();
                (draft.event, parts)
            })
            .collect()
    }

    /// The first events of a new stream.
    pub(crate) fn begin<A: Aggregate>(
        &self,
        id: &str,
        drafts: Vec<Draft<A::Event>>,
        by: ActedBy,
        at: DateTime<Utc>,
        series: Option<Series>,
    ) -> Write<A> {
        let events = self.seal_all(&stream_name::<A>(id), 0, drafts);
        Write { id: id.to_owned(), seq: 0, version: 0, head: String::new(), before: None, events, by, at, series }
    }

    /// More events of an existing stream.
    pub(crate) fn go_on<A: Aggregate>(
        &self,
        id: &str,
        loaded: Loaded<A>,
        drafts: Vec<Draft<A::Event>>,
        by: ActedBy,
        at: DateTime<Utc>,
    ) -> Write<A> {
        let events = self.seal_all(&stream_name::<A>(id), loaded.seq, drafts);
        Write {
            id: id.to_owned(),
            seq: loaded.seq,
            version: loaded.version,
            head: loaded.head,
            before: Some(loaded.state),
            events,
            by,
            at,
            series: None,
        }
    }
}

/// The state after these drafts.
pub(crate) fn preview<A: Aggregate>(
    loaded: &Loaded<A>,
    drafts: &[Draft<A::Event>],
    by: &ActedBy,
    at: DateTime<Utc>,
) -> Result<A> {
    foresee(&loaded.state, loaded.seq + 1, drafts, by, at).map_err(|broken| Error::internal(broken.0))
}
