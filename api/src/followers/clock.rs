//! Follows the clock: what time alone brings about, every 20 s. One process at a time by a lease,
//! which only saves work.

use std::time::Duration;

use super::calendar::Mover;
use super::duties::Successor;
use crate::app::App;
use crate::crypto::random::new_id;
use crate::error::Result;
use crate::store::{Ts, machinery};

const PAUSE: Duration = Duration::from_secs(20);
const LEASE: chrono::TimeDelta = chrono::TimeDelta::seconds(60);
const NAME: &str = "clock";

/// Runs until the process ends.
pub async fn run(app: App) {
    let holder = new_id(app.clock.now());
    let mut mover = Mover::new(app.clone());
    let mut successor = Successor::new(app.clone());
    loop {
        if let Err(error) = settle(&app, &holder, &mut mover, &mut successor).await {
            log::warn!("clock: {error}");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn settle(app: &App, holder: &str, mover: &mut Mover, successor: &mut Successor) -> Result<()> {
    let (holder, now) = (holder.to_owned(), app.clock.now());
    let mine = move |conn: &mut _| machinery::take_lease(conn, NAME, &holder, Ts::from(now), Ts::from(now + LEASE));
    if app.store.machinery(mine).await? {
        let passed_on = successor.step().await;
        // What an import has left to be moved doesn't pass before.
        mover.step().await?;
        app.run_clock().await?;
        passed_on?;
    }
    Ok(())
}
