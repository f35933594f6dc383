//! Functions of the program this library is loaded into.

use std::ffi::CStr;

/// The address of a function, where the program or one of its libraries has one of this name.
pub(crate) fn find(name: &CStr) -> Option<*mut libc::c_void> {
    // SAFETY: the name ends with a NUL; the call only looks it up.
    let address = unsafe { libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) };
    (!address.is_null()).then_some(address)
}

/// The address of a function behind ours of the same name.
pub(crate) fn find_next(name: &CStr) -> Option<*mut libc::c_void> {
    // SAFETY: as above.
    let address = unsafe { libc::dlsym(libc::RTLD_NEXT, name.as_ptr()) };
    (!address.is_null()).then_some(address)
}
