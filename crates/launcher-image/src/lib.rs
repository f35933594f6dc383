//! The launcher's executable, built statically by this crate's build script and carried inside the one binary.

/// The executable file.
pub static LAUNCHER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/runyard-launcher"));
