//! The queue in the store: the row of an execution is its queue entry.

mod claimer;
mod dead;
mod enqueue;
mod queue;
mod settle;

pub use queue::SqlQueue;
