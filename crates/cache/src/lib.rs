//! Keeping what was made before: keys by content, a bounded memory, and the numbers people see.
//!
//! What is kept and when it may be used is decided by those who keep it: results by the worker, compiled programs by the
//! engine. What must always hold here: two different inputs never have one key, and what is kept never takes more room than
//! was given.

mod bounded;
mod key;
mod meter;

pub use bounded::Bounded;
pub use key::{Key, KeyWriter};
pub use meter::{Meter, Numbers};
