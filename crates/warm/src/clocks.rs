//! When an interpreter started, as it tells programs: the time it waited for one does not count.
//!
//! Node notes the time once when it starts, and tells programs how long ago that was (`process.uptime()`, `performance.now()` and
//! what builds on it). A program that asks how much of its time is left must not hear how long nobody wanted it. Where Node keeps
//! these notes is found by their values: nanoseconds of the monotonic clock between the start of the process and now are like
//! nothing else in memory. Before version 20 it keeps some in places that cannot be found: there programs start their own. Of other
//! interpreters none is known to keep any.

use crate::symbol;
use std::ops::Range;
use std::time::Duration;

/// Node's own variables, by the names its C++ compiler gives them: both are whole numbers of nanoseconds.
const NODE: [&std::ffi::CStr; 2] =
    [c"_ZN4node11per_process15node_start_timeE", c"_ZN4node11performance25performance_process_startE"];
/// Microseconds since 1970, as a floating-point number.
const NODE_EPOCH: &std::ffi::CStr = c"_ZN4node11performance35performance_process_start_timestampE";

/// Every Node has this function.
const NODE_START: &std::ffi::CStr = c"_ZN4node5StartEiPPc";

/// How a note is written.
#[derive(Debug, Clone, Copy)]
enum Unit {
    /// A whole number of nanoseconds.
    Nanoseconds,
    /// A floating-point number of nanoseconds.
    FloatingNanoseconds,
    /// A floating-point number of microseconds.
    FloatingMicroseconds,
}

/// One note of the time.
#[derive(Debug)]
struct Note {
    place: *mut u64,
    /// What was there when it was found.
    bits: u64,
    unit: Unit,
}

/// Notes of the time.
#[derive(Debug, Default)]
pub(crate) struct Clocks(Vec<Note>);

impl Clocks {
    /// Finds those of this process; `None` when it must have some and they are not where they are expected.
    pub(crate) fn find() -> Option<Self> {
        if !runs_node() {
            return Some(Self::default());
        }
        let [start, performance] =
            [symbol::find(NODE[0])?, symbol::find(NODE[1])?].map(<*mut _>::cast::<u64>);
        let epoch: *mut u64 = symbol::find(NODE_EPOCH)?.cast();
        // SAFETY: these are variables of the types Node declares them with, which it writes once, at its start.
        let [start_bits, performance_bits, epoch_bits] =
            [start, performance, epoch].map(|place| unsafe { *place });
        let mut clocks = Self(vec![
            Note { place: start, bits: start_bits, unit: Unit::Nanoseconds },
            Note { place: performance, bits: performance_bits, unit: Unit::Nanoseconds },
            Note { place: epoch, bits: epoch_bits, unit: Unit::FloatingMicroseconds },
        ]);
        let variables = clocks.0.len();
        let times = start_bits.min(performance_bits)..runyard_sandbox::sys::fd::monotonic_ns();
        clocks.search(heap()?, &times, epoch_bits);
        // What `performance.now()` counts from, and what `performance.timeOrigin` is.
        let has = |wanted: fn(Unit) -> bool| clocks.0.iter().skip(variables).any(|note| wanted(note.unit));
        let complete = has(|unit| matches!(unit, Unit::FloatingNanoseconds))
            && has(|unit| matches!(unit, Unit::FloatingMicroseconds));
        complete.then_some(clocks)
    }

    fn search(&mut self, heap: Range<usize>, times: &Range<u64>, epoch_bits: u64) {
        #[expect(clippy::cast_precision_loss, reason = "as Node converts them")]
        let floating = times.start as f64..times.end as f64;
        for address in heap.step_by(8) {
            let place: *mut u64 = std::ptr::with_exposed_provenance_mut(address);
            // SAFETY: the heap is mapped and aligned.
            let bits = unsafe { place.read_volatile() };
            let unit = match bits {
                _ if times.contains(&bits) => Unit::Nanoseconds,
                _ if floating.contains(&f64::from_bits(bits)) => Unit::FloatingNanoseconds,
                _ if bits == epoch_bits => Unit::FloatingMicroseconds,
                _ => continue,
            };
            self.0.push(Note { place, bits, unit });
        }
    }

    /// Sets all of them on by the time that does not count. What another thread has written over meanwhile is no note any more.
    pub(crate) fn set_on(&self, waited: Duration) {
        for Note { place, bits, unit } in &self.0 {
            let later = match unit {
                Unit::Nanoseconds => {
                    bits.saturating_add(u64::try_from(waited.as_nanos()).unwrap_or(u64::MAX))
                }
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

/// Whether this is Node, whatever its file is called.
fn runs_node() -> bool {
    symbol::find(NODE_START).is_some()
        || std::fs::read_link("/proc/self/exe").is_ok_and(|path| {
            path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"node"))
        })
}

/// Where small objects lie.
fn heap() -> Option<Range<usize>> {
    let maps = std::fs::read_to_string("/proc/self/maps").ok()?;
    let line = maps.lines().find(|line| line.ends_with("[heap]"))?;
    let (start, end) = line.split_whitespace().next()?.split_once('-')?;
    Some(usize::from_str_radix(start, 16).ok()?..usize::from_str_radix(end, 16).ok()?)
}
