//! Sweeps what nobody needs any more: files that no attachment names (of uploads whose commit never came, of
//! purged content that could not be removed at once), and answers and sessions whose time is over.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::App;
use crate::error::{Error, Result};
use crate::store::Store;

const PAUSE: Duration = Duration::from_secs(600);
/// No commit comes so long after its file.
const ORPHANED: TimeDelta = TimeDelta::hours(1);

/// Runs until the process ends; several processes may.
pub async fn run(app: App) {
    loop {
        let (store, now) = (app.store.clone(), app.clock.now());
        match tokio::task::spawn_blocking(move || files(&store, now)).await.map_err(Error::internal).flatten() {
            Ok(0) => {}
            Ok(removed) => log::info!("{removed} files that no attachment names were removed"),
            Err(error) => log::warn!("sweeping files: {error}"),
        }
        if let Err(error) = app.forget_what_is_over().await {
            log::warn!("sweeping answers and sessions: {error}");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Removes the files that are to be removed at `now`; returns how many files.
///
/// # Errors
/// Where the database or the folder fails; what was not reached is left for the next time.
pub fn files(store: &Store, now: DateTime<Utc>) -> Result<usize> {
    store.sweep_files(now - ORPHANED)
}
