//! A program that its interpreter opens before it has loaded its own library.
//!
//! Ruby opens its program, asks for the first byte (it may be the `#` of `#!`), puts that back, loads its library, which takes ten times as
//! long as everything else of a small program, and then has the program compiled. So it is given a descriptor that stands for the program, and
//! waits before it compiles. There the program, which has come, takes the descriptor's place, and what was put back is taken away.
//!
//! If anything of that happened in another way, what stands for the program would be compiled: it is a program that ends at once, so that nobody
//! would take it for what was meant. For the same reason only one version of Ruby is given it; others wait where they would look for their program.
//!
//! Programs that begin with `#!`, and empty ones, start their own Ruby, and so do those that bring files with the names it passes by before
//! ([`is_passed_by`]): `languages/ruby.toml` says so.

use crate::{UNSUITABLE, pause, symbol};
use libc::{c_char, c_int, c_long, c_void};
use runyard_sandbox::sys::fd;
use std::ffi::CStr;
use std::os::fd::IntoRawFd as _;
use std::sync::atomic::{AtomicI32, AtomicPtr, AtomicUsize, Ordering};

/// A reference to a Ruby object.
type Value = c_long;

/// What it calls its program, which is the last of its arguments; null where nobody opens it so early.
static NAME: AtomicPtr<c_char> = AtomicPtr::new(std::ptr::null_mut());
/// The descriptor that stands for it, or -1.
static DESCRIPTOR: AtomicI32 = AtomicI32::new(-1);
/// How many bytes have been read of what stands for the program.
static READ: AtomicUsize = AtomicUsize::new(0);

/// Notes what the program will be called, where the interpreter is a Ruby that is known.
///
/// # Safety
/// The arguments of `main`, before the interpreter's own is called.
pub(crate) unsafe fn expect(argc: c_int, argv: *mut *mut c_char) {
    let Some(version) = symbol::find(c"ruby_version") else { return };
    // SAFETY: version.h: a string.
    if !unsafe { CStr::from_ptr(version.cast()) }.to_bytes().starts_with(b"3.1.") {
        return;
    }
    if let Some(last) = usize::try_from(argc).ok().and_then(|count| count.checked_sub(1)) {
        // SAFETY: there are so many of them.
        NAME.store(unsafe { *argv.add(last) }, Ordering::Relaxed);
    }
}

/// Whether this is what the program is called.
///
/// # Safety
/// `path` is a string or null.
unsafe fn is_name(path: *const c_char) -> bool {
    let name = NAME.load(Ordering::Relaxed);
    // SAFETY: strings, where they are not null.
    !name.is_null() && !path.is_null() && unsafe { CStr::from_ptr(path) == CStr::from_ptr(name) }
}

/// Whether the interpreter is one that opens its program early, and has not done so.
fn is_expected() -> bool {
    !NAME.load(Ordering::Relaxed).is_null() && pause::is_ahead() && DESCRIPTOR.load(Ordering::Relaxed) < 0
}

/// A descriptor that stands for the program, where that is what is opened and it has not come yet.
///
/// # Safety
/// `path` is a string or null.
pub(crate) unsafe fn open(path: *const c_char) -> Option<c_int> {
    // SAFETY: as the caller promises.
    if !is_expected() || !unsafe { is_name(path) } {
        return None;
    }
    let stands_for_it = format!("exit!({UNSUITABLE})\n");
    let descriptor = fd::sealed_memfd(c"program", stands_for_it.as_bytes()).ok()?.into_raw_fd();
    READ.store(stands_for_it.len(), Ordering::Relaxed);
    DESCRIPTOR.store(descriptor, Ordering::Relaxed);
    Some(descriptor)
}

/// Whether the interpreter looks there for what it has built in, before it opens its program.
pub(crate) fn is_passed_by(path: &[u8]) -> bool {
    let name = path.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    (name == b"thread.rb" || name.ends_with(b".so")) && is_expected()
}

/// Puts the program, which has come, in the place of what stands for it.
pub(crate) fn read_on() {
    let descriptor = DESCRIPTOR.swap(-1, Ordering::Relaxed);
    if descriptor < 0 {
        return;
    }
    // SAFETY: the name is an argument of the process, and the descriptors are ours. Without a program it reads nothing, as it would have
    // opened nothing. The library's own function would be ours.
    unsafe {
        let flags = libc::O_RDONLY | libc::O_CLOEXEC;
        let name = NAME.load(Ordering::Relaxed);
        let opened = libc::syscall(libc::SYS_openat, libc::AT_FDCWD, name, flags);
        match c_int::try_from(opened) {
            Ok(program) if program >= 0 => {
                libc::dup3(program, descriptor, libc::O_CLOEXEC);
                libc::close(program);
            }
            _ => {
                libc::close(descriptor);
            }
        }
    }
}

/// Stands before Ruby's function of this name: compiles the source in an open file.
///
/// # Safety
/// Called by Ruby, with what it expects.
#[unsafe(no_mangle)]
unsafe extern "C" fn rb_parser_compile_file_path(
    parser: Value,
    mut path: Value,
    file: Value,
    start: c_int,
) -> Value {
    type Compile = unsafe extern "C" fn(Value, Value, Value, c_int) -> Value;
    static REAL: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());
    // SAFETY: ruby/internal/intern: these functions have these types, and Ruby is running.
    unsafe {
        if READ.load(Ordering::Relaxed) > 0 && is_of_program(&mut path) {
            pause::stop();
            take_back(file);
        }
        let mut real = REAL.load(Ordering::Relaxed);
        if real.is_null() {
            let Some(found) = symbol::find_next(c"rb_parser_compile_file_path") else {
                runyard_sandbox::sys::process::exit_now(UNSUITABLE);
            };
            real = found;
            REAL.store(real, Ordering::Relaxed);
        }
        std::mem::transmute::<*mut c_void, Compile>(real)(parser, path, file, start)
    }
}

/// Whether a Ruby string is what the program is called. Libraries are compiled before it.
unsafe fn is_of_program(path: &mut Value) -> bool {
    type ToText = unsafe extern "C" fn(*mut Value) -> *const c_char;
    let Some(to_text) = symbol::find(c"rb_string_value_cstr") else { return false };
    // SAFETY: ruby/internal/intern/string.h: a function of this type, for a string.
    unsafe { is_name(std::mem::transmute::<*mut c_void, ToText>(to_text)(path)) }
}

/// Takes what was read of what stood for the program out of the file's buffer.
unsafe fn take_back(file: Value) {
    type ReadByte = unsafe extern "C" fn(Value) -> Value;
    let Some(read_byte) = symbol::find(c"rb_io_getbyte") else {
        runyard_sandbox::sys::process::exit_now(UNSUITABLE);
    };
    for _ in 0..READ.swap(0, Ordering::Relaxed) {
        // SAFETY: ruby/io.h: a function of this type, for a file that is open. All of it is in the buffer.
        unsafe { std::mem::transmute::<*mut c_void, ReadByte>(read_byte)(file) };
    }
}
