//! Moves open deadlines after an import, where the import itself didn't come to it.

use std::time::Duration;

use crate::app::App;
use crate::crypto::random::new_id;
use crate::error::Result;
use crate::store::{Ts, machinery};

const PAUSE: Duration = Duration::from_secs(5);
const LEASE: chrono::TimeDelta = chrono::TimeDelta::seconds(60);
const NAME: &str = "calendar";

/// Looks whether the calendar in force has moved what it moves; goes through the open cases once
/// for each version.
pub struct Mover {
    app: App,
    holder: String,
    settled: Option<String>,
}

impl Mover {
    /// One that has seen nothing yet.
    pub fn new(app: App) -> Self {
        let holder = new_id(app.clock.now());
        Self { app, holder, settled: None }
    }

    /// Moves what is to be moved; returns how many deadlines. Several processes may: the lease
    /// saves work, the guards of each commit keep it right.
    ///
    /// # Errors
    /// Where the database fails; the next step goes on.
    pub async fn step(&mut self) -> Result<usize> {
        let version = self.app.calendar_in_force().await?.state.calendar.version().to_owned();
        if self.settled.as_ref() == Some(&version) || !self.takes_lease().await? {
            return Ok(0);
        }
        let moved = self.app.move_deadlines().await?;
        self.settled = Some(version);
        Ok(moved)
    }

    async fn takes_lease(&self) -> Result<bool> {
        let (holder, now) = (self.holder.clone(), self.app.clock.now());
        let take = move |conn: &mut _| machinery::take_lease(conn, NAME, &holder, Ts::from(now), Ts::from(now + LEASE));
        self.app.store.machinery(take).await
    }
}

/// Steps until the process ends.
pub async fn run(app: App) {
    let mut mover = Mover::new(app);
    loop {
        match mover.step().await {
            Ok(0) => {}
            Ok(moved) => log::info!("calendar: {moved} deadlines moved"),
            Err(error) => log::warn!("calendar: {error}"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
