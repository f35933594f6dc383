//! Where kept answers are: in memory, and behind that wherever they outlive this process.

use async_trait::async_trait;
use bytes::Bytes;
use runyard_cache::{Bounded, Key, Meter};
use runyard_store::{Timestamp, decode, encode};
use runyard_types::Report;
use std::{error::Error, sync::Arc, time::Duration};

/// An answer in its stored form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptResult {
    /// Wall time at which it was kept.
    pub kept_at: Timestamp,
    /// The report, encoded.
    pub body: Bytes,
}

/// The store of answers could not be used.
#[derive(Debug, thiserror::Error)]
#[error("use the store of kept answers")]
pub struct ResultStoreError(#[source] pub Box<dyn Error + Send + Sync>);

/// What outlives this process, or is shared with others. It bounds itself and forgets what is old.
#[async_trait]
pub trait ResultStore: Send + Sync + 'static {
    /// The time by which answers age.
    fn now(&self) -> Timestamp;

    /// The answer kept under this key after `oldest`.
    ///
    /// # Errors
    /// It could not be asked.
    async fn find(&self, key: Key, oldest: Timestamp) -> Result<Option<KeptResult>, ResultStoreError>;

    /// Keeps an answer instead of what was kept under its key.
    ///
    /// # Errors
    /// It was not kept.
    async fn keep(&self, key: Key, result: KeptResult) -> Result<(), ResultStoreError>;
}

/// The result cache: memory in front of a store. A store that fails costs a run, never an answer.
pub struct ResultCache {
    memory: Bounded<KeptResult>,
    store: Arc<dyn ResultStore>,
    keep_for: Duration,
    meter: Arc<Meter>,
}

impl ResultCache {
    /// Answers that are given again for `keep_for`, with room for `memory_bytes` of them in memory.
    #[must_use]
    pub fn new(
        memory_bytes: u64,
        store: Arc<dyn ResultStore>,
        keep_for: Duration,
        meter: Arc<Meter>,
    ) -> Self {
        Self { memory: Bounded::new(memory_bytes, Arc::clone(&meter)), store, keep_for, meter }
    }

    /// The answer kept under this key, if it is not too old.
    pub(super) async fn find(&self, key: Key) -> Option<Report> {
        let report = self.look_up(key).await;
        match &report {
            Some(_) => self.meter.hit(),
            None => self.meter.miss(),
        }
        report
    }

    async fn look_up(&self, key: Key) -> Option<Report> {
        let oldest = self.store.now().minus(self.keep_for);
        let in_memory = self.memory.get(&key);
        let fresh = in_memory.filter(|kept| kept.kept_at > oldest);
        let kept = match fresh {
            Some(kept) => kept,
            None => {
                self.memory.remove(&key);
                let kept = self.store.find(key, oldest).await.unwrap_or_else(|error| {
                    complain(&error);
                    None
                })?;
                self.memory.insert(key, kept.clone(), size(&kept.body));
                kept
            }
        };
        match decode("kept answer", &kept.body) {
            Ok(report) => Some(report),
            Err(error) => {
                complain(&error);
                None
            }
        }
    }

    pub(super) async fn keep(&self, key: Key, report: &Report) {
        let body = match encode("kept answer", report) {
            Ok(body) => Bytes::from(body),
            Err(error) => return complain(&error),
        };
        let kept = KeptResult { kept_at: self.store.now(), body };
        self.memory.insert(key, kept.clone(), size(&kept.body));
        if let Err(error) = self.store.keep(key, kept).await {
            complain(&error);
        }
    }
}

fn size(body: &Bytes) -> u64 {
    u64::try_from(body.len()).unwrap_or(u64::MAX)
}

fn complain(error: &(dyn Error + 'static)) {
    tracing::warn!(error, "the result cache could not be used; the program runs");
}
