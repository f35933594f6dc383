//! Everything Runyard remembers: executions, sessions and shares, in SQLite.

mod clock;
mod error;
mod record;

pub use clock::{Clock, SystemClock, Timestamp};
pub use error::StoreError;
pub use record::{Cursor, ExecutionRecord, ListFilter, Page};
