//! When an interpreter started, as it tells programs: the time it waited for one does not count.
//!
//! A program that asks how long it has run, or how much of its time is left, must not hear how long nobody wanted it. Interpreters
//! note the time once when they start, and answer by that note. Once the program has come, the notes are set on. Node and the Java
//! virtual machine keep some ([`node`], [`jvm`]); of other interpreters none is known to.

mod jvm;
mod node;

use std::ops::Range;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How a note is written.
#[derive(Debug, Clone, Copy)]
enum Unit {
    /// A whole number of nanoseconds.
    Nanoseconds,
    /// A whole number of milliseconds.
    Milliseconds,
    /// A floating-point number of nanoseconds.
    FloatingNanoseconds,
    /// A floating-point number of microseconds.
    FloatingMicroseconds,
}

/// One note of the time.
#[derive(Debug, Clone, Copy)]
struct Note {
    place: *mut u64,
    /// What was there when it was found.
    bits: u64,
    unit: Unit,
}

/// Notes of the time.
#[derive(Debug, Default)]
pub(crate) struct Clocks(Vec<Note>);

/// A moment by both clocks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    monotonic_ns: u64,
    /// Since 1970.
    system_ms: u64,
}

impl Moment {
    pub(crate) fn now() -> Self {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            monotonic_ns: runyard_sandbox::sys::fd::monotonic_ns(),
            system_ms: u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX),
        }
    }
}

impl Clocks {
    /// Finds those of this process, which began its `main` at this moment; `None` when it must have some and they are not where they
    /// are expected.
    pub(crate) fn find(began: Moment) -> Option<Self> {
        if node::is_running() {
            node::find()
        } else if jvm::is_running() {
            jvm::find(began)
        } else {
            Some(Self::default())
        }
    }

    /// Sets all of them on by the time that does not count. What another thread has written over meanwhile is no note any more.
    pub(crate) fn set_on(&self, waited: Duration) {
        let whole = |number: u128| u64::try_from(number).unwrap_or(u64::MAX);
        for Note { place, bits, unit } in &self.0 {
            let later = match unit {
                Unit::Nanoseconds => bits.saturating_add(whole(waited.as_nanos())),
                Unit::Milliseconds => bits.saturating_add(whole(waited.as_millis())),
                Unit::FloatingNanoseconds => (f64::from_bits(*bits) + waited.as_secs_f64() * 1e9).to_bits(),
                Unit::FloatingMicroseconds => (f64::from_bits(*bits) + waited.as_secs_f64() * 1e6).to_bits(),
            };
            // SAFETY: variables and heap of this process, which does not give its heap back while its main thread waits here.
            unsafe {
                if place.read_volatile() == *bits {
                    place.write_volatile(later);
                }
            }
        }
    }
}

/// A line of /proc/self/maps.
struct Mapping<'a> {
    memory: Range<usize>,
    is_writable: bool,
    /// What file it is of; empty where it is of none.
    name: &'a str,
}

impl<'a> Mapping<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (start, end) = words.next()?.split_once('-')?;
        let number = |text| usize::from_str_radix(text, 16).ok();
        let is_writable = words.next()?.starts_with("rw-p");
        Some(Self {
            memory: number(start)?..number(end)?,
            is_writable,
            name: words.nth(3).unwrap_or_default(),
        })
    }
}

/// All mappings of this process.
fn maps() -> Option<String> {
    std::fs::read_to_string("/proc/self/maps").ok()
}
