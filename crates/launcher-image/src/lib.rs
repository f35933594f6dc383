//! The launcher's executable and the library for warm interpreters, made by this crate's build script and carried inside the
//! one binary.

/// The executable file.
pub static LAUNCHER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/runyard-launcher"));

/// What the dynamic linker loads into interpreters that are kept warm.
pub static WARM_LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/librunyard_warm.so"));
