//! Node tells programs how long ago it started (`process.uptime()`, `performance.now()` and what builds on it), by variables and by
//! objects on its heap. Those are found by their values: a floating-point number that is a time between the start of the
//! process and now, in nanoseconds, is like nothing else there. Before version 20 it keeps some notes in places that cannot be found:
//! there programs start their own.

use super::{Clocks, Mapping, Note, Unit, maps};
use crate::symbol;
use std::ops::Range;

/// Node's own variables, by the names its C++ compiler gives them: both are whole numbers of nanoseconds.
const NOTES: [&std::ffi::CStr; 2] =
    [c"_ZN4node11per_process15node_start_timeE", c"_ZN4node11performance25performance_process_startE"];
/// Microseconds since 1970, as a floating-point number.
const EPOCH: &std::ffi::CStr = c"_ZN4node11performance35performance_process_start_timestampE";

/// The C library takes a mebibyte at a time then; stacks of threads are larger.
const MOST_ELSEWHERE: usize = 4 << 20;

/// Every Node has this function.
const START: &std::ffi::CStr = c"_ZN4node5StartEiPPc";

/// Whether this is Node, whatever its file is called.
pub(super) fn is_running() -> bool {
    symbol::find(START).is_some()
        || std::fs::read_link("/proc/self/exe").is_ok_and(|path| {
            path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"node"))
        })
}

pub(super) fn find() -> Option<Clocks> {
    let [start, performance] = [symbol::find(NOTES[0])?, symbol::find(NOTES[1])?].map(<*mut _>::cast::<u64>);
    let epoch: *mut u64 = symbol::find(EPOCH)?.cast();
    // SAFETY: these are variables of the types Node declares them with, which it writes once, at its start.
    let [start_bits, performance_bits, epoch_bits] =
        [start, performance, epoch].map(|place| unsafe { *place });
    let times = start_bits.min(performance_bits)..runyard_sandbox::sys::fd::monotonic_ns();
    #[expect(clippy::cast_precision_loss, reason = "as Node converts them")]
    let floating = times.start as f64..times.end as f64;
    let maps = maps()?;
    let mut found = Found::default();
    for memory in [heap(&maps), elsewhere(&maps)] {
        for memory in &memory {
            found.search(memory, |bits| match bits {
                _ if floating.contains(&f64::from_bits(bits)) => Some(Unit::FloatingNanoseconds),
                _ if bits == epoch_bits => Some(Unit::FloatingMicroseconds),
                _ => None,
            })?;
        }
        // Whole numbers are the same times again. (Any that lies between could be two small numbers side by side.)
        let mut known = Times::default();
        for bits in [start_bits, performance_bits].into_iter().chain(found.floating_times()) {
            known.add(bits)?;
        }
        for memory in &memory {
            found.search(memory, |bits| known.has(bits).then_some(Unit::Nanoseconds))?;
        }
        if found.is_complete() {
            let named = [
                Note { place: start, bits: start_bits, unit: Unit::Nanoseconds },
                Note { place: performance, bits: performance_bits, unit: Unit::Nanoseconds },
                Note { place: epoch, bits: epoch_bits, unit: Unit::FloatingMicroseconds },
            ];
            return Some(Clocks(named.into_iter().chain(found.notes()).collect()));
        }
    }
    None
}

/// What was found, on the stack: on the heap it would be found as well, since each note holds the number it is known by.
struct Found {
    notes: [Option<Note>; 128],
    count: usize,
}

impl Default for Found {
    fn default() -> Self {
        Self { notes: [None; 128], count: 0 }
    }
}

impl Found {
    /// Adds the numbers in `memory` that are notes of this unit. `None` when there are more than any Node has.
    fn search(&mut self, memory: &Range<usize>, unit: impl Fn(u64) -> Option<Unit>) -> Option<()> {
        for address in memory.clone().step_by(8) {
            let place: *mut u64 = std::ptr::with_exposed_provenance_mut(address);
            // SAFETY: all of these are mapped, writable and aligned.
            let bits = unsafe { place.read_volatile() };
            if let Some(unit) = unit(bits) {
                *self.notes.get_mut(self.count)? = Some(Note { place, bits, unit });
                self.count += 1;
            }
        }
        Some(())
    }

    fn notes(&self) -> impl Iterator<Item = Note> {
        self.notes.iter().copied().flatten()
    }

    /// The times that are floating-point numbers of nanoseconds.
    fn floating_times(&self) -> impl Iterator<Item = u64> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "they were whole numbers"
        )]
        let whole = |note: Note| f64::from_bits(note.bits) as u64;
        self.notes().filter(|note| matches!(note.unit, Unit::FloatingNanoseconds)).map(whole)
    }

    /// Whether what `performance.now()` counts from is there, and what `performance.timeOrigin` is.
    fn is_complete(&self) -> bool {
        self.floating_times().next().is_some()
            && self.notes().any(|note| matches!(note.unit, Unit::FloatingMicroseconds))
    }
}

/// Different times, on the stack.
#[derive(Default)]
struct Times {
    times: [Option<u64>; 16],
}

impl Times {
    /// `None` when there are more than any Node has.
    fn add(&mut self, time: u64) -> Option<()> {
        if !self.has(time) {
            *self.times.iter_mut().find(|place| place.is_none())? = Some(time);
        }
        Some(())
    }

    fn has(&self, time: u64) -> bool {
        self.times.iter().flatten().any(|known| *known == time)
    }
}

/// Where small objects lie.
fn heap(maps: &str) -> Vec<Range<usize>> {
    mappings(maps).filter(|mapping| mapping.name == "[heap]").map(|mapping| mapping.memory).collect()
}

/// Where they lie when the heap could not grow: V8 has taken the addresses behind it, now and then.
fn elsewhere(maps: &str) -> Vec<Range<usize>> {
    let is_small = |memory: &Range<usize>| memory.len() <= MOST_ELSEWHERE;
    mappings(maps)
        .filter(|mapping| mapping.is_writable && mapping.name.is_empty() && is_small(&mapping.memory))
        .map(|mapping| mapping.memory)
        .collect()
}

fn mappings(maps: &str) -> impl Iterator<Item = Mapping<'_>> {
    maps.lines().filter_map(Mapping::read)
}
