//! Functions of the C library that tell an interpreter what there is in the work folder, or let it write, with a look at
//! [`crate::pause`] before.
//!
//! Each stands before the C library's function of its name for everything in the process, and calls it. Those that take a varying
//! number of arguments take the most here: on the platforms this is built for, both are called in the same way.

use crate::{pause, symbol, unread};
use libc::{FILE, c_char, c_int, c_long, c_uint, c_void, mode_t, size_t, ssize_t};
use std::sync::atomic::{AtomicPtr, Ordering};

/// Declares functions that look at a path, and says which argument that is. Of those that open it for a descriptor, some may be given one that
/// stands for it.
macro_rules! before_looking {
    ($(at $path:ident $(opening($flags:expr))? $(or($stands_for:path))?: fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty;)*) => {
        $(
            /// See the C library's.
            ///
            /// # Safety
            /// As there.
            #[unsafe(no_mangle)]
            unsafe extern "C" fn $name($($argument: $type),*) -> $result {
                static REAL: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());
                $(
                    // SAFETY: as below.
                    if let Some(descriptor) = unsafe { $stands_for($path) } {
                        return descriptor;
                    }
                )?
                // SAFETY: the caller gives the function a string.
                unsafe { pause::before_looking_at($path) };
                $(pause::note_open($flags);)?
                let real = real(&REAL, concat!(stringify!($name), "\0"));
                // SAFETY: this is the type of the C library's function of this name, called as we were.
                unsafe {
                    let real: unsafe extern "C" fn($($type),*) -> $result =
                        std::mem::transmute::<*mut c_void, _>(real);
                    real($($argument),*)
                }
            }
        )*
    };
}

before_looking! {
    at path opening(flags) or(unread::open): fn open(path: *const c_char, flags: c_int, mode: mode_t) -> c_int;
    at path opening(flags) or(unread::open): fn open64(path: *const c_char, flags: c_int, mode: mode_t) -> c_int;
    at path opening(flags) or(unread::open): fn openat(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int;
    at path opening(flags) or(unread::open): fn openat64(folder: c_int, path: *const c_char, flags: c_int, mode: mode_t) -> c_int;
    at path opening(how(mode)): fn fopen(path: *const c_char, mode: *const c_char) -> *mut FILE;
    at path opening(how(mode)): fn fopen64(path: *const c_char, mode: *const c_char) -> *mut FILE;
    at path: fn stat(path: *const c_char, found: *mut libc::stat) -> c_int;
    at path: fn stat64(path: *const c_char, found: *mut libc::stat64) -> c_int;
    at path: fn lstat(path: *const c_char, found: *mut libc::stat) -> c_int;
    at path: fn lstat64(path: *const c_char, found: *mut libc::stat64) -> c_int;
    at path: fn __xstat(version: c_int, path: *const c_char, found: *mut libc::stat) -> c_int;
    at path: fn __xstat64(version: c_int, path: *const c_char, found: *mut libc::stat64) -> c_int;
    at path: fn __lxstat(version: c_int, path: *const c_char, found: *mut libc::stat) -> c_int;
    at path: fn __lxstat64(version: c_int, path: *const c_char, found: *mut libc::stat64) -> c_int;
    at path: fn fstatat(folder: c_int, path: *const c_char, found: *mut libc::stat, flags: c_int) -> c_int;
    at path: fn fstatat64(folder: c_int, path: *const c_char, found: *mut libc::stat64, flags: c_int) -> c_int;
    at path: fn statx(folder: c_int, path: *const c_char, flags: c_int, mask: c_uint, found: *mut libc::statx) -> c_int;
    at path: fn access(path: *const c_char, mode: c_int) -> c_int;
    at path: fn readlink(path: *const c_char, buffer: *mut c_char, size: size_t) -> ssize_t;
    at path: fn realpath(path: *const c_char, buffer: *mut c_char) -> *mut c_char;
    at path: fn opendir(path: *const c_char) -> *mut c_void;
}

/// A mode of `fopen`, as flags of `open`.
fn how(mode: *const c_char) -> c_int {
    // SAFETY: the caller of `fopen` gives it a string.
    let mode = unsafe { std::ffi::CStr::from_ptr(mode) };
    let reads = mode.to_bytes().starts_with(b"r") && !mode.to_bytes().contains(&b'+');
    if reads { libc::O_RDONLY } else { libc::O_RDWR }
}

/// See the C library's. Interpreters ask for what the library has no function for in this way.
///
/// # Safety
/// As there.
#[unsafe(no_mangle)]
unsafe extern "C" fn syscall(
    number: c_long,
    a: c_long,
    b: *const c_char,
    c: c_long,
    d: c_long,
    e: c_long,
    f: c_long,
) -> c_long {
    static REAL: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());
    if number == libc::SYS_statx {
        // SAFETY: the second argument of this call is a string.
        unsafe { pause::before_looking_at(b) };
    }
    let real = real(&REAL, "syscall\0");
    // SAFETY: this is the type of the C library's function, called as we were.
    unsafe {
        let real: unsafe extern "C" fn(
            c_long,
            c_long,
            *const c_char,
            c_long,
            c_long,
            c_long,
            c_long,
        ) -> c_long = std::mem::transmute::<*mut c_void, _>(real);
        real(number, a, b, c, d, e, f)
    }
}

/// The C library's function of this name, which ends with a NUL.
fn real(known: &AtomicPtr<c_void>, name: &str) -> *mut c_void {
    let mut address = known.load(Ordering::Relaxed);
    if address.is_null() {
        let name = std::ffi::CStr::from_bytes_with_nul(name.as_bytes()).unwrap_or_default();
        let Some(found) = symbol::find_next(name) else {
            // Whoever calls it could not have been loaded without it.
            runyard_sandbox::sys::process::exit_now(127);
        };
        address = found;
        known.store(address, Ordering::Relaxed);
    }
    address
}
