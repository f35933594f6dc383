//! The services behind the API: executions, code sessions, shares.
//!
//! [`Services::open`] puts them together over one database; [`Maintenance`] is the background task that goes with them.

mod cancel;
mod lookup;
mod maintenance;
mod retry_after;
mod send;
mod service;
mod services;
mod sessions;
mod shares;
mod stats;
mod submit;
mod watch;

pub use cancel::CancelOutcome;
pub use maintenance::{Maintenance, Retention};
pub use runyard_store::{Cursor, ExecutionRecord, ListFilter, Page, StoreError};
pub use send::SendError;
pub use service::Executions;
pub use services::{ServiceOptions, Services};
pub use sessions::{Session, Sessions};
pub use shares::{Share, Shares};
pub use stats::Stats;
pub use submit::{Idempotency, NewExecution, SubmitError, Submitted};
pub use watch::EventStream;
