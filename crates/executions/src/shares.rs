//! Shared programs: immutable once made.

use runyard_store::StoreError;
use runyard_types::{OwnerId, ShareId};
use time::OffsetDateTime;

/// A shared program.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// Its id: knowing it grants reading.
    pub id: ShareId,
    /// Who shared it.
    pub owner: OwnerId,
    /// What was shared, in the API's own form.
    pub content: serde_json::Value,
    /// When.
    pub created_at: OffsetDateTime,
}

/// The service over all shares.
#[derive(Clone)]
pub struct Shares {}

impl Shares {
    /// Keeps `content` for good.
    ///
    /// # Errors
    /// The store failed.
    pub async fn create(&self, owner: OwnerId, content: serde_json::Value) -> Result<Share, StoreError> {
        let _ = (owner, content);
        todo!()
    }

    /// The share with this id.
    ///
    /// # Errors
    /// The store failed.
    pub async fn get(&self, id: ShareId) -> Result<Option<Share>, StoreError> {
        let _ = id;
        todo!()
    }
}
