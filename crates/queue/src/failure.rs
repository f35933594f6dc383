//! Failures that are ours: the program is not to blame and gets another attempt.

use runyard_types::{Report, Verdict};

/// What kind of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// The engine could not run the program.
    Engine,
    /// The worker's code panicked.
    Panic,
    /// The worker stopped renewing its lease.
    LeaseOver,
    /// The server process that held the lease is gone.
    ServerStopped,
    /// What was stored cannot be read any more.
    Unreadable,
}

impl FailureKind {
    /// The name in the evidence.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Engine => "engine",
            Self::Panic => "panic",
            Self::LeaseOver => "lease_over",
            Self::ServerStopped => "server_stopped",
            Self::Unreadable => "unreadable",
        }
    }

    /// For people who do not run the server.
    fn in_plain_words(self) -> &'static str {
        match self {
            Self::Engine => "the sandbox could not be started or watched",
            Self::Panic => "a fault inside the server stopped it",
            Self::LeaseOver => "the worker running it stopped answering",
            Self::ServerStopped => "the server stopped while it ran",
            Self::Unreadable => "the stored program could not be read back",
        }
    }
}

/// One failure of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What kind.
    pub kind: FailureKind,
    /// What is known, for operators: kept as evidence, never shown to the owner.
    pub detail: String,
}

impl Failure {
    /// The report of an execution given up after this failure.
    #[must_use]
    pub fn report(&self, attempts: u32) -> Report {
        let tried = if attempts == 1 { "once".to_owned() } else { format!("{attempts} times") };
        let message = format!(
            "Runyard could not run this program; the program is not to blame. It was tried {tried}; the last time {}.",
            self.kind.in_plain_words()
        );
        Report::bare(Verdict::SystemError, message)
    }
}
