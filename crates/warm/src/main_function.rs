//! Our `main` in place of the interpreter's.

use crate::{UNSUITABLE, pause, python, symbol, unread};
use libc::{c_char, c_int, c_void};
use runyard_sandbox::slot::started::Started;
use runyard_sandbox::sys::memory::Auxiliary;
use std::sync::OnceLock;

/// A program's `main`.
pub(crate) type Main = extern "C" fn(c_int, *mut *mut c_char, *mut *mut c_char) -> c_int;

/// What the C library's start code is: it calls `main` when everything else is ready.
type StartMain =
    extern "C" fn(Main, c_int, *mut *mut c_char, *mut c_void, *mut c_void, *mut c_void, *mut c_void) -> c_int;

/// The interpreter's own.
static INTERPRETERS_MAIN: OnceLock<Main> = OnceLock::new();

/// Stands before the C library's function of this name, which every program's first instructions call.
///
/// # Safety
/// Called by those instructions only, with what the C library expects.
#[unsafe(no_mangle)]
unsafe extern "C" fn __libc_start_main(
    interpreters: Main,
    argc: c_int,
    argv: *mut *mut c_char,
    init: *mut c_void,
    fini: *mut c_void,
    rtld_fini: *mut c_void,
    stack_end: *mut c_void,
) -> c_int {
    let Some(address) = symbol::find_next(c"__libc_start_main") else {
        // Not even the C library's exit can be had here.
        runyard_sandbox::sys::process::exit_now(UNSUITABLE);
    };
    INTERPRETERS_MAIN.get_or_init(|| interpreters);
    // SAFETY: this is the type of the C library's function.
    let start: StartMain = unsafe { std::mem::transmute::<*mut c_void, StartMain>(address) };
    start(main, argc, argv, init, fini, rtld_fini, stack_end)
}

extern "C" fn main(argc: c_int, argv: *mut *mut c_char, environment: *mut *mut c_char) -> c_int {
    // SAFETY: this is `main`, and the environment has not been touched.
    let auxiliary = unsafe { Auxiliary::behind(environment) };
    // What the interpreter starts must not be warm, nor see that it is.
    // SAFETY: the process has one thread.
    unsafe { libc::unsetenv(c"LD_PRELOAD".as_ptr()) };
    match (Started::find(auxiliary), INTERPRETERS_MAIN.get()) {
        (Ok(started), Some(main)) => {
            // SAFETY: the arguments of `main`.
            unsafe { unread::expect(argc, argv) };
            pause::arm(started);
            main(argc, argv, environment)
        }
        (Err(auxiliary), _) => python::main(argc, argv, auxiliary).unwrap_or(UNSUITABLE),
        (Ok(_), None) => UNSUITABLE,
    }
}
