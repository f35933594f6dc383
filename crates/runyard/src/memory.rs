//! How much memory programs may use together when the settings do not say.

use runyard_sandbox::host::total_memory_bytes;
use std::fs;

/// What a container may use, where there is one: control groups of version 2, then 1, as they are seen from inside.
const CONTAINER_LIMITS: [&str; 2] =
    ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];

/// What the settings say, or three quarters of what this machine or container has: the rest is for the server, its database's
/// pages and the kernel.
pub(crate) fn for_programs(configured: Option<u64>) -> u64 {
    configured.unwrap_or_else(|| here() / 4 * 3)
}

fn here() -> u64 {
    let machine = fs::read_to_string("/proc/meminfo").ok().and_then(|text| total_memory_bytes(&text));
    let container = CONTAINER_LIMITS
        .into_iter()
        .filter_map(|path| fs::read_to_string(path).ok()?.trim().parse::<u64>().ok())
        .min();
    // A machine that tells nothing limits nothing.
    machine.unwrap_or(u64::MAX).min(container.unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_win() {
        assert_eq!(for_programs(Some(5)), 5);
        assert!(for_programs(None) > 0);
    }
}
