//! Python programs end without taking the interpreter apart, where nobody could tell.
//!
//! At its end CPython runs what was registered for it, joins threads and writes out its streams; then it collects garbage, takes
//! every module apart and frees every object. That second half takes longer than most small programs run, and writes to nearly every
//! page a fork shares with its interpreter. All that a program can notice of it is what its own objects do when they go: finalizers,
//! callbacks of weak references, generators that are left in the middle, files that are written out when they are closed.
//!
//! So between the two halves all objects are looked at. Where there is none that does anything when it goes, beyond those the
//! interpreter itself began with, the second half is left out and the exit code takes its way. Whenever anything is unusual, the second half is
//! carried out as always: an extension module was loaded, threads still run, streams were replaced, there is an audit hook, another
//! interpreter, a debugging switch of the collector.
//!
//! How it is done: `Py_FinalizeEx` begins with a jump to [`runyard_finalize`], which calls the rest of it. The last thing of the first half is
//! that handlers of signals are taken away, by the C library's `sigaction`, before which ours stands. From there [`runyard_cut_short`]
//! returns as `Py_FinalizeEx` would. This is done only where the function begins with the very instructions that [`runyard_rest_of_finalize`]
//! begins with, and the lists of the collector are found where they are expected; other builds of Python end as always.

mod functions;
mod interpreter;
mod objects;

use crate::redirect::begin_with_jump;
use crate::symbol;
use functions::{Definition, Functions, Object};
use interpreter::Interpreter;
use libc::{c_int, c_void};
use runyard_sandbox::slot::zygote::Rehearsal;
use std::ffi::CStr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::sync::{Mutex, OnceLock};

std::arch::global_asm!(
    ".globl runyard_finalize",
    ".hidden runyard_finalize",
    "runyard_finalize:",
    "push rbp",
    "push rbx",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "sub rsp, 8",
    "mov [rip + {stack}], rsp",
    "call runyard_rest_of_finalize",
    "2:",
    "add rsp, 8",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop rbx",
    "pop rbp",
    "ret",
    ".globl runyard_cut_short",
    ".hidden runyard_cut_short",
    "runyard_cut_short:",
    "mov rsp, [rip + {stack}]",
    "xor eax, eax",
    "jmp 2b",
    // The first instructions of `Py_FinalizeEx`, which a jump has taken the place of.
    ".globl runyard_rest_of_finalize",
    ".hidden runyard_rest_of_finalize",
    "runyard_rest_of_finalize:",
    "push r15",
    "push r14",
    "push r13",
    "push r12",
    "push rbp",
    "push rbx",
    "sub rsp, 0x18",
    "jmp [rip + {rest}]",
    stack = sym STACK,
    rest = sym REST,
);

/// How many bytes of `Py_FinalizeEx` the jump and the rest of its last instruction take.
const REPLACED: usize = 14;

/// Where the stack stood when `Py_FinalizeEx` was called.
static STACK: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());
/// Where `Py_FinalizeEx` goes on behind its first instructions.
static REST: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());

unsafe extern "C" {
    fn runyard_finalize();
    fn runyard_cut_short() -> !;
    fn runyard_rest_of_finalize();
}

static INTERPRETER: OnceLock<Interpreter> = OnceLock::new();
/// What is to be told when this program's end has been decided.
static REHEARSAL: Mutex<Option<Rehearsal>> = Mutex::new(None);
/// Whether a program has asked to hear of everything.
static AUDITED: AtomicBool = AtomicBool::new(false);
static REAL_ADD_AUDIT_HOOK: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());

/// Makes this process one that shows which pages small programs use.
pub(crate) fn rehearse(rehearsal: Rehearsal) {
    if let Ok(mut place) = REHEARSAL.lock() {
        *place = Some(rehearsal);
    }
}

/// Ends a process of that kind.
pub(crate) fn rehearsal_is_over() {
    if let Some(rehearsal) = REHEARSAL.lock().ok().and_then(|mut rehearsal| rehearsal.take()) {
        rehearsal.over();
    }
}

/// Arranges for programs that are forked from this interpreter, which has started. Without effect where anything is other than expected.
///
/// # Safety
/// One thread, which holds the interpreter.
pub(crate) unsafe fn arrange() {
    // SAFETY: as the caller promises.
    unsafe {
        if let Some(interpreter) = Interpreter::know()
            && watch_audit_hooks(&interpreter.python).is_some()
            && INTERPRETER.set(interpreter).is_ok()
        {
            // Resolved here: it may be called by handlers of signals later, which must not look anything up.
            real_sigaction();
            redirect();
        }
    }
}

/// Lets `Py_FinalizeEx` begin with a jump to ours.
unsafe fn redirect() -> Option<()> {
    let function = symbol::find(c"Py_FinalizeEx")?.cast::<u8>();
    let ours: *const u8 = runyard_rest_of_finalize as *const u8;
    // SAFETY: both are functions with at least so many bytes, and nobody ends the interpreter yet.
    unsafe {
        if std::slice::from_raw_parts(function, REPLACED) != std::slice::from_raw_parts(ours, REPLACED) {
            return None;
        }
        REST.store(function.add(REPLACED).cast(), Ordering::Relaxed);
        begin_with_jump(function, REPLACED, runyard_finalize as *const ())
    }
}

/// Stands before the function behind `sys.addaudithook`.
unsafe fn watch_audit_hooks(python: &Functions) -> Option<()> {
    // SAFETY: this is such a function; its definition lies in the interpreter's data, and is checked to be the right one.
    unsafe {
        let function = (python.sys_object)(c"addaudithook".as_ptr());
        if function.is_null() {
            return None;
        }
        let definition = *function.cast::<*mut Definition>().add(2);
        if CStr::from_ptr((*definition).name) != c"addaudithook" {
            return None;
        }
        REAL_ADD_AUDIT_HOOK.store((*definition).function, Ordering::Relaxed);
        (*definition).function = add_audit_hook as *mut c_void;
    }
    Some(())
}

/// As the interpreter calls its own: whatever the arguments are, there are no more.
unsafe extern "C" fn add_audit_hook(
    a: *mut c_void,
    b: *mut c_void,
    c: *mut c_void,
    d: *mut c_void,
) -> Object {
    type Function = unsafe extern "C" fn(*mut c_void, *mut c_void, *mut c_void, *mut c_void) -> Object;
    AUDITED.store(true, Ordering::Relaxed);
    // SAFETY: this is the interpreter's function, called as we were.
    unsafe {
        let real: Function = std::mem::transmute(REAL_ADD_AUDIT_HOOK.load(Ordering::Relaxed));
        real(a, b, c, d)
    }
}

type SignalAction = unsafe extern "C" fn(c_int, *const libc::sigaction, *mut libc::sigaction) -> c_int;

fn real_sigaction() -> SignalAction {
    static REAL: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());
    let mut address = REAL.load(Ordering::Relaxed);
    if address.is_null() {
        let Some(found) = symbol::find_next(c"sigaction") else {
            runyard_sandbox::sys::process::exit_now(127);
        };
        address = found;
        REAL.store(address, Ordering::Relaxed);
    }
    // SAFETY: this is the C library's function of that name.
    unsafe { std::mem::transmute::<*mut c_void, SignalAction>(address) }
}

/// See the C library's.
///
/// # Safety
/// As there.
#[unsafe(no_mangle)]
unsafe extern "C" fn sigaction(
    signal: c_int,
    action: *const libc::sigaction,
    old: *mut libc::sigaction,
) -> c_int {
    if !STACK.load(Ordering::Relaxed).is_null() {
        static ASKED: AtomicBool = AtomicBool::new(false);
        // SAFETY: only the end of the interpreter itself sets the stack, and takes handlers away while it is finalizing; it does so
        // in the thread that called `Py_FinalizeEx`, above the frames that are left out.
        unsafe {
            if let Some(interpreter) = INTERPRETER.get()
                && !action.is_null()
                && (*action).sa_sigaction == libc::SIG_DFL
                && (interpreter.python.is_finalizing)() != 0
                && !ASKED.swap(true, Ordering::Relaxed)
            {
                let may_be_left = interpreter.may_be_left();
                rehearsal_is_over();
                if may_be_left {
                    runyard_cut_short();
                }
            }
        }
    }
    // SAFETY: called as we were.
    unsafe { real_sigaction()(signal, action, old) }
}
