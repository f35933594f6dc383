//! The language files compiled into the program.

/// File name and text of each, sorted by name.
pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
