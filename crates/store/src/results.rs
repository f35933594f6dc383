//! Answers kept for whoever asks for the same again.
//!
//! A row is a key, an answer in its stored form, and when it was kept; what may be kept and when it may be used is decided
//! elsewhere. All rows together take a bounded number of bytes: the oldest make room.

use crate::{Connection, StoreError, Timestamp, error::During};

/// What a row takes beside its answer: key, index entries and the page's own, rounded up.
const ROW_BYTES: u64 = 160;
/// Rows that make room in one statement, and such statements in one go. A room that was made smaller is reached in a few goes.
const ROOM_ROWS: u32 = 8;
const ROOM_ROUNDS: u32 = 64;

/// A kept answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRow {
    /// Wall time at which it was kept.
    pub kept_at: Timestamp,
    /// The answer in its stored form.
    pub body: Vec<u8>,
}

/// The answer kept under this key after `oldest`.
///
/// # Errors
/// The statement failed.
pub async fn find(
    db: &mut Connection,
    key: &[u8; 32],
    oldest: Timestamp,
) -> Result<Option<KeptRow>, StoreError> {
    let row: Option<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT kept_at, body FROM results WHERE key = $1 AND kept_at > $2")
            .bind(key.as_slice())
            .bind(oldest.as_micros())
            .fetch_optional(db)
            .await
            .during("look up a kept answer")?;
    Ok(row.map(|(kept_at, body)| KeptRow { kept_at: Timestamp::from_micros(kept_at), body }))
}

/// Keeps an answer instead of what was kept under its key, and makes room until all together take `max_bytes` at most.
///
/// # Errors
/// A statement failed.
pub async fn keep(
    db: &mut Connection,
    key: &[u8; 32],
    row: &KeptRow,
    max_bytes: u64,
) -> Result<(), StoreError> {
    let bytes = u64::try_from(row.body.len()).unwrap_or(u64::MAX).saturating_add(ROW_BYTES);
    sqlx::query(
        "INSERT INTO results (key, kept_at, bytes, body) VALUES ($1, $2, $3, $4)
         ON CONFLICT (key) DO UPDATE SET kept_at = excluded.kept_at, bytes = excluded.bytes, body = excluded.body",
    )
    .bind(key.as_slice())
    .bind(row.kept_at.as_micros())
    .bind(i64::try_from(bytes).unwrap_or(i64::MAX))
    .bind(&row.body)
    .execute(&mut *db)
    .await
    .during("keep an answer")?;
    for _ in 0..ROOM_ROUNDS {
        if size(db).await? <= max_bytes {
            break;
        }
        sqlx::query(
            "DELETE FROM results WHERE seq IN (SELECT seq FROM results ORDER BY kept_at, seq LIMIT $1)",
        )
        .bind(ROOM_ROWS)
        .execute(&mut *db)
        .await
        .during("make room for an answer")?;
    }
    Ok(())
}

/// Bytes of all rows together.
///
/// # Errors
/// The statement failed.
pub async fn size(db: &mut Connection) -> Result<u64, StoreError> {
    let total: i64 = sqlx::query_scalar("SELECT total FROM results_size")
        .fetch_one(db)
        .await
        .during("read the size of kept answers")?;
    Ok(u64::try_from(total).unwrap_or_default())
}

/// Forgets at most `limit` answers not younger than `oldest`. How many.
///
/// # Errors
/// The statement failed.
pub async fn forget(db: &mut Connection, oldest: Timestamp, limit: u32) -> Result<u64, StoreError> {
    let gone = sqlx::query(
        "DELETE FROM results WHERE seq IN
            (SELECT seq FROM results WHERE kept_at <= $1 ORDER BY kept_at, seq LIMIT $2)",
    )
    .bind(oldest.as_micros())
    .bind(limit)
    .execute(db)
    .await
    .during("forget old answers")?;
    Ok(gone.rows_affected())
}
