//! What black-box tests of Runyard are made of: a real server started from the real binary, a plain client that
//! believes nothing, the hostile programs, and the check that a stopped server left nothing behind.
//!
//! Nothing here knows the inside of the server. A test that uses this crate sees what a user, an operator or an
//! attacker sees.

mod answer;
mod client;
mod clock;
mod command;
mod deprivation;
mod events;
mod hostile;
mod ledger;
mod log;
mod own_group;
mod process;
mod server;
mod socket;
mod traces;
mod turn;
mod vitals;

pub use answer::Answer;
pub use client::Client;
pub use clock::monotonic;
pub use command::{Said, converse, say, say_without};
pub use deprivation::Deprivation;
pub use events::{EventStream, Received};
pub use hostile::{Hostile, Placeholders};
pub use ledger::Ledger;
pub use log::Log;
pub use process::{Process, descendants_of};
pub use reqwest::Method;
pub use server::{Builder, Roles, TestServer};
pub use socket::Socket;
pub use traces::Traces;
pub use vitals::Vitals;
