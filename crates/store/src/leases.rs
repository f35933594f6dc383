//! Writes under a lease, and the end of leases.
//!
//! Every statement here says `id AND epoch AND status = 'RUNNING'` and tells whether a row changed: a worker that was
//! paused for longer than its lease changes nothing when it wakes up.

use crate::{Connection, StoreError, Timestamp, body::encode, error::During, executions::parse_status};
use runyard_types::{ExecutionId, Report, Status};
use uuid::Uuid;

/// The fence: one claim of one execution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fence {
    /// The execution.
    pub id: ExecutionId,
    /// Which claim of it.
    pub epoch: u32,
}

/// What decides about an execution's next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its status.
    pub status: Status,
    /// Attempts counted.
    pub attempts: u32,
    /// The latest claim.
    pub epoch: u32,
    /// Steady time at which it can be claimed.
    pub available_at: Timestamp,
    /// Steady time at which the lease ends.
    pub lease_until: Option<Timestamp>,
    /// Whether its owner asked to cancel it.
    pub cancel_requested: bool,
}

/// A report in its stored form, made before the writer is asked to keep it.
#[derive(Debug, Clone)]
pub struct StoredReport {
    pub(crate) status: Status,
    pub(crate) body: Vec<u8>,
}

impl StoredReport {
    /// Encodes a report.
    ///
    /// # Errors
    /// The report has no stored form.
    pub fn new(report: &Report) -> Result<Self, StoreError> {
        Ok(Self { status: report.verdict.status(), body: encode("report", report)? })
    }

    /// About how many bytes recording it writes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.body.len()
    }
}

/// How the execution stands.
///
/// # Errors
/// The statement failed, or the row cannot be understood.
pub async fn standing(db: &mut Connection, id: ExecutionId) -> Result<Option<Standing>, StoreError> {
    let row: Option<(String, u32, u32, i64, Option<i64>, bool)> = sqlx::query_as(
        "SELECT status, attempts, epoch, available_at, lease_until, cancel_requested FROM executions WHERE id = $1",
    )
    .bind(id.as_uuid())
    .fetch_optional(db)
    .await
    .during("read how an execution stands")?;
    row.map(|(status, attempts, epoch, available_at, lease_until, cancel_requested)| {
        Ok(Standing {
            status: parse_status(status)?,
            attempts,
            epoch,
            available_at: Timestamp::from_micros(available_at),
            lease_until: lease_until.map(Timestamp::from_micros),
            cancel_requested,
        })
    })
    .transpose()
}

/// Extends a lease. `None` when it is lost; otherwise whether cancelling was asked for.
///
/// # Errors
/// The statement failed.
pub async fn extend(db: &mut Connection, fence: Fence, until: Timestamp) -> Result<Option<bool>, StoreError> {
    sqlx::query_scalar(
        "UPDATE executions SET lease_until = $1 WHERE id = $2 AND epoch = $3 AND status = 'RUNNING'
         RETURNING cancel_requested",
    )
    .bind(until.as_micros())
    .bind(fence.id.as_uuid())
    .bind(fence.epoch)
    .fetch_optional(db)
    .await
    .during("extend a lease")
}

/// Records an end, with parameters in the order of [`finish`].
pub(crate) const FINISH: &str = "UPDATE executions
    SET status = $1, finished_at = $2, changed_at = $2, last_event_seq = $3, report = $4,
        instance = NULL, worker = NULL, lease_until = NULL
    WHERE id = $5 AND epoch = $6 AND status = 'RUNNING'";

/// Records the end of a leased execution. Whether the lease still held.
///
/// # Errors
/// The statement failed.
pub async fn finish(
    db: &mut Connection,
    fence: Fence,
    report: &StoredReport,
    last_event_seq: u64,
    wall: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sqlx::query(FINISH)
        .bind(report.status.as_str())
        .bind(wall.as_micros())
        .bind(i64::try_from(last_event_seq).unwrap_or(i64::MAX))
        .bind(&report.body)
        .bind(fence.id.as_uuid())
        .bind(fence.epoch)
        .execute(db)
        .await
        .during("record the end of an execution")?;
    Ok(changed.rows_affected() == 1)
}

/// Puts a leased execution back into the queue. `attempts` replaces the count. Whether the lease still held.
///
/// # Errors
/// The statement failed.
pub async fn requeue(
    db: &mut Connection,
    fence: Fence,
    attempts: u32,
    available_at: Timestamp,
    wall: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sqlx::query(
        "UPDATE executions
         SET status = 'QUEUED', attempts = $1, available_at = $2, changed_at = $3, started_at = NULL,
             instance = NULL, worker = NULL, lease_until = NULL
         WHERE id = $4 AND epoch = $5 AND status = 'RUNNING'",
    )
    .bind(attempts)
    .bind(available_at.as_micros())
    .bind(wall.as_micros())
    .bind(fence.id.as_uuid())
    .bind(fence.epoch)
    .execute(db)
    .await
    .during("put an execution back into the queue")?;
    Ok(changed.rows_affected() == 1)
}

/// Cancels an execution that waits. Whether it still waited.
///
/// # Errors
/// The statement failed.
pub async fn cancel_waiting(
    db: &mut Connection,
    id: ExecutionId,
    report: &StoredReport,
    wall: Timestamp,
) -> Result<bool, StoreError> {
    let changed = sqlx::query(
        "UPDATE executions
         SET status = 'CANCELLED', cancel_requested = TRUE, finished_at = $1, changed_at = $1, report = $2
         WHERE id = $3 AND status = 'QUEUED'",
    )
    .bind(wall.as_micros())
    .bind(&report.body)
    .bind(id.as_uuid())
    .execute(db)
    .await
    .during("cancel an execution that waits")?;
    Ok(changed.rows_affected() == 1)
}

/// Marks a running execution as to be cancelled. Its epoch, when it still runs.
///
/// # Errors
/// The statement failed.
pub async fn request_cancel(db: &mut Connection, id: ExecutionId) -> Result<Option<u32>, StoreError> {
    sqlx::query_scalar(
        "UPDATE executions SET cancel_requested = TRUE WHERE id = $1 AND status = 'RUNNING' RETURNING epoch",
    )
    .bind(id.as_uuid())
    .fetch_optional(db)
    .await
    .during("ask a worker to cancel an execution")
}

/// Leases whose time is over.
///
/// # Errors
/// The statement failed.
pub async fn expired(db: &mut Connection, now: Timestamp, limit: u32) -> Result<Vec<Fence>, StoreError> {
    let rows: Vec<(Uuid, u32)> = sqlx::query_as(
        "SELECT id, epoch FROM executions WHERE status = 'RUNNING' AND lease_until <= $1
         ORDER BY lease_until LIMIT $2",
    )
    .bind(now.as_micros())
    .bind(limit)
    .fetch_all(db)
    .await
    .during("find leases that are over")?;
    Ok(rows.into_iter().map(|(id, epoch)| Fence { id: id.into(), epoch }).collect())
}

/// Leases held by other server processes than this one.
///
/// # Errors
/// The statement failed.
pub async fn of_other_instances(db: &mut Connection, instance: &str) -> Result<Vec<Fence>, StoreError> {
    let rows: Vec<(Uuid, u32)> = sqlx::query_as(
        "SELECT id, epoch FROM executions WHERE status = 'RUNNING' AND instance <> $1 ORDER BY lease_until",
    )
    .bind(instance)
    .fetch_all(db)
    .await
    .during("find leases of servers that are gone")?;
    Ok(rows.into_iter().map(|(id, epoch)| Fence { id: id.into(), epoch }).collect())
}

/// Makes no waiting execution wait beyond `latest`: the steady clock of an earlier process may have been ahead.
///
/// # Errors
/// The statement failed.
pub async fn clamp_delays(db: &mut Connection, latest: Timestamp) -> Result<(), StoreError> {
    sqlx::query("UPDATE executions SET available_at = $1 WHERE status = 'QUEUED' AND available_at > $1")
        .bind(latest.as_micros())
        .execute(db)
        .await
        .during("shorten delays")?;
    Ok(())
}

/// When the next thing is due by itself: a delayed execution becomes available or a lease ends.
///
/// # Errors
/// The statement failed.
pub async fn next_due(db: &mut Connection, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
    let due: Option<i64> = sqlx::query_scalar(
        "SELECT min(at) FROM (
            SELECT min(available_at) AS at FROM executions WHERE status = 'QUEUED' AND available_at > $1
            UNION ALL
            SELECT min(lease_until) FROM executions WHERE status = 'RUNNING') AS due",
    )
    .bind(now.as_micros())
    .fetch_one(db)
    .await
    .during("find what is due next")?;
    Ok(due.map(Timestamp::from_micros))
}
