//! The append-only log of every change of status. The database writes it itself, in the transaction of the change.

use crate::{Connection, StoreError, Timestamp, error::During, executions::parse_status};
use runyard_types::{ExecutionId, Status};
use uuid::Uuid;

/// One change of status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// Counted from 1 within the execution.
    pub seq: u32,
    /// The status before; none for the first.
    pub from: Option<Status>,
    /// The status after.
    pub to: Status,
    /// The epoch it belongs to.
    pub attempt: u32,
    /// Wall time.
    pub at: Timestamp,
}

/// The path of one execution, oldest first.
///
/// # Errors
/// The statement failed, or a row cannot be understood.
pub async fn of(db: &mut Connection, id: ExecutionId) -> Result<Vec<Transition>, StoreError> {
    let rows: Vec<(u32, Option<String>, String, u32, i64)> = sqlx::query_as(
        "SELECT t.seq, t.from_status, t.to_status, t.attempt, t.at
         FROM transitions t JOIN executions e ON e.seq = t.execution WHERE e.id = $1 ORDER BY t.seq",
    )
    .bind(id.as_uuid())
    .fetch_all(db)
    .await
    .during("read the transitions of an execution")?;
    rows.into_iter()
        .map(|(seq, from, to, attempt, at)| {
            Ok(Transition {
                seq,
                from: from.map(parse_status).transpose()?,
                to: parse_status(to)?,
                attempt,
                at: Timestamp::from_micros(at),
            })
        })
        .collect()
}

/// Executions that have not ended exactly once, or whose last transition is not their status. Once nothing waits or
/// runs any more, empty is the proof that nothing was lost and nothing doubled.
///
/// # Errors
/// The statement failed.
pub async fn unsettled(db: &mut Connection) -> Result<Vec<ExecutionId>, StoreError> {
    let rows: Vec<Uuid> = sqlx::query_scalar(
        "SELECT e.id FROM executions e
         WHERE (SELECT count(*) FROM transitions t
                WHERE t.execution = e.seq AND t.to_status NOT IN ('QUEUED', 'RUNNING')) <> 1
            OR (SELECT t.to_status FROM transitions t WHERE t.execution = e.seq ORDER BY t.seq DESC LIMIT 1)
               <> e.status
            OR e.report IS NULL",
    )
    .fetch_all(db)
    .await
    .during("look for executions that did not end once")?;
    Ok(rows.into_iter().map(Into::into).collect())
}
