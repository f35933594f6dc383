//! Answers in the server's own database.

use crate::results::{KeptResult, ResultStore, ResultStoreError};
use async_trait::async_trait;
use runyard_cache::Key;
use runyard_store::{
    Store, StoreError, Timestamp,
    results::{self, KeptRow},
};

/// One answer takes at most this part of the room.
const LARGEST_PART: u64 = 8;

/// Answers in the store, bounded by their bytes. What is old is forgotten with everything else that is.
#[derive(Clone)]
pub struct SqlResults {
    store: Store,
    max_bytes: u64,
}

impl SqlResults {
    /// Room for so many bytes in this store.
    #[must_use]
    pub fn new(store: Store, max_bytes: u64) -> Self {
        Self { store, max_bytes }
    }
}

#[async_trait]
impl ResultStore for SqlResults {
    fn now(&self) -> Timestamp {
        self.store.clock().wall()
    }

    async fn find(&self, key: Key, oldest: Timestamp) -> Result<Option<KeptResult>, ResultStoreError> {
        if self.max_bytes == 0 {
            return Ok(None);
        }
        let mut db = self.store.read().await.map_err(failed)?;
        let row = results::find(&mut db, key.as_bytes(), oldest).await.map_err(failed)?;
        Ok(row.map(|KeptRow { kept_at, body }| KeptResult { kept_at, body: body.into() }))
    }

    async fn keep(&self, key: Key, result: KeptResult) -> Result<(), ResultStoreError> {
        let max_bytes = self.max_bytes;
        if u64::try_from(result.body.len()).unwrap_or(u64::MAX) > max_bytes / LARGEST_PART {
            return Ok(());
        }
        let row = KeptRow { kept_at: result.kept_at, body: result.body.into() };
        let work = self.store.write(move |db| {
            Box::pin(async move { results::keep(db, key.as_bytes(), &row, max_bytes).await })
        });
        work.await.map_err(failed)
    }
}

fn failed(error: StoreError) -> ResultStoreError {
    ResultStoreError(Box::new(error))
}
