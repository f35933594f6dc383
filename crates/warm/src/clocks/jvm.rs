//! The Java virtual machine tells programs when it started, and how long ago (`RuntimeMXBean`). It counts from a nanosecond noted in a
//! variable, and keeps when it was ready, in milliseconds since 1970, in an object that another variable points to.

use super::{Clocks, Mapping, Moment, Note, Unit, maps};
use crate::symbol;
use runyard_sandbox::sys::elf;
use std::ops::Range;

/// Every one has this function.
const START: &std::ffi::CStr = c"JNI_CreateJavaVM";
/// Its library.
const LIBRARY: &str = "/libjvm.so";
/// What the monotonic clock said at the start: a whole number of nanoseconds.
const NOTE: &[u8] = b"_ZL18initial_time_count";
/// A pointer to an object of type `PerfVariable`, one of whose first members points to the number.
const READY: &[u8] = b"_ZN10Management18_vm_init_done_timeE";
/// As many members are looked at.
const MEMBERS: usize = 8;

pub(super) fn is_running() -> bool {
    symbol::find(START).is_some()
}

pub(super) fn find(began: Moment) -> Option<Clocks> {
    let now = Moment::now();
    let maps = maps()?;
    let mappings: Vec<Mapping<'_>> = maps.lines().filter_map(Mapping::read).collect();
    let library = mappings.iter().find(|mapping| mapping.name.ends_with(LIBRARY))?;
    let [note, ready] = elf::variables(library.name, [NOTE, READY])?;
    let writable = |address: usize, length: usize| {
        let is_in = |memory: &Range<usize>| memory.contains(&address) && memory.end - address >= length;
        address.is_multiple_of(8)
            && mappings.iter().any(|mapping| mapping.is_writable && is_in(&mapping.memory))
    };
    let read = |address: usize| {
        let place: *mut u64 = std::ptr::with_exposed_provenance_mut(address);
        // SAFETY: writable memory, aligned.
        writable(address, 8).then(|| (place, unsafe { place.read_volatile() }))
    };
    let follow = |address: usize| usize::try_from(read(address)?.1).ok();

    let (place, bits) = read(library.memory.start.checked_add(note)?)?;
    let note = (began.monotonic_ns..now.monotonic_ns).contains(&bits).then_some(Note {
        place,
        bits,
        unit: Unit::Nanoseconds,
    })?;
    let object = follow(library.memory.start.checked_add(ready)?)?;
    let ready = (0..MEMBERS).find_map(|index| {
        let (place, bits) = read(follow(object.checked_add(index * 8)?)?)?;
        let is_time = (began.system_ms..=now.system_ms).contains(&bits);
        is_time.then_some(Note { place, bits, unit: Unit::Milliseconds })
    })?;
    Some(Clocks(vec![note, ready]))
}
