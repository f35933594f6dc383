//! Rows of shared programs. There is no statement that changes one.

use crate::{Connection, StoreError, Timestamp, error::During};
use runyard_types::{OwnerId, ShareId};
use uuid::Uuid;

/// A shared program as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareRow {
    /// Its id.
    pub id: ShareId,
    /// Who shared it.
    pub owner: OwnerId,
    /// What was shared.
    pub content: serde_json::Value,
    /// When.
    pub created_at: Timestamp,
}

/// Inserts a share.
///
/// # Errors
/// The statement failed.
pub async fn insert(db: &mut Connection, row: &ShareRow) -> Result<(), StoreError> {
    let content =
        serde_json::to_vec(&row.content).map_err(|source| StoreError::Json { what: "share", source })?;
    sqlx::query("INSERT INTO shares (id, owner, content, created_at) VALUES ($1, $2, $3, $4)")
        .bind(row.id.as_uuid())
        .bind(row.owner.as_uuid())
        .bind(content)
        .bind(row.created_at.as_micros())
        .execute(db)
        .await
        .during("insert a share")?;
    Ok(())
}

/// The share with this id.
///
/// # Errors
/// The statement failed, or the content cannot be understood.
pub async fn get(db: &mut Connection, id: ShareId) -> Result<Option<ShareRow>, StoreError> {
    let row: Option<(Uuid, Uuid, Vec<u8>, i64)> =
        sqlx::query_as("SELECT id, owner, content, created_at FROM shares WHERE id = $1")
            .bind(id.as_uuid())
            .fetch_optional(db)
            .await
            .during("read a share")?;
    row.map(|(id, owner, content, created_at)| {
        Ok(ShareRow {
            id: id.into(),
            owner: owner.into(),
            content: serde_json::from_slice(&content)
                .map_err(|source| StoreError::Json { what: "share", source })?,
            created_at: Timestamp::from_micros(created_at),
        })
    })
    .transpose()
}
