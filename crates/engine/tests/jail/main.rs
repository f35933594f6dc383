//! The engine over the real jail: a real launcher, real toolchains, real programs. Needs root.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test reports by panicking")]

mod commands;
mod compiling;
mod differential;
mod harness;
mod judging;
mod kept_programs;
mod languages;
mod limits;
mod metadata;
mod output;
mod streams;
mod tools;
