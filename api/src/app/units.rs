//! Use cases on units.

use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::domain::ids::UnitId;
use crate::domain::log::{ActedBy, Draft};
use crate::domain::permission::{self, Entry};
use crate::domain::unit::{CloseUnit, NewUnit, Unit, UnitEvent};
use crate::error::{Code, Error, Result};
use crate::store::{AnyConn, Changes, Receipt, streams};

const LAST_RANK: i64 = 100_000;

impl App {
    /// Enters a unit.
    ///
    /// # Errors
    /// `role_may_not`, `already_exists`, or the field at fault.
    pub async fn create_unit(&self, principal: &Principal, new: NewUnit, once: &Once) -> Result<Receipt> {
        let actor = principal.actor.clone();
        self.decide_and_commit(principal, once, move |app, conn| {
            permission::enter(&actor, Entry::ManageUnits)?;
            app.enter_unit(conn, new.clone(), ActedBy::from(&actor))
        })
        .await
    }

    pub(crate) fn enter_unit(&self, conn: &mut AnyConn, new: NewUnit, by: ActedBy) -> Result<Changes> {
        let units = self.directory(conn)?;
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let id = new.id.clone();
        if id.as_str().is_empty() || id.as_str().len() > 40 || !id.as_str().chars().all(fits) {
            return Err(Error::field("id", "单位代码只能用1至40个小写字母、数字和 _"));
        }
        if !(0..=LAST_RANK).contains(&new.rank) {
            return Err(Error::field("rank", format!("应为0至{LAST_RANK}")));
        }
        if units.get(&id).is_some() {
            return Err(Error::new(Code::AlreadyExists, format!("单位代码“{id}”已经存在")));
        }
        if new.parent.as_ref().is_some_and(|parent| units.open(parent).is_none()) {
            return Err(Error::field("parent", "没有这个单位，或该单位已撤销"));
        }
        if let Some(sector) = new.leads
            && let Some(lead) = units.lead(sector)
        {
            let detail = format!("“{}”领域已由“{}”牵头", sector.label(), units.name(lead));
            return Err(Error::field("leads", detail));
        }
        if let Some(sector) = new.coordinates
            && units.iter().any(|unit| unit.coordinates == Some(sector) && !unit.closed)
        {
            return Err(Error::field("coordinates", format!("“{}”领域已有协调单位", sector.label())));
        }
        let drafts = vec![Draft::new(UnitEvent::UnitCreated(new))];
        Ok(Changes::new().write(self.begin::<Unit>(id.as_str(), drafts, by, self.clock.now(), None)))
    }

    /// Closes a unit.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`, `version_conflict`, or why it can't be closed.
    pub async fn close_unit(
        &self,
        principal: &Principal,
        id: &UnitId,
        command: CloseUnit,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt> {
        let (actor, id) = (principal.actor.clone(), id.clone());
        self.decide_and_commit(principal, once, move |app, conn| {
            permission::enter(&actor, Entry::ManageUnits)?;
            let loaded = streams::load::<Unit>(conn, id.as_str())?.ok_or_else(|| Error::not_found("单位"))?;
            check_version(version, true, loaded.version)?;
            let drafts = command.clone().decide(&loaded.state)?;
            let now = app.clock.now();
            Ok(Changes::new().write(app.go_on(id.as_str(), loaded, drafts, ActedBy::from(&actor), now)))
        })
        .await
    }

    /// All units.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn list_units(&self, principal: &Principal) -> Result<std::sync::Arc<crate::domain::unit::Directory>> {
        permission::enter(&principal.actor, Entry::ReadUnits)?;
        let app = self.clone();
        self.store.read(move |conn| app.directory(conn)).await
    }
}
