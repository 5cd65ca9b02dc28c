//! Use cases: load, permit, decide, commit. This layer makes identifiers, salts and codes, and
//! knows neither HTTP nor SQL.

pub mod attachments;
pub mod audit;
pub mod calendar;
pub mod cases;
mod changes;
mod clock;
pub mod demo;
mod duties;
mod each;
mod file_kind;
pub mod inbox;
pub mod live;
pub mod matters;
pub mod meetings;
mod moves;
pub mod notices;
pub mod overview;
pub mod personal;
pub mod policy_issues;
pub mod public;
pub mod repeats;
pub mod saved_views;
pub mod search;
pub mod settings;
pub mod setup;
pub mod sheets;
pub mod statistics;
pub mod units;
pub mod users;
pub mod views;

use std::sync::{Arc, RwLock};

use chrono::{DateTime, Utc};

use self::calendar::InForce;
use crate::auth::{Principal, Sessions};
use crate::clock::Clock;
use crate::crypto::KeyRing;
use crate::domain::facts::World;
use crate::domain::log::Actor;
use crate::domain::permission::Scope;
use crate::domain::settings::{DISTRICT, Settings};
use crate::domain::unit::Directory;
use crate::domain::words::Sector;
use crate::error::{Code, Error, Result};
pub use crate::store::Receipt;
use crate::store::{
    AnyConn, Changes, CommitError, Guard, Idempotency, Store, machinery, sequencer, stream_name, streams,
    units as unit_rows,
};

/// How long a repeated request gets the same answer.
const ANSWERS_KEPT: chrono::TimeDelta = chrono::TimeDelta::days(7);

/// How often a command is decided again when what it used moved meanwhile and nobody named a
/// version. Each round has a winner, so many at once on one case all get through.
const ATTEMPTS: usize = 32;

/// How many events may wait for the sequencer while the service calls itself ready.
const MOST_WAITING: i64 = 5000;

/// All units as they were at a stamp.
type Kept = Option<(unit_rows::Stamp, Arc<Directory>)>;

/// The application: what every use case needs.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The keys.
    pub keys: Arc<KeyRing>,
    /// The time.
    pub clock: Clock,
    /// Who is signed in.
    pub sessions: Sessions,
    /// Who listens to what happens.
    pub live: live::Live,
    directory: Arc<RwLock<Kept>>,
    calendar: Arc<RwLock<Option<Arc<InForce>>>>,
}

/// A request that may be repeated: who sends it is known, this is what it is.
#[derive(Clone, Debug, Default)]
pub struct Once {
    /// Method and path.
    pub route: String,
    /// The client's `Idempotency-Key`.
    pub key: Option<String>,
    /// The body, as sent.
    pub body: Vec<u8>,
}

/// The world as one decision sees it.
pub(crate) struct Surroundings {
    /// All units.
    pub units: Arc<Directory>,
    calendar: Arc<InForce>,
    settings: Settings,
}

impl Surroundings {
    /// As rules look at it.
    pub(crate) fn world(&self) -> World<'_> {
        World { units: &self.units, calendar: &self.calendar.state.calendar, settings: &self.settings }
    }
}

impl App {
    /// The application over this database, with these keys, at this time.
    pub fn new(store: Store, keys: KeyRing, clock: Clock) -> Self {
        let keys = Arc::new(keys);
        Self {
            sessions: Sessions::new(store.clone(), keys.clone(), clock.clone()),
            store,
            keys,
            clock,
            live: live::Live::default(),
            directory: Arc::new(RwLock::new(None)),
            calendar: Arc::new(RwLock::new(None)),
        }
    }

    /// All units as they are now. Kept in memory for as long as no unit changes.
    pub(crate) fn directory(&self, conn: &mut AnyConn) -> Result<Arc<Directory>> {
        let stamp = unit_rows::stamp(conn)?;
        if let Ok(kept) = self.directory.read()
            && let Some((at, directory)) = kept.as_ref()
            && *at == stamp
        {
            return Ok(directory.clone());
        }
        let fresh = Arc::new(unit_rows::directory(conn)?);
        if let Ok(mut kept) = self.directory.write() {
            *kept = Some((stamp, fresh.clone()));
        }
        Ok(fresh)
    }

    /// Units, for the names that go with codes; not a decision, so nothing is guarded.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn units_for_names(&self) -> Result<Arc<Directory>> {
        let app = self.clone();
        self.store.read(move |conn| app.directory(conn)).await
    }

    /// Whether the service can serve: the database answers, its tables are current, and no more
    /// events wait for their place in the log than a moment brings.
    ///
    /// # Errors
    /// `busy` with what is wrong.
    pub async fn ready(&self) -> Result<()> {
        let store = self.store.clone();
        tokio::task::spawn_blocking(move || {
            store.ready()?;
            match store.read_here(sequencer::waiting)? {
                0..=MOST_WAITING => Ok(()),
                waiting => Err(Error::busy(format!("{waiting} events wait for their place in the log"))),
            }
        })
        .await
        .map_err(Error::internal)?
    }

    /// The world that rules look at, as it is now.
    pub(crate) fn surroundings(&self, conn: &mut AnyConn) -> Result<Surroundings> {
        Ok(Surroundings {
            units: self.directory(conn)?,
            calendar: self.calendar(conn)?,
            settings: settings::in_force(conn)?.map(|l| l.state).unwrap_or_default(),
        })
    }

    /// What every decision stands on beside what it names itself: calendar and settings. To be read
    /// before the decision: should it move in between, the commit notices.
    pub(crate) fn ground(&self, conn: &mut AnyConn) -> Result<Vec<Guard>> {
        let seq = streams::seq::<Settings>(conn, DISTRICT)?.unwrap_or_default();
        let settings = Guard { stream: stream_name::<Settings>(DISTRICT), seq };
        Ok(vec![self.calendar_guard(conn)?, settings])
    }

    /// What this actor may see.
    pub(crate) fn scope(&self, actor: &Actor, units: &Directory) -> Scope {
        let leads = Sector::ALL
            .iter()
            .copied()
            .find(|s| units.lead(*s) == Some(&actor.unit) || units.coordinator(*s) == Some(&actor.unit));
        Scope::of(actor, leads)
    }

    /// Now, but never before what has already happened.
    pub(crate) fn now_after(&self, last: DateTime<Utc>) -> DateTime<Utc> {
        self.clock.now().max(last)
    }

    /// Decides and commits. `prepare` reads and decides; it is called again when what it used has
    /// moved meanwhile, calendar and settings always included. A request repeated under the same key
    /// gets the answer of the first.
    pub(crate) async fn decide_and_commit<F>(&self, principal: &Principal, once: &Once, prepare: F) -> Result<Receipt>
    where
        F: Fn(&Self, &mut AnyConn) -> Result<Changes> + Clone + Send + 'static,
    {
        let record = self.record(principal, once);
        if let Some(receipt) = self.answered(record.as_ref()).await? {
            return Ok(receipt);
        }
        for _ in 0..ATTEMPTS {
            let (app, prepare) = (self.clone(), prepare.clone());
            let decide = move |conn: &mut AnyConn| {
                let ground = app.ground(conn)?;
                Ok(ground.into_iter().fold(prepare(&app, conn)?, Changes::guard))
            };
            let changes = self.store.read(decide).await?;
            let changes = changes.guard(principal.guard.clone()).idempotent(record.clone());
            match self.commit(changes).await {
                Ok(receipt) => return Ok(receipt),
                Err(CommitError::Moved) => self.check_unmoved(&principal.guard).await?,
                Err(CommitError::KeyUsed) => match self.answered(record.as_ref()).await? {
                    Some(receipt) => return Ok(receipt),
                    None => self.forget_what_is_over().await?,
                },
                Err(CommitError::Failed(error)) => return Err(error),
            }
        }
        Err(Error::busy("decided in vain too often"))
    }

    /// Whoever acts was read before the command: changed since, the request must begin anew.
    async fn check_unmoved(&self, guard: &Guard) -> Result<()> {
        let stream = guard.stream.clone();
        if self.store.read(move |conn| streams::seq_of(conn, &stream)).await?.unwrap_or_default() == guard.seq {
            return Ok(());
        }
        Err(Error { retry_after: Some(1), ..Error::new(Code::Busy, "您的账号或岗位刚有变动，请重试") })
    }

    /// Commits, telling those whom the events tell and those who listen.
    pub(crate) async fn commit(&self, changes: Changes) -> Result<Receipt, CommitError> {
        let receipt = self.store.commit(changes.among(self.last_directory())).await?;
        self.live.nudge();
        Ok(receipt)
    }

    /// All units as they were when last looked at, which the decision has just done.
    fn last_directory(&self) -> Arc<Directory> {
        let kept = self.directory.read().ok();
        kept.and_then(|kept| kept.as_ref().map(|(_, directory)| directory.clone())).unwrap_or_default()
    }

    /// Frees the keys of answers that are kept no longer.
    /// Forgets answers to repeated requests, and sessions, that nobody can use any more.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn forget_what_is_over(&self) -> Result<()> {
        let now = self.clock.now();
        self.store.machinery(move |conn| machinery::forget(conn, (now - ANSWERS_KEPT).into(), now.into())).await
    }

    fn record(&self, principal: &Principal, once: &Once) -> Option<Idempotency> {
        let key = once.key.as_ref()?;
        let whole = format!("{}\n{}\n{key}", principal.actor.user, once.route);
        Some(Idempotency {
            key: self.keys.mac("idempotency-key", whole.as_bytes()),
            body_hash: self.keys.body_hash(&once.body),
            at: self.clock.now(),
        })
    }

    /// The answer given before under this key, if the body is the same.
    async fn answered(&self, record: Option<&Idempotency>) -> Result<Option<Receipt>> {
        let Some(Idempotency { key, body_hash, at }) = record.cloned() else { return Ok(None) };
        let since = (at - ANSWERS_KEPT).into();
        match self.store.read(move |conn| machinery::answered(conn, &key, since)).await? {
            None => Ok(None),
            Some((hash, answer)) if hash == body_hash => {
                serde_json::from_str(&answer).map(Some).map_err(Error::internal)
            }
            Some(_) => Err(Error::new(Code::IdempotencyMismatch, "同一个幂等键已用于内容不同的请求，请换一个键")),
        }
    }
}

/// Compares the version that the client named with the present one.
///
/// # Errors
/// `version_conflict`; `if_match_required` where it had to name one.
pub(crate) fn check_version(named: Option<i64>, required: bool, present: i64) -> Result<()> {
    match named {
        Some(named) if named == present => Ok(()),
        Some(named) => Err(Error::new(
            Code::VersionConflict,
            format!("内容已被他人更改（您看到的是第{named}版，现为第{present}版），请刷新后重试"),
        )),
        None if required => Err(Error::new(Code::IfMatchRequired, "请在 If-Match 中注明所见版本")),
        None => Ok(()),
    }
}
