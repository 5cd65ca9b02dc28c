//! People and machine clients, and the roles they hold in units.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::{UnitId, UserId};
use super::log::{Actor, Aggregate, BrokenFold, Recorded};
use super::text::Line;
use super::words::Role;
use crate::error::{Code, Error, Result};

/// A person's role in a unit; one person may hold several and acts in one at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// The role.
    pub role: Role,
    /// The unit it is held in.
    pub unit: UnitId,
}

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
}

/// What happens to a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum UserEvent {
    /// The user was entered.
    UserCreated(UserCreated),
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

/// A new user as an administrator enters it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The name to sign in with: lower-case letters, digits, `.`, `_`, `-`.
    #[schema(value_type = String, pattern = "^[a-z0-9._-]{2,60}$")]
    pub username: Line<2, 60>,
    /// The person's name.
    pub name: Line<1, 50>,
    /// The first password.
    #[schema(value_type = String, min_length = 12, max_length = 128, format = Password)]
    pub password: String,
    /// The office telephone.
    #[serde(default)]
    pub phone: Option<Line<3, 30>>,
    /// The unit the person comes from, where it isn't that of the role.
    #[serde(default)]
    pub home_unit: Option<UnitId>,
    /// The roles held.
    #[schema(min_items = 1, max_items = 20)]
    pub posts: Vec<Post>,
}

/// Whether a name to sign in with may read so, by its characters and their number.
pub fn is_username(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'_' | b'-');
    (2..=60).contains(&name.len()) && name.bytes().all(fits)
}

impl NewUser {
    /// Checks what the types don't.
    ///
    /// # Errors
    /// `invalid_value` naming the field.
    pub fn check(&self) -> Result<()> {
        if !is_username(&self.username) {
            return Err(Error::field("username", "只能用小写字母、数字和 . _ -"));
        }
        if !(12..=128).contains(&self.password.chars().count()) {
            return Err(Error::field("password", "密码应为12至128个字符"));
        }
        if self.posts.is_empty() || self.posts.len() > 20 {
            return Err(Error::field("posts", "应有1至20个岗位"));
        }
        Ok(())
    }

    /// The event of entering this user.
    pub fn created(&self) -> UserEvent {
        UserEvent::UserCreated(UserCreated {
            username: self.username.to_string(),
            name: self.name.to_string(),
            phone: self.phone.as_ref().map(|p| p.as_str().to_owned()),
            home_unit: self.home_unit.clone(),
            posts: self.posts.clone(),
        })
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
        let UserEvent::UserCreated(new) = first.event.clone();
        Ok(Self {
            id: UserId::new(id),
            username: new.username,
            name: new.name,
            phone: new.phone,
            home_unit: new.home_unit,
            posts: new.posts,
            disabled: false,
        })
    }

    fn apply(&mut self, next: Recorded<'_, UserEvent>) -> Result<(), BrokenFold> {
        match next.event {
            UserEvent::UserCreated(_) => Err(BrokenFold("user created twice".to_owned())),
        }
    }

    fn collides(_event: &UserEvent) -> bool {
        true
    }

    fn state_word(&self) -> &'static str {
        if self.disabled { "disabled" } else { "active" }
    }
}
