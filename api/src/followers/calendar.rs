//! Moves open deadlines after an import, where the import itself didn't come to it.

use crate::app::App;
use crate::error::Result;

/// Looks whether the calendar in force has moved what it moves: goes through the open cases once
/// for each version, and once after a start.
pub struct Mover {
    app: App,
    settled: Option<String>,
}

impl Mover {
    /// One that has seen nothing yet.
    pub fn new(app: App) -> Self {
        Self { app, settled: None }
    }

    /// Moves what is to be moved; returns how many deadlines. Several processes may: the guards of
    /// each commit keep it right.
    ///
    /// # Errors
    /// Where the database fails; the next step goes on.
    pub async fn step(&mut self) -> Result<usize> {
        let in_force = self.app.calendar_in_force().await?;
        let version = in_force.state.calendar.version();
        if self.settled.as_deref() == Some(version) {
            return Ok(0);
        }
        let moved = self.app.move_deadlines().await?;
        self.settled = Some(version.to_owned());
        Ok(moved)
    }
}
