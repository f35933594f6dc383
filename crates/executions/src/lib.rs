//! The services behind the API: executions, code sessions, shares.

mod cancel;
mod lookup;
mod send;
mod service;
mod sessions;
mod shares;
mod stats;
mod submit;
mod watch;

pub use cancel::CancelOutcome;
pub use runyard_store::{Cursor, ExecutionRecord, ListFilter, Page, StoreError};
pub use send::SendError;
pub use service::Executions;
pub use sessions::{Session, Sessions};
pub use shares::{Share, Shares};
pub use stats::Stats;
pub use submit::{Idempotency, NewExecution, SubmitError, Submitted};
pub use watch::EventStream;
