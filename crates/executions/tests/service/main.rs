//! The services over a real database file, with the worker's part played by hand.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod cancelling;
mod crashing;
mod listing;
mod maintaining;
mod submitting;
mod support;
mod waiting;
mod watching;
