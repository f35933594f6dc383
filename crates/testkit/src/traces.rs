//! Traces a server may leave on a machine: control groups, mounts and files.

use crate::{Process, descendants_of, turn::LOCK_NAME};
use rustix::process::getpid;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Every control group Runyard makes has a name that starts so, on every hierarchy.
const CGROUP_PREFIX: &str = "runyard-";

/// How deep below a hierarchy's root Runyard's groups may lie.
const CGROUP_DEPTH: u32 = 6;

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
            let (Some(point), Some(kind)) = (
                line.split_whitespace().nth(4),
                line.split_once(" - ").and_then(|(_, rest)| rest.split_whitespace().next()),
            ) else {
                continue;
            };
            traces.mounts.insert(point.to_owned());
            if kind.starts_with("cgroup") {
                collect_cgroups(Path::new(point), CGROUP_DEPTH, &mut traces.cgroups);
            }
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

    /// What is here that was not there before, in words. Groups named after a live launcher that is none of ours
    /// belong to somebody else's server.
    #[must_use]
    pub fn left_since(&self, earlier: &Self) -> Vec<String> {
        let ours = descendants_of(getpid().as_raw_nonzero().get());
        let cgroups = self
            .cgroups
            .difference(&earlier.cgroups)
            .filter(|path| match owner(path).and_then(Process::read) {
                Some(launcher) => ours.contains(&launcher),
                None => true,
            })
            .map(|path| format!("cgroup {}", path.display()));
        let mounts = self.mounts.difference(&earlier.mounts).map(|point| format!("mount {point}"));
        let files = self.files.difference(&earlier.files).map(|path| format!("file {}", path.display()));
        cgroups.chain(mounts).chain(files).collect()
    }
}

/// The process id in `runyard-PID-STARTTIME`.
fn owner(cgroup: &Path) -> Option<i32> {
    cgroup.file_name()?.to_str()?.strip_prefix(CGROUP_PREFIX)?.split('-').next()?.parse().ok()
}

fn collect_cgroups(folder: &Path, depth: u32, found: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        if entry.file_name().to_string_lossy().starts_with(CGROUP_PREFIX) {
            found.insert(entry.path());
        } else if depth > 0 {
            collect_cgroups(&entry.path(), depth - 1, found);
        }
    }
}
