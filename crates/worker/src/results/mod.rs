//! Answers that are given again: the result cache.
//!
//! [`CachingRunner`] stands in front of the engine. A submission that allows it is answered with the report of an earlier run
//! of exactly the same submission, on the same toolchain, under the same conditions; it takes no slot. Everything else about
//! it is as always: it was queued, claimed, has its own record and its own events.
//!
//! What must always hold: an answer is kept only when the program alone made it; nobody but this module writes one; what is
//! kept depends on nothing that its key does not hold.

mod keepable;
mod key;
mod replay;
mod runner;
mod sql;
mod store;

pub use key::{Conditions, Fingerprints};
pub use runner::CachingRunner;
pub use sql::SqlResults;
pub use store::{KeptResult, ResultCache, ResultStore, ResultStoreError};
