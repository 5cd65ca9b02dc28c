//! One connection type for both databases, chosen by the URL's scheme and by nothing else.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

use crate::error::{Error, Result};

/// A connection to one of the two databases.
#[derive(diesel::MultiConnection)]
pub enum AnyConn {
    /// PostgreSQL, for production.
    Pg(PgConnection),
    /// SQLite, embedded.
    Sqlite(SqliteConnection),
}

/// Compiles a body once per database, for what [`AnyConn`] itself can't say: batch inserts,
/// upserts.
macro_rules! on {
    ($conn:expr, |$c:ident| $body:expr) => {
        match $conn {
            $crate::store::conn::AnyConn::Pg($c) => $body,
            $crate::store::conn::AnyConn::Sqlite($c) => $body,
        }
    };
}
pub(crate) use on;

/// Where the data lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A PostgreSQL URL.
    Postgres(String),
    /// A SQLite file.
    Sqlite(std::path::PathBuf),
}

impl DatabaseUrl {
    /// Reads `postgres://…`, `postgresql://…` or `sqlite://path`.
    ///
    /// # Errors
    /// Any other scheme: a typing mistake never makes a second database.
    pub fn parse(url: &str) -> Result<Self, String> {
        match url.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(url.to_owned())),
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.into())),
            _ => Err("the database URL must begin with sqlite:// or postgres://".to_owned()),
        }
    }

    /// Opens a connection, tuned.
    ///
    /// # Errors
    /// `busy` where the database can't be reached.
    pub fn connect(&self) -> Result<AnyConn> {
        match self {
            Self::Postgres(url) => {
                let mut conn = PgConnection::establish(url).map_err(Error::busy)?;
                conn.batch_execute("SET TIME ZONE 'UTC'; SET client_min_messages = warning;")?;
                Ok(AnyConn::Pg(conn))
            }
            Self::Sqlite(path) => {
                if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
                    std::fs::create_dir_all(folder).map_err(Error::internal)?;
                }
                let mut conn = SqliteConnection::establish(&path.to_string_lossy()).map_err(Error::busy)?;
                // FULL: an acknowledged write survives a power cut. Erased parts are overwritten.
                conn.batch_execute(
                    "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                     PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
                )?;
                Ok(AnyConn::Sqlite(conn))
            }
        }
    }
}

/// Makes connections for the pool of readers.
#[derive(Debug)]
pub struct Connector(pub DatabaseUrl);

impl r2d2::ManageConnection for Connector {
    type Connection = AnyConn;
    type Error = Error;

    fn connect(&self) -> Result<AnyConn> {
        self.0.connect()
    }

    fn is_valid(&self, conn: &mut AnyConn) -> Result<()> {
        Ok(conn.batch_execute("SELECT 1")?)
    }

    fn has_broken(&self, conn: &mut AnyConn) -> bool {
        use diesel::r2d2::R2D2Connection;
        match conn {
            AnyConn::Pg(c) => c.is_broken(),
            AnyConn::Sqlite(c) => c.is_broken(),
        }
    }
}
