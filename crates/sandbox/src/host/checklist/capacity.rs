//! Whether what programs may use together fits into the machine's memory.

use super::super::Check;
use super::{Capacity, Files, Opinion};

const GIB: u64 = 1 << 30;

pub(super) fn check(files: &Files<'_>, capacity: Capacity) -> Check {
    files.judge(
        "memory",
        "/proc/meminfo",
        "lower worker.memory_bytes, or leave it at 0, or accept that the kernel may end programs that are within their limits",
        |text| opinion(text, capacity),
    )
}

fn opinion(meminfo: &str, capacity: Capacity) -> Opinion {
    let Some(total) = total_memory_bytes(meminfo) else {
        return Opinion::Warn("/proc/meminfo names no MemTotal".to_owned());
    };
    let Capacity { memory_bytes } = capacity;
    let sum = format!(
        "programs that run at the same time may have {} together, the machine has {}",
        gib(memory_bytes),
        gib(total)
    );
    if memory_bytes > total { Opinion::Warn(sum) } else { Opinion::Pass(sum) }
}

/// The machine's memory, from the text of `/proc/meminfo`.
#[must_use]
pub fn total_memory_bytes(meminfo: &str) -> Option<u64> {
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
    fn more_than_the_machine_has_is_told() {
        assert!(matches!(opinion(EIGHT, Capacity { memory_bytes: 6 * GIB }), Opinion::Pass(_)));
        let expected =
            "programs that run at the same time may have 16.0 GiB together, the machine has 8.0 GiB";
        assert_eq!(opinion(EIGHT, Capacity { memory_bytes: 16 * GIB }), Opinion::Warn(expected.to_owned()));
        assert!(matches!(opinion(EIGHT, Capacity { memory_bytes: u64::MAX }), Opinion::Warn(_)));
    }

    #[test]
    fn the_machine_s_memory_is_read() {
        assert_eq!(total_memory_bytes(EIGHT), Some(8 * GIB));
        assert_eq!(total_memory_bytes("MemTotal: many\n"), None);
    }

    #[test]
    fn a_file_of_another_shape_is_no_pass() {
        assert!(matches!(opinion("", Capacity { memory_bytes: 1 }), Opinion::Warn(_)));
    }
}
