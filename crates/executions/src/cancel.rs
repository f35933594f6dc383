//! Cancelling, at any moment.

use crate::Executions;
use runyard_queue::Cancelling;
use runyard_store::{ExecutionRecord, StoreError};
use runyard_types::{ExecutionId, Status};

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
        match self.inner.queue.cancel(id).await? {
            Cancelling::Done { epoch, report } => self.inner.hub.end(id, epoch, &report),
            Cancelling::Requested { epoch } => self.inner.hub.cancel(id, epoch),
            Cancelling::Ended => {
                return Ok(self.get(id).await?.map_or(CancelOutcome::NotFound, CancelOutcome::AlreadyEnded));
            }
            Cancelling::NotFound => return Ok(CancelOutcome::NotFound),
        }
        Ok(match self.get(id).await? {
            // The program was faster than the request.
            Some(record) if record.status.is_terminal() && record.status != Status::Cancelled => {
                CancelOutcome::AlreadyEnded(record)
            }
            Some(record) => CancelOutcome::Cancelled(record),
            None => CancelOutcome::NotFound,
        })
    }
}
