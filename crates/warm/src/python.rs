//! CPython, from 3.8 on: its own `main` is "initialise, then run"; a program is parked between the two.
//!
//! What `python3 main.py` does after its initialisation is done by the same function here, [`Python::run_main`], with no frame of
//! anything else below it: tracebacks, exit codes, finalisation are its own.
//!
//! An interpreter takes its arguments and its environment over when it initialises, so a program's own are put in place
//! afterwards. The hash seed stays that of the interpreter.

use crate::symbol;
use libc::{c_char, c_int, c_void};
use runyard_sandbox::slot::zygote::{Rehearsal, Run, Zygote};
use runyard_sandbox::sys::memory::Auxiliary;
use runyard_sandbox::sys::mount;
use std::ffi::{CStr, CString};

/// Python.h: `PyStatus`.
#[repr(C)]
struct Status {
    kind: c_int,
    function: *const c_char,
    message: *const c_char,
    exit_code: c_int,
}

/// Room for a `PyPreConfig` or `PyConfig` of any version: they are a few hundred bytes long.
#[repr(C, align(16))]
struct Config([u8; 8192]);

/// A reference to a Python object.
type Object = *mut c_void;

/// Declares the functions of Python.h that are used, and how they are found.
macro_rules! functions {
    ($($field:ident = $name:literal: fn($($argument:ty),*) $(-> $result:ty)?;)*) => {
        struct Python {
            $($field: unsafe extern "C" fn($($argument),*) $(-> $result)?,)*
        }

        impl Python {
            /// `None` when this is no Python.
            fn find() -> Option<Self> {
                Some(Self {
                    // SAFETY: Python.h declares the function of this name with this type.
                    $($field: unsafe {
                        std::mem::transmute::<
                            *mut c_void,
                            unsafe extern "C" fn($($argument),*) $(-> $result)?,
                        >(symbol::find($name)?)
                    },)*
                })
            }
        }
    };
}

functions! {
    init_pre_config = c"PyPreConfig_InitPythonConfig": fn(*mut Config);
    pre_initialize = c"Py_PreInitializeFromBytesArgs": fn(*const Config, isize, *mut *mut c_char) -> Status;
    init_config = c"PyConfig_InitPythonConfig": fn(*mut Config);
    set_argv = c"PyConfig_SetBytesArgv": fn(*mut Config, isize, *mut *mut c_char) -> Status;
    initialize = c"Py_InitializeFromConfig": fn(*const Config) -> Status;
    clear_config = c"PyConfig_Clear": fn(*mut Config);
    after_fork = c"PyOS_AfterFork_Child": fn();
    run_main = c"Py_RunMain": fn() -> c_int;
    run_text = c"PyRun_SimpleStringFlags": fn(*const c_char, *mut c_void) -> c_int;
    finalize = c"Py_FinalizeEx": fn() -> c_int;
    import = c"PyImport_ImportModule": fn(*const c_char) -> Object;
    attribute = c"PyObject_GetAttrString": fn(Object, *const c_char) -> Object;
    dict_clear = c"PyDict_Clear": fn(Object);
    dict_set = c"PyDict_SetItem": fn(Object, Object, Object) -> c_int;
    bytes = c"PyBytes_FromString": fn(*const c_char) -> Object;
    text = c"PyUnicode_DecodeFSDefault": fn(*const c_char) -> Object;
    list_new = c"PyList_New": fn(isize) -> Object;
    list_append = c"PyList_Append": fn(Object, Object) -> c_int;
    set_sys = c"PySys_SetObject": fn(*const c_char, Object) -> c_int;
    release = c"Py_DecRef": fn(Object);
}

/// What importing packages notes of the process: the number of its thread, and the random numbers of numpy's own generator. (Its
/// methods are called without leaving names behind.)
const RENEWED: &CStr = c"__import__('threading').main_thread()._set_native_id()
__import__('numpy.random').random.mtrand._rand._bit_generator.__init__()";

/// The interpreter's `main`; `None` when this is no Python, or nobody wants one.
pub(crate) fn main(argc: c_int, argv: *mut *mut c_char, auxiliary: Auxiliary) -> Option<c_int> {
    let python = Python::find()?;
    let mut zygote = Zygote::connect().ok()?;
    python.start(argc, argv)?;
    if python.import_all(zygote.modules()).is_none() {
        zygote.refuse();
    }
    #[cfg(target_arch = "x86_64")]
    // SAFETY: one thread, which holds the interpreter that has just started.
    unsafe {
        crate::quick_end::arrange();
        zygote.rehearse(|rehearsal| python.rehearse(rehearsal));
    };
    let parked = zygote.serve().ok()?;
    // SAFETY: this is the child of a fork, and its only thread holds the interpreter.
    unsafe { (python.after_fork)() };
    parked.touch_memory();
    if !parked.modules().is_empty() && !python.renew_notes() {
        parked.give_up();
    }
    let run = parked.begin(auxiliary);
    if python.adopt(&run).is_none() {
        run.give_up();
    }
    run.go();
    // SAFETY: the interpreter is initialised, and not yet run.
    Some(unsafe { (python.run_main)() })
}

impl Python {
    /// The first half of `Py_BytesMain`.
    fn start(&self, argc: c_int, argv: *mut *mut c_char) -> Option<()> {
        let mut config = Config([0; 8192]);
        let argc = isize::try_from(argc).ok()?;
        let good = |status: Status| (status.kind == 0).then_some(());
        // SAFETY: `config` has room for both structures, which Python fills in before it reads them; the arguments are those
        // of `main`.
        unsafe {
            (self.init_pre_config)(&raw mut config);
            good((self.pre_initialize)(&raw const config, argc, argv))?;
            config.0.fill(0);
            (self.init_config)(&raw mut config);
            good((self.set_argv)(&raw mut config, argc, argv))?;
            good((self.initialize)(&raw const config))?;
            (self.clear_config)(&raw mut config);
        }
        Some(())
    }

    /// Imports these packages. `None` where one is missing, or has started threads, which a fork would lack.
    fn import_all(&self, modules: &[String]) -> Option<()> {
        for module in modules {
            let module = CString::new(module.as_str()).ok()?;
            // SAFETY: the interpreter is initialised; the name ends with a NUL, and the reference is released.
            unsafe {
                let module = (self.import)(module.as_ptr());
                if module.is_null() {
                    return None;
                }
                (self.release)(module);
            }
        }
        // Which does nothing where there is one thread, and is refused where there are more.
        mount::unshare(libc::CLONE_THREAD).ok()
    }

    /// What importing noted of the interpreter becomes this process's own.
    fn renew_notes(&self) -> bool {
        // SAFETY: the child of a fork, whose only thread holds the interpreter; the text ends with a NUL.
        unsafe { (self.run_text)(RENEWED.as_ptr(), std::ptr::null_mut()) == 0 }
    }

    /// What a small program does, up to where its end is decided.
    #[cfg(target_arch = "x86_64")]
    fn rehearse(&self, rehearsal: Rehearsal) {
        const PROGRAM: &CStr = c"import sys\nwords = 'one two'.split()\nnumbers = {word: len(word) for word in words}\nprint(sorted(numbers.items()), sum(map(int, ['1', '2'])))";
        crate::quick_end::rehearse(rehearsal);
        // SAFETY: the child of a fork, whose only thread holds the interpreter.
        unsafe {
            (self.after_fork)();
            (self.run_text)(PROGRAM.as_ptr(), std::ptr::null_mut());
            (self.finalize)();
        }
        // Where ends are never cut short, it comes here.
        crate::quick_end::rehearsal_is_over();
    }

    /// Puts the program's arguments and environment in place of those the interpreter was started with.
    fn adopt(&self, run: &Run) -> Option<()> {
        // SAFETY: one thread; the strings end with NULs and are copied.
        unsafe {
            libc::clearenv();
            for (name, value) in &run.env {
                libc::setenv(name.as_ptr(), value.as_ptr(), 1);
            }
        }
        // `os.environ` and `os.environb` share this dictionary, which is `posix.environ`.
        let environ = self.find_attribute(c"posix", c"environ")?;
        // SAFETY: these are objects of the types the functions want; every new reference is released.
        unsafe {
            (self.dict_clear)(environ);
            for (name, value) in &run.env {
                let (name, value) = ((self.bytes)(name.as_ptr()), (self.bytes)(value.as_ptr()));
                if name.is_null() || value.is_null() || (self.dict_set)(environ, name, value) != 0 {
                    return None;
                }
                (self.release)(name);
                (self.release)(value);
            }
            (self.release)(environ);
        }
        // Without the interpreter itself, as sys.argv has it, and with it.
        self.set_list(c"argv", run.argv.get(1..)?)?;
        self.set_list(c"orig_argv", &run.argv)
    }

    fn find_attribute(&self, module: &CStr, name: &CStr) -> Option<Object> {
        // SAFETY: the names end with NULs; null means failure, and the module's reference is released.
        unsafe {
            let module = (self.import)(module.as_ptr());
            if module.is_null() {
                return None;
            }
            let found = (self.attribute)(module, name.as_ptr());
            (self.release)(module);
            (!found.is_null()).then_some(found)
        }
    }

    fn set_list(&self, name: &CStr, words: &[CString]) -> Option<()> {
        // SAFETY: as in `adopt`.
        unsafe {
            let list = (self.list_new)(0);
            if list.is_null() {
                return None;
            }
            for word in words {
                let word = (self.text)(word.as_ptr());
                if word.is_null() || (self.list_append)(list, word) != 0 {
                    return None;
                }
                (self.release)(word);
            }
            let set = (self.set_sys)(name.as_ptr(), list);
            (self.release)(list);
            (set == 0).then_some(())
        }
    }
}
