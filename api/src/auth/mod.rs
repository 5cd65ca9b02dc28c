//! Proves who someone is: passwords, access tokens, sessions.

mod session;

pub use session::{REFRESH_LIFETIME, Sessions, SignedIn};

use chrono::{DateTime, Utc};

use crate::domain::log::Actor;
use crate::store::Guard;

/// Someone whose token was good: the actor, and the guard that makes a commit fail when the
/// user's roles have changed meanwhile.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Who acts, as what, for which unit.
    pub actor: Actor,
    /// The user's row.
    pub guard: Guard,
    /// The session.
    pub session: String,
    /// Whether nothing may be done before the password is changed.
    pub must_change_password: bool,
    /// When the token ends.
    pub expires_at: DateTime<Utc>,
}

impl Principal {
    /// The reporter, whom no session and no user's row stand for.
    pub fn reporter(actor: Actor) -> Self {
        let stream = format!("user/{}", actor.user);
        Self {
            actor,
            guard: Guard { stream, seq: 0 },
            session: String::new(),
            expires_at: DateTime::<Utc>::MAX_UTC,
            must_change_password: false,
        }
    }
}
