//! Settings of the machine that no program may change.

use rustix::time::{ClockId, clock_gettime};
use std::{collections::BTreeMap, fs};

/// Switches of the kernel that programs try to turn. `tainted` also says whether the kernel went wrong.
const SETTINGS: [&str; 9] = [
    "kernel/core_pattern",
    "kernel/modprobe",
    "kernel/hostname",
    "kernel/domainname",
    "kernel/sysrq",
    "kernel/tainted",
    "vm/overcommit_memory",
    "vm/swappiness",
    "fs/protected_symlinks",
];

/// Further than any adjustment of the clock goes within a test.
const CLOCK_SLACK_SECONDS: i64 = 60;

/// What the machine is set to at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    settings: BTreeMap<&'static str, String>,
    /// How far the wall clock is ahead of the monotonic one, in seconds.
    clock: i64,
}

impl Host {
    /// Looks at the machine.
    #[must_use]
    pub fn now() -> Self {
        let read = |name: &str| fs::read_to_string(format!("/proc/sys/{name}")).unwrap_or_default();
        Self {
            settings: SETTINGS.into_iter().map(|name| (name, read(name))).collect(),
            clock: clock_gettime(ClockId::Realtime).tv_sec - clock_gettime(ClockId::Monotonic).tv_sec,
        }
    }

    /// What is set otherwise than before, in words.
    #[must_use]
    pub fn changed_since(&self, before: &Self) -> Vec<String> {
        let mut changed: Vec<String> = self
            .settings
            .iter()
            .filter(|(name, value)| before.settings.get(*name) != Some(value))
            .map(|(name, value)| format!("the machine's {name} is now {value:?}"))
            .collect();
        if (self.clock - before.clock).abs() > CLOCK_SLACK_SECONDS {
            changed.push(format!("the machine's clock was set by {} s", self.clock - before.clock));
        }
        changed
    }
}
