//! The queue in SQLite, against the suite of all backends.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use async_trait::async_trait;
use runyard_queue::{
    Queue, QueuePolicy, SqlQueue,
    conformance::{Backend, Factory},
    conformance_tests,
};
use runyard_store::{
    ManualClock, Store, StoreError, StoreOptions, Timestamp, executions,
    transitions::{self, Transition},
};
use runyard_types::{ExecutionId, Report, Status};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tempfile::TempDir;

struct Sqlite;

struct Instance {
    folder: TempDir,
    clock: Arc<ManualClock>,
    policy: QueuePolicy,
    current: Mutex<(Store, Arc<dyn Queue>)>,
}

async fn open(folder: &TempDir, clock: &Arc<ManualClock>, policy: QueuePolicy) -> (Store, Arc<dyn Queue>) {
    let mut options = StoreOptions::new(folder.path().join("runyard.db"));
    options.clock = Arc::clone(clock) as _;
    let store = Store::open_with(options).await.unwrap();
    let queue: Arc<dyn Queue> = Arc::new(SqlQueue::new(store.clone(), policy));
    queue.recover().await.unwrap();
    (store, queue)
}

#[async_trait]
impl Factory for Sqlite {
    async fn make(&self, policy: QueuePolicy) -> Box<dyn Backend> {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ManualClock::new(Timestamp::from_micros(1_700_000_000_000_000)));
        let current = Mutex::new(open(&folder, &clock, policy).await);
        Box::new(Instance { folder, clock, policy, current })
    }
}

impl Instance {
    fn store(&self) -> Store {
        self.current.lock().unwrap().0.clone()
    }
}

#[async_trait]
impl Backend for Instance {
    fn queue(&self) -> Arc<dyn Queue> {
        Arc::clone(&self.current.lock().unwrap().1)
    }

    fn advance(&self, duration: Duration) {
        self.clock.advance(duration);
    }

    async fn restart(&self) -> Arc<dyn Queue> {
        // The old connections are left as they are: a process that is killed closes nothing either.
        let next = open(&self.folder, &self.clock, self.policy).await;
        *self.current.lock().unwrap() = next;
        self.queue()
    }

    async fn recorded(&self, id: ExecutionId) -> Result<(Status, Option<Report>), StoreError> {
        let store = self.store();
        let stored = executions::get(&mut *store.read().await?, id).await?.unwrap();
        Ok((stored.record.status, stored.record.report))
    }

    async fn transitions(&self, id: ExecutionId) -> Result<Vec<Transition>, StoreError> {
        let store = self.store();
        transitions::of(&mut *store.read().await?, id).await
    }

    async fn damage(&self, id: ExecutionId) -> Result<(), StoreError> {
        self.store()
            .write(move |db| {
                Box::pin(async move {
                    sqlx::query(
                        "UPDATE submissions SET body = x'c1'
                         WHERE execution = (SELECT seq FROM executions WHERE id = $1)",
                    )
                    .bind(id.as_uuid())
                    .execute(db)
                    .await
                    .map(drop)
                    .map_err(|source| StoreError::Statement { operation: "damage a submission", source })
                })
            })
            .await
    }
}

conformance_tests!(Sqlite);
