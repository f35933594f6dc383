//! What goes into the queue and what comes out of it.

use runyard_store::Timestamp;
use runyard_types::{ExecutionId, OwnerId, Report, SessionId, Submission};
use std::{fmt, sync::Arc, time::Duration};

/// Names a worker within its server process.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WorkerId(Arc<str>);

impl WorkerId {
    /// A worker of this name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WorkerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A job to accept.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// Its id, made by the caller.
    pub id: ExecutionId,
    /// Who asked for it.
    pub owner: OwnerId,
    /// The code session it belongs to.
    pub session: Option<SessionId>,
    /// What to run.
    pub submission: Submission,
    /// Makes a repeat of the request find this job.
    pub key: Option<IdempotencyKey>,
}

/// A caller's key, scoped to the job's owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// The key.
    pub key: String,
    /// Digest of what makes two requests the same.
    pub fingerprint: [u8; 32],
}

/// What became of a job offered to the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enqueued {
    /// It was accepted and will be run.
    Accepted {
        /// How many will be claimed before it at most, as things stand.
        ahead: u64,
        /// Wall time of acceptance.
        at: Timestamp,
    },
    /// The key already stands for this execution of the same request.
    Repeated(ExecutionId),
    /// The key already stands for another request.
    KeyConflict,
    /// As many wait as may.
    Full,
}

/// A claim: the right to run one attempt, until the lease is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lease {
    /// What to run.
    pub execution: ExecutionId,
    /// The fence; also the number of the attempt in live events.
    pub epoch: u32,
}

/// A job that was claimed.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The right to run it.
    pub lease: Lease,
    /// How long the lease holds from now unless renewed.
    pub lease_for: Duration,
    /// Attempts counted, this one included.
    pub attempts: u32,
    /// Wall time at which the attempt began.
    pub started_at: Timestamp,
    /// Who asked for it.
    pub owner: OwnerId,
    /// What to run.
    pub submission: Submission,
}

/// The answer to a heartbeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// The lease holds for its full length from now.
    Renewed,
    /// It holds, and the owner has asked to cancel the execution.
    CancelRequested,
    /// It is lost: stop the program, its outcome does not count.
    Lost,
}

/// Where an execution went after its attempt failed or its lease was taken away.
#[derive(Debug, Clone, PartialEq)]
pub enum SettledAs {
    /// Back into the queue, to be claimed after the delay.
    Requeued {
        /// How long it is kept back.
        delay: Duration,
    },
    /// Given up: this is its report, and it is among the dead letters.
    GivenUp(Report),
    /// Its owner had cancelled it: this is its report.
    Cancelled(Report),
    /// Nowhere: the lease was lost before, somebody else has decided.
    Lost,
}

/// One execution that was settled by the queue itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// The lease that ended.
    pub lease: Lease,
    /// What became of the execution.
    pub outcome: SettledAs,
}

/// The answer to a request to cancel.
#[derive(Debug, Clone, PartialEq)]
pub enum Cancelling {
    /// It waited and is cancelled: this is its report.
    Done {
        /// Number of its latest attempt; 0 when none had begun.
        epoch: u32,
        /// Its report.
        report: Box<Report>,
    },
    /// It runs; its worker must be told.
    Requested {
        /// The attempt that runs.
        epoch: u32,
    },
    /// It had ended before.
    Ended,
    /// There is none with this id.
    NotFound,
}

/// The answer to a request to replay a dead letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replay {
    /// A new execution of the same submission.
    Replayed(ExecutionId),
    /// It was replayed before, as this execution.
    Already(ExecutionId),
    /// The queue is full.
    Full,
    /// There is no such dead letter.
    NotFound,
}
