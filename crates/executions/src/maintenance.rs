//! What happens by itself as time passes: leases end, delayed jobs become due, old things are forgotten.

use crate::stats::WORKER_SILENCE;
use runyard_events::Hub;
use runyard_queue::{Queue, Settled, SettledAs};
use runyard_store::{Store, StoreError, idempotency, results, retention, workers};
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, sleep_until, timeout};
use tokio_util::sync::CancellationToken;

/// The queue is looked at this often even when nothing is known to be due (and thrice in a lease: a lease that was made
/// meanwhile is not known). No healthy job waits for it.
const SAFETY: Duration = Duration::from_secs(5);
/// After a failure of the store.
const AFTER_FAILURE: Duration = Duration::from_secs(1);
/// Old things are forgotten this often.
const FORGET_EVERY: Duration = Duration::from_secs(60);
/// Rows forgotten in one transaction, and transactions in one go: nobody waits long behind them.
const FORGET_ROWS: u32 = 200;
const FORGET_ROUNDS: u32 = 50;

/// How long what has ended is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Executions.
    pub executions: Duration,
    /// Executions that are dead letters nobody has replayed.
    pub dead_letters: Duration,
    /// Answers that are given again.
    pub results: Duration,
}

impl Default for Retention {
    /// 7 days, dead letters 30, answers for an hour.
    fn default() -> Self {
        const HOUR: Duration = Duration::from_secs(60 * 60);
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        Self { executions: DAY * 7, dead_letters: DAY * 30, results: HOUR }
    }
}

/// The background task of a server process.
pub struct Maintenance {
    store: Store,
    queue: Arc<dyn Queue>,
    hub: Hub,
    retention: Retention,
}

impl Maintenance {
    pub(crate) fn new(store: Store, queue: Arc<dyn Queue>, hub: Hub, retention: Retention) -> Self {
        Self { store, queue, hub, retention }
    }

    /// Runs until `shutdown`.
    pub async fn run(self, shutdown: CancellationToken) {
        let mut delays = self.queue.delays();
        let mut forget_at = Instant::now();
        let safety = SAFETY.min(self.queue.policy().lease / 3);
        loop {
            delays.mark_seen();
            let pause = match self.sweep().await {
                Ok(due) => due.unwrap_or(safety).min(safety),
                Err(error) => {
                    tracing::error!(%error, "failed to look after the queue");
                    AFTER_FAILURE
                }
            };
            if Instant::now() >= forget_at {
                forget_at = Instant::now() + FORGET_EVERY;
                if let Err(error) = self.forget().await {
                    tracing::error!(%error, "failed to forget what is old");
                }
            }
            self.hub.evict();
            tokio::select! {
                () = shutdown.cancelled() => return,
                // The pause ends, or something is due earlier than was known.
                _ = timeout(pause, delays.changed()) => {}
                () = sleep_until(forget_at) => {}
            }
        }
    }

    /// Takes back leases that are over and tells their watchers. How long until the next thing is due.
    ///
    /// # Errors
    /// The store failed.
    pub async fn sweep(&self) -> Result<Option<Duration>, StoreError> {
        for settled in self.queue.sweep().await? {
            tracing::warn!(execution = %settled.lease.execution, outcome = ?settled.outcome, "a lease is over");
            tell(&self.hub, &settled);
        }
        self.queue.next_due().await
    }

    /// Forgets what is older than its retention, a bounded part of it at a time.
    ///
    /// # Errors
    /// The store failed.
    pub async fn forget(&self) -> Result<(), StoreError> {
        let wall = self.store.clock().wall();
        let finished_before = wall.minus(self.retention.executions);
        let dead_before = wall.minus(self.retention.dead_letters);
        let keys_before = wall.minus(self.queue.policy().keep_keys);
        let results_before = wall.minus(self.retention.results);
        let silent_before = wall.minus(WORKER_SILENCE);
        self.store
            .write_one(move |db| Box::pin(async move { workers::forget(db, silent_before).await }))
            .await?;
        for _ in 0..FORGET_ROUNDS {
            let gone = self
                .store
                .write(move |db| {
                    Box::pin(async move {
                        let executions =
                            retention::forget_executions(db, finished_before, dead_before, FORGET_ROWS)
                                .await?;
                        let keys = idempotency::forget(db, keys_before, FORGET_ROWS).await?;
                        Ok(executions + keys + results::forget(db, results_before, FORGET_ROWS).await?)
                    })
                })
                .await?;
            if gone == 0 {
                break;
            }
        }
        Ok(())
    }
}

/// Tells the watchers of an execution what the queue decided.
fn tell(hub: &Hub, settled: &Settled) {
    let (id, epoch) = (settled.lease.execution, settled.lease.epoch);
    match &settled.outcome {
        SettledAs::Requeued { .. } => hub.requeued(id, epoch),
        SettledAs::GivenUp(report) | SettledAs::Cancelled(report) => hub.end(id, epoch, report),
        SettledAs::Lost => {}
    }
}
