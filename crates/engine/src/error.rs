//! Our own failures. A program that fails is a report, never one of these.

use runyard_languages::ResolveError;
use runyard_launcher_client::LauncherError;
use std::{io, time::Duration};

/// The execution could not be carried out; nothing about the program follows from it. May be retried.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The language was removed between submission and execution.
    #[error("find the language of the submission")]
    Language(#[source] ResolveError),
    /// No slot could be leased.
    #[error("lease a slot")]
    Lease(#[source] LauncherError),
    /// The files do not fit the archive.
    #[error("pack the submission's files")]
    Pack(#[source] io::Error),
    /// No pipe or terminal.
    #[error("make the program's standard streams")]
    Streams(#[source] io::Error),
    /// The slot failed.
    #[error("run the stage")]
    Stage(#[source] LauncherError),
    /// A stream of ours failed in a way no program can cause.
    #[error("read the program's output")]
    Output(#[source] io::Error),
    /// The slot did not end a stage long after its time limit.
    #[error("hear from the slot within {0:?}")]
    Silent(Duration),
}
