//! Everything over one database, put together.

use crate::{Executions, Maintenance, Retention, Sessions, Shares};
use runyard_events::{Hub, HubLimits};
use runyard_queue::{Queue, QueuePolicy, SqlQueue};
use runyard_store::{Store, StoreError, StoreOptions};
use std::sync::Arc;

/// How the services are set up.
#[derive(Clone)]
pub struct ServiceOptions {
    /// The database.
    pub store: StoreOptions,
    /// The rules of the queue.
    pub queue: QueuePolicy,
    /// How much of what has ended stays in memory.
    pub events: HubLimits,
    /// How long what has ended stays in the store.
    pub retention: Retention,
}

impl ServiceOptions {
    /// The defaults over this database, which is then this process's alone.
    #[must_use]
    pub fn new(mut store: StoreOptions) -> Self {
        store.exclusive = true;
        Self {
            store,
            queue: QueuePolicy::default(),
            events: HubLimits::default(),
            retention: Retention::default(),
        }
    }
}

/// The services over one database.
#[derive(Clone)]
pub struct Services {
    /// The database.
    pub store: Store,
    /// The queue, for workers.
    pub queue: Arc<dyn Queue>,
    /// Live events, for workers.
    pub hub: Hub,
    /// Executions.
    pub executions: Executions,
    /// Code sessions.
    pub sessions: Sessions,
    /// Shared programs.
    pub shares: Shares,
    retention: Retention,
}

impl Services {
    /// Opens the database, brings it up to date, and takes back what an earlier server process was running: all of
    /// that waits again, or has failed when it was lost too often.
    ///
    /// # Errors
    /// The database cannot be opened, or another server process uses it.
    pub async fn open(options: ServiceOptions) -> Result<Self, StoreError> {
        let store = Store::open_with(options.store).await?;
        let queue: Arc<dyn Queue> = Arc::new(SqlQueue::new(store.clone(), options.queue));
        let hub = Hub::new(options.events);
        for settled in queue.recover().await? {
            tracing::warn!(execution = %settled.lease.execution, outcome = ?settled.outcome,
                "an earlier server stopped while this execution ran");
        }
        Ok(Self {
            executions: Executions::new(store.clone(), Arc::clone(&queue), hub.clone()),
            sessions: Sessions::new(store.clone()),
            shares: Shares::new(store.clone()),
            store,
            queue,
            hub,
            retention: options.retention,
        })
    }

    /// The background task that goes with them: run it once for each process.
    #[must_use]
    pub fn maintenance(&self) -> Maintenance {
        Maintenance::new(self.store.clone(), Arc::clone(&self.queue), self.hub.clone(), self.retention)
    }
}
