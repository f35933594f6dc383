//! Reading executions, and waiting for their end.

use crate::Executions;
use runyard_events::Ended;
use runyard_store::{
    Cursor, ExecutionRecord, ListFilter, Page, StoreError,
    executions::{self, StoredExecution},
};
use runyard_types::{EventId, ExecutionId, OwnerId, Report, Submission, Verdict};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Whoever waits looks into the store this often even when no event comes. No healthy request waits for it.
const SAFETY: Duration = Duration::from_secs(5);

impl Executions {
    /// The execution as it is now; `None` when there is none with this id.
    ///
    /// # Errors
    /// The store failed.
    pub async fn get(&self, id: ExecutionId) -> Result<Option<ExecutionRecord>, StoreError> {
        Ok(self.stored(id).await?.map(|stored| stored.record))
    }

    pub(crate) async fn stored(&self, id: ExecutionId) -> Result<Option<StoredExecution>, StoreError> {
        executions::get(&mut *self.inner.store.read().await?, id).await
    }

    /// The execution once it has ended, or as it is when `timeout` has passed.
    ///
    /// # Errors
    /// The store failed.
    pub async fn wait(
        &self,
        id: ExecutionId,
        timeout: Duration,
    ) -> Result<Option<ExecutionRecord>, StoreError> {
        let deadline = Instant::now() + timeout;
        // Before reading the store: an end that the store does not show yet wakes this.
        let mut subscription = self.inner.hub.subscribe(id, EventId::default());
        loop {
            let record = self.get(id).await?;
            let over = record.as_ref().is_none_or(|record| record.status.is_terminal());
            if over || Instant::now() >= deadline {
                return Ok(record);
            }
            let look_again = deadline.min(Instant::now() + SAFETY);
            // Either way the store is read again.
            let _ = timeout_at(look_again, subscription.ended()).await;
        }
    }

    /// The same for an execution that [`submit`](Self::submit) has just accepted, whose record this is: as long as it is this
    /// process that runs it, the store is not read at all.
    ///
    /// # Errors
    /// The store failed.
    pub async fn wait_for_new(
        &self,
        record: ExecutionRecord,
        timeout: Duration,
    ) -> Result<ExecutionRecord, StoreError> {
        let deadline = Instant::now() + timeout;
        let mut subscription = self.inner.hub.subscribe(record.id, EventId::default());
        let soon = deadline.min(Instant::now() + SAFETY);
        let ended = timeout_at(soon, subscription.ended()).await.is_ok();
        if let Some(outcome) = subscription.outcome().filter(|_| ended) {
            return Ok(ended_as(record, &outcome));
        }
        drop(subscription);
        // It ended before anybody waited, was cancelled, or still goes on.
        let left = deadline.saturating_duration_since(Instant::now());
        Ok(self.wait(record.id, left).await?.unwrap_or(record))
    }

    /// What was asked to be run.
    ///
    /// # Errors
    /// The store failed.
    pub async fn submission(&self, id: ExecutionId) -> Result<Option<Submission>, StoreError> {
        executions::submission(&mut *self.inner.store.read().await?, id).await
    }

    /// The owner's executions, newest first, at most `limit` of them.
    ///
    /// # Errors
    /// The store failed.
    pub async fn list(
        &self,
        owner: OwnerId,
        filter: ListFilter,
        cursor: Option<Cursor>,
        limit: u32,
    ) -> Result<Page<ExecutionRecord>, StoreError> {
        executions::list(&mut *self.inner.store.read().await?, owner, &filter, cursor, limit).await
    }
}

/// The record of an execution nobody interfered with, as the store has it now.
fn ended_as(record: ExecutionRecord, outcome: &Ended) -> ExecutionRecord {
    let Ended { report, attempts, started_at, finished_at } = outcome;
    ExecutionRecord {
        status: report.verdict.status(),
        attempts: *attempts,
        queue_time: Some((*started_at - record.created_at).try_into().unwrap_or_default()),
        started_at: Some(*started_at),
        finished_at: Some(*finished_at),
        queue_position: None,
        report: Some(Report::clone(report)),
        cancel_requested: report.verdict == Verdict::Cancelled,
        ..record
    }
}
