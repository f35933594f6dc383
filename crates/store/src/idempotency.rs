//! Keys that make a repeated request return the first execution.

use crate::{Connection, StoreError, Timestamp, error::During};
use runyard_types::{ExecutionId, OwnerId};
use uuid::Uuid;

/// What a key stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyedExecution {
    /// Digest of the first request.
    pub fingerprint: [u8; 32],
    /// The execution it made.
    pub execution: ExecutionId,
}

/// What the key stands for, when it was used after `oldest`.
///
/// # Errors
/// The statement failed.
pub async fn find(
    db: &mut Connection,
    owner: OwnerId,
    key: &str,
    oldest: Timestamp,
) -> Result<Option<KeyedExecution>, StoreError> {
    let row: Option<(Vec<u8>, Uuid)> = sqlx::query_as(
        "SELECT k.fingerprint, e.id FROM idempotency_keys k JOIN executions e ON e.seq = k.execution
         WHERE k.owner = $1 AND k.key = $2 AND k.created_at > $3",
    )
    .bind(owner.as_uuid())
    .bind(key)
    .bind(oldest.as_micros())
    .fetch_optional(db)
    .await
    .during("look up an idempotency key")?;
    Ok(row.map(|(fingerprint, id)| KeyedExecution {
        // A digest of another length never equals one of this version.
        fingerprint: fingerprint.try_into().unwrap_or_default(),
        execution: id.into(),
    }))
}

/// Binds the key to an execution, replacing one not younger than `oldest`. Whether it was free.
///
/// # Errors
/// The statement failed.
pub async fn bind(
    db: &mut Connection,
    owner: OwnerId,
    key: &str,
    value: &KeyedExecution,
    wall: Timestamp,
    oldest: Timestamp,
) -> Result<bool, StoreError> {
    let bound = sqlx::query(
        "INSERT INTO idempotency_keys (owner, key, fingerprint, execution, created_at)
         SELECT $1, $2, $3, seq, $5 FROM executions WHERE id = $4
         ON CONFLICT (owner, key) DO UPDATE
         SET fingerprint = excluded.fingerprint, execution = excluded.execution, created_at = excluded.created_at
         WHERE idempotency_keys.created_at <= $6",
    )
    .bind(owner.as_uuid())
    .bind(key)
    .bind(value.fingerprint.as_slice())
    .bind(value.execution.as_uuid())
    .bind(wall.as_micros())
    .bind(oldest.as_micros())
    .execute(db)
    .await
    .during("bind an idempotency key")?;
    Ok(bound.rows_affected() == 1)
}

/// Forgets at most `limit` keys not younger than `oldest`. How many.
///
/// # Errors
/// The statement failed.
pub async fn forget(db: &mut Connection, oldest: Timestamp, limit: u32) -> Result<u64, StoreError> {
    let gone = sqlx::query(
        "DELETE FROM idempotency_keys WHERE (owner, key) IN
            (SELECT owner, key FROM idempotency_keys WHERE created_at <= $1 ORDER BY created_at LIMIT $2)",
    )
    .bind(oldest.as_micros())
    .bind(limit)
    .execute(db)
    .await
    .during("forget old idempotency keys")?;
    Ok(gone.rows_affected())
}
