//! Whether all jails together fit into the machine's memory.

use super::super::Check;
use super::{Capacity, Files, Opinion};

const GIB: u64 = 1 << 30;

pub(super) fn check(files: &Files<'_>, capacity: Capacity) -> Check {
    files.judge(
        "memory",
        "/proc/meminfo",
        "lower worker.slots, or limits.ceiling.memory_bytes and limits.ceiling.compile_memory_bytes, or accept that the kernel may end programs \
         that are within their limits",
        |text| opinion(text, capacity),
    )
}

fn opinion(meminfo: &str, capacity: Capacity) -> Opinion {
    let Some(total) = total_bytes(meminfo) else {
        return Opinion::Warn("/proc/meminfo names no MemTotal".to_owned());
    };
    let Capacity { slots, memory_bytes } = capacity;
    let most = slots.saturating_mul(memory_bytes);
    let sum = format!(
        "{slots} slots with at most {} each may need {}, the machine has {}",
        gib(memory_bytes),
        gib(most),
        gib(total)
    );
    if most > total { Opinion::Warn(sum) } else { Opinion::Pass(sum) }
}

fn total_bytes(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()?.checked_mul(1024)
}

/// With one digit after the point.
fn gib(bytes: u64) -> String {
    let tenths = bytes / (GIB / 10);
    format!("{}.{} GiB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EIGHT: &str = "MemTotal:        8388608 kB\nMemFree:         1024 kB\n";

    #[test]
    fn jails_that_cannot_all_fit_are_told_with_the_sum() {
        let fits = Capacity { slots: 8, memory_bytes: GIB };
        assert!(matches!(opinion(EIGHT, fits), Opinion::Pass(_)));
        let over = Capacity { slots: 16, memory_bytes: GIB };
        let expected = "16 slots with at most 1.0 GiB each may need 16.0 GiB, the machine has 8.0 GiB";
        assert_eq!(opinion(EIGHT, over), Opinion::Warn(expected.to_owned()));
        let endless = Capacity { slots: u64::MAX, memory_bytes: u64::MAX };
        assert!(matches!(opinion(EIGHT, endless), Opinion::Warn(_)));
    }

    #[test]
    fn a_file_of_another_shape_is_no_pass() {
        assert!(matches!(opinion("", Capacity { slots: 1, memory_bytes: 1 }), Opinion::Warn(_)));
    }
}
