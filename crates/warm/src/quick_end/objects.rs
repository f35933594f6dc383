//! All objects the collector knows, and which of them do something when they go.

use super::functions::{Definition, Functions, Object};
use super::interpreter::Interpreter;
use libc::{c_int, c_ulong};
use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
use std::collections::HashMap;
use std::ffi::CStr;

/// typeslots.h: Py_tp_dealloc, Py_tp_del, Py_tp_finalize.
const DEALLOCATE: c_int = 52;
const DELETE: c_int = 53;
const FINALIZE: c_int = 80;
/// object.h: Py_TPFLAGS_TYPE_SUBCLASS.
const IS_TYPE: c_ulong = 1 << 31;

/// What precedes every object the collector knows.
#[repr(C)]
pub(super) struct Head {
    next: *const Head,
    previous: usize,
}

/// How many objects ahead of the one that is looked at the next is fetched.
const AHEAD: usize = 16;

/// The heads in one of the collector's lists.
///
/// # Safety
/// Nobody may collect, or make or free objects, before it is used up.
pub(super) unsafe fn heads(list: *const Head) -> impl Iterator<Item = *const Head> {
    // SAFETY: as the caller promises, each leads to the next.
    let next = move |head: *const Head| Some(unsafe { (*head).next }).filter(|next| *next != list);
    std::iter::successors(next(list), move |head| next(*head))
}

impl Interpreter {
    /// Tells of every object that may do something when it goes, until the answer is false. Whether it never was.
    pub(super) unsafe fn each_that_matters(&self, mut tell: impl FnMut(Object, Object) -> bool) -> bool {
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
pub(super) unsafe fn find_lists(python: &Functions) -> Option<[*const Head; 4]> {
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
