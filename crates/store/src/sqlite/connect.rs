//! Opening SQLite: write-ahead log, one writer, several readers.

use crate::{Connection, Durability, StoreError, StoreOptions};
use sqlx::{
    ConnectOptions, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::time::Duration;

/// Another process may hold the write lock this long before a transaction gives up.
pub(crate) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// The writer itself moves the log into the database when it is longer than this, 4 KiB each.
pub(crate) const LOG_PAGES: i32 = 20_000;
/// The log is cut back to this size after a checkpoint.
pub(crate) const LOG_SIZE_LIMIT_BYTES: &str = "67108864";

fn options(options: &StoreOptions) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(&options.path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(match options.durability {
            Durability::Process => SqliteSynchronous::Normal,
            Durability::Full => SqliteSynchronous::Full,
        })
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("wal_autocheckpoint", LOG_PAGES.to_string())
        .pragma("journal_size_limit", LOG_SIZE_LIMIT_BYTES)
        .pragma("temp_store", "memory")
}

/// A connection that may write: one for the writer, one for the checkpoints.
pub(crate) async fn writer(store: &StoreOptions) -> Result<Connection, StoreError> {
    options(store).connect().await.map_err(|source| StoreError::Open { path: store.path.clone(), source })
}

/// The connections that only read.
pub(crate) async fn readers(store: &StoreOptions) -> Result<SqlitePool, StoreError> {
    SqlitePoolOptions::new()
        .max_connections(store.readers.max(1))
        .min_connections(1)
        .test_before_acquire(false)
        .connect_with(options(store).read_only(true).create_if_missing(false))
        .await
        .map_err(|source| StoreError::Open { path: store.path.clone(), source })
}

/// Brings the tables up to date.
pub(crate) async fn migrate(db: &mut Connection) -> Result<(), StoreError> {
    // Not `run`: its future is not `Send`, for a reason of lifetimes only.
    let migrator = sqlx::migrate!("migrations/sqlite");
    migrator.run_direct(None, db, false).await.map_err(StoreError::Migrate)
}
