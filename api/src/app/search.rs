//! What a case is found by: computed here, before the commit, since hashes take keys.

use std::collections::BTreeSet;

use super::App;
use crate::domain::case::{Case, CaseEvent, OrganisationData, PersonalData};
use crate::domain::log::{Draft, PartRef};
use crate::domain::search::{sketch, terms, whole};
use crate::domain::words::PersonalField;
use crate::error::{Error, Result};
use crate::store::parts::{self, PartRow};
use crate::store::search::{FoundBy, Key};
use crate::store::streams::Loaded;
use crate::store::{AnyConn, stream_name};

/// The kind of the keys that tell what a problem reads like.
const SKETCH: &str = "problem";

/// The texts that a case is found by, as they are now; none where there is none, or it was erased.
struct Texts<'a> {
    matter_name: &'a str,
    confidential: bool,
    failure_reason: Option<String>,
    problem: Option<String>,
    organisation: Option<OrganisationData>,
    person: Option<PersonalData>,
}

/// Where they lie: as long as that stays, so does what the case is found by.
fn places(case: &Case) -> (&str, [Option<&PartRef>; 4]) {
    let parts = [&case.failure_reason, &case.problem, &case.reporter.organisation, &case.reporter.person];
    (&case.matter_name, parts.map(Option::as_ref))
}

impl App {
    /// What a new case is found by.
    pub(crate) fn new_found_by(&self, id: &str, drafts: &[Draft<CaseEvent>]) -> Result<FoundBy> {
        let Some((CaseEvent::Registered(new), parts)) = drafts.first().map(|d| (&d.event, &d.parts)) else {
            return Err(Error::internal(format!("case {id} does not begin with its registration")));
        };
        let part = |name: &str| parts.iter().find(|p| p.name == name).map(|p| p.content.clone());
        let texts = Texts {
            matter_name: &new.matter_name,
            confidential: new.confidential,
            failure_reason: part("failure_reason"),
            problem: part("problem"),
            organisation: data(part("organisation"))?,
            person: data(part("person"))?,
        };
        Ok(self.found_by_texts(id, &texts))
    }

    /// What a case is found by after these drafts, if that changes.
    pub(crate) fn changed_found_by(
        &self,
        conn: &mut AnyConn,
        before: &Loaded<Case>,
        drafts: &[Draft<CaseEvent>],
        after: &Case,
    ) -> Result<Option<FoundBy>> {
        if places(&before.state) == places(after) {
            return Ok(None);
        }
        let rows = parts::of_stream(conn, &stream_name::<Case>(after.id.as_str()))?;
        let drafted = |at: &PartRef| {
            let draft = drafts.get(usize::try_from(at.seq - before.seq - 1).ok()?)?;
            Some(draft.parts.iter().find(|part| part.name == at.name)?.content.clone())
        };
        let read = |at: Option<&PartRef>| match at.and_then(drafted) {
            Some(text) => Ok(Some(text)),
            None => self.text_of(&rows, at),
        };
        self.found_by(after, read).map(Some)
    }

    /// What a case is found by, with these parts of it. Who erases a part commits this beside the
    /// erasure, made of the parts that are left.
    ///
    /// # Errors
    /// Where a part can't be read.
    pub(crate) fn found_by_parts(&self, case: &Case, rows: &[PartRow]) -> Result<FoundBy> {
        self.found_by(case, |at| self.text_of(rows, at))
    }

    fn found_by(&self, case: &Case, read: impl Fn(Option<&PartRef>) -> Result<Option<String>>) -> Result<FoundBy> {
        let texts = Texts {
            matter_name: &case.matter_name,
            confidential: case.reporter.confidential,
            failure_reason: read(case.failure_reason.as_ref())?,
            problem: read(case.problem.as_ref())?,
            organisation: data(read(case.reporter.organisation.as_ref())?)?,
            person: data(read(case.reporter.person.as_ref())?)?,
        };
        Ok(self.found_by_texts(case.id.as_str(), &texts))
    }

    /// Units see the matter only of a confidential case: by its reporter's name nobody finds it
    /// who doesn't know the whole.
    fn found_by_texts(&self, id: &str, texts: &Texts<'_>) -> FoundBy {
        let organisation = texts.organisation.as_ref();
        let public = organisation.filter(|_| !texts.confidential).map(|o| o.name.as_str());
        let clear = [texts.failure_reason.as_deref(), texts.problem.as_deref(), public];
        let person = texts.person.clone().unwrap_or_default();
        let values = [
            (PersonalField::Name, person.name.as_deref().or(organisation.map(|o| o.name.as_str()))),
            (PersonalField::ContactPerson, person.contact_person.as_deref()),
            (PersonalField::Phone, person.phone.as_deref()),
            (PersonalField::IdNumber, person.id_number.as_deref()),
            (
                PersonalField::CreditCode,
                person.credit_code.as_deref().or(organisation.and_then(|o| o.credit_code.as_deref())),
            ),
            (PersonalField::Agent, person.agent_name.as_deref()),
            (PersonalField::Agent, person.agent_phone.as_deref()),
        ];
        let mut keys: BTreeSet<Key> =
            values.into_iter().filter_map(|(field, value)| Some(self.blind_key(field, value?))).collect();
        keys.extend(sketch_keys(texts.problem.as_deref().unwrap_or_default()));
        let terms = terms(std::iter::once(texts.matter_name).chain(clear.into_iter().flatten()));
        FoundBy { case_id: id.to_owned(), terms, keys }
    }

    /// The key under which cases with this value in this field are found.
    pub(crate) fn blind_key(&self, field: PersonalField, value: &str) -> Key {
        let kind = field.as_str();
        Key { kind, digest: self.keys.blind(kind, &whole(value)) }
    }

    /// Makes the derived tables again: what cases are found by, and the counters.
    ///
    /// # Errors
    /// Where the database fails, or a part can't be opened with these keys.
    pub fn rebuild(&self) -> Result<Rebuilt> {
        use crate::store::rebuild;
        let counters = rebuild::counters(&self.store)?;
        let cases = rebuild::found_by(&self.store, |case, rows| self.found_by_parts(case, rows))?;
        Ok(Rebuilt { cases, counters })
    }
}

/// What was made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rebuilt {
    /// Cases that can be found.
    pub cases: usize,
    /// Counters of numbers.
    pub counters: usize,
}

/// The keys of what reads like this problem.
pub(crate) fn sketch_keys(problem: &str) -> impl Iterator<Item = Key> {
    sketch(problem).into_iter().map(|digest| Key { kind: SKETCH, digest })
}

fn data<T: serde::de::DeserializeOwned>(json: Option<String>) -> Result<Option<T>> {
    json.map(|json| serde_json::from_str(&json).map_err(Error::internal)).transpose()
}
