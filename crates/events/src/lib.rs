//! Live events of executions, and commands to running programs, within one process.
//!
//! One [`Hub`] holds a channel for every execution that runs, is watched, or has just ended. A running attempt has one
//! [`Publisher`]; any number of [`Subscription`]s read. Nobody has a buffer of his own: subscribers read from the
//! channel's bounded ring at their own pace, so a slow one costs nothing and never holds up the program. One that has
//! fallen out of the ring gets a snapshot of all kept output instead.
//!
//! What must always hold: events of an attempt are numbered 1, 2, 3, ...; an event that somebody has seen never
//! changes; after `end` nothing follows; memory per execution is bounded whatever the program writes.

mod bodies;
mod channel;
mod command;
mod ended;
mod hub;
mod kept;

mod publisher;
mod ring;
mod subscription;
mod utf8;

pub use bodies::{end_body, report_snapshot};
pub use command::{Command, Undelivered};
pub use ended::Ended;
pub use hub::{Hub, HubLimits};
pub use publisher::{Attempt, AttemptOptions, Publisher};
pub use subscription::{Reading, Subscription};
