//! What matters there were before: to register the same again quickly, and to find who can solve it.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::App;
use super::cases::load_visible;
use super::views::{At, UnitName};
use crate::auth::Principal;
use crate::domain::ids::{CaseId, UnitId};
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::search::{Sought, sought};
use crate::error::{Error, Result};
use crate::store::{cases, search};

/// How many cases are looked back upon.
const LOOK_BACK: i64 = 500;
/// How many are named.
const MOST: usize = 30;

/// What matters are looked for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct MatterQuery {
    /// Words of the matter; without any, all.
    #[param(min_length = 1, max_length = 100)]
    pub q: Option<String>,
}

/// A matter that people came with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Matter {
    /// 事项名称.
    pub name: String,
    /// In how many of the latest cases.
    pub cases: usize,
}

/// A unit that solved the same matter before.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Suggestion {
    /// The unit.
    pub unit: UnitName,
    /// How many of the latest cases of this matter it solved as main unit.
    pub solved: usize,
    /// The number of the latest of them.
    pub latest: Number,
    /// When that was closed.
    pub closed_at: At,
}

impl App {
    /// The matters of the latest cases that the asker may see, the most frequent first.
    ///
    /// # Errors
    /// `role_may_not`; `invalid_value` naming `q`.
    pub async fn matters(&self, principal: &Principal, query: MatterQuery) -> Result<Vec<Matter>> {
        permission::enter(&principal.actor, Entry::RegisterCase)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let text = match query.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
                    None => None,
                    Some(q) if q.chars().count() > 100 => return Err(Error::field("q", "最多100个字")),
                    Some(q) => match sought(q) {
                        Some(Sought::Terms(terms)) => Some(search::matches(conn, &terms)?),
                        _ => return Ok(Vec::new()),
                    },
                };
                let names = cases::latest_matters(conn, &app.scope(&actor, &units), text, LOOK_BACK)?;
                Ok(most_frequent(names))
            })
            .await
    }

    /// The units that solved the same matter as this case's, the most experienced first. They tell a
    /// number, nothing of the other cases besides.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn suggestions(&self, principal: &Principal, id: &CaseId) -> Result<Vec<Suggestion>> {
        permission::enter(&principal.actor, Entry::ReadPrecedents)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let case = load_visible(conn, &app.scope(&actor, &units), &id)?.state;
                let Some(Sought::Terms(terms)) = sought(&case.matter_name) else { return Ok(Vec::new()) };
                let text = search::matches(conn, &terms)?;
                let mut found: Vec<Suggestion> = Vec::new();
                for solved in cases::solved_alike(conn, &case.matter_name, text, LOOK_BACK)? {
                    let unit = UnitId::new(solved.unit);
                    if units.open(&unit).is_none() {
                        continue;
                    }
                    match found.iter_mut().find(|suggestion| suggestion.unit.id == unit) {
                        Some(suggestion) => suggestion.solved += 1,
                        None => found.push(Suggestion {
                            unit: UnitName::of(&unit, &units),
                            solved: 1,
                            latest: Number { year: solved.number.0, serial: solved.number.1 },
                            closed_at: At(solved.closed_at.0),
                        }),
                    }
                }
                found.sort_by_key(|suggestion| Reverse(suggestion.solved));
                Ok(found)
            })
            .await
    }
}

/// The most frequent of these names, given the latest first; of equally frequent ones the latest first.
fn most_frequent(names: Vec<String>) -> Vec<Matter> {
    let mut matters: Vec<Matter> = Vec::new();
    for name in names {
        match matters.iter_mut().find(|matter| matter.name == name) {
            Some(matter) => matter.cases += 1,
            None => matters.push(Matter { name, cases: 1 }),
        }
    }
    matters.sort_by_key(|matter| Reverse(matter.cases));
    matters.truncate(MOST);
    matters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_matters_come_first_and_then_the_latest() {
        let names = ["甲", "乙", "丙", "乙", "甲", "乙"].map(str::to_owned).to_vec();
        let found: Vec<(String, usize)> = most_frequent(names).into_iter().map(|m| (m.name, m.cases)).collect();
        assert_eq!(found, [("乙".to_owned(), 3), ("甲".to_owned(), 2), ("丙".to_owned(), 1)]);
    }
}
