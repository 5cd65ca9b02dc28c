//! Passes on what waits for units that have lost a duty, where the change itself didn't come to it.

use crate::app::App;
use crate::error::Result;
use crate::store::units::{self, Stamp};

/// Looks whether whoever has a duty has what waits for it: goes through the open cases once for each
/// change of a unit, and once after a start.
pub struct Successor {
    app: App,
    settled: Option<Stamp>,
}

impl Successor {
    /// One that has seen nothing yet.
    pub fn new(app: App) -> Self {
        Self { app, settled: None }
    }

    /// Passes on what is to be passed on; returns of how many cases and work orders. Several
    /// processes may: the guards of each commit keep it right.
    ///
    /// # Errors
    /// Where the database fails; the next step goes on.
    pub async fn step(&mut self) -> Result<usize> {
        let stamp = self.app.store.read(units::stamp).await?;
        if self.settled == Some(stamp) {
            return Ok(0);
        }
        let passed_on = self.app.pass_duties_on().await?;
        self.settled = Some(stamp);
        Ok(passed_on)
    }
}
