//! Code sessions: a language and a source that its owner keeps editing.

use runyard_store::{
    Store, StoreError,
    sessions::{self, SessionRow},
};
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
pub struct Sessions {
    store: Store,
}

impl Sessions {
    /// The service over one store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Makes a session. Returns it.
    ///
    /// # Errors
    /// The store failed.
    pub async fn create(
        &self,
        owner: OwnerId,
        language: &str,
        source_code: &str,
    ) -> Result<Session, StoreError> {
        let now = self.store.clock().wall();
        let row = SessionRow {
            id: SessionId::new(),
            owner,
            language: language.to_owned(),
            source_code: source_code.to_owned(),
            created_at: now,
            updated_at: now,
        };
        self.store
            .write_one(move |db| {
                Box::pin(async move {
                    sessions::insert(db, &row).await?;
                    Ok(row.into())
                })
            })
            .await
    }

    /// The session with this id.
    ///
    /// # Errors
    /// The store failed.
    pub async fn get(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        Ok(sessions::get(&mut *self.store.read().await?, id).await?.map(Into::into))
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
        let now = self.store.clock().wall();
        let (language, source_code) = (language.to_owned(), source_code.to_owned());
        let saved = self
            .store
            .write_one(move |db| {
                Box::pin(async move { sessions::update(db, id, &language, &source_code, now).await })
            })
            .await?;
        Ok(saved.map(Into::into))
    }
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        Self {
            id: row.id,
            owner: row.owner,
            language: row.language,
            source_code: row.source_code,
            created_at: row.created_at.to_datetime(),
            updated_at: row.updated_at.to_datetime(),
        }
    }
}
