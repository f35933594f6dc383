//! A queue that stumbles on demand, around a real one.

use async_trait::async_trait;
use runyard_queue::{
    Admit, Cancelling, Claim, DeadLetter, Enqueued, Failure, Given, Lease, NewJob, Queue, QueuePolicy,
    Renewal, Replay, Settled, SettledAs, StandBy, WakeUps, WorkerId,
};
use runyard_store::{StoreError, Timestamp};
use runyard_types::{ExecutionId, Report};
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::sync::Semaphore;

/// What heartbeats come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Heartbeats {
    #[default]
    Work,
    /// The store says that the lease is gone.
    Lose,
    /// The store fails.
    Fail,
    /// The store does not answer.
    Hang,
}

pub(crate) struct Faulty {
    pub(crate) inner: Arc<dyn Queue>,
    pub(crate) heartbeats: Mutex<Heartbeats>,
    /// Completions that fail before one works.
    pub(crate) failing_completions: AtomicU32,
    /// Completions that brought the next job.
    pub(crate) chained: AtomicU32,
    /// One permit for each heartbeat that was answered.
    pub(crate) renewed: Semaphore,
}

impl Faulty {
    pub(crate) fn new(inner: Arc<dyn Queue>) -> Arc<Self> {
        Arc::new(Self {
            inner,
            heartbeats: Mutex::default(),
            failing_completions: AtomicU32::new(0),
            chained: AtomicU32::new(0),
            renewed: Semaphore::new(0),
        })
    }

    fn fail_a_completion(&self) -> Result<(), StoreError> {
        let fails = |left: u32| left.checked_sub(1);
        match self.failing_completions.fetch_update(Ordering::SeqCst, Ordering::SeqCst, fails) {
            Ok(_) => Err(StoreError::Aborted),
            Err(_) => Ok(()),
        }
    }

    pub(crate) fn set(&self, heartbeats: Heartbeats) {
        *self.heartbeats.lock().unwrap() = heartbeats;
    }
}

#[async_trait]
impl Queue for Faulty {
    fn policy(&self) -> &QueuePolicy {
        self.inner.policy()
    }

    async fn enqueue(&self, job: NewJob) -> Result<Enqueued, StoreError> {
        self.inner.enqueue(job).await
    }

    async fn claim(&self, worker: &WorkerId) -> Result<Option<Claim>, StoreError> {
        self.inner.claim(worker).await
    }

    fn stand_by(&self, worker: &WorkerId, admit: Admit) -> StandBy {
        self.inner.stand_by(worker, admit)
    }

    async fn open(&self, given: Given) -> Result<Option<Claim>, StoreError> {
        self.inner.open(given).await
    }

    async fn heartbeat(&self, lease: Lease) -> Result<Renewal, StoreError> {
        let mode = *self.heartbeats.lock().unwrap();
        match mode {
            Heartbeats::Work => {
                let renewal = self.inner.heartbeat(lease).await;
                self.renewed.add_permits(1);
                renewal
            }
            Heartbeats::Lose => Ok(Renewal::Lost),
            Heartbeats::Fail => Err(StoreError::Closed),
            Heartbeats::Hang => std::future::pending().await,
        }
    }

    async fn complete(
        &self,
        lease: Lease,
        report: Arc<Report>,
        end_seq: u64,
    ) -> Result<Option<Timestamp>, StoreError> {
        self.fail_a_completion()?;
        self.inner.complete(lease, report, end_seq).await
    }

    async fn complete_and_claim(
        &self,
        lease: Lease,
        report: Arc<Report>,
        end_seq: u64,
        worker: &WorkerId,
    ) -> Result<(Option<Timestamp>, Option<Claim>), StoreError> {
        self.fail_a_completion()?;
        let done = self.inner.complete_and_claim(lease, report, end_seq, worker).await?;
        self.chained.fetch_add(u32::from(done.1.is_some()), Ordering::SeqCst);
        Ok(done)
    }

    async fn fail(&self, lease: Lease, failure: Failure, end_seq: u64) -> Result<SettledAs, StoreError> {
        self.inner.fail(lease, failure, end_seq).await
    }

    async fn release(&self, lease: Lease, end_seq: u64) -> Result<SettledAs, StoreError> {
        self.inner.release(lease, end_seq).await
    }

    async fn cancel(&self, id: ExecutionId) -> Result<Cancelling, StoreError> {
        self.inner.cancel(id).await
    }

    async fn recover(&self) -> Result<Vec<Settled>, StoreError> {
        self.inner.recover().await
    }

    async fn sweep(&self) -> Result<Vec<Settled>, StoreError> {
        self.inner.sweep().await
    }

    async fn next_due(&self) -> Result<Option<Duration>, StoreError> {
        self.inner.next_due().await
    }

    fn wakeups(&self) -> WakeUps {
        self.inner.wakeups()
    }

    fn delays(&self) -> WakeUps {
        self.inner.delays()
    }

    async fn announce(&self, worker: &WorkerId, permits: u32) -> Result<(), StoreError> {
        self.inner.announce(worker, permits).await
    }

    async fn withdraw(&self, worker: &WorkerId) -> Result<(), StoreError> {
        self.inner.withdraw(worker).await
    }

    async fn dead_letters(&self, limit: u32) -> Result<Vec<DeadLetter>, StoreError> {
        self.inner.dead_letters(limit).await
    }

    async fn dead_letter(&self, id: ExecutionId) -> Result<Option<DeadLetter>, StoreError> {
        self.inner.dead_letter(id).await
    }

    async fn replay(&self, id: ExecutionId) -> Result<Replay, StoreError> {
        self.inner.replay(id).await
    }
}
