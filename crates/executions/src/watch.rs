//! Live events of one execution, resumable.
//!
//! The hub of this process answers while the execution runs and shortly after; then the store does, with a snapshot
//! of what was kept. A watcher is registered with the hub **before** the store is read, so that nothing falls between.

use crate::Executions;
use futures_util::{Stream, stream};
use runyard_events::{Reading, Subscription, end_body, report_snapshot};
use runyard_store::{StoreError, executions::StoredExecution};
use runyard_types::{Event, EventBody, EventId, ExecutionId, Status};
use std::{collections::VecDeque, pin::Pin, sync::Arc, time::Duration};
use tokio::time::timeout;

/// Events of one execution; ends after `end`.
pub type EventStream = Pin<Box<dyn Stream<Item = Event> + Send>>;

/// A watcher looks into the store this often even when no event comes: there may be thousands of idle ones.
const SAFETY: Duration = Duration::from_secs(30);
/// The QUEUED that a watcher is told when no attempt has begun.
const QUEUED: EventId = EventId { attempt: 0, seq: 1 };

impl Executions {
    /// Events from the beginning, or after the one named by `after`; `None` when there is no such execution.
    ///
    /// What comes first: the missed events when they are still held; a `snapshot` when they are not; a `restart` when
    /// a newer attempt has begun; a `status` of QUEUED when none has.
    ///
    /// # Errors
    /// The store failed.
    pub async fn watch(
        &self,
        id: ExecutionId,
        after: Option<EventId>,
    ) -> Result<Option<EventStream>, StoreError> {
        let after = after.filter(|after| after.attempt > 0);
        let subscription = self.inner.hub.subscribe(id, after.unwrap_or(QUEUED));
        let Some(stored) = self.stored(id).await? else { return Ok(None) };
        let mut watcher =
            Watcher { executions: self.clone(), id, subscription, ready: VecDeque::new(), over: false };
        watcher.begin(&stored, after);
        let events = stream::unfold(watcher, |mut watcher| async move {
            let event = watcher.next().await?;
            Some((Arc::unwrap_or_clone(event), watcher))
        });
        Ok(Some(Box::pin(events)))
    }
}

struct Watcher {
    executions: Executions,
    id: ExecutionId,
    subscription: Subscription,
    ready: VecDeque<Arc<Event>>,
    over: bool,
}

impl Watcher {
    fn begin(&mut self, stored: &StoredExecution, after: Option<EventId>) {
        match self.subscription.read() {
            Reading::Events(events) => self.ready.extend(events),
            Reading::Over | Reading::Missed | Reading::Nothing if stored.record.status.is_terminal() => {
                self.finish(stored, after);
            }
            // It ended after the store was read: `next` reads it again.
            Reading::Over | Reading::Missed => {}
            Reading::Nothing if stored.record.status == Status::Queued => {
                // Behind everything the earlier attempt said, before everything the next one will.
                let seq = if stored.epoch == QUEUED.attempt { QUEUED.seq } else { 0 };
                self.push(stored.epoch, seq, EventBody::Status { status: Status::Queued });
            }
            Reading::Nothing => {}
        }
    }

    async fn next(&mut self) -> Option<Arc<Event>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                self.over = matches!(event.body, EventBody::End { .. });
                return Some(event);
            }
            if self.over {
                return None;
            }
            match self.subscription.read() {
                Reading::Events(events) => self.ready.extend(events),
                Reading::Missed | Reading::Over => self.look().await,
                Reading::Nothing => {
                    if timeout(SAFETY, self.subscription.changed()).await.is_err() {
                        self.look().await;
                    }
                }
            }
        }
    }

    /// Asks the store.
    async fn look(&mut self) {
        match self.executions.stored(self.id).await {
            Ok(Some(stored)) if stored.record.status.is_terminal() => self.finish(&stored, None),
            Ok(Some(_)) => {}
            // Forgotten while it was watched.
            Ok(None) => self.over = true,
            Err(error) => {
                tracing::error!(%error, execution = %self.id, "failed to read an execution for its watcher");
                self.over = true;
            }
        }
    }

    /// The stored result as events: all output, unless the client has it already, and the end.
    fn finish(&mut self, stored: &StoredExecution, after: Option<EventId>) {
        let Some(report) = &stored.record.report else {
            self.over = true;
            return;
        };
        let end = EventId { attempt: stored.epoch, seq: stored.last_event_seq.max(1) };
        // What came just before the end is everything but the end.
        let has_all =
            after.is_some_and(|after| after.attempt == end.attempt && after.seq.saturating_add(1) >= end.seq);
        if !has_all {
            self.push(end.attempt, end.seq - 1, report_snapshot(report));
        }
        self.push(end.attempt, end.seq, end_body(report));
    }

    fn push(&mut self, attempt: u32, seq: u64, body: EventBody) {
        self.ready.push_back(Arc::new(Event { execution_id: self.id, attempt, seq, body }));
    }
}
