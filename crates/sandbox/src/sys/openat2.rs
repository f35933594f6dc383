//! openat2(2) and mkdirat(2): opening names strictly beneath a folder.

use super::{check, raw_fd};
use std::ffi::CStr;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

/// Kernel headers: `struct open_how`.
#[repr(C)]
struct OpenHow {
    flags: u64,
    mode: u64,
    resolve: u64,
}

/// Nothing above the folder, no symbolic link, no `/proc` magic link, no other mount.
const RESOLVE: u64 =
    libc::RESOLVE_BENEATH | libc::RESOLVE_NO_SYMLINKS | libc::RESOLVE_NO_MAGICLINKS | libc::RESOLVE_NO_XDEV;

/// Opens `path` beneath `folder`. Always close-on-exec, never a controlling terminal, never blocking on a FIFO.
pub fn open_beneath(folder: BorrowedFd<'_>, path: &CStr, flags: i32, mode: u32) -> io::Result<OwnedFd> {
    let flags = flags | libc::O_CLOEXEC | libc::O_NOCTTY | libc::O_NONBLOCK | libc::O_NOFOLLOW;
    let how = OpenHow { flags: u64::from(flags.cast_unsigned()), mode: u64::from(mode), resolve: RESOLVE };
    // SAFETY: path and structure live across the call; the size is the structure's.
    let raw = raw_fd(unsafe {
        libc::syscall(
            libc::SYS_openat2,
            folder.as_raw_fd(),
            path.as_ptr(),
            &raw const how,
            size_of::<OpenHow>(),
        )
    })?;
    // SAFETY: a new descriptor that nothing else owns.
    Ok(unsafe { OwnedFd::from_raw_fd(raw) })
}

/// Makes one folder with a single-component name.
pub fn make_folder(parent: BorrowedFd<'_>, name: &CStr, mode: u32) -> io::Result<()> {
    // SAFETY: the name lives across the call.
    check(unsafe { libc::mkdirat(parent.as_raw_fd(), name.as_ptr(), mode) }).map(drop)
}

/// Removes one empty folder with a single-component name.
pub fn remove_folder(parent: BorrowedFd<'_>, name: &CStr) -> io::Result<()> {
    // SAFETY: the name lives across the call.
    check(unsafe { libc::unlinkat(parent.as_raw_fd(), name.as_ptr(), libc::AT_REMOVEDIR) }).map(drop)
}
