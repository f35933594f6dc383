//! CPU permits: how many programs compute at once.
//!
//! A permit can be given back for a while (the program sleeps) and is then taken again at once, even when none is
//! free: a running program cannot be made to wait. The debt is worked off before anything new is claimed.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};
use tokio::sync::Notify;

/// The permits of a worker.
#[derive(Debug)]
pub(crate) struct Permits {
    /// Negative while there is debt.
    free: Mutex<i64>,
    freed: Notify,
    /// How many wait for one.
    waiting: AtomicUsize,
}

impl Permits {
    pub(crate) fn new(count: u32) -> Arc<Self> {
        Arc::new(Self {
            free: Mutex::new(i64::from(count)),
            freed: Notify::new(),
            waiting: AtomicUsize::new(0),
        })
    }

    /// Waits for a free permit.
    pub(crate) async fn acquire(self: &Arc<Self>) -> Permit {
        let _waiting = Waiting::begin(&self.waiting);
        loop {
            // A permit freed between the look and the wait is not missed: the notification is kept for one waiter,
            // and there is one claiming loop.
            let freed = self.freed.notified();
            if let Some(permit) = self.try_acquire() {
                return permit;
            }
            freed.await;
        }
    }

    /// A permit, if one is free.
    pub(crate) fn try_acquire(self: &Arc<Self>) -> Option<Permit> {
        let mut free = self.lock();
        (*free > 0).then(|| {
            *free -= 1;
            Permit { permits: Arc::clone(self), held: AtomicBool::new(true) }
        })
    }

    fn lock(&self) -> MutexGuard<'_, i64> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn give(&self) {
        *self.lock() += 1;
        self.freed.notify_one();
    }

    fn take(&self) {
        *self.lock() -= 1;
    }
}

/// One who waits.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn begin(waiting: &'a AtomicUsize) -> Self {
        waiting.fetch_add(1, Ordering::SeqCst);
        Self(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// One permit; given back when dropped.
#[derive(Debug)]
pub(crate) struct Permit {
    permits: Arc<Permits>,
    held: AtomicBool,
}

impl Permit {
    /// The program waits: another may compute.
    pub(crate) fn idle(&self) {
        if self.held.swap(false, Ordering::SeqCst) {
            self.permits.give();
        }
    }

    /// Whether it would go to somebody who waits if it was given back now.
    pub(crate) fn is_wanted(&self) -> bool {
        self.held.load(Ordering::SeqCst)
            && self.permits.waiting.load(Ordering::SeqCst) > 0
            // With debt it would go nowhere.
            && *self.permits.lock() >= 0
    }

    /// The program computes again.
    pub(crate) fn busy(&self) {
        if !self.held.swap(true, Ordering::SeqCst) {
            self.permits.take();
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.idle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[tokio::test]
    async fn an_idle_program_lends_its_permit_and_a_debt_is_worked_off_first() {
        let permits = Permits::new(1);
        let first = permits.acquire().await;
        assert!(permits.acquire().now_or_never().is_none(), "there is one permit");
        assert!(!first.is_wanted(), "nobody waits any more");
        first.idle();
        first.idle();
        let second = permits.acquire().await;
        first.busy();
        let mut waits = Box::pin(permits.acquire());
        assert!((&mut waits).now_or_never().is_none());
        assert!(!first.is_wanted() && !second.is_wanted(), "there is debt");
        drop(second);
        assert!(first.is_wanted());
        drop(waits);
        assert!(permits.acquire().now_or_never().is_none(), "the first program computes");
        drop(first);
        assert!(permits.acquire().now_or_never().is_some());
        assert_eq!(*permits.lock(), 1);
    }

    #[tokio::test]
    async fn whoever_waits_is_woken() {
        let permits = Permits::new(1);
        let held = permits.acquire().await;
        let waiter = tokio::spawn({
            let permits = Arc::clone(&permits);
            async move { drop(permits.acquire().await) }
        });
        assert!(!held.is_wanted());
        tokio::task::yield_now().await;
        assert!(held.is_wanted());
        drop(held);
        waiter.await.unwrap();
    }
}
