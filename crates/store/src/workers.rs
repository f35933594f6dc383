//! Which workers live: each says so again and again.

use crate::{Connection, StoreError, Timestamp, error::During};

/// Says that a worker lives and how many programs it runs at once.
///
/// # Errors
/// The statement failed.
pub async fn seen(
    db: &mut Connection,
    worker: &str,
    permits: u32,
    wall: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO workers (id, permits, seen_at) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET permits = excluded.permits, seen_at = excluded.seen_at",
    )
    .bind(worker)
    .bind(permits)
    .bind(wall.as_micros())
    .execute(db)
    .await
    .during("note that a worker lives")?;
    Ok(())
}

/// Forgets one worker.
///
/// # Errors
/// The statement failed.
pub async fn gone(db: &mut Connection, worker: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM workers WHERE id = $1")
        .bind(worker)
        .execute(db)
        .await
        .during("forget a worker")?;
    Ok(())
}

/// Forgets all workers: those of a server that has just started are not there yet.
///
/// # Errors
/// The statement failed.
pub async fn forget_all(db: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM workers").execute(db).await.during("forget all workers")?;
    Ok(())
}

/// Forgets workers not seen since `oldest`.
///
/// # Errors
/// The statement failed.
pub async fn forget(db: &mut Connection, oldest: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM workers WHERE seen_at < $1")
        .bind(oldest.as_micros())
        .execute(db)
        .await
        .during("forget silent workers")?;
    Ok(())
}

/// Programs that may run at once over all workers seen since `oldest`.
///
/// # Errors
/// The statement failed.
pub async fn permits(db: &mut Connection, oldest: Timestamp) -> Result<u64, StoreError> {
    let total: i64 = sqlx::query_scalar(
        "SELECT CAST(coalesce(sum(permits), 0) AS BIGINT) FROM workers WHERE seen_at >= $1",
    )
    .bind(oldest.as_micros())
    .fetch_one(db)
    .await
    .during("count the workers")?;
    Ok(u64::try_from(total).unwrap_or_default())
}
