//! The store against a real database file.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod at_once;
mod keys;
mod listing;
mod opening;
mod results;
mod retention;
mod rows;
mod support;
mod writing;
