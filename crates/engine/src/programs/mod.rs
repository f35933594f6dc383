//! Programs that were compiled before: the compile cache.
//!
//! What a compiler left is kept under a digest of everything that went into it, as the slot's keeper packed it when nothing of the
//! stage was left. Another submission with the very same inputs has its work folder filled with that instead of compiling.
//!
//! What must always hold: only what a slot exported after a compile stage that ended well and that nobody interfered with is kept; an
//! entry never changes; a hit is followed by the same runs, on the same kind of folder, as a compilation.

mod cache;
mod key;

pub use cache::ProgramCache;
