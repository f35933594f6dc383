//! One slot: its keeper, the spaces its runs follow one another in, and the last steps before a program.

mod export;
mod folders;
mod init;
pub mod keeper;
mod parked;
mod prepared;
mod program;
mod record;
mod resident;
mod restore;
mod space;
mod stage;
pub mod started;
pub mod warm;
mod watch;
pub mod zygote;
