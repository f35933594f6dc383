//! What differs between databases: how to connect, and how to claim.

pub(crate) mod claim;
pub(crate) mod connect;
pub(crate) mod direct;

/// A connection to the database.
pub type Connection = sqlx::SqliteConnection;
/// A connection lent by the readers' pool.
pub type ReadConnection = sqlx::pool::PoolConnection<sqlx::Sqlite>;
