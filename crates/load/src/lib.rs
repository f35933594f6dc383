//! Load on a Runyard server from outside, and what came of it: `runyard bench` and the benchmarks of the project drive their
//! servers with this.
//!
//! A [`Target`] is a server that was found to be one. A [`Greeting`] is a program that prints something else each time, so that
//! an answer that belongs to somebody else is wrong. [`closed_loop`] and [`open_loop`] say when something is done,
//! a [`Tally`] what became of it.

mod descriptors;
mod greeting;
mod pace;
mod percentiles;
mod tally;
mod target;

pub use descriptors::raise_limit;
pub use greeting::{Greeting, GreetingError};
pub use pace::{Driven, Stop, Turn, closed_loop, open_loop};
pub use percentiles::Percentiles;
pub use tally::{Outcome, Tally};
pub use target::{Target, TargetError};
