//! The plan as rules: pure, no I/O, no clock, no database. A command is decided into events;
//! events fold into state. Source: 东政办发〔2021〕8号, cited as `plan §4.1`.

mod allowed;
pub mod audience;
pub mod calendar;
pub mod case;
pub mod cause;
pub mod facts;
pub mod identity;
pub mod ids;
pub mod invalid;
pub mod log;
pub mod masking;
pub mod meeting;
pub mod moves;
pub mod notice;
pub mod number;
pub mod permission;
pub mod policy_issue;
pub mod progress;
pub mod repeats;
pub mod search;
pub mod settings;
pub mod text;
pub mod unit;
pub mod user;
pub mod words;
pub mod work_order;
