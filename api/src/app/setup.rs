//! Setting a database up: the first administrator of an empty one.

use super::App;
use super::users::{admin_post, hash_off_thread};
use crate::domain::log::ActedBy;
use crate::domain::text::Line;
use crate::domain::unit::NewUnit;
use crate::domain::user::NewUser;
use crate::domain::words::UnitKind;
use crate::error::{Code, Error, Result};
use crate::store::{Changes, CommitError, Receipt, users};

/// The unit that the first administrator belongs to.
const FIRST_UNIT: &str = "ldxzb";

impl App {
    /// Makes the first administrator of an empty database, in 领导小组办公室.
    ///
    /// # Errors
    /// `already_exists` where there is any user; the field at fault.
    pub async fn create_first_admin(&self, username: &str, name: &str, password: &str) -> Result<Receipt> {
        if self.store.read(users::any).await? {
            return Err(Error::new(Code::AlreadyExists, "已有用户，不能再次初始化"));
        }
        self.ensure_unit(NewUnit {
            id: FIRST_UNIT.into(),
            name: line("领导小组办公室")?,
            full_name: line("东城区优化营商环境解决企业群众“办不成事”问题工作领导小组办公室")?,
            kind: UnitKind::LeadingGroupOffice,
            parent: None,
            leads: None,
            coordinates: None,
            rank: 1,
        })
        .await?;
        let admin = NewUser {
            username: Line::new(username).map_err(|e| Error::field("username", e.message))?,
            name: Line::new(name).map_err(|e| Error::field("name", e.message))?,
            password: password.to_owned(),
            phone: None,
            home_unit: None,
            posts: vec![admin_post(FIRST_UNIT)],
        };
        self.set_up_user(admin).await
    }

    /// Enters a unit for the system, unless it is there.
    pub(crate) async fn ensure_unit(&self, unit: NewUnit) -> Result<()> {
        let app = self.clone();
        let changes = self.store.read(move |conn| app.enter_unit(conn, unit, ActedBy::system())).await;
        match changes {
            Ok(changes) => self.set_up(changes).await.map(|_| ()),
            Err(error) if error.code == Code::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Enters a user for the system.
    pub(crate) async fn set_up_user(&self, new: NewUser) -> Result<Receipt> {
        new.check()?;
        let phc = hash_off_thread(new.password.clone()).await?;
        self.set_up_user_with(new, phc).await
    }

    /// Enters a user for the system, whose password is hashed already.
    pub(crate) async fn set_up_user_with(&self, new: NewUser, phc: String) -> Result<Receipt> {
        let app = self.clone();
        let changes = self.store.read(move |conn| app.enter_user(conn, &new, phc, ActedBy::system())).await?;
        self.set_up(changes).await
    }

    async fn set_up(&self, changes: Changes) -> Result<Receipt> {
        self.commit(changes).await.map_err(|error| match error {
            CommitError::Failed(error) => error,
            CommitError::Moved | CommitError::KeyUsed => Error::busy("the database is being set up by another process"),
        })
    }
}

pub(crate) fn line<const MIN: usize, const MAX: usize>(text: &str) -> Result<Line<MIN, MAX>> {
    Line::new(text).map_err(Error::internal)
}
