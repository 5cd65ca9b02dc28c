//! What users rely on, through HTTP, on both databases. Each test owns a fresh database cloned
//! from a template with the demo's units and people, and a clock that is moved by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "in a test a panic is the finding")]

mod support;

mod accounts;
mod after_closing;
mod amendments;
mod architecture;
mod attachments;
mod audit;
mod bad_input;
mod bare_district;
mod calendar;
mod closing;
mod command_line;
mod concurrency;
mod conflicts;
mod containers;
mod cors;
mod crash;
mod departures;
mod document;
mod duties;
mod extensions;
mod golden;
mod handing_over;
mod handling;
mod inbox;
mod intake;
mod joint_meetings;
mod limits;
mod live_updates;
mod matters;
mod meeting_limits;
mod migrations;
mod notices;
mod overview;
mod plans;
mod policy_issues;
mod privacy;
mod properties;
mod public_progress;
mod purging;
mod random_walks;
mod rebuild;
mod referrals;
mod repeats;
mod returns;
mod saved_views;
mod scope;
mod search;
mod service;
mod sessions;
mod settings;
mod settling;
mod sixteen_paths;
mod statistics;
mod stories;
mod tampering;
mod the_plans_sample;
mod the_whole_plan;
mod time_passes;
mod units;
mod verification;
mod work_orders;
