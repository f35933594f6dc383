//! Accepting work.

use crate::Executions;
use runyard_queue::{Enqueued, IdempotencyKey, NewJob};
use runyard_store::{ExecutionRecord, StoreError};
use runyard_types::{ExecutionId, OwnerId, SessionId, Status, Submission};
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
        let id = ExecutionId::new();
        let NewExecution { submission } = new;
        let (action, language, priority) =
            (submission.action, submission.language.clone(), submission.priority);
        if !self.accepts() {
            return Err(SubmitError::ShuttingDown);
        }
        let key = idempotency.map(|Idempotency { key, fingerprint }| IdempotencyKey { key, fingerprint });
        match self.inner.queue.enqueue(NewJob { id, owner, session, submission, key }).await? {
            Enqueued::Accepted { ahead, at } => Ok(Submitted::New(ExecutionRecord {
                id,
                owner,
                status: Status::Queued,
                action,
                language,
                priority,
                attempts: 0,
                created_at: at.to_datetime(),
                started_at: None,
                finished_at: None,
                queue_time: None,
                queue_position: Some(ahead + 1),
                report: None,
                session,
                cancel_requested: false,
            })),
            Enqueued::Repeated(first) => match self.get(first).await? {
                Some(first) => Ok(Submitted::Existing(first)),
                // Forgotten between the two statements: the key is free again.
                None => Err(SubmitError::Store(StoreError::KeyTaken)),
            },
            Enqueued::KeyConflict => Err(SubmitError::IdempotencyMismatch),
            Enqueued::Full => Err(SubmitError::QueueFull { retry_after: self.retry_after().await? }),
        }
    }

    async fn retry_after(&self) -> Result<Duration, StoreError> {
        match self.inner.retry_after.fresh() {
            Some(estimate) => Ok(estimate),
            None => Ok(self.inner.retry_after.estimate(&self.stats().await?)),
        }
    }
}
