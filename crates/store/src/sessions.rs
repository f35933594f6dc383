//! Rows of code sessions.

use crate::{Connection, StoreError, Timestamp, error::During};
use runyard_types::{OwnerId, SessionId};
use uuid::Uuid;

/// A code session as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// Who made it.
    pub owner: OwnerId,
    /// Id of the language.
    pub language: String,
    /// The source as last saved.
    pub source_code: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last saved.
    pub updated_at: Timestamp,
}

/// Inserts a session.
///
/// # Errors
/// The statement failed.
pub async fn insert(db: &mut Connection, row: &SessionRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO sessions (id, owner, language, source_code, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(row.id.as_uuid())
    .bind(row.owner.as_uuid())
    .bind(&row.language)
    .bind(row.source_code.as_bytes())
    .bind(row.created_at.as_micros())
    .bind(row.updated_at.as_micros())
    .execute(db)
    .await
    .during("insert a session")?;
    Ok(())
}

/// Saves language and source. The session, when there is one.
///
/// # Errors
/// The statement failed.
pub async fn update(
    db: &mut Connection,
    id: SessionId,
    language: &str,
    source_code: &str,
    wall: Timestamp,
) -> Result<Option<SessionRow>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "UPDATE sessions SET language = $1, source_code = $2, updated_at = $3 WHERE id = $4
         RETURNING id, owner, language, source_code, created_at, updated_at",
    )
    .bind(language)
    .bind(source_code.as_bytes())
    .bind(wall.as_micros())
    .bind(id.as_uuid())
    .fetch_optional(db)
    .await
    .during("save a session")?;
    Ok(row.map(Row::into_session))
}

/// The session with this id.
///
/// # Errors
/// The statement failed.
pub async fn get(db: &mut Connection, id: SessionId) -> Result<Option<SessionRow>, StoreError> {
    let row: Option<Row> = sqlx::query_as(
        "SELECT id, owner, language, source_code, created_at, updated_at FROM sessions WHERE id = $1",
    )
    .bind(id.as_uuid())
    .fetch_optional(db)
    .await
    .during("read a session")?;
    Ok(row.map(Row::into_session))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    owner: Uuid,
    language: String,
    source_code: Vec<u8>,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn into_session(self) -> SessionRow {
        SessionRow {
            id: self.id.into(),
            owner: self.owner.into(),
            language: self.language,
            source_code: String::from_utf8_lossy(&self.source_code).into_owned(),
            created_at: Timestamp::from_micros(self.created_at),
            updated_at: Timestamp::from_micros(self.updated_at),
        }
    }
}
