//! JavaScript programs end without Node being taken apart, where nobody could tell.
//!
//! When nothing is left to happen, Node tells the program so (`beforeExit`, `exit`) and knows its exit code. Then it stops workers, runs
//! what was registered for its end, takes the environment, the heap and the threads apart and ends. That second half takes a
//! fifth of a small program's time. What can be noticed of it comes from native code: files that tracing, profiling and
//! databases finish, libraries that clean up after themselves. So it is left out only where the program opened no file for
//! writing and loaded no library, and kept in every other case. A program that calls `process.exit` ends as always: there Node
//! itself leaves most of it out.
//!
//! How it is done: `node::SpinEventLoopInternal`, whose result is the exit code, begins with a jump to [`spin`], which calls the rest of
//! it by way of a copy of its first instructions. They are copied only where each is known to do the same elsewhere; other
//! builds end as always.

use crate::{redirect, symbol};
use libc::{c_int, c_void};
use runyard_sandbox::sys::process;
use std::ffi::CStr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// `v8::Maybe<node::ExitCode> node::SpinEventLoopInternal(node::Environment *)`.
const SPIN: &CStr = c"_ZN4node21SpinEventLoopInternalEPNS_11EnvironmentE";
/// `v8::Maybe` of a number of four bytes: whether there is one, then the number.
type MaybeCode = u64;
type Spin = unsafe extern "C" fn(*mut c_void) -> MaybeCode;

/// The real one.
static REST: OnceLock<Spin> = OnceLock::new();
/// How many libraries had been loaded before the program.
static LIBRARIES: OnceLock<u64> = OnceLock::new();
/// Whether a file was opened for writing.
static HAS_WRITTEN: AtomicBool = AtomicBool::new(false);

/// Arranges for the program that is about to come. Without effect where anything is other than expected, or this is no Node.
pub(crate) fn arrange() {
    let Some(function) = symbol::find(SPIN) else { return };
    let Some(libraries) = redirect::libraries_loaded() else { return };
    HAS_WRITTEN.store(false, Ordering::Relaxed);
    // SAFETY: the function is of this type, and its only caller is the thread that waits here, or has not been started.
    unsafe {
        let Some(copy) = redirect::copy_beginning(function.cast()) else { return };
        let _ = LIBRARIES.set(libraries);
        if REST.set(std::mem::transmute::<*const u8, Spin>(copy.start)).is_ok() {
            let _ = redirect::begin_with_jump(function.cast(), copy.length, spin as *const ());
        }
    }
}

/// To be called where a file is opened with these flags.
pub(crate) fn note_open(flags: c_int) {
    if flags & libc::O_ACCMODE != libc::O_RDONLY {
        HAS_WRITTEN.store(true, Ordering::Relaxed);
    }
}

unsafe extern "C" fn spin(environment: *mut c_void) -> MaybeCode {
    let Some(rest) = REST.get() else { process::exit_now(crate::UNSUITABLE) };
    // SAFETY: called as we were.
    let result = unsafe { rest(environment) };
    let [is_known, _, _, _, code @ ..] = result.to_le_bytes();
    // Workers come here, too.
    let is_main = process::own_thread() == process::own_pid();
    if is_main
        && is_known != 0
        && !HAS_WRITTEN.load(Ordering::Relaxed)
        && redirect::libraries_loaded() == LIBRARIES.get().copied()
    {
        // SAFETY: null means every stream of the C library, of which native code may have used some.
        unsafe { libc::fflush(std::ptr::null_mut()) };
        process::exit_now(i32::from_le_bytes(code));
    }
    result
}
