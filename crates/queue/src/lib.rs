//! The queue: who runs what, when, and what happens when that goes wrong.
//!
//! [`Queue`] is what a backend gives; [`SqlQueue`] is the one that lives in the store, where a job and its queue entry
//! are the same row and so commit together. The rules are in [`machine`], pure functions of (state, input, now) that
//! every backend follows and the `conformance` suite checks.
//!
//! Delivery is at least once; the recorded outcome is exactly one. A claim writes a lease and counts the attempt; each
//! later write carries the claim's epoch and changes nothing when another claim came after it.

#[cfg(feature = "conformance")]
#[expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
pub mod conformance;
mod failure;
mod job;
pub mod machine;
mod policy;
mod queue;
mod sql;
mod standby;
mod wakeups;

pub use failure::{Failure, FailureKind};
pub use job::{
    Cancelling, Claim, Enqueued, IdempotencyKey, Lease, NewJob, Renewal, Replay, Settled, SettledAs, WorkerId,
};
pub use policy::{Backoff, QueuePolicy};
pub use queue::Queue;
pub use runyard_store::dead_letters::{DeadLetter, FailedAttempt};
pub use sql::SqlQueue;
pub use standby::{Admit, Given, StandBy};
pub use wakeups::WakeUps;
