//! Measuring. Each suite starts a server of its own from the real binary, drives it from this process, and writes a document for
//! people and one for programs.

mod circumstances;
mod command_line;
mod disturbance;
pub mod hello;
pub mod many_clients;

pub use circumstances::Circumstances;
pub use command_line::as_typed;
pub use disturbance::{Disturbance, observe};
