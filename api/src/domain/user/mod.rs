//! People and machine clients, and the roles they hold in units.

mod command;
mod post;

use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::ids::{UnitId, UserId};
use super::log::{Actor, Aggregate, BrokenFold, Recorded};
use crate::error::{Code, Error, Result};

pub use command::{
    ChangePassword, ChangeUser, DisableUser, EnableUser, GivePost, NewUser, ResetPassword, TakePost, UserCommand,
    check_password, is_username,
};
pub use post::Post;

/// A person who signs in, or a machine client. Officials act under their own names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The identifier.
    pub id: UserId,
    /// The name to sign in with.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// The office telephone, which the form prints as 联系电话.
    pub phone: Option<String>,
    /// The unit the person comes from, where it isn't that of the role.
    pub home_unit: Option<UnitId>,
    /// The roles held.
    pub posts: Vec<Post>,
    /// Whether the person may no longer sign in.
    pub disabled: bool,
    /// Whether somebody else chose the password, so that nothing may be done before it is changed.
    pub must_change_password: bool,
}

/// What happens to a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum UserEvent {
    /// The user was entered.
    UserCreated(UserCreated),
    /// Name, telephone and home unit are these from now on.
    UserChanged(UserChanged),
    /// A role is held from now on.
    PostGiven(Post),
    /// A role is held no more. Parts: reason.
    PostTaken(Post),
    /// The person may no longer sign in. Parts: reason.
    UserDisabled {},
    /// The person may sign in again. Parts: reason.
    UserEnabled {},
    /// An administrator chose another password. Parts: reason.
    PasswordReset {},
    /// The person chose another password.
    PasswordChanged {},
}

/// A new user, without the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserCreated {
    /// The name to sign in with.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// The office telephone.
    pub phone: Option<String>,
    /// The unit the person comes from.
    pub home_unit: Option<UnitId>,
    /// The roles held.
    pub posts: Vec<Post>,
}

/// What is known of a person beside the roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserChanged {
    /// The person's name.
    pub name: String,
    /// The office telephone.
    pub phone: Option<String>,
    /// The unit the person comes from.
    pub home_unit: Option<UnitId>,
}

impl UserEvent {
    /// Whether sessions begun before it end with it.
    pub fn ends_sessions(&self) -> bool {
        matches!(self, Self::UserDisabled {} | Self::PasswordReset {} | Self::PasswordChanged {})
    }
}

impl User {
    /// The person acting in one of the posts held.
    ///
    /// # Errors
    /// `role_may_not` where the post isn't held.
    pub fn acting_as(&self, post: &Post) -> Result<Actor> {
        if self.disabled || !self.posts.contains(post) {
            return Err(Error::new(Code::RoleMayNot, "您不再担任该岗位，请重新登录"));
        }
        Ok(Actor { user: self.id.clone(), role: post.role, unit: post.unit.clone(), home_unit: self.home_unit.clone() })
    }
}

impl Aggregate for User {
    type Event = UserEvent;
    const KIND: &'static str = "user";

    fn begin(id: &str, first: Recorded<'_, UserEvent>) -> Result<Self, BrokenFold> {
        let UserEvent::UserCreated(new) = first.event.clone() else {
            return Err(BrokenFold(format!("user {id} does not begin with being entered")));
        };
        Ok(Self {
            id: UserId::new(id),
            username: new.username,
            name: new.name,
            phone: new.phone,
            home_unit: new.home_unit,
            posts: new.posts,
            disabled: false,
            // What `init` and `demo` set up tells the password to its owner only.
            must_change_password: first.by.role.is_some(),
        })
    }

    fn apply(&mut self, next: Recorded<'_, UserEvent>) -> Result<(), BrokenFold> {
        match next.event {
            UserEvent::UserCreated(_) => return Err(BrokenFold("user created twice".to_owned())),
            UserEvent::UserChanged(UserChanged { name, phone, home_unit }) => {
                self.name.clone_from(name);
                self.phone.clone_from(phone);
                self.home_unit.clone_from(home_unit);
            }
            UserEvent::PostGiven(post) => self.posts.push(post.clone()),
            UserEvent::PostTaken(post) => self.posts.retain(|held| held != post),
            UserEvent::UserDisabled {} => self.disabled = true,
            UserEvent::UserEnabled {} => self.disabled = false,
            UserEvent::PasswordReset {} => self.must_change_password = true,
            UserEvent::PasswordChanged {} => self.must_change_password = false,
        }
        Ok(())
    }

    fn collides(event: &UserEvent) -> bool {
        !matches!(event, UserEvent::PasswordChanged {})
    }

    fn state_word(&self) -> &'static str {
        if self.disabled { "disabled" } else { "active" }
    }

    fn audience(&self) -> Audience {
        Audience { person: Some(self.id.clone()), ..Audience::readers() }
    }
}
