//! The claim, as SQLite does it: transactions that write are one at a time, so the first row in order is ours.

use crate::{Connection, StoreError, Timestamp, error::During};
use runyard_types::{ExecutionId, OwnerId};
use uuid::Uuid;

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

/// Leases the first execution that is due: highest priority, then the owners in turn, then longest due, then first
/// accepted.
///
/// # Errors
/// The statement failed.
pub async fn claim(
    db: &mut Connection,
    request: &ClaimRequest<'_>,
) -> Result<Option<ClaimedRow>, StoreError> {
    let row: Option<(Uuid, Uuid, u32, u32, i64, Vec<u8>)> = sqlx::query_as(
        "UPDATE executions
         SET status = 'RUNNING', attempts = attempts + 1, epoch = epoch + 1,
             instance = $1, worker = $2, lease_until = $3, started_at = $4, changed_at = $4
         WHERE seq = (SELECT seq FROM executions WHERE status = 'QUEUED' AND available_at <= $5
                      ORDER BY priority DESC, turn, available_at, seq LIMIT 1)
         RETURNING id, owner, attempts, epoch, created_at,
                   (SELECT body FROM submissions WHERE submissions.execution = executions.seq)",
    )
    .bind(request.instance)
    .bind(request.worker)
    .bind(request.lease_until.as_micros())
    .bind(request.wall.as_micros())
    .bind(request.now.as_micros())
    .fetch_optional(db)
    .await
    .during("claim the next execution")?;
    Ok(row.map(|(id, owner, attempts, epoch, created_at, submission)| ClaimedRow {
        id: id.into(),
        owner: owner.into(),
        attempts,
        epoch,
        created_at: Timestamp::from_micros(created_at),
        submission,
    }))
}
