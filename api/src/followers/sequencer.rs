//! Gives committed events their place in the one order, every 200 ms and for as long as there are
//! any. On SQLite the commit does that itself and this finds nothing to do.

use std::time::Duration;

use crate::app::App;
use crate::clock::Clock;
use crate::crypto::random::new_id;
use crate::error::Result;
use crate::store::{DatabaseUrl, Store, Ts, machinery, sequencer};

const PAUSE: Duration = Duration::from_millis(200);
const LEASE: chrono::TimeDelta = chrono::TimeDelta::seconds(5);
const NAME: &str = "sequencer";

/// Runs until the process ends. Several processes may: the lease saves work, the keys of the log
/// keep it right.
pub async fn run(app: App) {
    let App { store, clock, live, .. } = app;
    if matches!(store.url(), DatabaseUrl::Sqlite(_)) {
        return;
    }
    let holder = new_id(clock.now());
    loop {
        match settle(&store, &clock, &holder).await {
            Ok(()) => live.nudge(),
            Err(error) => log::warn!("sequencer: {error}"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Works off what waits, if the lease is ours.
async fn settle(store: &Store, clock: &Clock, holder: &str) -> Result<()> {
    let (holder, now) = (holder.to_owned(), clock.now());
    let mine = move |conn: &mut _| machinery::take_lease(conn, NAME, &holder, Ts::from(now), Ts::from(now + LEASE));
    if !store.machinery(mine).await? {
        return Ok(());
    }
    let store = store.clone();
    tokio::task::spawn_blocking(move || drain(&store)).await.map_err(crate::error::Error::internal)?
}

/// Gives all waiting events their place.
///
/// # Errors
/// Where the database fails.
pub fn drain(store: &Store) -> Result<()> {
    while store.read_here(sequencer::advance)? > 0 {}
    Ok(())
}
