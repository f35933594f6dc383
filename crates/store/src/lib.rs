//! Everything Runyard remembers: executions, sessions, shares and kept answers, in SQLite.
//!
//! [`Store`] opens the database and runs work against it; the modules hold the statements, one file per concern, to be
//! composed inside one [`Store::write`]. What every job needs is composed inside one [`Store::write_direct`] instead, of the methods
//! of [`Direct`]. All text is in `$1` style with RETURNING, so that it also runs on PostgreSQL;
//! what differs between databases - connecting, claiming and these methods - is in the `sqlite` folder, and the clock in its own file.
//!
//! What must always hold, and the database itself enforces by triggers: an execution ends once; every change of
//! status is in the append-only log; what has not ended is never forgotten.

mod body;
mod checkpoint;
mod clock;
mod error;
mod lock;
mod options;
mod record;
mod sqlite;
mod store;
mod writer;

pub mod dead_letters;
pub mod executions;
pub mod idempotency;
pub mod leases;
pub mod results;
pub mod retention;
pub mod sessions;
pub mod shares;
pub mod stats;
pub mod transitions;
pub mod workers;

pub use body::{decode, encode};
pub use clock::{Clock, ManualClock, SystemClock, Timestamp};
pub use error::StoreError;
pub use options::{Durability, StoreOptions};
pub use record::{Cursor, ExecutionRecord, ListFilter, Page};
pub use sqlite::{
    Connection, ReadConnection,
    claim::{ClaimRequest, ClaimedRow},
    direct::Direct,
};
pub use store::Store;
