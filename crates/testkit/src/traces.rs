//! Traces a server may leave on a machine: control groups, mounts and files.

use crate::{own_group, turn::LOCK_NAME};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Every control group Runyard makes has a name that starts so, beneath the group it was started in.
const CGROUP_PREFIX: &str = "runyard-";

/// Where programs and servers could leave files.
const FILE_PLACES: [&str; 4] = ["/tmp", "/var/tmp", "/dev/shm", "/run"];

/// What is there at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    cgroups: BTreeSet<PathBuf>,
    mounts: BTreeSet<String>,
    files: BTreeSet<PathBuf>,
}

impl Traces {
    /// Looks at the machine.
    #[must_use]
    pub fn now() -> Self {
        let table = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let mut traces = Self::default();
        for line in table.lines() {
            if let Some(point) = line.split_whitespace().nth(4) {
                traces.mounts.insert(point.to_owned());
            }
        }
        for folder in own_group::watched() {
            collect_cgroups(&folder, &mut traces.cgroups);
        }
        for place in FILE_PLACES {
            let entries = fs::read_dir(place).into_iter().flatten().flatten();
            let named = entries.filter(|entry| {
                let name = entry.file_name();
                name.to_string_lossy().contains("runyard") && name != LOCK_NAME
            });
            traces.files.extend(named.map(|entry| entry.path()));
        }
        traces
    }

    /// What is here that was not there before, in words.
    #[must_use]
    pub fn left_since(&self, earlier: &Self) -> Vec<String> {
        let cgroups =
            self.cgroups.difference(&earlier.cgroups).map(|path| format!("cgroup {}", path.display()));
        let mounts = self.mounts.difference(&earlier.mounts).map(|point| format!("mount {point}"));
        let files = self.files.difference(&earlier.files).map(|path| format!("file {}", path.display()));
        cgroups.chain(mounts).chain(files).collect()
    }
}

fn collect_cgroups(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter(|entry| {
        let name = entry.file_name();
        // The leaf holds the test itself.
        name.to_string_lossy().starts_with(CGROUP_PREFIX) && name != own_group::LEAF
    });
    found.extend(named.map(|entry| entry.path()));
}
