//! What an interpreter was before any program, and whether it still is.

use super::AUDITED;
use super::functions::{Functions, Object};
use super::objects::{Head, find_lists, heads};
use crate::redirect::loaded;
use crate::symbol;
use std::collections::HashSet;
use std::ffi::CStr;
use std::sync::atomic::Ordering;

const STREAMS: [&CStr; 6] = [c"stdin", c"stdout", c"stderr", c"__stdin__", c"__stdout__", c"__stderr__"];

/// What is known of the interpreter before any program.
pub(super) struct Interpreter {
    pub(super) python: Functions,
    /// The heads of the collector's three lists, and of what `gc.freeze` hides from it.
    pub(super) lists: [*const Head; 4],
    /// Objects it has that do something when they go, with their types.
    pub(super) own: HashSet<(usize, usize)>,
    /// All its objects in the order of the lists: where a walk comes next, unless a program has changed that.
    pub(super) expected: [Vec<*const Head>; 4],
    /// `sys.stdin` and so on, under both their names.
    pub(super) streams: [usize; 6],
    /// What lies below the first three.
    pub(super) buffers: [[usize; 2]; 3],
    /// Which warnings are shown: the list of filters, and how many there are.
    pub(super) filters: (usize, isize),
    /// Types whose finalizers only free memory, unless somebody has given the object more than it has.
    pub(super) harmless: [usize; 2],
    pub(super) weak_references: [usize; 3],
    /// What the type of the interpreter's own functions is.
    pub(super) function: usize,
    /// The program's own code: what deallocates objects of extension modules lies elsewhere.
    pub(super) code: std::ops::Range<usize>,
    /// How many libraries had been loaded.
    pub(super) libraries: u64,
}

// SAFETY: the pointers lead to what lives as long as the process, and is used by the thread that holds the interpreter only.
unsafe impl Send for Interpreter {}
// SAFETY: as above.
unsafe impl Sync for Interpreter {}

impl Interpreter {
    pub(super) unsafe fn know() -> Option<Self> {
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
    pub(super) unsafe fn may_be_left(&self) -> bool {
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
}

/// Whether no other thread is there, as the number of folders in /proc/self/task tells.
fn is_only_thread() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self/task").is_ok_and(|tasks| tasks.nlink() == 3)
}
