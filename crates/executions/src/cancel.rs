//! Cancelling, at any moment.

use crate::Executions;
use runyard_store::{ExecutionRecord, StoreError};
use runyard_types::ExecutionId;

/// What a request to cancel came to.
#[derive(Debug, Clone, PartialEq)]
pub enum CancelOutcome {
    /// It is cancelled, or its program is being stopped right now (status still `RUNNING`, `cancel_requested` set).
    Cancelled(ExecutionRecord),
    /// It had ended before, perhaps as cancelled.
    AlreadyEnded(ExecutionRecord),
    /// There is none with this id.
    NotFound,
}

impl Executions {
    /// Cancels an execution. Whether the caller may is for the caller to check.
    ///
    /// # Errors
    /// The store failed.
    pub async fn cancel(&self, id: ExecutionId) -> Result<CancelOutcome, StoreError> {
        let _ = id;
        todo!()
    }
}
