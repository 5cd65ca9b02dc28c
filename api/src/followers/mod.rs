//! What follows the log or the clock, beside the requests.

pub mod calendar;
pub mod clock;
pub mod duties;
pub mod live;
pub mod sequencer;
pub mod sweep;
