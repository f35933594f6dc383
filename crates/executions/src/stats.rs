//! Numbers about the queue.

use crate::Executions;
use runyard_store::{StoreError, stats, workers};
use std::time::Duration;

/// A worker that has not said for this long that it lives does not count.
pub(crate) const WORKER_SILENCE: Duration = Duration::from_secs(30);

/// The queue at one moment, and counts since the database was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stats {
    /// Executions that wait.
    pub waiting: u64,
    /// Executions that run.
    pub running: u64,
    /// Ended as COMPLETED.
    pub completed: u64,
    /// Ended as FAILED.
    pub failed: u64,
    /// Ended as CANCELLED.
    pub cancelled: u64,
    /// Ended as TIMEOUT.
    pub timeout: u64,
    /// How many may wait.
    pub depth_limit: u64,
    /// Age of the one that waits longest.
    pub oldest_waiting: Option<Duration>,
    /// Programs that may run at once, over all live workers.
    pub workers: u64,
    /// Mean time in the queue of the last 100 that ended.
    pub average_wait: Option<Duration>,
    /// Mean time from start to end of the last 100 that ended.
    pub average_run: Option<Duration>,
}

impl Executions {
    /// The numbers now.
    ///
    /// # Errors
    /// The store failed.
    pub async fn stats(&self) -> Result<Stats, StoreError> {
        let wall = self.inner.store.clock().wall();
        let mut db = self.inner.store.read().await?;
        let numbers = stats::read(&mut db, wall).await?;
        let workers = workers::permits(&mut db, wall.minus(WORKER_SILENCE)).await?;
        Ok(Stats {
            waiting: numbers.waiting,
            running: numbers.running,
            completed: numbers.completed,
            failed: numbers.failed,
            cancelled: numbers.cancelled,
            timeout: numbers.timeout,
            depth_limit: self.inner.queue.policy().max_depth,
            oldest_waiting: numbers.oldest_waiting,
            workers,
            average_wait: numbers.average_wait,
            average_run: numbers.average_run,
        })
    }
}
