//! What every backend gives.

use crate::{
    Admit, Cancelling, Claim, Enqueued, Failure, Given, Lease, NewJob, QueuePolicy, Renewal, Replay, Settled,
    SettledAs, StandBy, WakeUps, WorkerId,
};
use async_trait::async_trait;
use runyard_store::{StoreError, Timestamp, dead_letters::DeadLetter};
use runyard_types::{ExecutionId, Report};
use std::{sync::Arc, time::Duration};

/// A queue of executions.
///
/// The store is the truth on every backend, so errors are the store's: a broker carries wake-ups only, and one that
/// fails delays work until the next [`sweep`](Self::sweep) but loses none.
#[async_trait]
pub trait Queue: Send + Sync + 'static {
    /// The rules it follows.
    fn policy(&self) -> &QueuePolicy;

    /// Accepts a job: row, queue entry and idempotency key commit together.
    async fn enqueue(&self, job: NewJob) -> Result<Enqueued, StoreError>;

    /// Claims the first job that is due, if there is one. Must not be abandoned half-way: what it has claimed is then
    /// lost until the lease is over.
    async fn claim(&self, worker: &WorkerId) -> Result<Option<Claim>, StoreError>;

    /// Has the next job that is accepted claimed for this worker at once, if `admit` says then that it has room. For a worker that
    /// has just found nothing to claim; who stands by is not woken for a job that somebody is given.
    fn stand_by(&self, worker: &WorkerId, admit: Admit) -> StandBy;

    /// What a worker that stood by was given. `None` when it cannot be read: it is settled then.
    async fn open(&self, given: Given) -> Result<Option<Claim>, StoreError>;

    /// Renews a lease.
    async fn heartbeat(&self, lease: Lease) -> Result<Renewal, StoreError>;

    /// Records how a job ended; `end_seq` is the number of its `end` event. The wall time of the end; `None`: the lease was lost,
    /// nothing was recorded.
    async fn complete(
        &self,
        lease: Lease,
        report: Arc<Report>,
        end_seq: u64,
    ) -> Result<Option<Timestamp>, StoreError>;

    /// [`complete`](Self::complete), then [`claim`](Self::claim), in one transaction: for a worker that others wait for. Must not be
    /// abandoned half-way either.
    async fn complete_and_claim(
        &self,
        lease: Lease,
        report: Arc<Report>,
        end_seq: u64,
        worker: &WorkerId,
    ) -> Result<(Option<Timestamp>, Option<Claim>), StoreError>;

    /// The attempt failed through our fault. `end_seq` is the number its `end` event would have.
    async fn fail(&self, lease: Lease, failure: Failure, end_seq: u64) -> Result<SettledAs, StoreError>;

    /// Hands a job back without charging the attempt, because the worker shuts down.
    async fn release(&self, lease: Lease, end_seq: u64) -> Result<SettledAs, StoreError>;

    /// Cancels a job: at once when it waits, else by asking its worker.
    async fn cancel(&self, id: ExecutionId) -> Result<Cancelling, StoreError>;

    /// Takes back what servers that are gone had leased. Called once, before the first claim.
    async fn recover(&self) -> Result<Vec<Settled>, StoreError>;

    /// Takes back leases that are over, and wakes workers when something that was kept back is due.
    async fn sweep(&self) -> Result<Vec<Settled>, StoreError>;

    /// How long until [`sweep`](Self::sweep) has something to do, as far as is known now.
    async fn next_due(&self) -> Result<Option<Duration>, StoreError>;

    /// Tells of jobs that can be claimed.
    fn wakeups(&self) -> WakeUps;

    /// Tells of jobs that are kept back, so that whoever sleeps until [`next_due`](Self::next_due) asks again.
    fn delays(&self) -> WakeUps;

    /// Says that a worker lives and how many programs it runs at once.
    async fn announce(&self, worker: &WorkerId, permits: u32) -> Result<(), StoreError>;

    /// Says that a worker is gone.
    async fn withdraw(&self, worker: &WorkerId) -> Result<(), StoreError>;

    /// The newest dead letters with their evidence.
    async fn dead_letters(&self, limit: u32) -> Result<Vec<DeadLetter>, StoreError>;

    /// One dead letter with its evidence.
    async fn dead_letter(&self, id: ExecutionId) -> Result<Option<DeadLetter>, StoreError>;

    /// Runs a dead letter again, as a new execution of the same owner.
    async fn replay(&self, id: ExecutionId) -> Result<Replay, StoreError>;
}
