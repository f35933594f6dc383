//! What is called of the interpreter, by name, and what it is given.

use crate::symbol;
use libc::{c_char, c_int, c_long, c_ulong, c_void};

/// A reference to a Python object, or a pointer to what is one.
pub(super) type Object = *mut c_void;

macro_rules! functions {
    ($($field:ident = $name:literal: fn($($argument:ty),*) $(-> $result:ty)?;)*) => {
        pub(super) struct Functions {
            $(pub(super) $field: unsafe extern "C" fn($($argument),*) $(-> $result)?,)*
        }

        impl Functions {
            pub(super) fn find() -> Option<Self> {
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

/// methodobject.h: the definition of a function of a built-in module.
#[repr(C)]
pub(super) struct Definition {
    pub(super) name: *const c_char,
    pub(super) function: *mut c_void,
}
