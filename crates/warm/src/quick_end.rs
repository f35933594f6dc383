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

use crate::redirect::{begin_with_jump, loaded};
use crate::symbol;
use libc::{c_char, c_int, c_long, c_ulong, c_void};
use runyard_sandbox::slot::zygote::Rehearsal;
use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
use std::collections::{HashMap, HashSet};
use std::ffi::CStr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::sync::{Mutex, OnceLock};

/// A reference to a Python object, or a pointer to what is one.
type Object = *mut c_void;

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

/// What is known of the interpreter before any program.
struct Interpreter {
    python: Functions,
    /// The heads of the collector's three lists, and of what `gc.freeze` hides from it.
    lists: [*const Head; 4],
    /// Objects it has that do something when they go, with their types.
    own: HashSet<(usize, usize)>,
    /// All its objects in the order of the lists: where a walk comes next, unless a program has changed that.
    expected: [Vec<*const Head>; 4],
    /// `sys.stdin` and so on, under both their names.
    streams: [usize; 6],
    /// What lies below the first three.
    buffers: [[usize; 2]; 3],
    /// Which warnings are shown: the list of filters, and how many there are.
    filters: (usize, isize),
    /// Types whose finalizers only free memory, unless somebody has given the object more than it has.
    harmless: [usize; 2],
    weak_references: [usize; 3],
    /// What the type of the interpreter's own functions is.
    function: usize,
    /// The program's own code: what deallocates objects of extension modules lies elsewhere.
    code: std::ops::Range<usize>,
    /// How many libraries had been loaded.
    libraries: u64,
}

// SAFETY: the pointers lead to what lives as long as the process, and is used by the thread that holds the interpreter only.
unsafe impl Send for Interpreter {}
// SAFETY: as above.
unsafe impl Sync for Interpreter {}

static INTERPRETER: OnceLock<Interpreter> = OnceLock::new();
/// What is to be told when this program's end has been decided.
static REHEARSAL: Mutex<Option<Rehearsal>> = Mutex::new(None);
/// Whether a program has asked to hear of everything.
static AUDITED: AtomicBool = AtomicBool::new(false);
static REAL_ADD_AUDIT_HOOK: AtomicPtr<c_void> = AtomicPtr::new(std::ptr::null_mut());

const STREAMS: [&CStr; 6] = [c"stdin", c"stdout", c"stderr", c"__stdin__", c"__stdout__", c"__stderr__"];

/// What precedes every object the collector knows.
#[repr(C)]
struct Head {
    next: *const Head,
    previous: usize,
}

/// typeslots.h: Py_tp_dealloc, Py_tp_del, Py_tp_finalize.
const DEALLOCATE: c_int = 52;
const DELETE: c_int = 53;
const FINALIZE: c_int = 80;
/// object.h: Py_TPFLAGS_TYPE_SUBCLASS.
const IS_TYPE: c_ulong = 1 << 31;

macro_rules! functions {
    ($($field:ident = $name:literal: fn($($argument:ty),*) $(-> $result:ty)?;)*) => {
        struct Functions {
            $($field: unsafe extern "C" fn($($argument),*) $(-> $result)?,)*
        }

        impl Functions {
            fn find() -> Option<Self> {
                Some(Self {
                    // SAFETY: Python.h declares the function of this name with this type.
                    $($field: unsafe {
                        std::mem::transmute::<*mut c_void, unsafe extern "C" fn($($argument),*) $(-> $result)?>(
                            symbol::find($name)?,
                        )
                    },)*
                })
            }
        }
    };
}

functions! {
    version = c"Py_GetVersion": fn() -> *const c_char;
    is_finalizing = c"_Py_IsFinalizing": fn() -> c_int;
    list_new = c"PyList_New": fn(isize) -> Object;
    release = c"Py_DecRef": fn(Object);
    sys_object = c"PySys_GetObject": fn(*const c_char) -> Object;
    dict_get = c"PyDict_GetItemString": fn(Object, *const c_char) -> Object;
    attribute = c"PyObject_GetAttrString": fn(Object, *const c_char) -> Object;
    size = c"PyObject_Size": fn(Object) -> isize;
    call = c"PyObject_CallNoArgs": fn(Object) -> Object;
    as_long = c"PyLong_AsLong": fn(Object) -> c_long;
    clear_error = c"PyErr_Clear": fn();
    slot = c"PyType_GetSlot": fn(Object, c_int) -> *mut c_void;
    flags = c"PyType_GetFlags": fn(Object) -> c_ulong;
    own_names = c"_PyObject_GetDictPtr": fn(Object) -> *mut Object;
    interpreters = c"PyInterpreterState_Head": fn() -> *mut c_void;
    next_interpreter = c"PyInterpreterState_Next": fn(*mut c_void) -> *mut c_void;
}

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

impl Interpreter {
    unsafe fn know() -> Option<Self> {
        let python = Functions::find()?;
        // SAFETY: the interpreter has started and is held; layouts are checked before they are relied on.
        unsafe {
            if !CStr::from_ptr((python.version)()).to_bytes().starts_with(b"3.11.") {
                return None;
            }
            let lists = find_lists(&python)?;
            let mut streams = [0; 6];
            for (stream, name) in streams.iter_mut().zip(STREAMS) {
                *stream = (python.sys_object)(name.as_ptr()).addr();
            }
            let module = (python.dict_get)((python.sys_object)(c"modules".as_ptr()), c"_io".as_ptr());
            let kind = |name: &CStr| {
                let found = (python.attribute)(module, name.as_ptr());
                (!found.is_null()).then_some(found.addr())
            };
            let weak_references = [
                symbol::find(c"_PyWeakref_RefType")?.addr(),
                symbol::find(c"_PyWeakref_ProxyType")?.addr(),
                symbol::find(c"_PyWeakref_CallableProxyType")?.addr(),
            ];
            let (code, libraries) = loaded()?;
            let mut interpreter = Self {
                buffers: [[0; 2]; 3],
                filters: (0, 0),
                harmless: [kind(c"BytesIO")?, kind(c"StringIO")?],
                python,
                lists,
                own: HashSet::new(),
                expected: Default::default(),
                streams,
                weak_references,
                function: symbol::find(c"PyCFunction_Type")?.addr(),
                code,
                libraries,
            };
            interpreter.buffers = interpreter.find_buffers()?;
            interpreter.filters = interpreter.find_filters()?;
            let mut own = HashSet::new();
            interpreter.each_that_matters(|object, kind| {
                own.insert((object.addr(), kind.addr()));
                true
            });
            interpreter.own = own;
            // Nothing of it is needed to know what is there, so it may be a little older than the lists.
            interpreter.expected = lists.map(|list| heads(list).collect());
            Some(interpreter)
        }
    }

    /// Whether nothing of what is left to do can be noticed by anybody.
    unsafe fn may_be_left(&self) -> bool {
        // SAFETY: called by the thread that holds the interpreter.
        unsafe {
            let may = self.is_as_it_was()
                && self.collector_is_quiet()
                && self.each_that_matters(|object, kind| self.own.contains(&(object.addr(), kind.addr())))
                && self.streams_are_written();
            if !may {
                // What could not be asked is no error of the program's.
                (self.python.clear_error)();
            }
            may
        }
    }

    /// Whether everything that belongs to the interpreter is what it was before the program.
    unsafe fn is_as_it_was(&self) -> bool {
        let Self { python, streams, .. } = self;
        // SAFETY: as above.
        unsafe {
            let other_interpreter = !(python.next_interpreter)((python.interpreters)()).is_null();
            let same_streams = streams
                .iter()
                .zip(STREAMS)
                .all(|(stream, name)| (python.sys_object)(name.as_ptr()).addr() == *stream);
            !other_interpreter
                && same_streams
                && !AUDITED.load(Ordering::Relaxed)
                && loaded().is_some_and(|(_, libraries)| libraries == self.libraries)
                && is_only_thread()
                // It handles signals by itself, at any time.
                && self.module(c"faulthandler").is_null()
                // Objects that no list knows warn when they go.
                && self.find_filters() == Some(self.filters)
                && self.find_buffers() == Some(self.buffers)
        }
    }

    unsafe fn module(&self, name: &CStr) -> Object {
        // SAFETY: as above; a dictionary is asked for what it may not have.
        unsafe {
            let modules = (self.python.sys_object)(c"modules".as_ptr());
            if modules.is_null() { modules } else { (self.python.dict_get)(modules, name.as_ptr()) }
        }
    }

    /// The address of what an object has under this name, which goes on having it.
    unsafe fn find(&self, object: Object, name: &CStr) -> Option<Object> {
        // SAFETY: as above.
        unsafe {
            if object.is_null() {
                return None;
            }
            let found = (self.python.attribute)(object, name.as_ptr());
            if found.is_null() {
                (self.python.clear_error)();
                return None;
            }
            (self.python.release)(found);
            Some(found)
        }
    }

    /// What lies below the three streams: who takes that away (`detach`) makes room for other objects where it was.
    unsafe fn find_buffers(&self) -> Option<[[usize; 2]; 3]> {
        let mut buffers = [[0; 2]; 3];
        for (found, stream) in buffers.iter_mut().zip(self.streams) {
            // SAFETY: as above; the streams are the interpreter's own.
            unsafe {
                let buffer = self.find(std::ptr::with_exposed_provenance_mut(stream), c"buffer")?;
                // A stream that nothing is kept back from has nothing below its buffer.
                *found = [buffer.addr(), self.find(buffer, c"raw").map_or(0, |raw| raw.addr())];
            }
        }
        Some(buffers)
    }

    /// Which warnings are shown, as far as this is not what it always was.
    unsafe fn find_filters(&self) -> Option<(usize, isize)> {
        // SAFETY: as above.
        unsafe {
            let filters = self.find(self.module(c"_warnings"), c"filters")?;
            let module = self.module(c"warnings");
            let same = module.is_null() || self.find(module, c"filters") == Some(filters);
            same.then(|| (filters.addr(), (self.python.size)(filters)))
        }
    }

    /// Whether the collector would neither say anything nor call anybody.
    unsafe fn collector_is_quiet(&self) -> bool {
        let Functions { attribute, size, call, as_long, release, .. } = &self.python;
        // SAFETY: as above; null is looked for where it means failure.
        unsafe {
            let module = self.module(c"gc");
            if module.is_null() {
                return true;
            }
            let is_empty = |name: &CStr| {
                let list = attribute(module, name.as_ptr());
                !list.is_null() && size(list) == 0
            };
            let debugging = attribute(module, c"get_debug".as_ptr());
            if debugging.is_null() {
                return false;
            }
            let debugging = call(debugging);
            if debugging.is_null() {
                return false;
            }
            let quiet = as_long(debugging) == 0 && is_empty(c"callbacks") && is_empty(c"garbage");
            release(debugging);
            quiet
        }
    }

    /// Whether both streams have nothing left to write: if they could not be written a moment ago, they cannot now.
    unsafe fn streams_are_written(&self) -> bool {
        let Functions { attribute, call, release, clear_error, .. } = &self.python;
        // SAFETY: as above; these are the interpreter's own streams.
        unsafe {
            [self.streams[1], self.streams[2]].into_iter().all(|stream| {
                let stream: Object = std::ptr::with_exposed_provenance_mut(stream);
                let flush = attribute(stream, c"flush".as_ptr());
                let written = if flush.is_null() { flush } else { call(flush) };
                if written.is_null() {
                    // Closed, or broken: the second half says what there is to say.
                    clear_error();
                    return false;
                }
                release(written);
                release(flush);
                true
            })
        }
    }

    /// Tells of every object that may do something when it goes, until the answer is false. Whether it never was.
    unsafe fn each_that_matters(&self, mut tell: impl FnMut(Object, Object) -> bool) -> bool {
        let mut kinds = Kinds::new();
        for (list, expected) in self.lists.into_iter().zip(&self.expected) {
            // SAFETY: the lists are whole while nobody collects; what follows a head is the object.
            for (at, head) in unsafe { heads(list) }.enumerate() {
                // Objects lie anywhere, so that waiting for each to come from memory would take most of the time.
                if let Some(coming) = expected.get(at + AHEAD) {
                    // SAFETY: a hint, whatever lies there.
                    unsafe { _mm_prefetch::<_MM_HINT_T0>(coming.cast()) };
                }
                // SAFETY: as above. An object begins with its count of references and its type.
                let (object, kind) = unsafe {
                    let object: Object = head.add(1).cast_mut().cast();
                    (object, *object.cast::<Object>().add(1))
                };
                // SAFETY: that is the object's type.
                let known = kinds.get(kind, || unsafe { self.kind(kind) });
                let matters = match known {
                    Kind::Plain => false,
                    Kind::Matters => true,
                    // SAFETY: an object of a type whose objects may have names of their own.
                    Kind::Memory => unsafe {
                        let names = (self.python.own_names)(object);
                        !names.is_null() && !(*names).is_null()
                    },
                    // SAFETY: weakrefobject.h: count, type, what it refers to, the callback.
                    Kind::WeakReference => unsafe { self.does_something(*object.cast::<Object>().add(3)) },
                    // SAFETY: it is a type itself.
                    Kind::Type => unsafe { self.has_finalizer(object) },
                };
                if matters && !tell(object, kind) {
                    return false;
                }
            }
        }
        true
    }

    /// Whether a callback of a weak reference does more than to strike a class that is gone off its abstract class's list, as `_abc._destroy`
    /// does.
    unsafe fn does_something(&self, callback: Object) -> bool {
        if callback.is_null() {
            return false;
        }
        // SAFETY: an object begins with its count of references and its type; a function of that type goes on with its definition,
        // which begins with its name.
        unsafe {
            (*callback.cast::<Object>().add(1)).addr() != self.function
                || CStr::from_ptr((**callback.cast::<*const Definition>().add(2)).name) != c"_destroy"
                || !self.code.contains(&(**callback.cast::<*const Definition>().add(2)).function.addr())
        }
    }

    unsafe fn has_finalizer(&self, kind: Object) -> bool {
        // SAFETY: `kind` is a type.
        unsafe {
            !(self.python.slot)(kind, FINALIZE).is_null() || !(self.python.slot)(kind, DELETE).is_null()
        }
    }

    unsafe fn kind(&self, kind: Object) -> Kind {
        if self.harmless.contains(&kind.addr()) {
            return Kind::Memory;
        }
        // SAFETY: `kind` is a type, and so are its bases, which lie behind each other at tp_base.
        unsafe {
            let deallocate = (self.python.slot)(kind, DEALLOCATE).addr();
            if self.has_finalizer(kind) || !self.code.contains(&deallocate) {
                return Kind::Matters;
            }
            if (self.python.flags)(kind) & IS_TYPE != 0 {
                return Kind::Type;
            }
            /// typeslots.h: Py_tp_base.
            const BASE: c_int = 48;
            let mut base = kind;
            while !base.is_null() {
                if self.weak_references.contains(&base.addr()) {
                    return Kind::WeakReference;
                }
                base = (self.python.slot)(base, BASE);
            }
        }
        Kind::Plain
    }
}

/// How many objects ahead of the one that is looked at the next is fetched.
const AHEAD: usize = 16;

/// The heads in one of the collector's lists.
///
/// # Safety
/// Nobody may collect, or make or free objects, before it is used up.
unsafe fn heads(list: *const Head) -> impl Iterator<Item = *const Head> {
    // SAFETY: as the caller promises, each leads to the next.
    let next = move |head: *const Head| Some(unsafe { (*head).next }).filter(|next| *next != list);
    std::iter::successors(next(list), move |head| next(*head))
}

/// Types whose kind is known. Most objects are of few types, which are found without searching.
struct Kinds {
    recent: [(usize, Kind); 64],
    all: HashMap<usize, Kind>,
}

impl Kinds {
    fn new() -> Self {
        Self { recent: [(0, Kind::Plain); 64], all: HashMap::new() }
    }

    fn get(&mut self, kind: Object, find: impl FnOnce() -> Kind) -> Kind {
        let address = kind.addr();
        // Types are a few hundred bytes long.
        let place = (address >> 4 ^ address >> 10) % self.recent.len();
        match self.recent.get_mut(place) {
            Some((known, kind)) if *known == address => *kind,
            place => {
                let kind = *self.all.entry(address).or_insert_with(find);
                if let Some(place) = place {
                    *place = (address, kind);
                }
                kind
            }
        }
    }
}

/// What objects of a type can do when they go.
#[derive(Clone, Copy)]
enum Kind {
    /// Nothing.
    Plain,
    Matters,
    /// They free memory, unless they have names of their own.
    Memory,
    /// It depends on their callback.
    WeakReference,
    /// They are types: it depends on what their own objects do, also of those that no list knows.
    Type,
}

/// The heads of the collector's lists: new objects come last in the first list, so its head comes next behind one.
unsafe fn find_lists(python: &Functions) -> Option<[*const Head; 4]> {
    /// A list's head, its threshold and its count.
    #[repr(C)]
    struct Generation {
        head: Head,
        threshold: c_int,
        count: c_int,
    }
    /// pycore_gc.h: the generations, a pointer to the first, and the one that is never collected.
    #[repr(C)]
    struct Generations {
        collected: [Generation; 3],
        first: *const Head,
        permanent: Generation,
    }
    /// gc(3): what the thresholds are when nobody has changed them.
    const THRESHOLDS: [c_int; 3] = [700, 10, 10];
    // SAFETY: the list is an object that the collector knows. What its head leads to is read only, and checked to be the structure in which
    // the first list lies.
    unsafe {
        let probe = (python.list_new)(0);
        if probe.is_null() {
            return None;
        }
        let all: *const Generations = (*probe.cast::<Head>().sub(1)).next.cast();
        (python.release)(probe);
        let Generations { collected, first, permanent } = &*all;
        let sound = collected.iter().zip(THRESHOLDS).all(|(list, threshold)| list.threshold == threshold)
            && *first == all.cast()
            && permanent.head.next == &raw const permanent.head;
        let [young, middle, old] = collected;
        sound.then(|| [young, middle, old, permanent].map(|list| &raw const list.head))
    }
}

/// Whether no other thread is there, as the number of folders in /proc/self/task tells.
fn is_only_thread() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self/task").is_ok_and(|tasks| tasks.nlink() == 3)
}

/// methodobject.h: the definition of a function of a built-in module.
#[repr(C)]
struct Definition {
    name: *const c_char,
    function: *mut c_void,
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
