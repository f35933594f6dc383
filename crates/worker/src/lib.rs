//! The worker: claim, run, report.
//!
//! One loop claims a job whenever a CPU permit and a place are free; every job is a task of its own that runs the
//! program, renews the lease, carries commands and records the end. A program that waits gives its CPU permit back, so
//! sleepers never stop a server.
//!
//! What must always hold: nothing is claimed without a permit; a program whose lease is lost is killed before the
//! store gives the job to another; a failure of ours is never reported as the program's; shutting down loses nothing
//! and charges no attempt.

mod commands;
mod config;
mod heartbeat;
mod job;
mod observer;
mod permits;
mod record;
mod results;
mod runner;
mod worker;

pub use config::WorkerConfig;
pub use results::{
    CachingRunner, Conditions, Fingerprints, KeptResult, ResultCache, ResultStore, ResultStoreError,
    SqlResults,
};
pub use runner::{RunFailure, Runner};
pub use worker::Worker;
