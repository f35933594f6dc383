//! Mounts and namespaces.

use super::{check, check_long, raw_fd};
use std::ffi::CStr;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

/// Kernel headers: `struct mount_attr`.
#[repr(C)]
#[derive(Default)]
struct MountAttr {
    attr_set: u64,
    attr_clr: u64,
    propagation: u64,
    userns_fd: u64,
}

/// Read-only, in [`set_path_attributes`].
pub const READ_ONLY: u64 = 0x1;
/// Set-user-id bits have no effect.
pub const NO_SUID: u64 = 0x2;
/// Device files have no effect.
pub const NO_DEV: u64 = 0x4;
/// Nothing can be executed.
pub const NO_EXEC: u64 = 0x8;

/// Leaves namespaces and enters fresh ones.
pub fn unshare(flags: libc::c_int) -> io::Result<()> {
    // SAFETY: only flags are passed.
    check(unsafe { libc::unshare(flags) }).map(drop)
}

/// mount(2).
pub fn mount(
    source: &CStr,
    target: &CStr,
    kind: Option<&CStr>,
    flags: libc::c_ulong,
    data: Option<&CStr>,
) -> io::Result<()> {
    let kind = kind.map_or(std::ptr::null(), CStr::as_ptr);
    let data = data.map_or(std::ptr::null(), |text| text.as_ptr().cast());
    // SAFETY: all strings are NUL-terminated and live across the call.
    check(unsafe { libc::mount(source.as_ptr(), target.as_ptr(), kind, flags, data) }).map(drop)
}

/// umount2(2), detaching at once.
pub fn detach(target: &CStr) -> io::Result<()> {
    // SAFETY: the string lives across the call.
    check(unsafe { libc::umount2(target.as_ptr(), libc::MNT_DETACH) }).map(drop)
}

/// How much fits into a file system, and how much is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    blocks: [u64; 2],
    files: [u64; 2],
}

/// Of the file system that is mounted there.
pub fn room(folder: &CStr) -> io::Result<Room> {
    // SAFETY: statvfs is plain data for which zero is valid.
    let mut found: libc::statvfs = unsafe { std::mem::zeroed() };
    // SAFETY: the string lives across the call, and `found` is valid for writing.
    check(unsafe { libc::statvfs(folder.as_ptr(), &raw mut found) })?;
    Ok(Room { blocks: [found.f_blocks, found.f_bfree], files: [found.f_files, found.f_ffree] })
}

/// pivot_root(".", "."): the current folder becomes the root, the old root lies on top of it and is then detached.
pub fn pivot_here() -> io::Result<()> {
    // SAFETY: constant strings.
    check_long(unsafe { libc::syscall(libc::SYS_pivot_root, c".".as_ptr(), c".".as_ptr()) })?;
    detach(c".")
}

/// A detached copy of the mounts at `path`.
pub fn clone_tree(path: &CStr, recursive: bool) -> io::Result<OwnedFd> {
    let mut flags = libc::OPEN_TREE_CLONE | libc::OPEN_TREE_CLOEXEC;
    if recursive {
        flags |= libc::AT_RECURSIVE.cast_unsigned();
    }
    // SAFETY: the string lives across the call.
    let raw = raw_fd(unsafe { libc::syscall(libc::SYS_open_tree, libc::AT_FDCWD, path.as_ptr(), flags) })?;
    // SAFETY: a new descriptor that nothing else owns.
    Ok(unsafe { OwnedFd::from_raw_fd(raw) })
}

/// Sets attributes on the one mount at `path`.
pub fn set_path_attributes(path: &CStr, attributes: u64) -> io::Result<()> {
    let attr = MountAttr { attr_set: attributes, ..MountAttr::default() };
    set_attr(path, 0, &attr)
}

/// Sets attributes on the mount at `path` and on every one below it.
pub fn set_tree_attributes(path: &CStr, attributes: u64) -> io::Result<()> {
    let attr = MountAttr { attr_set: attributes, ..MountAttr::default() };
    set_attr(path, libc::AT_RECURSIVE, &attr)
}

/// Cuts propagation to and from every mount below `/`.
pub fn make_all_private() -> io::Result<()> {
    let attr = MountAttr { propagation: libc::MS_PRIVATE, ..MountAttr::default() };
    set_attr(c"/", libc::AT_RECURSIVE, &attr)
}

fn set_attr(path: &CStr, flags: i32, attr: &MountAttr) -> io::Result<()> {
    // SAFETY: path and structure live across the call; the size is the structure's.
    check_long(unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            libc::AT_FDCWD,
            path.as_ptr(),
            flags,
            std::ptr::from_ref(attr),
            size_of::<MountAttr>(),
        )
    })
    .map(drop)
}

/// Attaches a detached tree at `target`.
pub fn attach(tree: BorrowedFd<'_>, target: &CStr) -> io::Result<()> {
    /// Kernel headers: MOVE_MOUNT_F_EMPTY_PATH.
    const EMPTY_PATH: libc::c_uint = 0x4;
    // SAFETY: the strings live across the call.
    check_long(unsafe {
        libc::syscall(
            libc::SYS_move_mount,
            tree.as_raw_fd(),
            c"".as_ptr(),
            libc::AT_FDCWD,
            target.as_ptr(),
            EMPTY_PATH,
        )
    })
    .map(drop)
}

/// Makes a character device file.
pub fn make_device(path: &CStr, major: u32, minor: u32) -> io::Result<()> {
    // SAFETY: the string lives across the call.
    check(unsafe { libc::mknod(path.as_ptr(), libc::S_IFCHR | 0o666, libc::makedev(major, minor)) }).map(drop)
}

/// Brings the loopback interface of the current network namespace up.
pub fn loopback_up() -> io::Result<()> {
    // SAFETY: only constants are passed.
    let raw = check(unsafe { libc::socket(libc::AF_INET, libc::SOCK_DGRAM | libc::SOCK_CLOEXEC, 0) })?;
    // SAFETY: a new descriptor that nothing else owns.
    let socket = unsafe { OwnedFd::from_raw_fd(raw) };
    // SAFETY: ifreq is plain data for which zero is valid.
    let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
    for (to, from) in request.ifr_name.iter_mut().zip(b"lo") {
        *to = from.cast_signed();
    }
    #[expect(clippy::cast_possible_truncation, reason = "IFF_UP is 1")]
    let up = libc::IFF_UP as libc::c_short;
    request.ifr_ifru.ifru_flags = up;
    // SAFETY: SIOCSIFFLAGS reads an ifreq, which lives across the call.
    check(unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCSIFFLAGS, &raw const request) }).map(drop)
}

/// Sets the host name of the current UTS namespace.
pub fn set_host_name(name: &str) -> io::Result<()> {
    // SAFETY: pointer and length describe the same string.
    check(unsafe { libc::sethostname(name.as_ptr().cast(), name.len()) }).map(drop)
}
