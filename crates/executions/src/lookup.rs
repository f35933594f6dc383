//! Reading executions, and waiting for their end.

use crate::Executions;
use runyard_store::{Cursor, ExecutionRecord, ListFilter, Page, StoreError};
use runyard_types::{ExecutionId, OwnerId, Submission};
use std::time::Duration;

impl Executions {
    /// The execution as it is now; `None` when there is none with this id.
    ///
    /// # Errors
    /// The store failed.
    pub async fn get(&self, id: ExecutionId) -> Result<Option<ExecutionRecord>, StoreError> {
        let _ = id;
        todo!()
    }

    /// The execution once it has ended, or as it is when `timeout` has passed.
    ///
    /// # Errors
    /// The store failed.
    pub async fn wait(&self, id: ExecutionId, timeout: Duration) -> Result<Option<ExecutionRecord>, StoreError> {
        let _ = (id, timeout);
        todo!()
    }

    /// What was asked to be run.
    ///
    /// # Errors
    /// The store failed.
    pub async fn submission(&self, id: ExecutionId) -> Result<Option<Submission>, StoreError> {
        let _ = id;
        todo!()
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
        let _ = (owner, filter, cursor, limit);
        todo!()
    }
}
