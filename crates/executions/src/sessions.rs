//! Code sessions: a language and a source that its owner keeps editing.

use runyard_store::StoreError;
use runyard_types::{OwnerId, SessionId};
use time::OffsetDateTime;

/// A code session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Who made it.
    pub owner: OwnerId,
    /// Id of the language.
    pub language: String,
    /// The source as last saved.
    pub source_code: String,
    /// When it was made.
    pub created_at: OffsetDateTime,
    /// When it was last saved.
    pub updated_at: OffsetDateTime,
}

impl Session {
    /// The one status a session has.
    pub const STATUS: &'static str = "ACTIVE";
}

/// The service over all sessions.
#[derive(Clone)]
pub struct Sessions {}

impl Sessions {
    /// Makes a session. Returns it.
    ///
    /// # Errors
    /// The store failed.
    pub async fn create(&self, owner: OwnerId, language: &str, source_code: &str) -> Result<Session, StoreError> {
        let _ = (owner, language, source_code);
        todo!()
    }

    /// The session with this id.
    ///
    /// # Errors
    /// The store failed.
    pub async fn get(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        let _ = id;
        todo!()
    }

    /// Saves source and language; `None` when there is no such session.
    ///
    /// # Errors
    /// The store failed.
    pub async fn update(
        &self,
        id: SessionId,
        language: &str,
        source_code: &str,
    ) -> Result<Option<Session>, StoreError> {
        let _ = (id, language, source_code);
        todo!()
    }
}
