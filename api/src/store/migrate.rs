//! Migrations: two trees, embedded, run under a lock.

use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::conn::{AnyConn, DatabaseUrl};
use crate::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Several processes may start at once on PostgreSQL; an advisory lock lets one migrate.
const LOCK: &str = "SELECT pg_advisory_lock(20210507)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(20210507)";

pub(super) fn run(url: &DatabaseUrl) -> Result<Vec<String>> {
    let mut conn = url.connect()?;
    let done = match &mut conn {
        AnyConn::Pg(c) => {
            c.batch_execute(LOCK)?;
            let done = apply(c, POSTGRES);
            c.batch_execute(UNLOCK)?;
            done?
        }
        AnyConn::Sqlite(c) => apply(c, SQLITE)?,
    };
    Ok(done)
}

fn apply<DB: diesel::backend::Backend, C: MigrationHarness<DB>>(
    conn: &mut C,
    tree: EmbeddedMigrations,
) -> Result<Vec<String>> {
    let done = conn.run_pending_migrations(tree).map_err(Error::internal)?;
    Ok(done.iter().map(ToString::to_string).collect())
}

pub(super) fn pending(conn: &mut AnyConn) -> Result<bool> {
    match conn {
        AnyConn::Pg(c) => c.has_pending_migration(POSTGRES),
        AnyConn::Sqlite(c) => c.has_pending_migration(SQLITE),
    }
    .map_err(Error::busy)
}
