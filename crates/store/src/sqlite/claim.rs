//! The claim, as SQLite does it: transactions that write are one at a time, so the first row in order is ours.

use crate::{Connection, StoreError, Timestamp, error::During};
use runyard_types::{ExecutionId, OwnerId};
use sqlx::{Row as _, sqlite::SqliteRow};
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
    let row = sqlx::query(claim_statement!("$1", "$2", "$3", "$4", "$5"))
        .bind(request.instance)
        .bind(request.worker)
        .bind(request.lease_until.as_micros())
        .bind(request.wall.as_micros())
        .bind(request.now.as_micros())
        .fetch_optional(db)
        .await
        .during("claim the next execution")?;
    row.map(|row| ClaimedRow::from_row(&row).during("read the claimed execution")).transpose()
}

impl ClaimedRow {
    /// What [`claim_statement`] returns.
    pub(crate) fn from_row(row: &SqliteRow) -> Result<Self, sqlx::Error> {
        let (id, owner): (Uuid, Uuid) = (row.try_get(0)?, row.try_get(1)?);
        Ok(Self {
            id: id.into(),
            owner: owner.into(),
            attempts: row.try_get(2)?,
            epoch: row.try_get(3)?,
            created_at: Timestamp::from_micros(row.try_get(4)?),
            submission: row.try_get(5)?,
        })
    }
}

/// The claim, with these parameters for the instance, the worker, the end of the lease, the wall time and the steady time.
macro_rules! claim_statement {
    ($instance:literal, $worker:literal, $lease_until:literal, $wall:literal, $now:literal) => {
        concat!(
            "UPDATE executions
             SET status = 'RUNNING', attempts = attempts + 1, epoch = epoch + 1,
                 instance = ",
            $instance,
            ", worker = ",
            $worker,
            ", lease_until = ",
            $lease_until,
            ",
                 started_at = ",
            $wall,
            ", changed_at = ",
            $wall,
            "
             WHERE seq = (SELECT seq FROM executions WHERE status = 'QUEUED' AND available_at <= ",
            $now,
            "
                          ORDER BY priority DESC, turn, available_at, seq LIMIT 1)
             RETURNING id, owner, attempts, epoch, created_at,
                       (SELECT body FROM submissions WHERE submissions.execution = executions.seq)"
        )
    };
}
pub(crate) use claim_statement;
