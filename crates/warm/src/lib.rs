//! The library that the dynamic linker loads into an interpreter that is kept warm.
//!
//! There are two ways. Python is started with its own functions up to the point where it would look at the program for the first
//! time, and serves the slot's keeper there ([`runyard_sandbox::slot::zygote`]): each fork goes on from there as if nothing had
//! been. Other interpreters run their own `main`, one process for each program, and are stopped in the functions of the C library
//! by which they would look at it ([`runyard_sandbox::slot::started`]).

mod clocks;
mod hooks;
mod main_function;
#[cfg(target_arch = "x86_64")]
mod node_end;
mod pause;
mod python;
#[cfg(target_arch = "x86_64")]
mod quick_end;
#[cfg(target_arch = "x86_64")]
mod redirect;
mod symbol;
mod unread;

/// How an interpreter ends that cannot be kept warm, or was not started by a keeper.
const UNSUITABLE: libc::c_int = 70;
