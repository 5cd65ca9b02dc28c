//! Reads the log for those who listen: after every commit of this process, and every 200 ms for
//! what others have committed. It costs nothing while nobody listens.

use std::time::Duration;

use crate::app::App;

const PAUSE: Duration = Duration::from_millis(200);

/// Runs until the process ends.
pub async fn run(app: App) {
    loop {
        app.live.nudged(PAUSE).await;
        if let Err(error) = app.tell_listeners().await {
            log::warn!("live updates: {error}");
        }
    }
}
