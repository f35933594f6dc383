//! What is kept to be used again.

use crate::reader::Reader;
use std::time::Duration;

/// A year: nothing is given again for longer.
const MOST_SECONDS: i64 = 365 * 24 * 3600;

/// Answers and compiled programs that are used again.
#[derive(Debug, Clone, Copy)]
pub struct Cache {
    /// Whether requests that do not say are answered from kept answers.
    pub answers_by_default: bool,
    /// How long an answer is given again; zero keeps none.
    pub answers_for: Duration,
    /// Bytes of answers in memory.
    pub answers_memory_bytes: u64,
    /// Bytes of answers in the database.
    pub answers_store_bytes: u64,
    /// Bytes of compiled programs in memory; zero keeps none.
    pub programs_bytes: u64,
}

impl Cache {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let seconds = reader.integer("cache.answers_seconds", 0..=MOST_SECONDS);
        Self {
            answers_by_default: reader.flag("cache.answers_by_default"),
            answers_for: Duration::from_secs(seconds),
            answers_memory_bytes: reader.integer("cache.answers_memory_bytes", 0..=1 << 40),
            answers_store_bytes: reader.integer("cache.answers_store_bytes", 0..=1 << 40),
            programs_bytes: reader.integer("cache.programs_bytes", 0..=1 << 40),
        }
    }
}
