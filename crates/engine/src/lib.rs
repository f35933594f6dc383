//! Compile, run, judge: turns one submission into one report.
//!
//! # Theory of operation
//! [`Engine::execute`] leases one slot of the launcher, compiles in it where the language has that stage, and runs the
//! program in it, once for a plain run or once for each test case. The engine starts no process itself: it makes pipes or a
//! terminal, hands the far ends to the slot, and then does four things in one loop until the slot says that nothing of the stage
//! is left: it drains the program's output, feeds its input, obeys the caller's commands, and watches the slot.
//!
//! What must always hold:
//! - Output is drained whatever else happens, so a program can never hang on us; what is kept is bounded.
//! - A program's ending, however bad, is a [`Report`](runyard_types::Report). An [`EngineError`] is always our own failure and
//!   may be retried.
//! - Verdict, times and memory come from the slot, never from anything the program wrote.
//! - Dropping the future of `execute` drops the lease, which kills what runs.

mod archive;
mod capture;
mod command;
mod compare;
mod compilers;
mod diagnostics;
mod engine;
mod environment;
mod error;
mod execution;
mod input;
mod limits;
mod memory;
mod neighbours;
mod noise;
mod observer;
mod plain_words;
mod programs;
mod repeats;
mod report;
mod self_test;
mod stage;
mod toolchains;
mod verdict;
mod warm;

pub use command::Command;
pub use engine::Engine;
pub use error::EngineError;
pub use observer::{Activity, Observer, Unobserved};
pub use programs::ProgramCache;
pub use self_test::{
    SelfTest, SelfTestCache, SelfTestOutcome, ToolchainDigest, ToolchainFolders, refresh_availability,
    self_test, toolchain_digest,
};
pub use toolchains::Toolchains;
pub use warm::{prepared_limits, warm_interpreters};
