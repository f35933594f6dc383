//! The claim, as SQLite does it: transactions that write are one at a time, so the first row in order is ours.

use crate::Timestamp;
use runyard_types::{ExecutionId, OwnerId};

/// Who claims, until when, and the time by both clocks.
#[derive(Debug, Clone)]
pub struct ClaimRequest<'a> {
    /// The server process.
    pub instance: &'a str,
    /// The worker within it.
    pub worker: &'a str,
    /// Steady time now: only what is due is claimed.
    pub now: Timestamp,
    /// Steady time at which the lease ends.
    pub lease_until: Timestamp,
    /// Wall time now.
    pub wall: Timestamp,
}

/// One row that was claimed.
#[derive(Debug, Clone)]
pub struct ClaimedRow {
    /// Its id.
    pub id: ExecutionId,
    /// Who asked for it.
    pub owner: OwnerId,
    /// Attempts counted, this one included.
    pub attempts: u32,
    /// The fence for every later write.
    pub epoch: u32,
    /// Wall time of acceptance.
    pub created_at: Timestamp,
    /// The submission in its stored form.
    pub submission: Vec<u8>,
}

/// The claim, with parameters for the instance, the worker, the end of the lease, the wall time and the steady time.
pub(crate) const CLAIM: &str = "UPDATE executions
    SET status = 'RUNNING', attempts = attempts + 1, epoch = epoch + 1, instance = $1, worker = $2, lease_until = $3,
        started_at = $4, changed_at = $4
    WHERE seq = (SELECT seq FROM executions WHERE status = 'QUEUED' AND available_at <= $5
                 ORDER BY priority DESC, turn, available_at, seq LIMIT 1)
    RETURNING id, owner, attempts, epoch, created_at,
              (SELECT body FROM submissions WHERE submissions.execution = executions.seq)";
