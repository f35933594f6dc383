//! What a running server holds, so that a test can tell whether a program left it with more.

use crate::{Roles, descendants_of};
use std::fs;

/// How much a server holds at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vitals {
    /// Processes below the launcher, zombies included.
    pub processes: usize,
    /// Zombies below the supervisor.
    pub zombies: usize,
    /// Mounts the launcher sees.
    pub mounts: usize,
    /// Descriptors of the server.
    pub descriptors: usize,
    /// Descriptors of the launcher.
    pub launcher_descriptors: usize,
    /// Resident memory of the server in bytes.
    pub resident_bytes: u64,
}

impl Vitals {
    /// Looks at a running server.
    #[must_use]
    pub fn of(roles: &Roles) -> Self {
        let entries = |path: String| fs::read_dir(path).map_or(0, Iterator::count);
        let mounts =
            fs::read_to_string(format!("/proc/{}/mountinfo", roles.launcher.pid)).unwrap_or_default();
        let resident = roles.server.status("VmRSS").unwrap_or_default();
        let kibibytes: u64 =
            resident.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0);
        Self {
            processes: descendants_of(roles.launcher.pid).len(),
            zombies: descendants_of(roles.supervisor.pid)
                .iter()
                .filter(|process| process.state == 'Z')
                .count(),
            mounts: mounts.lines().count(),
            descriptors: entries(format!("/proc/{}/fd", roles.server.pid)),
            launcher_descriptors: entries(format!("/proc/{}/fd", roles.launcher.pid)),
            resident_bytes: kibibytes << 10,
        }
    }

    /// What there is more of than before, in words. Connections come and go, so the server may hold a few more
    /// descriptors than it did.
    #[must_use]
    pub fn grown_since(&self, before: &Self) -> Vec<String> {
        /// More than idle keep-alive connections and pooled database handles explain.
        const DESCRIPTOR_SLACK: usize = 16;
        /// The whole of a server's memory, which does not depend on what programs do.
        const RESIDENT_CAP: u64 = 256 << 20;
        let mut grown = Vec::new();
        let mut check = |name: &str, now: usize, most: usize| {
            if now > most {
                grown.push(format!("{name}: {now}, expected at most {most}"));
            }
        };
        check("processes below the launcher", self.processes, before.processes);
        check("zombies", self.zombies, 0);
        check("mounts", self.mounts, before.mounts);
        check("descriptors of the server", self.descriptors, before.descriptors + DESCRIPTOR_SLACK);
        check("descriptors of the launcher", self.launcher_descriptors, before.launcher_descriptors);
        if self.resident_bytes > RESIDENT_CAP {
            grown.push(format!("memory of the server: {} bytes", self.resident_bytes));
        }
        grown
    }
}
