//! Stops an interpreter that was started ahead where it would look into the work folder for the first time.

use crate::clocks::{Clocks, Moment};
use crate::unread;
use libc::{c_char, c_int};
use runyard_sandbox::slot::started::Started;
use std::ffi::CStr;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Mutex, PoisonError};

/// Whether the next look stops.
static ARMED: AtomicBool = AtomicBool::new(false);
/// The thread that has stopped: what it looks at itself is no look.
static STOPPED: AtomicI32 = AtomicI32::new(0);
static STARTED: Mutex<Option<(Started, Moment)>> = Mutex::new(None);

/// From now on the first look stops.
pub(crate) fn arm(started: Started) {
    *STARTED.lock().unwrap_or_else(PoisonError::into_inner) = Some((started, Moment::now()));
    ARMED.store(true, Ordering::Release);
}

/// Waits for the program, if `path` is where it would be and it has not come yet. Threads that look meanwhile wait too.
///
/// # Safety
/// `path` is a string or null.
pub(crate) unsafe fn before_looking_at(path: *const c_char) {
    if !ARMED.load(Ordering::Acquire) || path.is_null() {
        return;
    }
    // SAFETY: not null, so a string.
    let path = unsafe { CStr::from_ptr(path) };
    if is_of_program(path.to_bytes())
        && !unread::is_passed_by(path.to_bytes())
        && STOPPED.load(Ordering::Relaxed) != own_thread()
        && !is_folder(path)
    {
        stop();
    }
}

/// Whether the program has not come yet.
pub(crate) fn is_ahead() -> bool {
    ARMED.load(Ordering::Acquire)
}

/// A file is opened with these flags.
pub(crate) fn note_open(flags: c_int) {
    #[cfg(target_arch = "x86_64")]
    crate::node_end::note_open(flags);
    #[cfg(not(target_arch = "x86_64"))]
    let _ = flags;
}

/// Whether it is in the work folder: relative paths are, since that is where interpreters are started. Names that begin with a dot are of
/// settings, which interpreters look for first; programs that bring some start their own.
fn is_of_program(path: &[u8]) -> bool {
    let is_in_work = !path.is_empty() && (!path.starts_with(b"/") || path.starts_with(b"/work/"));
    is_in_work && !path.rsplit(|byte| *byte == b'/').next().is_some_and(|name| name.starts_with(b"."))
}

/// Whether there is a folder. Before the program has come there are only those that every program has.
fn is_folder(path: &CStr) -> bool {
    let mut found = std::mem::MaybeUninit::<libc::stat>::zeroed();
    let flags = libc::AT_SYMLINK_NOFOLLOW;
    // SAFETY: a string, and room for what the kernel writes. The library's own function would be ours.
    let result = unsafe {
        libc::syscall(libc::SYS_newfstatat, libc::AT_FDCWD, path.as_ptr(), found.as_mut_ptr(), flags)
    };
    // SAFETY: zeros are a value of it, too.
    result == 0 && unsafe { found.assume_init() }.st_mode & libc::S_IFMT == libc::S_IFDIR
}

/// Waits for the program, if it has not come yet.
pub(crate) fn stop() {
    let mut started = STARTED.lock().unwrap_or_else(PoisonError::into_inner);
    let Some((waits, began)) = started.take() else { return };
    STOPPED.store(own_thread(), Ordering::Relaxed);
    let Some(clocks) = Clocks::find(began) else {
        // It would tell its programs a wrong time. They start their own.
        runyard_sandbox::sys::process::exit_now(crate::UNSUITABLE);
    };
    #[cfg(target_arch = "x86_64")]
    crate::node_end::arrange();
    let waited = waits.wait();
    clocks.set_on(waited);
    unread::read_on();
    ARMED.store(false, Ordering::Release);
}

fn own_thread() -> i32 {
    runyard_sandbox::sys::process::own_thread()
}
