//! Accepting work.

use crate::Executions;
use runyard_store::{ExecutionRecord, StoreError};
use runyard_types::{OwnerId, SessionId, Submission};
use std::time::Duration;

/// A validated request with its limits resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct NewExecution {
    /// What to run.
    pub submission: Submission,
}

/// Makes a repeat of the same request return the first execution. Scoped to the owner, kept for 24 hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idempotency {
    /// The caller's key.
    pub key: String,
    /// Digest of what makes two requests the same: method, path, body.
    pub fingerprint: [u8; 32],
}

/// The answer to a request that was accepted.
#[derive(Debug, Clone, PartialEq)]
pub enum Submitted {
    /// A new execution.
    New(ExecutionRecord),
    /// The execution an earlier request with the same key made, as it is now.
    Existing(ExecutionRecord),
}

impl Submitted {
    /// The record of either.
    #[must_use]
    pub fn record(&self) -> &ExecutionRecord {
        match self {
            Self::New(record) | Self::Existing(record) => record,
        }
    }
}

/// Why a request was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// The queue holds as many executions as it may.
    #[error("accept an execution: the queue is full")]
    QueueFull {
        /// When trying again makes sense.
        retry_after: Duration,
    },
    /// The key was used with another request.
    #[error("accept an execution: the idempotency key belongs to another request")]
    IdempotencyMismatch,
    /// The server is going down.
    #[error("accept an execution: the server is shutting down")]
    ShuttingDown,
    /// The store failed.
    #[error("accept an execution")]
    Store(#[from] StoreError),
}

impl Executions {
    /// Accepts an execution: once this returns, it survives the death of the server.
    ///
    /// # Errors
    /// See [`SubmitError`]; nothing was accepted then.
    pub async fn submit(
        &self,
        owner: OwnerId,
        new: NewExecution,
        idempotency: Option<Idempotency>,
        session: Option<SessionId>,
    ) -> Result<Submitted, SubmitError> {
        let _ = (owner, new, idempotency, session);
        todo!()
    }
}
