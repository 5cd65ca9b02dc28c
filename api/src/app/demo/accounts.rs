//! The demo's people: one or more for each role, all with the same password.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::UNITS;
use crate::app::setup::line;
use crate::auth::Principal;
use crate::domain::log::Actor;
use crate::domain::unit::NewUnit;
use crate::domain::user::{NewUser, Post, User};
use crate::domain::words::Role;
use crate::error::{Error, Result};
use crate::store::{Guard, stream_name};

/// The password of every demo account.
pub const PASSWORD: &str = "bancheng-2021";

/// An account to try the system with.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Account {
    /// The role.
    pub role: Role,
    /// Its Chinese label.
    pub role_label: &'static str,
    /// The unit's code.
    pub unit: String,
    /// The unit's short name.
    pub unit_name: String,
    /// The person's name.
    pub name: String,
    /// The name to sign in with.
    pub username: String,
    /// The password.
    pub password: &'static str,
}

/// A person of the demo.
pub(super) struct Person {
    pub username: String,
    pub name: String,
    pub posts: Vec<(Role, String)>,
    pub home_unit: Option<&'static str>,
    /// Whether it stands for its role on the sign-in page.
    pub shown: bool,
}

impl Person {
    fn new(username: &str, name: &str, role: Role, unit: &str) -> Self {
        Self {
            username: username.to_owned(),
            name: name.to_owned(),
            posts: vec![(role, unit.to_owned())],
            home_unit: None,
            shown: true,
        }
    }

    fn from(self, home_unit: &'static str) -> Self {
        Self { home_unit: Some(home_unit), ..self }
    }

    fn also(mut self, role: Role, unit: &str) -> Self {
        self.posts.push((role, unit.to_owned()));
        self
    }

    pub(super) fn new_user(&self) -> Result<NewUser> {
        Ok(NewUser {
            username: line(&self.username)?,
            name: line(&self.name)?,
            password: PASSWORD.to_owned(),
            phone: Some(line("010-60000001")?),
            home_unit: self.home_unit.map(Into::into),
            posts: self.posts.iter().map(|(role, unit)| Post { role: *role, unit: unit.as_str().into() }).collect(),
        })
    }
}

/// All of them. Every unit that takes part in a case has a handler, every hall an intake.
pub(super) fn people() -> Vec<Person> {
    let mut people = vec![
        Person::new("intake", "甄受理", Role::Intake, "dt_qzwfw"),
        Person::new("lead.zw", "贾派发", Role::Lead, "qzwfwj").also(Role::Intake, "qzwfwj"),
        Person::new("lead.zw2", "欧阳核查", Role::Lead, "qzwfwj"),
        Person::new("lead.ss", "甄牵头", Role::Lead, "qfgw"),
        Person::new("lead.ss2", "司马核", Role::Lead, "qfgw"),
        Person::new("butler", "甄管家", Role::Butler, "zjfwgj"),
        Person::new("resident", "贾驻企", Role::ResidentButler, "zjfwgj"),
        Person::new("chief", "甄总管", Role::ChiefButler, "zgj"),
        Person::new("head.qzjw", "贾主任", Role::UnitHead, "qzjw"),
        Person::new("office", "甄营商", Role::Office, "qysb").from("qfgw"),
        Person { shown: false, ..Person::new("office2", "欧阳营商", Role::Office, "qysb").from("qysb") },
        Person::new("supervisor", "贾督查", Role::Supervisor, "ldxzb").from("qzwfwj"),
        Person::new("leader", "甄组长", Role::Leader, "ldxz"),
        Person::new("auditor", "贾审计", Role::Auditor, "ldxzb"),
        Person::new("admin", "甄系统", Role::Admin, "ldxzb"),
        Person::new("online-hall", "网上办事大厅", Role::Integration, "qzwfwj"),
    ];
    for (unit, shown) in handling_units() {
        let person = Person::new(&format!("handler.{unit}"), "甄经办", Role::Handler, &unit);
        people.push(Person { shown, ..person });
    }
    for hall in halls() {
        let person = Person::new(&format!("intake.{hall}"), "贾窗口", Role::Intake, &hall);
        people.push(Person { shown: false, ..person });
    }
    people
}

/// Every unit that may be a main or co unit, with whether its handler is shown: the two busiest.
fn handling_units() -> Vec<(String, bool)> {
    let takes_work = |unit: &NewUnit| unit.rank >= 10 && unit.rank < 1000;
    UNITS
        .iter()
        .filter(|unit| takes_work(unit))
        .map(|unit| (unit.id.to_string(), matches!(unit.id.as_str(), "qzjw" | "qrlsbj")))
        .collect()
}

/// The halls that have not got a person of their own yet.
fn halls() -> Vec<String> {
    UNITS.iter().map(|unit| unit.id.to_string()).filter(|id| id.starts_with("dt_") && id != "dt_qzwfw").collect()
}

/// The accounts that stand for their roles.
pub fn accounts() -> Vec<Account> {
    let name = |id: &str| UNITS.iter().find(|u| u.id.as_str() == id).map_or(id, |u| u.name.as_str()).to_owned();
    people()
        .into_iter()
        .filter(|person| person.shown)
        .filter_map(|person| {
            let (role, unit) = person.posts.first().cloned()?;
            Some(Account {
                role,
                role_label: role.label(),
                unit_name: name(&unit),
                unit,
                name: person.name,
                username: person.username,
                password: PASSWORD,
            })
        })
        .collect()
}

/// The demo's people, ready to act.
pub struct People {
    /// Identifier and home unit, by name to sign in with.
    entered: BTreeMap<String, (String, Option<&'static str>)>,
}

impl People {
    pub(super) fn new(entered: BTreeMap<String, (String, Option<&'static str>)>) -> Self {
        Self { entered }
    }

    /// The person with this name to sign in with, acting in this post.
    ///
    /// # Errors
    /// Where there is no such person.
    pub fn act(&self, username: &str, role: Role, unit: &str) -> Result<Principal> {
        let (id, home_unit) =
            self.entered.get(username).ok_or_else(|| Error::internal(format!("the demo has no {username}")))?;
        let home_unit = home_unit.map(Into::into);
        let actor = Actor { user: id.as_str().into(), role, unit: unit.into(), home_unit };
        let guard = Guard { stream: stream_name::<User>(id), seq: 1 };
        let expires_at = DateTime::<Utc>::MAX_UTC;
        Ok(Principal { actor, guard, session: "demo".to_owned(), expires_at, must_change_password: false })
    }

    /// Everybody in each of their posts.
    ///
    /// # Errors
    /// Where somebody was not entered.
    pub(super) fn everybody(&self) -> Result<Vec<Actor>> {
        let posts = |person: Person| person.posts.into_iter().map(move |post| (person.username.clone(), post));
        let act = |(name, (role, unit)): (String, (Role, String))| Ok(self.act(&name, role, &unit)?.actor);
        people().into_iter().flat_map(posts).map(act).collect()
    }

    pub(super) fn handler(&self, unit: &str) -> Result<Principal> {
        self.act(&format!("handler.{unit}"), Role::Handler, unit)
    }

    /// Who verifies, as the rules have found: a person of that unit.
    pub(super) fn verifier(&self, unit: &str) -> Result<Principal> {
        match unit {
            "qzwfwj" => self.act("lead.zw2", Role::Lead, unit),
            "qfgw" => self.act("lead.ss2", Role::Lead, unit),
            _ => self.act("office", Role::Office, "qysb"),
        }
    }
}

/// The hall at which a case came in.
pub(super) fn hall_of(place: &str) -> Option<String> {
    UNITS.iter().find(|u| u.name.as_str() == place).map(|u| u.id.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::cases;
    use super::*;

    #[test]
    fn every_role_has_an_account_that_is_shown() {
        let shown: Vec<Role> = accounts().iter().map(|a| a.role).collect();
        for role in Role::ALL {
            assert!(shown.contains(role), "{role:?}");
        }
    }

    #[test]
    fn every_unit_of_a_case_has_a_handler() {
        let names: Vec<String> = people().into_iter().map(|p| p.username).collect();
        for case in cases().unwrap() {
            for unit in case.co_units.iter().chain([&case.responsible_unit]) {
                assert!(names.contains(&format!("handler.{unit}")), "{unit}");
            }
        }
    }
}
