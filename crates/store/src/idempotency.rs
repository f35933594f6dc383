//! Keys that make a repeated request return the first execution.

use crate::{Connection, StoreError, Timestamp, error::During};
use runyard_types::ExecutionId;

/// What a key stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyedExecution {
    /// Digest of the first request.
    pub fingerprint: [u8; 32],
    /// The execution it made.
    pub execution: ExecutionId,
}

impl KeyedExecution {
    /// As it is in a row.
    pub(crate) fn new(fingerprint: Vec<u8>, execution: ExecutionId) -> Self {
        // A digest of another length never equals one of this version.
        Self { fingerprint: fingerprint.try_into().unwrap_or_default(), execution }
    }
}

/// What a key stands for when it was used after a time: owner, key, time.
pub(crate) const FIND_KEY: &str = "SELECT k.fingerprint, e.id
    FROM idempotency_keys k JOIN executions e ON e.seq = k.execution
    WHERE k.owner = $1 AND k.key = $2 AND k.created_at > $3";

/// Binds a key: owner, key, fingerprint, execution, time, and the time of those that are replaced.
pub(crate) const BIND_KEY: &str =
    "INSERT INTO idempotency_keys (owner, key, fingerprint, execution, created_at)
    SELECT $1, $2, $3, seq, $5 FROM executions WHERE id = $4
    ON CONFLICT (owner, key) DO UPDATE
    SET fingerprint = excluded.fingerprint, execution = excluded.execution, created_at = excluded.created_at
    WHERE idempotency_keys.created_at <= $6";

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
