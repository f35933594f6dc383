//! Live events of one execution, resumable.

use crate::Executions;
use futures_util::Stream;
use runyard_store::StoreError;
use runyard_types::{Event, EventId, ExecutionId};
use std::pin::Pin;

/// Events of one execution; ends after `end`.
pub type EventStream = Pin<Box<dyn Stream<Item = Event> + Send>>;

impl Executions {
    /// Events from the beginning, or after the one named by `after`; `None` when there is no such execution.
    ///
    /// # Errors
    /// The store failed.
    pub async fn watch(&self, id: ExecutionId, after: Option<EventId>) -> Result<Option<EventStream>, StoreError> {
        let _ = (id, after);
        todo!()
    }
}
