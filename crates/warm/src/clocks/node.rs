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
    let mut clocks = Clocks(vec![
        Note { place: start, bits: start_bits, unit: Unit::Nanoseconds },
        Note { place: performance, bits: performance_bits, unit: Unit::Nanoseconds },
        Note { place: epoch, bits: epoch_bits, unit: Unit::FloatingMicroseconds },
    ]);
    let named = clocks.0.len();
    let times = start_bits.min(performance_bits)..runyard_sandbox::sys::fd::monotonic_ns();
    #[expect(clippy::cast_precision_loss, reason = "as Node converts them")]
    let floating = times.start as f64..times.end as f64;
    let heap = heap()?;
    clocks.search(heap.clone(), |bits| match bits {
        _ if floating.contains(&f64::from_bits(bits)) => Some(Unit::FloatingNanoseconds),
        _ if bits == epoch_bits => Some(Unit::FloatingMicroseconds),
        _ => None,
    });
    // Whole numbers are the same times again. (Any that lies between could be two small numbers side by side.)
    let mut known = vec![start_bits, performance_bits];
    known.extend(clocks.0.iter().filter_map(Note::floating_ns));
    clocks.search(heap, |bits| known.contains(&bits).then_some(Unit::Nanoseconds));
    // What `performance.now()` counts from, and what `performance.timeOrigin` is.
    let has = |wanted: fn(Unit) -> bool| clocks.0.iter().skip(named).any(|note| wanted(note.unit));
    let complete = has(|unit| matches!(unit, Unit::FloatingNanoseconds))
        && has(|unit| matches!(unit, Unit::FloatingMicroseconds));
    complete.then_some(clocks)
}

impl Note {
    /// The time, where it is written so.
    fn floating_ns(&self) -> Option<u64> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a whole number")]
        let whole = f64::from_bits(self.bits) as u64;
        matches!(self.unit, Unit::FloatingNanoseconds).then_some(whole)
    }
}

/// Where small objects lie.
fn heap() -> Option<Range<usize>> {
    maps()?
        .lines()
        .filter_map(Mapping::read)
        .find(|mapping| mapping.name == "[heap]")
        .map(|found| found.memory)
}
