//! What can go wrong between the store and its database.

use std::{io, path::PathBuf};

/// The store could not do what was asked. Nothing of the failed operation was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder of the database file could not be made.
    #[error("create the folder of the database file {}", path.display())]
    CreateFolder {
        /// The database file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The lock file beside the database could not be locked.
    #[error("lock {}", path.display())]
    Lock {
        /// The lock file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another server process holds the database.
    #[error("take {}: another server is using this database", path.display())]
    InUse {
        /// The lock file.
        path: PathBuf,
    },
    /// The database file could not be opened.
    #[error("open the database {}", path.display())]
    Open {
        /// The database file.
        path: PathBuf,
        /// What the database said.
        source: sqlx::Error,
    },
    /// The database file could not be opened for the statements of every job.
    #[error("open the database {}", path.display())]
    OpenDirect {
        /// The database file.
        path: PathBuf,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// The tables could not be brought up to date.
    #[error("bring the database up to date")]
    Migrate(#[source] sqlx::migrate::MigrateError),
    /// The thread that writes could not be started.
    #[error("start the thread that writes to the database")]
    StartWriter(#[source] io::Error),
    /// A transaction could not begin.
    #[error("begin a transaction")]
    Begin(#[source] sqlx::Error),
    /// A transaction could not be committed; all of it was rolled back.
    #[error("commit a transaction: {detail}")]
    Commit {
        /// What the database said; shared by every operation of the group.
        detail: String,
    },
    /// A statement of another operation in the same transaction failed.
    #[error("keep a transaction in which a statement failed")]
    Aborted,
    /// One statement failed.
    #[error("{operation}")]
    Statement {
        /// What the statement was for.
        operation: &'static str,
        /// What the database said.
        source: sqlx::Error,
    },
    /// One statement of those that every job needs failed.
    #[error("{operation}")]
    DirectStatement {
        /// What the statement was for.
        operation: &'static str,
        /// What the database said.
        source: rusqlite::Error,
    },
    /// A value could not be written in its stored form.
    #[error("encode {what}")]
    Encode {
        /// Which value.
        what: &'static str,
        /// Why.
        source: rmp_serde::encode::Error,
    },
    /// A stored value could not be read back.
    #[error("decode {what}")]
    Decode {
        /// Which value.
        what: &'static str,
        /// Why.
        source: rmp_serde::decode::Error,
    },
    /// A stored value could not be written as or read from JSON.
    #[error("convert {what} to or from JSON")]
    Json {
        /// Which value.
        what: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// A column holds a value this version does not know.
    #[error("understand the stored {column} {value:?}")]
    Unknown {
        /// The column.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// Another transaction took the idempotency key in the meantime; asking again finds its execution.
    #[error("bind an idempotency key that another request has just taken")]
    KeyTaken,
    /// The operation panicked; it was rolled back.
    #[error("finish an operation that panicked")]
    Panicked,
    /// The store was closed.
    #[error("use a store that is closed")]
    Closed,
}

/// Names the operation a database error belongs to.
pub(crate) trait During<T> {
    /// Wraps the error with what was being done.
    fn during(self, operation: &'static str) -> Result<T, StoreError>;
}

impl<T> During<T> for Result<T, sqlx::Error> {
    fn during(self, operation: &'static str) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::Statement { operation, source })
    }
}
