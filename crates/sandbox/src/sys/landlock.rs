//! Landlock: the kernel's second opinion on which files may be touched.

use super::{check_long, raw_fd};
use std::ffi::CStr;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

/// Execute, read a file, read a folder: what a program may do everywhere.
const READ: u64 = 0b1101;
/// Every file right of the first ABI.
const ABI_1: u64 = 0x1fff;
/// Rename and link across folders (ABI 2), truncate (ABI 3), ioctl on devices (ABI 5).
const ABI_LATER: [(i64, u64); 3] = [(2, 1 << 13), (3, 1 << 14), (5, 1 << 15)];

/// Kernel headers: `struct landlock_ruleset_attr`, first field: the only one every ABI knows.
#[repr(C)]
struct RulesetAttr {
    handled_access_fs: u64,
}

/// Kernel headers: `struct landlock_path_beneath_attr`.
#[repr(C, packed)]
struct PathBeneath {
    allowed_access: u64,
    parent_fd: i32,
}

/// The kernel's Landlock version, 0 when it has none.
pub fn version() -> i64 {
    // SAFETY: with the version flag no pointer is read.
    let result =
        unsafe { libc::syscall(libc::SYS_landlock_create_ruleset, std::ptr::null::<u8>(), 0, 1_u32) };
    result.max(0)
}

/// Restricts this process: everything readable and executable, `writable` folders for every purpose, and existing files
/// (device nodes, `/proc/self/...`) under `files` writable as their modes allow. Needs no_new_privs.
pub fn restrict(version: i64, writable: &[&CStr], files: &[&CStr]) -> io::Result<()> {
    let all = ABI_LATER.iter().filter(|(abi, _)| *abi <= version).fold(ABI_1, |bits, (_, bit)| bits | bit);
    let attr = RulesetAttr { handled_access_fs: all };
    // SAFETY: the structure lives across the call and has the size given.
    let raw = raw_fd(unsafe {
        libc::syscall(libc::SYS_landlock_create_ruleset, &raw const attr, size_of::<RulesetAttr>(), 0_u32)
    })?;
    // SAFETY: a new descriptor that nothing else owns.
    let ruleset = unsafe { OwnedFd::from_raw_fd(raw) };
    allow(&ruleset, c"/", READ)?;
    for folder in files {
        // Write a file, truncate it, and device controls.
        allow(&ruleset, folder, READ | 0b10 | (all & ((1 << 14) | (1 << 15))))?;
    }
    for folder in writable {
        allow(&ruleset, folder, all)?;
    }
    // SAFETY: plain numbers.
    check_long(unsafe { libc::syscall(libc::SYS_landlock_restrict_self, ruleset.as_raw_fd(), 0) }).map(drop)
}

fn allow(ruleset: &OwnedFd, path: &CStr, access: u64) -> io::Result<()> {
    // SAFETY: the string lives across the call.
    let raw = super::check(unsafe { libc::open(path.as_ptr(), libc::O_PATH | libc::O_CLOEXEC) })?;
    // SAFETY: a new descriptor that nothing else owns.
    let folder = unsafe { OwnedFd::from_raw_fd(raw) };
    let rule = PathBeneath { allowed_access: access, parent_fd: folder.as_raw_fd() };
    // SAFETY: rule type 1 takes a path_beneath structure, which lives across the call.
    check_long(unsafe {
        libc::syscall(libc::SYS_landlock_add_rule, ruleset.as_raw_fd(), 1, &raw const rule, 0_u32)
    })
    .map(drop)
}
