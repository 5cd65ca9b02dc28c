//! Parts: each that an event names is there, of its class, with the content it was digested from;
//! or erased. No finding ever says what a part says.

use std::collections::{BTreeMap, BTreeSet};

use super::Run;
use super::cursor::{Cursor, Row};
use crate::crypto::{SealError, check_salted};
use crate::domain::log::{PartClass, PartRef};
use crate::error::Result;
use crate::store::envelope::PartDigest;
use crate::store::rows::{EventRow, PartRow};

/// The parts of all events, in their order.
#[derive(Default)]
pub(super) struct Parts {
    rows: Cursor<PartRow>,
    /// Those of the present stream that are found without content.
    erased: BTreeSet<PartRef>,
}

/// What is wrong with a part: a finding's kind and detail.
type Wrong = (&'static str, String);

impl Parts {
    /// Compares an event's parts with what it names; `named` is unknown where the event can't be
    /// read.
    pub(super) fn check(
        &mut self,
        run: &mut Run<'_>,
        event: &EventRow,
        named: Option<BTreeMap<String, PartDigest>>,
    ) -> Result<()> {
        self.orphans(run, Some((&event.stream, event.seq)))?;
        let known = named.is_some();
        let mut named = named.unwrap_or_default();
        while let Some(row) = self.next_if(run, |(stream, seq, _)| *stream == event.stream && *seq == event.seq)? {
            match named.remove(&row.name) {
                Some(digest) => {
                    if is_erased(&row) {
                        self.erased.insert(PartRef { seq: row.seq, name: row.name.clone() });
                    }
                    if let Err((kind, detail)) = check(run, &row, &digest) {
                        run.report.find(kind, context(&row), detail);
                    }
                }
                None if known => run.report.find("part_unnamed", context(&row), "the event names no such part"),
                None => {}
            }
        }
        for name in named.into_keys() {
            let place = format!("{}#{}#{name}", event.stream, event.seq);
            run.report.find("part_missing", place, "the event names this part, but it is not there");
        }
        Ok(())
    }

    /// Parts are without content where an event of their stream erased them, and nowhere else; what
    /// events erased is unknown where they can't be read.
    pub(super) fn end_stream(&mut self, run: &mut Run<'_>, stream: &str, erased: Option<&BTreeSet<PartRef>>) {
        let found = std::mem::take(&mut self.erased);
        let Some(erased) = erased else { return };
        let place = |part: &PartRef| format!("{stream}#{}#{}", part.seq, part.name);
        for part in found.difference(erased) {
            run.report.find("part_erased", place(part), "the part has no content, but no event erased it");
        }
        for part in erased.difference(&found) {
            run.report.find("part_not_erased", place(part), "an event erased the part, but it is not found erased");
        }
    }

    /// What is left has no event.
    pub(super) fn finish(&mut self, run: &mut Run<'_>) -> Result<()> {
        self.orphans(run, None)
    }

    /// Names the parts of events before this one, or all that are left.
    fn orphans(&mut self, run: &mut Run<'_>, event: Option<(&String, i64)>) -> Result<()> {
        let before = |(stream, seq, _): &_| event.is_none_or(|event| (stream, *seq) < event);
        while let Some(row) = self.next_if(run, before)? {
            run.report.find("part_without_event", context(&row), "no such event");
        }
        Ok(())
    }

    fn next_if(
        &mut self,
        run: &mut Run<'_>,
        wanted: impl Fn(&<PartRow as Row>::Key) -> bool,
    ) -> Result<Option<PartRow>> {
        let row = self.rows.next_if(run, wanted)?;
        if let Some(row) = &row {
            run.report.parts += 1;
            run.report.erased_parts += u64::from(is_erased(row));
        }
        Ok(row)
    }
}

/// Where a part lies; a sealed one is bound to that place.
fn context(row: &PartRow) -> String {
    format!("{}#{}#{}", row.stream, row.seq, row.name)
}

fn is_erased(row: &PartRow) -> bool {
    row.content.is_none() && row.sealed.is_none() && row.salt.is_none()
}

fn check(run: &Run<'_>, row: &PartRow, named: &PartDigest) -> Result<(), Wrong> {
    let class = named.class.as_str();
    if row.class != class {
        return Err(("part_class", format!("class: expected {class:?}, found another")));
    }
    if is_erased(row) {
        return Ok(());
    }
    match (named.class, row) {
        (PartClass::Text, PartRow { salt: Some(salt), content: Some(content), sealed: None, key_name: None, .. }) => {
            same(check_salted(content, salt, &named.digest))
        }
        (PartClass::Personal, PartRow { salt: None, content: None, sealed: Some(sealed), key_name: Some(key), .. }) => {
            check_sealed(run, row, key, sealed, &named.digest)
        }
        _ => Err(("part_form", format!("the row has not the form of a part of class {class}, nor of an erased one"))),
    }
}

fn check_sealed(run: &Run<'_>, row: &PartRow, key: &str, sealed: &[u8], digest: &str) -> Result<(), Wrong> {
    let Some(keys) = run.keys else { return Ok(()) };
    match keys.unseal(&context(row), key, sealed) {
        Ok(opened) => same(opened.digest == digest),
        Err(error @ SealError::UnknownKey(_)) => Err(("part_key_unknown", error.to_string())),
        Err(error @ SealError::Tampered) => Err(("part_sealed", error.to_string())),
    }
}

fn same(digests_match: bool) -> Result<(), Wrong> {
    if digests_match { Ok(()) } else { Err(("part_digest", "digest differs".to_owned())) }
}
