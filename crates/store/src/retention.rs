//! Forgetting what ended long ago.

use crate::{Connection, StoreError, Timestamp, error::During};

/// Forgets at most `limit` executions that ended before `finished_before`, oldest first, with all that belongs to
/// them. A dead letter nobody has replayed stays until `dead_before`. How many were forgotten.
///
/// # Errors
/// The statement failed.
pub async fn forget_executions(
    db: &mut Connection,
    finished_before: Timestamp,
    dead_before: Timestamp,
    limit: u32,
) -> Result<u64, StoreError> {
    let gone = sqlx::query(
        "DELETE FROM executions WHERE seq IN (
            SELECT e.seq FROM executions e LEFT JOIN dead_letters d ON d.execution = e.seq
            WHERE e.finished_at IS NOT NULL AND e.finished_at < $1
              AND (d.execution IS NULL OR d.replayed_as IS NOT NULL OR d.at < $2)
            ORDER BY e.finished_at LIMIT $3)",
    )
    .bind(finished_before.as_micros())
    .bind(dead_before.as_micros())
    .bind(limit)
    .execute(db)
    .await
    .during("forget old executions")?;
    Ok(gone.rows_affected())
}
