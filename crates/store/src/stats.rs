//! Numbers about the queue.

use crate::{Connection, StoreError, Timestamp, error::During, executions::parse_status};
use runyard_types::Status;
use std::time::Duration;

/// Counts and times at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QueueNumbers {
    /// Executions that wait.
    pub waiting: u64,
    /// Executions that run.
    pub running: u64,
    /// Ever ended as COMPLETED.
    pub completed: u64,
    /// Ever ended as FAILED.
    pub failed: u64,
    /// Ever ended as TIMEOUT.
    pub timeout: u64,
    /// Ever ended as CANCELLED.
    pub cancelled: u64,
    /// Age of the one that waits longest.
    pub oldest_waiting: Option<Duration>,
    /// Mean time in the queue of the last 100 that ran and ended.
    pub average_wait: Option<Duration>,
    /// Mean time from start to end of the same.
    pub average_run: Option<Duration>,
}

/// Reads the numbers.
///
/// # Errors
/// A statement failed.
pub async fn read(db: &mut Connection, wall: Timestamp) -> Result<QueueNumbers, StoreError> {
    let mut numbers = QueueNumbers::default();
    let counters: Vec<(String, i64)> =
        sqlx::query_as("SELECT status, CAST(sum(total) AS BIGINT) FROM counters GROUP BY status")
            .fetch_all(&mut *db)
            .await
            .during("read the counters")?;
    for (status, total) in counters {
        let slot = match parse_status(status)? {
            Status::Queued => &mut numbers.waiting,
            Status::Running => &mut numbers.running,
            Status::Completed => &mut numbers.completed,
            Status::Failed => &mut numbers.failed,
            Status::Timeout => &mut numbers.timeout,
            Status::Cancelled => &mut numbers.cancelled,
        };
        *slot = u64::try_from(total).unwrap_or_default();
    }
    let (oldest, wait, run): (Option<i64>, Option<f64>, Option<f64>) = sqlx::query_as(
        "SELECT (SELECT min(created_at) FROM executions WHERE status = 'QUEUED'), avg(wait), avg(run)
         FROM (SELECT started_at - created_at AS wait, finished_at - started_at AS run FROM executions
               WHERE finished_at IS NOT NULL AND started_at IS NOT NULL ORDER BY finished_at DESC LIMIT 100) AS latest",
    )
    .fetch_one(db)
    .await
    .during("read the queue's times")?;
    numbers.oldest_waiting = oldest.map(|at| wall.since(Timestamp::from_micros(at)));
    numbers.average_wait = wait.map(micros);
    numbers.average_run = run.map(micros);
    Ok(numbers)
}

fn micros(value: f64) -> Duration {
    Duration::try_from_secs_f64(value / 1e6).unwrap_or_default()
}
