//! Sessions: sign in, renew, switch the post, sign out. Access tokens live 15 minutes; the refresh
//! token is replaced at each use, its predecessor stays good for 10 seconds (two tabs), an older
//! one ends the session.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::Principal;
use crate::clock::Clock;
use crate::crypto::password::{dummy_verify, verify_password};
use crate::crypto::random::{new_id, token};
use crate::crypto::{Claims, KeyRing, same_secret};
use crate::domain::user::{Post, User, is_username};
use crate::error::{Code, Error, Result};
use crate::store::machinery::{self, Failures, Session};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Store, Ts, users};

const ACCESS_LIFETIME: TimeDelta = TimeDelta::minutes(15);
/// How long a session lasts without being renewed.
pub const REFRESH_LIFETIME: TimeDelta = TimeDelta::hours(12);
const PREDECESSOR_LIFETIME: TimeDelta = TimeDelta::seconds(10);
/// Failures that lock nobody out yet.
const FREE_FAILURES: i32 = 4;
const LONGEST_LOCK_MINUTES: i64 = 60;
/// Who hasn't failed for so long begins anew.
const FAILURES_KEPT: TimeDelta = TimeDelta::days(1);

/// Somebody who has just signed in, or renewed the session.
pub struct SignedIn {
    /// The access token.
    pub access_token: String,
    /// Its life in seconds.
    pub expires_in: i64,
    /// The refresh token, for the cookie; none where the present one stays.
    pub refresh_token: Option<String>,
    /// Who.
    pub user: User,
    /// In which post.
    pub acting: Post,
}

/// Begins, renews and ends sessions, and tells who bears a token.
#[derive(Clone)]
pub struct Sessions {
    store: Store,
    keys: Arc<KeyRing>,
    clock: Clock,
}

impl Sessions {
    /// Over this database, with these keys, by this clock.
    pub fn new(store: Store, keys: Arc<KeyRing>, clock: Clock) -> Self {
        Self { store, keys, clock }
    }

    /// Signs in with name and password, in the first post held.
    ///
    /// # Errors
    /// `wrong_password`, whichever of both was wrong; `too_many_requests` while locked out.
    pub async fn sign_in(&self, username: String, password: String) -> Result<SignedIn> {
        let now = self.clock.now();
        let user = self.prove(username, password, now).await?.ok_or_else(wrong_password)?;
        let guard = user.guard(user.state.id.as_str());
        let user = user.state;
        let Some(acting) = user.posts.first().cloned() else {
            return Err(Error::new(Code::RoleMayNot, "您还没有岗位，请联系系统管理员"));
        };
        let refresh = token();
        let session = Session {
            id: new_id(now),
            user_id: user.id.to_string(),
            role: acting.role.as_str().to_owned(),
            unit_id: acting.unit.to_string(),
            refresh_hash: self.keys.refresh_hash(&refresh),
            previous_hash: None,
            rotated_at: now.into(),
            expires_at: (now + REFRESH_LIFETIME).into(),
            ended_at: None,
        };
        let cookie = Some(format!("{}.{refresh}", session.id));
        let id = session.id.clone();
        if !self.store.machinery(move |conn| machinery::begin_session(conn, &session, &guard)).await? {
            return Err(Error::busy("the user changed while signing in"));
        }
        self.signed_in(user, acting, &id, cookie, now)
    }

    /// Whether the person behind a session knows the password, too.
    ///
    /// # Errors
    /// `too_many_requests` while locked out.
    pub async fn knows_password(&self, principal: &Principal, password: String) -> Result<bool> {
        let id = principal.actor.user.to_string();
        let user = self.store.read(move |conn| streams::load::<User>(conn, &id)).await?.ok_or_else(session_over)?;
        Ok(self.prove(user.state.username, password, self.clock.now()).await?.is_some())
    }

    /// The user whose name and password these are. A name that nobody bears is treated like one
    /// with a wrong password: as slowly, and with the same lock-out.
    async fn prove(&self, username: String, password: String, now: DateTime<Utc>) -> Result<Option<Loaded<User>>> {
        let name_hash = self.keys.mac("sign_in", username.as_bytes());
        let name = name_hash.clone();
        let (failed, found) = self
            .store
            .read(move |conn| {
                let failures = machinery::failures(conn, &name)?;
                check_lock(failures, now)?;
                let user = if is_username(&username) { users::by_username(conn, &username)? } else { None };
                let Some(user) = user else { return Ok((failures.is_some(), None)) };
                let phc = machinery::password(conn, user.state.id.as_str())?;
                Ok((failures.is_some(), phc.map(|phc| (user, phc))))
            })
            .await?;
        let proved = tokio::task::spawn_blocking(move || match found {
            Some((user, phc)) => verify_password(&password, &phc).then_some(user),
            None => {
                dummy_verify(&password);
                None
            }
        });
        let proved = proved.await.map_err(Error::internal)?.filter(|user| !user.state.disabled);
        if proved.is_none() {
            let (at, forget) = (now.into(), (now - FAILURES_KEPT).into());
            let lock = move |failures| lock(failures, now).map(Ts::from);
            self.store.machinery(move |conn| machinery::count_failure(conn, &name_hash, at, forget, lock)).await?;
        } else if failed {
            self.store.machinery(move |conn| machinery::forget_failures(conn, &name_hash)).await?;
        }
        Ok(proved)
    }

    /// Renews a session by its refresh token.
    ///
    /// # Errors
    /// `not_signed_in` where the token is unknown, too old or used before; used before ends the
    /// session.
    pub async fn renew(&self, refresh: &str) -> Result<SignedIn> {
        let now = self.clock.now();
        let (id, secret) = refresh.split_once('.').ok_or_else(session_over)?;
        let (sessions, id, presented) = (self.clone(), id.to_owned(), self.keys.refresh_hash(secret));
        let renewed = self
            .store
            .machinery(move |conn| {
                let Some(session) = machinery::session(conn, &id)?.filter(|s| is_alive(s, now)) else {
                    return Ok(None);
                };
                sessions.rotate(conn, session, &presented, now)
            })
            .await?;
        let Some((session, cookie)) = renewed else { return Err(session_over()) };
        let (user, acting) = self.holder_of(&session).await?;
        self.signed_in(user.state, acting, &session.id, cookie, now)
    }

    fn rotate(
        &self,
        conn: &mut AnyConn,
        session: Session,
        presented: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<(Session, Option<String>)>> {
        let is = |hash: &str| same_secret(hash.as_bytes(), presented.as_bytes());
        if is(&session.refresh_hash) {
            let fresh = token();
            let rotated = Session {
                previous_hash: Some(session.refresh_hash.clone()),
                refresh_hash: self.keys.refresh_hash(&fresh),
                rotated_at: now.into(),
                expires_at: (now + REFRESH_LIFETIME).into(),
                ..session
            };
            machinery::update_session(conn, &rotated)?;
            let cookie = format!("{}.{fresh}", rotated.id);
            return Ok(Some((rotated, Some(cookie))));
        }
        // Two tabs may renew at once: the loser's token stays good for a moment, without a new one.
        let just_replaced =
            session.previous_hash.as_deref().is_some_and(is) && now - session.rotated_at.0 <= PREDECESSOR_LIFETIME;
        if just_replaced {
            return Ok(Some((session, None)));
        }
        machinery::update_session(conn, &Session { ended_at: Some(now.into()), ..session })?;
        Ok(None)
    }

    /// Acts in another post from now on, in the same session.
    ///
    /// # Errors
    /// `role_may_not` where the post isn't held.
    pub async fn act_as(&self, principal: &Principal, post: Post) -> Result<SignedIn> {
        let now = self.clock.now();
        let (id, wanted) = (principal.session.clone(), post.clone());
        let session = self
            .store
            .machinery(move |conn| {
                let session = machinery::session(conn, &id)?.filter(|s| is_alive(s, now)).ok_or_else(session_over)?;
                let user = streams::load::<User>(conn, &session.user_id)?.ok_or_else(session_over)?;
                user.state.acting_as(&wanted)?;
                let role = wanted.role.as_str().to_owned();
                let switched = Session { role, unit_id: wanted.unit.to_string(), ..session };
                machinery::update_session(conn, &switched)?;
                Ok(switched)
            })
            .await?;
        let (user, acting) = self.holder_of(&session).await?;
        self.signed_in(user.state, acting, &session.id, None, now)
    }

    /// Ends the session.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn sign_out(&self, principal: &Principal) -> Result<()> {
        let (id, now) = (principal.session.clone(), self.clock.now());
        self.store
            .machinery(move |conn| match machinery::session(conn, &id)? {
                Some(session) => machinery::update_session(conn, &Session { ended_at: Some(now.into()), ..session }),
                None => Ok(()),
            })
            .await
    }

    /// Who bears this access token. Role and unit are those of the token; they must still be held.
    ///
    /// # Errors
    /// `not_signed_in`, `role_may_not`.
    pub async fn authenticate(&self, access_token: &str) -> Result<Principal> {
        let now = self.clock.now();
        let claims = self
            .keys
            .read_token(access_token, now)
            .map_err(|_| Error::new(Code::NotSignedIn, "登录已失效，请重新登录"))?;
        self.store.read(move |conn| principal(conn, claims, now)).await
    }

    async fn holder_of(&self, session: &Session) -> Result<(Loaded<User>, Post)> {
        let session = session.clone();
        self.store.read(move |conn| holder(conn, &session)).await
    }

    fn signed_in(
        &self,
        user: User,
        acting: Post,
        session: &str,
        refresh_token: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<SignedIn> {
        let claims = Claims {
            sub: user.id.to_string(),
            sid: session.to_owned(),
            role: acting.role.as_str().to_owned(),
            unit: acting.unit.to_string(),
            iat: now.timestamp(),
            exp: (now + ACCESS_LIFETIME).timestamp(),
        };
        let access_token = self.keys.sign_token(&claims)?;
        Ok(SignedIn { access_token, expires_in: ACCESS_LIFETIME.num_seconds(), refresh_token, user, acting })
    }
}

fn principal(conn: &mut AnyConn, claims: Claims, now: DateTime<Utc>) -> Result<Principal> {
    let session = machinery::session(conn, &claims.sid)?.filter(|s| is_alive(s, now)).ok_or_else(session_over)?;
    let user = streams::load::<User>(conn, &claims.sub)?.ok_or_else(session_over)?;
    let role = claims.role.parse().map_err(Error::internal)?;
    let actor = user.state.acting_as(&Post { role, unit: claims.unit.as_str().into() })?;
    Ok(Principal {
        actor,
        guard: user.guard(&claims.sub),
        session: session.id,
        expires_at: DateTime::from_timestamp(claims.exp, 0).ok_or_else(session_over)?,
        must_change_password: user.state.must_change_password,
    })
}

fn holder(conn: &mut AnyConn, session: &Session) -> Result<(Loaded<User>, Post)> {
    let user = streams::load::<User>(conn, &session.user_id)?.ok_or_else(session_over)?;
    let role = session.role.parse().map_err(Error::internal)?;
    let post = Post { role, unit: session.unit_id.as_str().into() };
    user.state.acting_as(&post).map_err(|_| session_over())?;
    Ok((user, post))
}

fn is_alive(session: &Session, now: DateTime<Utc>) -> bool {
    session.ended_at.is_none() && now < session.expires_at.0
}

fn session_over() -> Error {
    Error::new(Code::NotSignedIn, "登录已失效，请重新登录")
}

fn wrong_password() -> Error {
    Error::new(Code::WrongPassword, "用户名或密码不正确")
}

fn check_lock(failures: Option<Failures>, now: DateTime<Utc>) -> Result<()> {
    let locked = failures.and_then(|f| f.locked_until).filter(|until| now < until.0);
    let Some(until) = locked else { return Ok(()) };
    let seconds = u32::try_from((until.0 - now).num_seconds() + 1).unwrap_or(u32::MAX);
    let detail = format!("密码错误次数过多，请在{}分钟后再试", seconds.div_ceil(60));
    Err(Error { retry_after: Some(seconds), ..Error::new(Code::TooManyRequests, detail) })
}

/// Until when so many failures lock a name: 1, 2, 4 … minutes, at most an hour.
fn lock(failures: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let beyond = u32::try_from(failures - FREE_FAILURES - 1).ok()?;
    let minutes = 1_i64.checked_shl(beyond.min(10)).unwrap_or(LONGEST_LOCK_MINUTES).min(LONGEST_LOCK_MINUTES);
    Some(now + TimeDelta::minutes(minutes))
}
