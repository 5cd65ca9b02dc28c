//! Bancheng (办成): makes sure that what an enterprise or a citizen "could not get done" does get
//! done. The layers, from below: `domain` decides, `store` reads and commits, `app` does one use
//! case, `http` turns requests into use cases.

pub mod app;
pub mod auth;
pub mod clock;
pub mod commands;
pub mod config;
pub mod crypto;
pub mod domain;
pub mod error;
pub mod followers;
pub mod http;
pub mod metrics;
pub mod server;
pub mod store;
