//! Use cases on users.

use super::{App, Once};
use crate::auth::Principal;
use crate::crypto::password::hash_password;
use crate::crypto::random::new_id;
use crate::domain::ids::{UnitId, UserId};
use crate::domain::log::{ActedBy, Draft};
use crate::domain::permission::{self, Entry};
use crate::domain::user::{NewUser, Post, User};
use crate::domain::words::Role;
use crate::error::{Code, Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, PasswordRow, Receipt, users};

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
        for (i, post) in new.posts.iter().enumerate() {
            if units.open(&post.unit).is_none() {
                return Err(Error::field(format!("posts[{i}].unit"), "没有这个单位，或该单位已撤销"));
            }
            if new.posts[..i].contains(post) {
                return Err(Error::field(format!("posts[{i}]"), "同一岗位不能重复"));
            }
        }
        if new.home_unit.as_ref().is_some_and(|unit| units.open(unit).is_none()) {
            return Err(Error::field("home_unit", "没有这个单位，或该单位已撤销"));
        }
        if users::by_username(conn, &new.username)?.is_some() {
            return Err(Error::new(Code::AlreadyExists, format!("用户名“{}”已经存在", new.username.as_str())));
        }
        let now = self.clock.now();
        let id = new_id(now);
        let write = self.begin::<User>(&id, vec![Draft::new(new.created())], by, now, None);
        let changes = Changes::new().write(write).password(PasswordRow { user_id: id, phc });
        Ok(super::cases::guard_units(changes, &units, new.posts.iter().map(|p| &p.unit)))
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
