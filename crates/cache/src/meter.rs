//! What a cache says about itself.

use std::sync::atomic::{AtomicU64, Ordering};

/// Counts of a cache since the server started, and what it holds in memory now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Answered from what was kept.
    pub hits: u64,
    /// Looked for and not found.
    pub misses: u64,
    /// Things in memory.
    pub entries: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// The numbers of one cache, counted by it and read by others.
#[derive(Debug, Default)]
pub struct Meter {
    hits: AtomicU64,
    misses: AtomicU64,
    entries: AtomicU64,
    bytes: AtomicU64,
}

impl Meter {
    /// Something was found.
    pub fn hit(&self) {
        self.hits.fetch_add(1, Ordering::Relaxed);
    }

    /// Something was not found.
    pub fn miss(&self) {
        self.misses.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn holds(&self, entries: usize, bytes: u64) {
        self.entries.store(u64::try_from(entries).unwrap_or(u64::MAX), Ordering::Relaxed);
        self.bytes.store(bytes, Ordering::Relaxed);
    }

    /// The numbers now.
    #[must_use]
    pub fn read(&self) -> Numbers {
        Numbers {
            hits: self.hits.load(Ordering::Relaxed),
            misses: self.misses.load(Ordering::Relaxed),
            entries: self.entries.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
        }
    }
}
