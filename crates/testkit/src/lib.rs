//! What black-box tests of Runyard are made of: a real server started from the real binary, a plain client that
//! believes nothing, the hostile programs, and the check that a stopped server left nothing behind.
//!
//! Nothing here knows the inside of the server. A test that uses this crate sees what a user, an operator or an
//! attacker sees.

pub mod acceptance;
mod answer;
mod canaries;
mod carrier;
mod client;
mod clock;
mod command;
mod container;
mod deprivation;
mod events;
mod host;
mod hostile;
mod known;
mod ledger;
mod log;
mod mode;
mod network;
mod ordinary_user;
mod own_group;
mod process;
mod scale;
mod server;
mod socket;
mod starter;
mod traces;
mod turn;
mod vitals;

pub use answer::Answer;
pub use canaries::Canaries;
pub use carrier::Carrier;
pub use client::Client;
pub use clock::monotonic;
pub use command::{Said, converse, say, say_without};
pub use deprivation::Deprivation;
pub use events::{EventStream, Received};
pub use host::Host;
pub use hostile::{Hostile, Placeholders, Stage};
pub use known::{known, skipped};
pub use ledger::Ledger;
pub use log::Log;
pub use mode::Mode;
pub use network::OwnNetwork;
pub use ordinary_user::{OrdinaryUser, SHOWN, run_in_mode};
pub use process::{Process, descendants_of};
pub use reqwest::Method;
pub use scale::{on_this_machine, promised, scale, slowness};
pub use server::{Builder, Roles, TestServer};
pub use socket::Socket;
pub use traces::Traces;
pub use vitals::Vitals;
