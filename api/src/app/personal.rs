//! Personal data in the clear: an act of its own, and an event.

use super::cases::load_visible;
use super::changes::part_context;
use super::{App, Once};
use crate::auth::Principal;
use crate::domain::case::{Case, CaseEvent, OrganisationData, PersonalData};
use crate::domain::ids::CaseId;
use crate::domain::log::{ActedBy, Draft, PartRef};
use crate::domain::permission::{self, Entry};
use crate::domain::words::PersonalField;
use crate::error::{Error, Result};
use crate::store::parts::{self, PartRow};
use crate::store::{AnyConn, stream_name};

/// A part that has been read: its content, or that it was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// What it says.
    Is(String),
    /// It was erased.
    Erased,
}

impl App {
    /// What a part says.
    pub(crate) fn open_part(&self, row: &PartRow) -> Result<Content> {
        if let Some(text) = &row.content {
            return Ok(Content::Is(text.clone()));
        }
        match (&row.sealed, &row.key_name) {
            (Some(bytes), Some(key)) => {
                let context = part_context(&row.stream, row.seq, &row.name);
                let opened = self.keys.unseal(&context, key, bytes).map_err(Error::internal)?;
                Ok(Content::Is(opened.content))
            }
            _ => Ok(Content::Erased),
        }
    }

    /// Shows one personal field in the clear, and records that it was shown. The event is in the
    /// log before the value leaves.
    ///
    /// # Errors
    /// `role_may_not`, `not_yours`, `not_found`.
    pub async fn reveal(
        &self,
        principal: &Principal,
        id: &CaseId,
        field: PersonalField,
        once: &Once,
    ) -> Result<Option<String>> {
        permission::enter(&principal.actor, Entry::RevealPersonal)?;
        let (asker, case_id) = (principal.actor.clone(), id.clone());
        let actor = asker.clone();
        self.decide_and_commit(principal, once, move |app, conn| {
            let known = app.surroundings(conn)?;
            let loaded = load_visible(conn, &app.scope(&actor, &known.units), &case_id)?;
            permission::check_reveal(&actor, &loaded.state, field, known.world())?;
            let now = app.now_after(loaded.state.last_at);
            let shown = vec![Draft::new(CaseEvent::Revealed { field })];
            app.change_case(conn, loaded, shown, &ActedBy::from(&actor), &known.units, now)
        })
        .await?;
        let (app, id) = (self.clone(), id.clone());
        self.store
            .read(move |conn| {
                // A repeated request is shown no more than what the asker may see by now.
                let known = app.surroundings(conn)?;
                let case = load_visible(conn, &app.scope(&asker, &known.units), &id)?.state;
                permission::check_reveal(&asker, &case, field, known.world())?;
                app.personal_value(conn, &case, field)
            })
            .await
    }

    fn personal_value(&self, conn: &mut AnyConn, case: &Case, field: PersonalField) -> Result<Option<String>> {
        let rows = parts::of_stream(conn, &stream_name::<Case>(case.id.as_str()))?;
        let reporter = &case.reporter;
        if field == PersonalField::Account {
            return self.text_of(&rows, reporter.account.as_ref());
        }
        let person = self.person(&rows, reporter.person.as_ref())?.unwrap_or_default();
        let organisation = self.organisation(&rows, reporter.organisation.as_ref())?;
        let agent = match (person.agent_name, person.agent_phone) {
            (Some(name), Some(phone)) => Some(format!("{name} {phone}")),
            (name, phone) => name.or(phone),
        };
        Ok(match field {
            PersonalField::Name => person.name.or_else(|| organisation.map(|o| o.name)),
            PersonalField::ContactPerson => person.contact_person,
            PersonalField::Phone => person.phone,
            PersonalField::IdNumber => person.id_number,
            PersonalField::CreditCode => person.credit_code.or_else(|| organisation.and_then(|o| o.credit_code)),
            PersonalField::Agent => agent,
            PersonalField::Account => None,
        })
    }

    /// The text of a part, unless it was erased.
    pub(crate) fn text_of(&self, rows: &[PartRow], at: Option<&PartRef>) -> Result<Option<String>> {
        let row = at.and_then(|at| rows.iter().find(|row| row.seq == at.seq && row.name == at.name));
        match row.map(|row| self.open_part(row)).transpose()? {
            Some(Content::Is(text)) => Ok(Some(text)),
            Some(Content::Erased) | None => Ok(None),
        }
    }

    pub(crate) fn person(&self, rows: &[PartRow], at: Option<&PartRef>) -> Result<Option<PersonalData>> {
        self.text_of(rows, at)?.map(|json| serde_json::from_str(&json).map_err(Error::internal)).transpose()
    }

    pub(crate) fn organisation(&self, rows: &[PartRow], at: Option<&PartRef>) -> Result<Option<OrganisationData>> {
        self.text_of(rows, at)?.map(|json| serde_json::from_str(&json).map_err(Error::internal)).transpose()
    }
}
