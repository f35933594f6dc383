//! Measuring. Each suite starts a server of its own from the real binary, drives it from this process, and writes a document for
//! people and one for programs.

mod around;
mod by_hand;
mod circumstances;
mod command_line;
mod disturbance;
mod footprint;
pub mod hello;
pub mod many_clients;
mod numbers;
mod processor_time;
pub mod real;
mod served;
mod servers;
mod toolchain;

pub use circumstances::Circumstances;
pub use command_line::as_typed;
pub use disturbance::{Disturbance, observe};
