//! Use cases on units.

use super::cases::guard_units;
use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::domain::ids::UnitId;
use crate::domain::log::ActedBy;
use crate::domain::permission::{self, Entry};
use crate::domain::unit::{NewUnit, Unit, UnitCommand, UnitFacts};
use crate::error::{Error, Result};
use crate::store::{AnyConn, Changes, Receipt, streams, units};

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
        let id = new.id.clone();
        let above: Vec<UnitId> = new.parent.iter().flat_map(|parent| units.line(parent)).cloned().collect();
        let drafts = vec![new.decide(&units)?];
        let changes = Changes::new().write(self.begin::<Unit>(id.as_str(), drafts, by, self.clock.now(), None));
        Ok(guard_units(changes, &units, &above))
    }

    /// Gives a command to a unit. What waits for one that has lost a duty goes over to the one that
    /// has it; what a crash leaves is passed on by the follower.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`, `version_conflict`, or why it can't be done.
    pub async fn command_unit<C>(
        &self,
        principal: &Principal,
        id: &UnitId,
        command: C,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt>
    where
        C: UnitCommand + Clone + Send + 'static,
    {
        let (actor, id) = (principal.actor.clone(), id.clone());
        let decide = move |app: &Self, conn: &mut AnyConn| {
            permission::enter(&actor, Entry::ManageUnits)?;
            let units = app.directory(conn)?;
            let loaded = streams::load::<Unit>(conn, id.as_str())?.ok_or_else(|| Error::not_found("单位"))?;
            check_version(version, true, loaded.version)?;
            let burden = units::burden(conn, id.as_str())?;
            let decided = command.clone().decide(UnitFacts { unit: &loaded.state, units: &units, burden })?;
            let mut changes = Changes::new();
            for (unit, draft) in decided {
                let loaded = streams::load::<Unit>(conn, unit.as_str())?.ok_or_else(|| Error::not_found("单位"))?;
                let by = ActedBy::from(&actor);
                changes = changes.write(app.go_on(unit.as_str(), loaded, vec![draft], by, app.clock.now()));
            }
            if C::NEEDS_NO_BURDEN {
                changes = changes.unburdened(id.as_str());
            }
            // The others decide whether this one may belong to one of them, or have a duty.
            Ok(guard_units(changes, &units, units.iter().map(|unit| &unit.id).filter(|unit| **unit != id)))
        };
        let receipt = self.decide_and_commit(principal, once, decide).await?;
        if C::MOVES_DUTIES
            && let Err(error) = self.pass_duties_on().await
        {
            log::warn!("what waits for units without the duty is left for the follower to pass on: {error}");
        }
        Ok(receipt)
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
