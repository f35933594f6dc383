//! Thin wrappers over kernel calls: the only place in Runyard with `unsafe`, but for the library in warm interpreters, which
//! calls functions of theirs.
//!
//! Each function does one call and gives its error back. What they are for is decided by their callers.

pub mod elf;
pub mod fd;
pub mod folder;
pub mod landlock;
pub mod memory;
pub mod mount;
pub mod openat2;
pub mod privilege;
pub mod process;
pub mod scheduling;
pub mod socket;
pub mod user_namespace;

use std::io;

/// Turns the kernel's -1 into the error it left in `errno`.
fn check(result: libc::c_int) -> io::Result<libc::c_int> {
    if result == -1 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

/// As [`check`], for raw system calls.
fn check_long(result: libc::c_long) -> io::Result<libc::c_long> {
    if result == -1 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

/// A descriptor number out of a raw system call's result.
fn raw_fd(result: libc::c_long) -> io::Result<std::os::fd::RawFd> {
    std::os::fd::RawFd::try_from(check_long(result)?).map_err(|_| io::ErrorKind::InvalidData.into())
}
