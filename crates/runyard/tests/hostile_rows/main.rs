//! Rows of the acceptance list that one program alone cannot test: two runs at once, a later run on the same slot,
//! requests, other machines. A file for each letter; each test names its rows.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test reports by panicking")]

mod compiling;
mod files;
mod identity;
mod isolation;
mod jail;
mod kernel;
mod output;
mod processes;
mod resources;
mod setup;
