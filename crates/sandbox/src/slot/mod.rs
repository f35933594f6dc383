//! One slot: its keeper, the init of each run, and the last steps before a program.

mod export;
mod init;
pub mod keeper;
mod parked;
mod prepared;
mod program;
mod record;
mod resident;
mod restore;
mod stage;
pub mod started;
pub mod warm;
mod watch;
pub mod zygote;
