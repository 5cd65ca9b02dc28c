//! Use cases on users.

use super::cases::guard_units;
use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::crypto::password::hash_password;
use crate::crypto::random::new_id;
use crate::domain::ids::{UnitId, UserId};
use crate::domain::log::{ActedBy, Draft};
use crate::domain::permission::{self, Entry};
use crate::domain::user::{ChangePassword, NewUser, Post, ResetPassword, User, UserCommand, UserEvent, check_password};
use crate::domain::words::Role;
use crate::error::{Code, Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, EndedSessions, PasswordRow, Receipt, users};

impl App {
    /// Enters a user with a first password.
    ///
    /// # Errors
    /// `role_may_not`, `already_exists`, or the field at fault.
    pub async fn create_user(&self, principal: &Principal, new: NewUser, once: &Once) -> Result<Receipt> {
        permission::enter(&principal.actor, Entry::ManageUsers)?;
        new.check()?;
        let phc = hash_off_thread(new.password.clone()).await?;
        let actor = principal.actor.clone();
        self.decide_and_commit(principal, once, move |app, conn| {
            app.enter_user(conn, &new, phc.clone(), ActedBy::from(&actor))
        })
        .await
    }

    pub(crate) fn enter_user(&self, conn: &mut AnyConn, new: &NewUser, phc: String, by: ActedBy) -> Result<Changes> {
        let units = self.directory(conn)?;
        let draft = new.decide(&units)?;
        if users::by_username(conn, &new.username)?.is_some() {
            return Err(Error::new(Code::AlreadyExists, format!("用户名“{}”已经存在", new.username.as_str())));
        }
        let now = self.clock.now();
        let id = new_id(now);
        let write = self.begin::<User>(&id, vec![draft], by, now, None);
        let changes = Changes::new().write(write).password(PasswordRow { user_id: id, phc });
        Ok(guard_units(changes, &units, new.posts.iter().map(|p| &p.unit).chain(&new.home_unit)))
    }

    /// Gives a command to a user.
    ///
    /// # Errors
    /// `role_may_not`, `own_account`, `not_found`, `version_conflict`, or why it can't be done.
    pub async fn command_user<C>(
        &self,
        principal: &Principal,
        id: &UserId,
        command: C,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt>
    where
        C: UserCommand + Clone + Send + 'static,
    {
        self.change_user(principal, id, command, None, version, once).await
    }

    /// Gives a user another first password.
    ///
    /// # Errors
    /// As [`App::command_user`]; a password that is too short.
    pub async fn reset_password(
        &self,
        principal: &Principal,
        id: &UserId,
        command: ResetPassword,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt> {
        permission::manage_other(&principal.actor, id)?;
        check_password("password", &command.password)?;
        let phc = hash_off_thread(command.password.clone()).await?;
        self.change_user(principal, id, command, Some(phc), version, once).await
    }

    async fn change_user<C>(
        &self,
        principal: &Principal,
        id: &UserId,
        command: C,
        phc: Option<String>,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt>
    where
        C: UserCommand + Clone + Send + 'static,
    {
        let (actor, id) = (principal.actor.clone(), id.clone());
        self.decide_and_commit(principal, once, move |app, conn| {
            let permit = if C::TO_ONESELF {
                permission::enter(&actor, Entry::ManageUsers)?
            } else {
                permission::manage_other(&actor, &id)?
            };
            let units = app.directory(conn)?;
            let loaded = streams::load::<User>(conn, id.as_str())?.ok_or_else(|| Error::not_found("用户"))?;
            check_version(version, true, loaded.version)?;
            let draft = command.clone().decide(&loaded.state, &permit, &units)?;
            let changes = app.change_access(loaded, draft, ActedBy::from(&actor), phc.clone(), None);
            Ok(guard_units(changes, &units, command.relies_on()))
        })
        .await
    }

    /// Changes one's own password; other sessions end.
    ///
    /// # Errors
    /// The field at fault: the old password is wrong, the new one too short or the same;
    /// `too_many_requests` after too many wrong ones.
    pub async fn change_password(&self, principal: &Principal, command: ChangePassword) -> Result<()> {
        check_password("new_password", &command.new_password)?;
        if command.new_password == command.old_password {
            return Err(Error::field("new_password", "新密码不能与原密码相同"));
        }
        if !self.sessions.knows_password(principal, command.old_password).await? {
            return Err(Error::field("old_password", "原密码不正确"));
        }
        let phc = hash_off_thread(command.new_password).await?;
        let (actor, session) = (principal.actor.clone(), principal.session.clone());
        self.decide_and_commit(principal, &Once::default(), move |app, conn| {
            let loaded = streams::load::<User>(conn, actor.user.as_str())?.ok_or_else(|| Error::not_found("用户"))?;
            let draft = Draft::new(UserEvent::PasswordChanged {});
            Ok(app.change_access(loaded, draft, ActedBy::from(&actor), Some(phc.clone()), Some(session.clone())))
        })
        .await
        .map(|_| ())
    }

    /// The changes that a user's event makes: the password that goes with it, and the sessions that
    /// end but for one.
    fn change_access(
        &self,
        loaded: Loaded<User>,
        draft: Draft<UserEvent>,
        by: ActedBy,
        phc: Option<String>,
        but: Option<String>,
    ) -> Changes {
        let (now, user_id) = (self.clock.now(), loaded.state.id.to_string());
        let ends_sessions = draft.event.ends_sessions();
        let mut changes = Changes::new().write(self.go_on(&user_id, loaded, vec![draft], by, now));
        if ends_sessions {
            changes = changes.end_sessions(EndedSessions { user_id: user_id.clone(), but, at: now });
        }
        match phc {
            Some(phc) => changes.password(PasswordRow { user_id, phc }),
            None => changes,
        }
    }

    /// A page of users, by name to sign in with.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn list_users(
        &self,
        principal: &Principal,
        unit: Option<UnitId>,
        after: Option<String>,
        limit: i64,
    ) -> Result<Vec<Loaded<User>>> {
        permission::enter(&principal.actor, Entry::ReadUsers)?;
        self.store.read(move |conn| users::page(conn, unit.as_ref().map(UnitId::as_str), after.as_deref(), limit)).await
    }

    /// The person behind a session.
    ///
    /// # Errors
    /// `not_found` where the user is gone.
    pub async fn user_of(&self, principal: &Principal) -> Result<User> {
        let id = principal.actor.user.to_string();
        let found = self.store.read(move |conn| streams::load::<User>(conn, &id)).await?;
        found.map(|l| l.state).ok_or_else(|| Error::not_found("用户"))
    }

    /// One user.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn get_user(&self, principal: &Principal, id: &UserId) -> Result<Loaded<User>> {
        permission::enter(&principal.actor, Entry::ReadUsers)?;
        let id = id.to_string();
        let found = self.store.read(move |conn| streams::load::<User>(conn, &id)).await?;
        found.ok_or_else(|| Error::not_found("用户"))
    }
}

/// Argon2 takes its time, away from the threads that answer.
pub(crate) async fn hash_off_thread(password: String) -> Result<String> {
    tokio::task::spawn_blocking(move || hash_password(&password)).await.map_err(Error::internal)?
}

/// The post of an administrator of the whole system.
pub(crate) fn admin_post(unit: &str) -> Post {
    Post { role: Role::Admin, unit: unit.into() }
}
