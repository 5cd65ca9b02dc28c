//! Bancheng (办成): makes sure that what an enterprise or a citizen "could not get done" does get done.

pub mod clock;
pub mod domain;
pub mod error;
