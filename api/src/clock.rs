//! The one place that reads the system's time. Everything else is given a [`Clock`] or an instant.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

/// Tells the time: the system's, or one that is moved by hand (tests, the demo).
#[derive(Clone)]
pub enum Clock {
    /// The system's time.
    System,
    /// A time set by hand, in milliseconds since the epoch.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    pub fn manual(at: DateTime<Utc>) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(at.timestamp_millis())))
    }

    /// The present instant, cut to milliseconds.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn now(&self) -> DateTime<Utc> {
        let millis = match self {
            Self::System => Utc::now().timestamp_millis(),
            Self::Manual(at) => at.load(Ordering::SeqCst),
        };
        DateTime::from_timestamp_millis(millis).unwrap_or_default()
    }

    /// Moves a manual clock to `at`; the system's clock can't be moved.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Self::Manual(cell) = self {
            cell.store(at.timestamp_millis(), Ordering::SeqCst);
        }
    }

    /// Moves a manual clock on by `delta`.
    pub fn advance(&self, delta: TimeDelta) {
        self.set(self.now() + delta);
    }
}
