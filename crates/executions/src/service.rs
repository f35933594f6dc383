//! The service the API talks to.

use crate::retry_after::RetryAfter;
use runyard_events::Hub;
use runyard_queue::Queue;
use runyard_store::Store;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Executions: accepted, looked up, cancelled, watched. Cheap to clone.
///
/// It checks no permissions: the API knows who asks, and every execution has an owner.
#[derive(Clone)]
pub struct Executions {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) queue: Arc<dyn Queue>,
    pub(crate) hub: Hub,
    pub(crate) retry_after: RetryAfter,
    closed: AtomicBool,
}

impl Executions {
    /// The service over one store, its queue and the events of this process.
    #[must_use]
    pub fn new(store: Store, queue: Arc<dyn Queue>, hub: Hub) -> Self {
        let retry_after = RetryAfter::default();
        Self { inner: Arc::new(Inner { store, queue, hub, retry_after, closed: AtomicBool::new(false) }) }
    }

    /// Accepts nothing new from now on; everything else goes on working.
    pub fn stop_accepting(&self) {
        self.inner.closed.store(true, Ordering::SeqCst);
    }

    pub(crate) fn accepts(&self) -> bool {
        !self.inner.closed.load(Ordering::SeqCst)
    }
}
