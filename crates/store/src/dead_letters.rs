//! Executions given up after too many failures of ours, with the evidence.

use crate::{Connection, StoreError, Timestamp, error::During, leases::Fence};
use runyard_types::{ExecutionId, OwnerId};
use uuid::Uuid;

/// One attempt that failed for a reason that is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedAttempt {
    /// Which attempt.
    pub epoch: u32,
    /// Who ran it.
    pub worker: Option<String>,
    /// What kind of failure, in one word.
    pub kind: String,
    /// What is known about it.
    pub detail: String,
    /// When.
    pub at: Timestamp,
}

/// An execution that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// The execution.
    pub execution: ExecutionId,
    /// Who asked for it.
    pub owner: OwnerId,
    /// Its language.
    pub language: String,
    /// When it was given up.
    pub at: Timestamp,
    /// The execution that replays it.
    pub replayed_as: Option<ExecutionId>,
    /// What happened, oldest first.
    pub failures: Vec<FailedAttempt>,
}

/// Notes why an attempt failed. Call it while the row still names its worker.
///
/// # Errors
/// The statement failed.
pub async fn note_failure(
    db: &mut Connection,
    fence: Fence,
    kind: &str,
    detail: &str,
    wall: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO failures (execution, epoch, worker, kind, detail, at)
         SELECT seq, epoch, worker, $1, $2, $3 FROM executions WHERE id = $4 AND epoch = $5 AND status = 'RUNNING'",
    )
    .bind(kind)
    .bind(detail.replace('\0', "\u{fffd}"))
    .bind(wall.as_micros())
    .bind(fence.id.as_uuid())
    .bind(fence.epoch)
    .execute(db)
    .await
    .during("note why an attempt failed")?;
    Ok(())
}

/// Adds an execution to the dead letters.
///
/// # Errors
/// The statement failed.
pub async fn add(db: &mut Connection, id: ExecutionId, wall: Timestamp) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO dead_letters (execution, at) SELECT seq, $1 FROM executions WHERE id = $2")
        .bind(wall.as_micros())
        .bind(id.as_uuid())
        .execute(db)
        .await
        .during("add a dead letter")?;
    Ok(())
}

/// The latest dead letters, newest first, at most `limit`.
///
/// # Errors
/// A statement failed.
pub async fn list(db: &mut Connection, limit: u32) -> Result<Vec<DeadLetter>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT e.id, e.owner, e.language, d.at, d.replayed_as, d.execution
         FROM dead_letters d JOIN executions e ON e.seq = d.execution ORDER BY d.at DESC, d.execution DESC LIMIT $1",
    )
    .bind(limit)
    .fetch_all(&mut *db)
    .await
    .during("list dead letters")?;
    let mut letters = Vec::with_capacity(rows.len());
    for row in rows {
        letters.push(with_evidence(db, row).await?);
    }
    Ok(letters)
}

/// The dead letter of one execution.
///
/// # Errors
/// A statement failed.
pub async fn get(db: &mut Connection, id: ExecutionId) -> Result<Option<DeadLetter>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT e.id, e.owner, e.language, d.at, d.replayed_as, d.execution
         FROM dead_letters d JOIN executions e ON e.seq = d.execution WHERE e.id = $1",
    )
    .bind(id.as_uuid())
    .fetch_optional(&mut *db)
    .await
    .during("read a dead letter")?;
    match row {
        Some(row) => with_evidence(db, row).await.map(Some),
        None => Ok(None),
    }
}

/// Notes which execution replays a dead letter. Whether it was there and not replayed before.
///
/// # Errors
/// The statement failed.
pub async fn mark_replayed(
    db: &mut Connection,
    id: ExecutionId,
    replay: ExecutionId,
) -> Result<bool, StoreError> {
    let changed = sqlx::query(
        "UPDATE dead_letters SET replayed_as = $1
         WHERE execution = (SELECT seq FROM executions WHERE id = $2) AND replayed_as IS NULL",
    )
    .bind(replay.as_uuid())
    .bind(id.as_uuid())
    .execute(db)
    .await
    .during("mark a dead letter as replayed")?;
    Ok(changed.rows_affected() == 1)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    owner: Uuid,
    language: String,
    at: i64,
    replayed_as: Option<Uuid>,
    execution: i64,
}

async fn with_evidence(db: &mut Connection, row: Row) -> Result<DeadLetter, StoreError> {
    let failures: Vec<(u32, Option<String>, String, String, i64)> = sqlx::query_as(
        "SELECT epoch, worker, kind, detail, at FROM failures WHERE execution = $1 ORDER BY epoch",
    )
    .bind(row.execution)
    .fetch_all(db)
    .await
    .during("read the evidence of a dead letter")?;
    Ok(DeadLetter {
        execution: row.id.into(),
        owner: row.owner.into(),
        language: row.language,
        at: Timestamp::from_micros(row.at),
        replayed_as: row.replayed_as.map(Into::into),
        failures: failures
            .into_iter()
            .map(|(epoch, worker, kind, detail, at)| FailedAttempt {
                epoch,
                worker,
                kind,
                detail,
                at: Timestamp::from_micros(at),
            })
            .collect(),
    })
}
