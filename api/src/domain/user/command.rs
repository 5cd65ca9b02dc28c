//! What administrators do to users.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Post, User, UserChanged, UserCreated, UserEvent};
use crate::domain::ids::UnitId;
use crate::domain::log::Draft;
use crate::domain::permission::EntryPermit;
use crate::domain::text::{Line, Text};
use crate::domain::unit::Directory;
use crate::domain::words::Role;
use crate::error::{Code, Error, Result};

const MOST_POSTS: usize = 20;

/// A new user as an administrator enters it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The name to sign in with: lower-case letters, digits, `.`, `_`, `-`.
    #[schema(value_type = String, pattern = "^[a-z0-9._-]{2,60}$")]
    pub username: Line<2, 60>,
    /// The person's name.
    pub name: Line<1, 50>,
    /// The first password, which the person must change before anything else.
    #[schema(value_type = String, min_length = 12, max_length = 128, format = Password)]
    pub password: String,
    /// The office telephone.
    #[serde(default)]
    pub phone: Option<Line<3, 30>>,
    /// The unit the person comes from; required of the office and the supervisor.
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

/// Whether a password is long enough to be chosen, 12 to 128 characters.
///
/// # Errors
/// `invalid_value` naming the field `path`.
pub fn check_password(path: &str, password: &str) -> Result<()> {
    if (12..=128).contains(&password.chars().count()) {
        return Ok(());
    }
    Err(Error::field(path, "密码应为12至128个字符"))
}

impl NewUser {
    /// Checks what the types don't, as far as the units needn't be known.
    ///
    /// # Errors
    /// `invalid_value` naming the field.
    pub fn check(&self) -> Result<()> {
        if !is_username(&self.username) {
            return Err(Error::field("username", "只能用小写字母、数字和 . _ -"));
        }
        check_password("password", &self.password)?;
        if self.posts.is_empty() || self.posts.len() > MOST_POSTS {
            return Err(Error::field("posts", format!("应有1至{MOST_POSTS}个岗位")));
        }
        Ok(())
    }

    /// The event of entering this user.
    ///
    /// # Errors
    /// `invalid_value` naming the post or the home unit that can't be.
    pub fn decide(&self, units: &Directory) -> Result<Draft<UserEvent>> {
        check_home(self.home_unit.as_ref(), units)?;
        for (i, post) in self.posts.iter().enumerate() {
            if self.posts[..i].contains(post) {
                return Err(Error::field(format!("posts[{i}]"), "同一岗位不能重复"));
            }
            post.check(&format!("posts[{i}]."), self.home_unit.as_ref(), units)?;
        }
        Ok(Draft::new(UserEvent::UserCreated(UserCreated {
            username: self.username.to_string(),
            name: self.name.to_string(),
            phone: self.phone.as_ref().map(|p| p.as_str().to_owned()),
            home_unit: self.home_unit.clone(),
            posts: self.posts.clone(),
        })))
    }
}

fn check_home(home_unit: Option<&UnitId>, units: &Directory) -> Result<()> {
    if home_unit.is_some_and(|unit| units.open(unit).is_none()) {
        return Err(Error::field("home_unit", "没有这个单位，或该单位已撤销"));
    }
    Ok(())
}

/// A command on a user that exists.
pub trait UserCommand {
    /// Whether it may be given to oneself.
    const TO_ONESELF: bool = false;

    /// What happens.
    ///
    /// # Errors
    /// The precise reason why not.
    fn decide(self, user: &User, permit: &EntryPermit, units: &Directory) -> Result<Draft<UserEvent>>;

    /// The unit that the decision relies on.
    fn relies_on(&self) -> Option<&UnitId> {
        None
    }
}

/// 更改信息: name, telephone and home unit, all three as they shall be.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeUser {
    /// The person's name.
    pub name: Line<1, 50>,
    /// The office telephone.
    #[serde(default)]
    pub phone: Option<Line<3, 30>>,
    /// The unit the person comes from; required of the office and the supervisor.
    #[serde(default)]
    pub home_unit: Option<UnitId>,
}

impl UserCommand for ChangeUser {
    const TO_ONESELF: bool = true;

    fn decide(self, user: &User, permit: &EntryPermit, units: &Directory) -> Result<Draft<UserEvent>> {
        if self.home_unit != user.home_unit {
            if permit.actor().user == user.id {
                return Err(Error::new(Code::OwnAccount, "不能更改自己的来源单位，请由另一位系统管理员办理"));
            }
            check_home(self.home_unit.as_ref(), units)?;
            user.posts.iter().try_for_each(|post| post.check_home(self.home_unit.as_ref()))?;
        }
        Ok(Draft::new(UserEvent::UserChanged(UserChanged {
            name: self.name.into_string(),
            phone: self.phone.map(Line::into_string),
            home_unit: self.home_unit,
        })))
    }

    fn relies_on(&self) -> Option<&UnitId> {
        self.home_unit.as_ref()
    }
}

/// 授予岗位: one role in one unit.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GivePost {
    /// The role.
    pub role: Role,
    /// The unit it is to be held in.
    pub unit: UnitId,
}

impl UserCommand for GivePost {
    fn decide(self, user: &User, _permit: &EntryPermit, units: &Directory) -> Result<Draft<UserEvent>> {
        let post = Post { role: self.role, unit: self.unit };
        if user.posts.contains(&post) {
            return Err(Error::field("role", "已担任该岗位"));
        }
        if user.posts.len() >= MOST_POSTS {
            return Err(Error::field("role", format!("一人最多{MOST_POSTS}个岗位")));
        }
        post.check("", user.home_unit.as_ref(), units)?;
        Ok(Draft::new(UserEvent::PostGiven(post)))
    }

    fn relies_on(&self) -> Option<&UnitId> {
        Some(&self.unit)
    }
}

/// 免去岗位: it takes effect at once, for running sessions too.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakePost {
    /// The role.
    pub role: Role,
    /// The unit it is held in.
    pub unit: UnitId,
    /// Why.
    pub reason: Text<1, 500>,
}

impl UserCommand for TakePost {
    fn decide(self, user: &User, _permit: &EntryPermit, _units: &Directory) -> Result<Draft<UserEvent>> {
        let post = Post { role: self.role, unit: self.unit };
        if !user.posts.contains(&post) {
            return Err(Error::field("role", "并未担任该岗位"));
        }
        Ok(Draft::new(UserEvent::PostTaken(post)).text("reason", self.reason.into_string()))
    }
}

/// 停用: the person may no longer sign in; all sessions end.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableUser {
    /// Why.
    pub reason: Text<1, 500>,
}

impl UserCommand for DisableUser {
    fn decide(self, user: &User, _permit: &EntryPermit, _units: &Directory) -> Result<Draft<UserEvent>> {
        if user.disabled {
            return Err(Error::new(Code::WrongState, "该用户已经停用"));
        }
        Ok(Draft::new(UserEvent::UserDisabled {}).text("reason", self.reason.into_string()))
    }
}

/// 启用: a disabled person may sign in again, with the posts held before.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnableUser {
    /// Why.
    pub reason: Text<1, 500>,
}

impl UserCommand for EnableUser {
    fn decide(self, user: &User, _permit: &EntryPermit, _units: &Directory) -> Result<Draft<UserEvent>> {
        if !user.disabled {
            return Err(Error::new(Code::WrongState, "该用户没有停用"));
        }
        Ok(Draft::new(UserEvent::UserEnabled {}).text("reason", self.reason.into_string()))
    }
}

/// 重置密码: another first password; all sessions end.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// The new first password, which the person must change before anything else.
    #[schema(value_type = String, min_length = 12, max_length = 128, format = Password)]
    pub password: String,
    /// Why.
    pub reason: Text<1, 500>,
}

impl UserCommand for ResetPassword {
    fn decide(self, _user: &User, _permit: &EntryPermit, _units: &Directory) -> Result<Draft<UserEvent>> {
        Ok(Draft::new(UserEvent::PasswordReset {}).text("reason", self.reason.into_string()))
    }
}

/// 修改密码: one's own, by the old one.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password until now.
    #[schema(max_length = 128, format = Password)]
    pub old_password: String,
    /// The password from now on.
    #[schema(min_length = 12, max_length = 128, format = Password)]
    pub new_password: String,
}
