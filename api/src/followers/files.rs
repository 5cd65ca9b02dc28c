//! Sweeps files that no attachment names: those of uploads whose commit never came, and those of
//! purged content that could not be removed at once.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::store::Store;

const PAUSE: Duration = Duration::from_secs(600);
/// No commit comes so long after its file.
const ORPHANED: TimeDelta = TimeDelta::hours(1);

/// Runs until the process ends; several processes may.
pub async fn run(store: Store, clock: Clock) {
    loop {
        let (store, now) = (store.clone(), clock.now());
        match tokio::task::spawn_blocking(move || sweep(&store, now)).await.map_err(Error::internal).flatten() {
            Ok(0) => {}
            Ok(removed) => log::info!("{removed} files that no attachment names were removed"),
            Err(error) => log::warn!("sweeping files: {error}"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Removes what is to be removed at `now`; returns how many files.
///
/// # Errors
/// Where the database or the folder fails; what was not reached is left for the next time.
pub fn sweep(store: &Store, now: DateTime<Utc>) -> Result<usize> {
    store.sweep_files(now - ORPHANED)
}
