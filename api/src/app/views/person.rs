//! Cases of one person or organisation, found by a whole value and by nothing less.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::CaseSummary;
use crate::app::App;
use crate::auth::Principal;
use crate::domain::case::Case;
use crate::domain::identity::{CreditCode, IdNumber, Phone};
use crate::domain::permission::{self, Entry};
use crate::domain::text::Line;
use crate::domain::words::PersonalField;
use crate::error::{Error, Result};
use crate::store::streams;
use crate::store::{Ts, cases, search};

/// How many cases with the value are looked at, the newest.
const LOOKED_AT: i64 = 200;

/// Whose cases are wanted: exactly one of these.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PersonQuery {
    /// The telephone, of reporter or agent.
    pub phone: Option<Phone>,
    /// The ID number.
    pub id_number: Option<IdNumber>,
    /// The whole name, of reporter, contact person or agent.
    pub name: Option<Line<1, 100>>,
    /// 统一社会信用代码.
    pub credit_code: Option<CreditCode>,
}

impl PersonQuery {
    /// The value, and the fields in which it may stand.
    fn value(&self) -> Result<(&str, &'static [PersonalField])> {
        use PersonalField::{Agent, ContactPerson, CreditCode as Code, IdNumber as Id, Name, Phone as Tel};
        let given = [
            self.phone.as_ref().map(|phone| (phone.as_str(), &[Tel, Agent][..])),
            self.id_number.as_ref().map(|id| (id.as_str(), &[Id][..])),
            self.name.as_ref().map(|name| (name.as_str(), &[Name, ContactPerson, Agent][..])),
            self.credit_code.as_ref().map(|code| (code.as_str(), &[Code][..])),
        ];
        let mut given = given.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(one), None) => Ok(one),
            _ => Err(Error::field("phone", "请在电话、身份证号、姓名、统一社会信用代码中填写一项，且只填一项")),
        }
    }
}

impl App {
    /// The cases with this very telephone, ID number, name or code, as far as the asker may see
    /// that value in the clear; the newest first.
    ///
    /// # Errors
    /// `role_may_not`, or that not exactly one value is given.
    pub async fn search_person(&self, principal: &Principal, query: PersonQuery) -> Result<Vec<CaseSummary>> {
        permission::enter(&principal.actor, Entry::RevealPersonal)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let known = app.surroundings(conn)?;
                let (value, fields) = query.value()?;
                let keys: Vec<search::Key> = fields.iter().map(|field| app.blind_key(*field, value)).collect();
                let mut rows = cases::keyed(conn, &app.scope(&actor, &known.units), &keys, LOOKED_AT)?;
                let mut fields_of: HashMap<String, Vec<PersonalField>> = HashMap::new();
                for (field, key) in fields.iter().zip(&keys) {
                    for id in search::among(conn, key, rows.iter().map(|row| row.id.as_str()))? {
                        fields_of.entry(id).or_default().push(*field);
                    }
                }
                let loaded = streams::load_many::<Case>(conn, rows.iter().map(|row| row.id.as_str()))?;
                let may = |case: &Case| {
                    let fields = fields_of.get(case.id.as_str()).into_iter().flatten();
                    fields.into_iter().any(|field| permission::may_find_by(&actor, case, *field, known.world()))
                };
                let found: Vec<&str> =
                    loaded.iter().map(|l| &l.state).filter(|c| may(c)).map(|c| c.id.as_str()).collect();
                rows.retain(|row| found.contains(&row.id.as_str()));
                app.case_summaries(conn, &rows, &actor, &known.units, Ts::from(app.clock.now()))
            })
            .await
    }
}
