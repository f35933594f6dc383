//! Workers that stand by: the next job is claimed for one of them while it is being accepted, which spares a transaction
//! and the time until the worker has asked.

use crate::WorkerId;
use runyard_store::{ClaimedRow, Timestamp};
use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::oneshot;

/// Says whether the worker has room for a job now, and keeps it free if so.
pub type Admit = Box<dyn FnOnce() -> bool + Send>;

/// A job that was claimed for a worker that stood by; see [`Queue::open`](crate::Queue::open).
#[derive(Debug)]
pub struct Given {
    pub(crate) row: ClaimedRow,
    pub(crate) at: Timestamp,
}

/// A worker that stands by. Whoever ends it without [`withdraw`](Self::withdraw) may lose a job until its lease is over.
#[derive(Debug)]
pub struct StandBy {
    offers: Arc<Offers>,
    number: u64,
    /// Nothing when it has been heard of.
    given: Option<oneshot::Receiver<Given>>,
}

impl StandBy {
    /// Waits for a job. `None` when nothing came of the one that was about to be given: claim as always. May be abandoned
    /// half-way.
    pub async fn given(&mut self) -> Option<Given> {
        let given = self.given.as_mut()?.await.ok();
        self.given = None;
        given
    }

    /// Stands by no longer. What it was given meanwhile.
    pub async fn withdraw(mut self) -> Option<Given> {
        if self.offers.remove(self.number) { None } else { self.given().await }
    }
}

impl Drop for StandBy {
    fn drop(&mut self) {
        self.offers.remove(self.number);
    }
}

/// Who stands by, the longest waiting first.
#[derive(Debug, Default)]
pub(crate) struct Offers {
    waiting: Mutex<VecDeque<Offer>>,
    numbers: AtomicU64,
}

/// One who stands by.
pub(crate) struct Offer {
    number: u64,
    pub(crate) worker: WorkerId,
    admit: Admit,
    given: oneshot::Sender<Given>,
}

impl std::fmt::Debug for Offer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Offer")
            .field("number", &self.number)
            .field("worker", &self.worker)
            .finish_non_exhaustive()
    }
}

impl Offers {
    pub(crate) fn add(self: &Arc<Self>, worker: WorkerId, admit: Admit) -> StandBy {
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let (sender, given) = oneshot::channel();
        self.lock().push_back(Offer { number, worker, admit, given: sender });
        StandBy { offers: Arc::clone(self), number, given: Some(given) }
    }

    /// One who has room. The others learn that they had better look for themselves.
    pub(crate) fn take(&self) -> Option<Admitted> {
        loop {
            let Offer { worker, admit, given, .. } = self.lock().pop_front()?;
            if admit() {
                return Some(Admitted { worker, given });
            }
        }
    }

    fn remove(&self, number: u64) -> bool {
        let mut waiting = self.lock();
        let before = waiting.len();
        waiting.retain(|offer| offer.number != number);
        waiting.len() < before
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Offer>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A worker that keeps room for the job that is being accepted.
#[derive(Debug)]
pub(crate) struct Admitted {
    pub(crate) worker: WorkerId,
    given: oneshot::Sender<Given>,
}

impl Admitted {
    /// Hands the job over, once it is committed that it is the worker's.
    pub(crate) fn give(self, row: ClaimedRow, at: Timestamp) {
        // A worker that is gone without a word loses its lease.
        let _ = self.given.send(Given { row, at });
    }
}
