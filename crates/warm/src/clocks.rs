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

/// Node's own variables, by the names its C++ compiler gives them: both are numbers of nanoseconds.
const NODE: [&std::ffi::CStr; 2] =
    [c"_ZN4node11per_process15node_start_timeE", c"_ZN4node11performance25performance_process_startE"];
/// Microseconds since 1970, as a floating-point number.
const NODE_EPOCH: &std::ffi::CStr = c"_ZN4node11performance35performance_process_start_timestampE";

/// Notes of the time.
#[derive(Debug, Default)]
pub(crate) struct Clocks {
    whole: Vec<*mut u64>,
    floating: Vec<*mut f64>,
    epoch: Vec<*mut f64>,
}

impl Clocks {
    /// Finds those of this process; `None` when it must have some and they are not where they are expected.
    pub(crate) fn find() -> Option<Self> {
        if !runs_node() {
            return Some(Self::default());
        }
        let [start, performance] =
            [symbol::find(NODE[0])?, symbol::find(NODE[1])?].map(<*mut _>::cast::<u64>);
        let epoch: *mut f64 = symbol::find(NODE_EPOCH)?.cast();
        // SAFETY: these are variables of the types Node declares them with, and nothing else runs that writes to them.
        let (first, began) = unsafe { ((*start).min(*performance), *epoch) };
        let now = runyard_sandbox::sys::fd::monotonic_ns();
        let mut clocks = Self { whole: vec![start, performance], floating: Vec::new(), epoch: vec![epoch] };
        clocks.search(heap()?, &(first..now), began);
        // What `performance.now()` counts from, and what `performance.timeOrigin` is.
        (!clocks.floating.is_empty() && clocks.epoch.len() > 1).then_some(clocks)
    }

    fn search(&mut self, heap: Range<usize>, times: &Range<u64>, began: f64) {
        #[expect(clippy::cast_precision_loss, reason = "as Node converts them")]
        let floating = times.start as f64..times.end as f64;
        for address in heap.step_by(8) {
            let place: *mut u64 = std::ptr::with_exposed_provenance_mut(address);
            // SAFETY: the heap is mapped, and only this thread writes to what is found in it.
            let bits = unsafe { place.read_volatile() };
            let value = f64::from_bits(bits);
            if times.contains(&bits) {
                self.whole.push(place);
            } else if floating.contains(&value) {
                self.floating.push(place.cast());
            } else if bits == began.to_bits() {
                self.epoch.push(place.cast());
            }
        }
    }

    /// Sets all of them on by the time that does not count.
    pub(crate) fn set_on(&self, waited: Duration) {
        let nanoseconds = u64::try_from(waited.as_nanos()).unwrap_or(u64::MAX);
        // SAFETY: nothing of the interpreter has run since the places were found.
        unsafe {
            for place in &self.whole {
                **place = (**place).saturating_add(nanoseconds);
            }
            for place in &self.floating {
                **place += waited.as_secs_f64() * 1e9;
            }
            for place in &self.epoch {
                **place += waited.as_secs_f64() * 1e6;
            }
        }
    }
}

/// Whether this is Node, by the name it was started with.
fn runs_node() -> bool {
    std::fs::read_link("/proc/self/exe").is_ok_and(|path| path.file_name().is_some_and(|name| name == "node"))
}

/// Where small objects lie.
fn heap() -> Option<Range<usize>> {
    let maps = std::fs::read_to_string("/proc/self/maps").ok()?;
    let line = maps.lines().find(|line| line.ends_with("[heap]"))?;
    let (start, end) = line.split_whitespace().next()?.split_once('-')?;
    Some(usize::from_str_radix(start, 16).ok()?..usize::from_str_radix(end, 16).ok()?)
}
