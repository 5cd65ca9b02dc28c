//! Use cases on the district's settings.

use super::cases::guard_units;
use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::domain::log::ActedBy;
use crate::domain::permission::{self, Entry};
use crate::domain::settings::{ChangeSettings, DISTRICT, Settings};
use crate::error::Result;
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, Receipt};

/// The settings as they were changed last, if ever. One small row: keeping it in memory would ask
/// the database as often whether it is still the same.
pub(super) fn in_force(conn: &mut AnyConn) -> Result<Option<Loaded<Settings>>> {
    streams::load::<Settings>(conn, DISTRICT)
}

impl App {
    /// The settings in force, with their version: 0 as long as none was changed.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn get_settings(&self, principal: &Principal) -> Result<(Settings, i64)> {
        permission::enter(&principal.actor, Entry::ReadSettings)?;
        let found = self.store.read(in_force).await?;
        Ok(found.map(|l| (l.state, l.version)).unwrap_or_default())
    }

    /// The settings in force, for what is told of them to all.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn settings_in_force(&self) -> Result<Settings> {
        Ok(self.store.read(in_force).await?.map(|l| l.state).unwrap_or_default())
    }

    /// Changes settings.
    ///
    /// # Errors
    /// `role_may_not`, `version_conflict`, or the setting at fault.
    pub async fn change_settings(
        &self,
        principal: &Principal,
        command: ChangeSettings,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt> {
        let actor = principal.actor.clone();
        self.decide_and_commit(principal, once, move |app, conn| {
            permission::enter(&actor, Entry::ManageSettings)?;
            let found = in_force(conn)?;
            check_version(version, true, found.as_ref().map_or(0, |l| l.version))?;
            let present = found.as_ref().map(|l| l.state.clone()).unwrap_or_default();
            let units = app.directory(conn)?;
            let drafts = vec![command.clone().decide(&present, &units)?];
            let (by, now) = (ActedBy::from(&actor), app.clock.now());
            let changes = Changes::new().write(match found {
                Some(found) => app.go_on(DISTRICT, found, drafts, by, now),
                None => app.begin::<Settings>(DISTRICT, drafts, by, now, None),
            });
            Ok(guard_units(changes, &units, command.values.units().map(|(_, unit)| unit)))
        })
        .await
    }
}
