//! Shared programs: immutable once made.

use runyard_store::{
    Store, StoreError,
    shares::{self, ShareRow},
};
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
pub struct Shares {
    store: Store,
}

impl Shares {
    /// The service over one store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Keeps `content` for good.
    ///
    /// # Errors
    /// The store failed.
    pub async fn create(&self, owner: OwnerId, content: serde_json::Value) -> Result<Share, StoreError> {
        let row = ShareRow { id: ShareId::new(), owner, content, created_at: self.store.clock().wall() };
        self.store
            .write_one(move |db| {
                Box::pin(async move {
                    shares::insert(db, &row).await?;
                    Ok(row.into())
                })
            })
            .await
    }

    /// The share with this id.
    ///
    /// # Errors
    /// The store failed.
    pub async fn get(&self, id: ShareId) -> Result<Option<Share>, StoreError> {
        Ok(shares::get(&mut *self.store.read().await?, id).await?.map(Into::into))
    }
}

impl From<ShareRow> for Share {
    fn from(row: ShareRow) -> Self {
        Self { id: row.id, owner: row.owner, content: row.content, created_at: row.created_at.to_datetime() }
    }
}
