//! The scheduler: which cores a process may use, and who goes first.

use super::check;
use std::io;

/// Lets others who wait for this core go first.
pub fn give_way() {
    // SAFETY: takes no argument. It cannot fail.
    unsafe { libc::sched_yield() };
}

/// The cores this process may use, in order.
pub fn own_cores() -> io::Result<Vec<usize>> {
    // SAFETY: cpu_set_t is plain data for which zero is valid.
    let mut set: libc::cpu_set_t = unsafe { std::mem::zeroed() };
    // SAFETY: `set` is valid for writing and as long as told.
    check(unsafe { libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &raw mut set) })?;
    let most = usize::try_from(libc::CPU_SETSIZE).unwrap_or(0);
    // SAFETY: the number is below the size of the set.
    Ok((0..most).filter(|core| unsafe { libc::CPU_ISSET(*core, &set) }).collect())
}

/// Keeps this process, and what it starts, on one core.
pub fn stay_on(core: usize) -> io::Result<()> {
    if core >= usize::try_from(libc::CPU_SETSIZE).unwrap_or(0) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // SAFETY: cpu_set_t is plain data for which zero is valid.
    let mut set: libc::cpu_set_t = unsafe { std::mem::zeroed() };
    // SAFETY: the number is below the size of the set, see above.
    unsafe { libc::CPU_SET(core, &mut set) };
    // SAFETY: `set` is valid for reading and as long as told.
    check(unsafe { libc::sched_setaffinity(0, size_of::<libc::cpu_set_t>(), &raw const set) }).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On a thread of its own: affinity belongs to threads.
    #[test]
    fn a_thread_stays_on_the_core_it_was_given() {
        std::thread::spawn(|| {
            let last = *own_cores().unwrap().last().unwrap();
            stay_on(last).unwrap();
            assert_eq!(own_cores().unwrap(), [last]);
            assert!(stay_on(usize::MAX).is_err());
        })
        .join()
        .unwrap();
    }
}
