//! Reads rows, and commits changes. [`Store::commit`] is the only way to write facts.

pub mod attachments;
pub mod audience;
pub mod cases;
mod changes;
mod classes;
mod commit;
mod conn;
pub mod departures;
mod envelope;
pub mod events;
pub mod files;
mod fork;
pub mod machinery;
pub mod meetings;
mod migrate;
pub mod notices;
pub mod numbers;
mod page;
pub mod parts;
pub mod policy_issues;
pub mod precedents;
pub mod rebuild;
mod rows;
pub mod saved_views;
mod schema;
pub mod search;
pub mod sequencer;
pub mod sheets;
pub mod streams;
pub mod tasks;
mod ts;
pub mod units;
pub mod users;
pub mod verify;
mod writer;

use std::sync::Arc;

pub use changes::{
    Changes, EndedSessions, Guard, Idempotency, PasswordRow, Receipt, SealedPart, Series, Stored, Write, stream_name,
};
pub use classes::{CLASSES, Class};
pub use conn::{AnyConn, DatabaseUrl};
pub use envelope::{Envelope, HappeningBody};
pub use rows::{AssignmentRow, CaseRow, MeetingRow, PolicyIssueRow, SheetRow, UserRow};
pub use ts::Ts;

use conn::Connector;

use crate::error::{Error, Result};

/// The database: a pool of readers and one writer.
#[derive(Clone)]
pub struct Store {
    url: DatabaseUrl,
    readers: r2d2::Pool<Connector>,
    writer: Arc<writer::Writer>,
    files: Option<Arc<dyn files::Files>>,
}

impl Store {
    /// Opens a database that has been migrated.
    ///
    /// # Errors
    /// `busy` where it can't be reached.
    pub fn open(url: DatabaseUrl) -> Result<Self> {
        let readers = r2d2::Pool::builder()
            .max_size(8)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(std::time::Duration::from_secs(10))
            .build(Connector(url.clone()))?;
        let writer = Arc::new(writer::Writer::start(url.clone())?);
        Ok(Self { url, readers, writer, files: None })
    }

    /// With the place where the files of attachments lie.
    pub fn with_files(self, files: impl files::Files + 'static) -> Self {
        Self { files: Some(Arc::new(files)), ..self }
    }

    /// Brings a database's tables up to date, under a lock. Returns the names of what was done.
    ///
    /// # Errors
    /// Where a migration fails; nothing of it is left then.
    pub fn migrate(url: &DatabaseUrl) -> Result<Vec<String>> {
        migrate::run(url)
    }

    /// Where the data lie.
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// Reads. On SQLite the few microseconds are spent right here, which is cheaper than a hop to
    /// another thread; on PostgreSQL the wait is a thread's of its own.
    ///
    /// # Errors
    /// What `body` returns, or `busy`.
    pub async fn read<T, F>(&self, body: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut AnyConn) -> Result<T> + Send + 'static,
    {
        match self.url {
            DatabaseUrl::Sqlite(_) => self.read_here(body),
            DatabaseUrl::Postgres(_) => {
                let store = self.clone();
                tokio::task::spawn_blocking(move || store.read_here(body)).await.map_err(Error::internal)?
            }
        }
    }

    /// Reads on the calling thread.
    ///
    /// # Errors
    /// What `body` returns, or `busy`.
    pub fn read_here<T>(&self, body: impl FnOnce(&mut AnyConn) -> Result<T>) -> Result<T> {
        let mut conn = self.readers.get()?;
        body(&mut conn)
    }

    /// Commits changes, all of them or none. The answer comes after the commit is durable.
    ///
    /// # Errors
    /// `version_conflict` where a row that the decision used has moved ([`Conflict`] tells the
    /// caller to decide again), `already_exists`, `busy`.
    pub async fn commit(&self, changes: Changes) -> Result<Receipt, CommitError> {
        self.writer.submit(changes).await
    }

    /// Runs machinery (sessions, lock-outs) in a transaction of its own.
    ///
    /// # Errors
    /// What `body` returns, or `busy`.
    pub async fn machinery<T, F>(&self, body: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut AnyConn) -> Result<T> + Send + 'static,
    {
        let store = self.clone();
        tokio::task::spawn_blocking(move || {
            let mut conn = store.readers.get()?;
            fork::write_transaction(&mut conn, body)
        })
        .await
        .map_err(Error::internal)?
    }

    /// Whether the database answers and its tables are up to date.
    ///
    /// # Errors
    /// `busy` with what is wrong.
    pub fn ready(&self) -> Result<()> {
        self.read_here(|conn| {
            if migrate::pending(conn)? {
                return Err(Error::busy("migrations are pending"));
            }
            Ok(())
        })
    }
}

/// Why a commit did not happen.
#[derive(Debug)]
pub enum CommitError {
    /// A row that the decision used has moved: decide again.
    Moved,
    /// The idempotency key was used meanwhile: read its record.
    KeyUsed,
    /// Anything else.
    Failed(Error),
}

impl From<Error> for CommitError {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<diesel::result::Error> for CommitError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Failed(error.into())
    }
}
