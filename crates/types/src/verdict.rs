//! How an execution stands ([`Status`]) and how it ended ([`Verdict`], [`LimitHit`]).

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use utoipa::ToSchema;

/// Where an execution is on its way. Exactly one terminal status is ever recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    /// Accepted, waiting for a worker.
    Queued,
    /// A worker holds the lease.
    Running,
    /// The program ended by itself without an error.
    Completed,
    /// It failed: see the verdict.
    Failed,
    /// It was stopped at a time limit.
    Timeout,
    /// Its owner cancelled it.
    Cancelled,
}

impl Status {
    /// Whether this status is final.
    #[must_use]
    pub fn is_terminal(self) -> bool {
        !matches!(self, Self::Queued | Self::Running)
    }

    /// The name on the wire and in the store.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "QUEUED",
            Self::Running => "RUNNING",
            Self::Completed => "COMPLETED",
            Self::Failed => "FAILED",
            Self::Timeout => "TIMEOUT",
            Self::Cancelled => "CANCELLED",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Status {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Queued, Self::Running, Self::Completed, Self::Failed, Self::Timeout, Self::Cancelled]
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or(())
    }
}

/// How an execution ended, in the field's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Exit code 0, nothing to compare with.
    Ok,
    /// The answer matched.
    Accepted,
    /// The answer did not match.
    WrongAnswer,
    /// A time limit of the run was hit.
    TimeLimit,
    /// The memory limit was hit.
    MemoryLimit,
    /// Far more output than the limit.
    OutputLimit,
    /// A non-zero exit code or a signal.
    RuntimeError,
    /// The compiler refused the program, or was stopped at a limit.
    CompileError,
    /// The program made a kernel call that nothing it may do needs.
    ForbiddenCall,
    /// Cancelled by its owner.
    Cancelled,
    /// Our fault, not the program's.
    SystemError,
}

impl Verdict {
    /// The terminal status that goes with this verdict.
    #[must_use]
    pub fn status(self) -> Status {
        match self {
            Self::Ok | Self::Accepted | Self::WrongAnswer => Status::Completed,
            Self::TimeLimit => Status::Timeout,
            Self::Cancelled => Status::Cancelled,
            Self::MemoryLimit
            | Self::OutputLimit
            | Self::RuntimeError
            | Self::CompileError
            | Self::ForbiddenCall
            | Self::SystemError => Status::Failed,
        }
    }
}

/// The limit that ended or shaped a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitHit {
    /// Elapsed time of the run.
    WallTime,
    /// CPU time of the run, all processes together.
    CpuTime,
    /// Memory of the run, temporary files included.
    Memory,
    /// Bytes written to stdout or stderr.
    Output,
    /// Number of processes and threads.
    Processes,
    /// Elapsed time of the compile stage.
    CompileTime,
    /// Memory of the compile stage.
    CompileMemory,
}
