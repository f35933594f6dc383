//! Descriptors: pipes, memory files, event counters, duplication, polling, clocks.

use super::{check, check_long};
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::time::Duration;

/// A pipe, both ends close-on-exec: (read, write).
pub fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut ends = [0; 2];
    // SAFETY: `ends` is a valid array of two ints, written by the call.
    check(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) })?;
    // SAFETY: the call succeeded, so both are new descriptors that nothing else owns.
    Ok(unsafe { (OwnedFd::from_raw_fd(ends[0]), OwnedFd::from_raw_fd(ends[1])) })
}

/// A memory file with this content, sealed: nobody can change it any more.
pub fn sealed_memfd(name: &std::ffi::CStr, content: &[u8]) -> io::Result<OwnedFd> {
    use std::io::{Seek, Write};
    let mut file = memfd(name)?;
    file.write_all(content)?;
    file.rewind()?;
    seal(&file)?;
    Ok(file.into())
}

/// An empty memory file that can be sealed.
pub fn memfd(name: &std::ffi::CStr) -> io::Result<std::fs::File> {
    // SAFETY: `name` is NUL-terminated; the call has no other memory argument.
    let raw =
        check(unsafe { libc::memfd_create(name.as_ptr(), libc::MFD_CLOEXEC | libc::MFD_ALLOW_SEALING) })?;
    // SAFETY: a new descriptor that nothing else owns.
    Ok(unsafe { OwnedFd::from_raw_fd(raw) }.into())
}

/// Every seal there is: size and content stay what they are.
const SEALS: libc::c_int = libc::F_SEAL_SEAL | libc::F_SEAL_SHRINK | libc::F_SEAL_GROW | libc::F_SEAL_WRITE;

/// Seals a memory file: nobody can change it any more, whoever holds it.
pub fn seal(file: &std::fs::File) -> io::Result<()> {
    // SAFETY: F_ADD_SEALS takes an int.
    check(unsafe { libc::fcntl(file.as_raw_fd(), libc::F_ADD_SEALS, SEALS) }).map(drop)
}

/// Whether nobody can change this memory file any more.
pub fn is_sealed(file: BorrowedFd<'_>) -> bool {
    // SAFETY: F_GET_SEALS takes no argument.
    let seals = check(unsafe { libc::fcntl(file.as_raw_fd(), libc::F_GET_SEALS) });
    seals.is_ok_and(|seals| seals & SEALS == SEALS)
}

/// Whether another open file holds a lock on this one.
pub fn is_locked(file: BorrowedFd<'_>) -> io::Result<bool> {
    /// Kernel headers: F_WRLCK and F_UNLCK, whose type is another in `flock`.
    const WRITE_LOCK: libc::c_short = 1;
    const NO_LOCK: libc::c_short = 2;
    // SAFETY: plain numbers. What it locks, closing `file` unlocks.
    match check(unsafe { libc::flock(file.as_raw_fd(), libc::LOCK_EX | libc::LOCK_NB) }) {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(true),
        other => other?,
    };
    // SAFETY: flock is plain data for which zero is valid: from the beginning to the end, of nobody.
    let mut conflict: libc::flock = unsafe { std::mem::zeroed() };
    conflict.l_type = WRITE_LOCK;
    // SAFETY: `conflict` is valid for reading and writing.
    check(unsafe { libc::fcntl(file.as_raw_fd(), libc::F_OFD_GETLK, &raw mut conflict) })?;
    Ok(conflict.l_type != NO_LOCK)
}

/// An event counter, non-blocking and close-on-exec.
pub fn eventfd() -> io::Result<OwnedFd> {
    // SAFETY: no memory is passed.
    let raw = check(unsafe { libc::eventfd(0, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK) })?;
    // SAFETY: a new descriptor that nothing else owns.
    Ok(unsafe { OwnedFd::from_raw_fd(raw) })
}

/// Reads and clears an event counter; false when nothing was counted.
pub fn drain_eventfd(fd: BorrowedFd<'_>) -> bool {
    let mut count = 0_u64;
    // SAFETY: the buffer is eight bytes long, as the call is told.
    unsafe { libc::read(fd.as_raw_fd(), (&raw mut count).cast(), 8) == 8 }
}

/// Makes `target` refer to what `source` refers to, without close-on-exec.
pub fn duplicate_to(source: BorrowedFd<'_>, target: RawFd) -> io::Result<()> {
    if source.as_raw_fd() == target {
        // dup2 would leave close-on-exec set.
        // SAFETY: F_SETFD takes an int.
        check(unsafe { libc::fcntl(target, libc::F_SETFD, 0) })?;
        return Ok(());
    }
    // SAFETY: only descriptor numbers are passed. Replacing `target` is the purpose.
    check(unsafe { libc::dup2(source.as_raw_fd(), target) }).map(drop)
}

/// A copy with a number of at least `lowest`, close-on-exec.
pub fn duplicate_above(source: BorrowedFd<'_>, lowest: RawFd) -> io::Result<OwnedFd> {
    // SAFETY: F_DUPFD_CLOEXEC takes an int.
    let raw = check(unsafe { libc::fcntl(source.as_raw_fd(), libc::F_DUPFD_CLOEXEC, lowest) })?;
    // SAFETY: a new descriptor that nothing else owns.
    Ok(unsafe { OwnedFd::from_raw_fd(raw) })
}

/// Marks every descriptor from `first` on close-on-exec.
pub fn close_on_exec_from(first: u32) -> io::Result<()> {
    // SAFETY: only numbers are passed; no descriptor is closed now.
    check_long(unsafe { libc::syscall(libc::SYS_close_range, first, u32::MAX, libc::CLOSE_RANGE_CLOEXEC) })
        .map(drop)
}

/// Closes every descriptor from `first` to `last`.
///
/// The caller must not use Rust objects that own one of them afterwards: it is for forked children that never return.
pub fn close_range(first: u32, last: u32) -> io::Result<()> {
    // SAFETY: descriptors may be closed under their owners here, which is why only children that leave by
    // `exit_now` or exec call this; no memory is involved.
    check_long(unsafe { libc::syscall(libc::SYS_close_range, first, last, 0) }).map(drop)
}

/// Closes every descriptor but the standard ones and those in `needed`; under the same rule as [`close_range`].
pub fn close_others(needed: &mut [RawFd]) -> io::Result<()> {
    needed.sort_unstable();
    let mut next = 3;
    for kept in needed.iter().map(|descriptor| descriptor.cast_unsigned()).filter(|kept| *kept >= 3) {
        if kept > next {
            close_range(next, kept - 1)?;
        }
        next = kept + 1;
    }
    close_range(next, u32::MAX)
}

/// Takes over a descriptor this process was started with.
///
/// # Errors
/// When it is not open.
pub fn inherited(number: RawFd) -> io::Result<OwnedFd> {
    // SAFETY: F_GETFD takes no argument.
    check(unsafe { libc::fcntl(number, libc::F_GETFD) })?;
    // SAFETY: F_SETFD takes an int.
    check(unsafe { libc::fcntl(number, libc::F_SETFD, libc::FD_CLOEXEC) })?;
    // SAFETY: it is open; by the start-up contract nothing else in this process owns it.
    Ok(unsafe { OwnedFd::from_raw_fd(number) })
}

/// What became ready, by position in the list given to [`poll`].
pub fn poll(fds: &[BorrowedFd<'_>], timeout: Option<Duration>) -> io::Result<Vec<bool>> {
    let mut polled: Vec<libc::pollfd> =
        fds.iter().map(|fd| libc::pollfd { fd: fd.as_raw_fd(), events: libc::POLLIN, revents: 0 }).collect();
    let spec = timeout.map(|t| libc::timespec {
        tv_sec: libc::time_t::try_from(t.as_secs()).unwrap_or(libc::time_t::MAX),
        tv_nsec: libc::c_long::from(t.subsec_nanos()),
    });
    let spec_ptr = spec.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
    // SAFETY: the array and the optional timespec live across the call, with the length given.
    let result =
        unsafe { libc::ppoll(polled.as_mut_ptr(), polled.len() as libc::nfds_t, spec_ptr, std::ptr::null()) };
    match check(result) {
        Ok(_) => Ok(polled.iter().map(|p| p.revents != 0).collect()),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(vec![false; polled.len()]),
        Err(error) => Err(error),
    }
}

/// Waits until a file of the kernel has changed since it was last read here. False when the time was up.
pub fn wait_changed(file: BorrowedFd<'_>, timeout: Duration) -> io::Result<bool> {
    // Such files are always readable; a change is an exceptional condition.
    wait_for(file, libc::POLLPRI, timeout)
}

/// Waits until something can be written. False when the time was up.
pub fn wait_writable(file: BorrowedFd<'_>, timeout: Duration) -> io::Result<bool> {
    wait_for(file, libc::POLLOUT, timeout)
}

fn wait_for(file: BorrowedFd<'_>, events: libc::c_short, timeout: Duration) -> io::Result<bool> {
    let mut polled = libc::pollfd { fd: file.as_raw_fd(), events, revents: 0 };
    let milliseconds = libc::c_int::try_from(timeout.as_millis()).unwrap_or(libc::c_int::MAX);
    // SAFETY: one valid pollfd is passed, as the count says.
    match check(unsafe { libc::poll(&raw mut polled, 1, milliseconds) }) {
        Ok(ready) => Ok(ready > 0),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(false),
        Err(error) => Err(error),
    }
}

/// Microseconds of the monotonic clock.
pub fn monotonic_us() -> u64 {
    monotonic_ns() / 1_000
}

/// Nanoseconds of the monotonic clock.
pub fn monotonic_ns() -> u64 {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `now` is valid for writing. CLOCK_MONOTONIC always exists.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut now) };
    let seconds = u64::try_from(now.tv_sec).unwrap_or(0);
    let nanos = u64::try_from(now.tv_nsec).unwrap_or(0);
    seconds * 1_000_000_000 + nanos
}

/// Makes the terminal behind `fd` the controlling one of this session.
pub fn take_terminal(fd: impl AsFd) -> io::Result<()> {
    // SAFETY: TIOCSCTTY takes an int.
    check(unsafe { libc::ioctl(fd.as_fd().as_raw_fd(), libc::TIOCSCTTY, 0) }).map(drop)
}

/// Makes reads and writes on `fd` return at once instead of waiting.
pub fn set_nonblocking(fd: BorrowedFd<'_>) -> io::Result<()> {
    // SAFETY: F_GETFL takes no argument and F_SETFL an int.
    unsafe {
        let flags = check(libc::fcntl(fd.as_raw_fd(), libc::F_GETFL))?;
        check(libc::fcntl(fd.as_raw_fd(), libc::F_SETFL, flags | libc::O_NONBLOCK)).map(drop)
    }
}
