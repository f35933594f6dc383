//! Where our groups live, and removing what a killed launcher left there.
//!
//! Everything of one launcher lies under `runyard-PID-STARTTIME-NAMESPACE` beneath the group the launcher itself was started
//! in, in each controller. The name tells whether that launcher is still alive, so leftovers can be told from neighbours; a
//! launcher of another PID namespace cannot be judged from here and is left alone.

use super::folder::Folder;
use super::v2::place::{self, PlaceError};
use super::{CgroupError, GroupMaker, Layout};
use crate::sys::process;
use std::path::{Path, PathBuf};

/// The machine's control groups cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum HierarchyError {
    /// A file under /proc could not be read.
    #[error("read {path}")]
    Read {
        /// Which.
        path: &'static str,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Controllers are missing.
    #[error("find the cgroup controllers {}: they are mounted neither as version 1 nor as version 2", .missing.join(", "))]
    Missing {
        /// Their names.
        missing: Vec<String>,
    },
    /// On version 2 the group must be ours, and there was nobody to give us one.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// A group could not be made or opened.
    #[error(transparent)]
    Group(#[from] CgroupError),
}

/// The groups of this launcher. Dropping removes them.
#[derive(Debug)]
pub struct Hierarchy {
    layout: Layout,
    name: String,
}

impl Hierarchy {
    /// Removes what dead launchers left, then makes this launcher's own folders.
    ///
    /// # Errors
    /// When a folder cannot be made or a controller cannot be enabled.
    pub fn create(layout: Layout) -> Result<Self, HierarchyError> {
        let layout = match layout {
            Layout::V2(folder) => Layout::V2(place::take(&folder)?),
            v1 @ Layout::V1(_) => v1,
        };
        sweep(&layout);
        let pid = process::own_pid();
        let name = format!("runyard-{pid}-{}-{}", start_time(pid).unwrap_or(0), pid_namespace());
        let hierarchy = Self { layout, name };
        for folder in hierarchy.layout.folders() {
            make(&folder.join(&hierarchy.name))?;
        }
        if let Layout::V2(folder) = &hierarchy.layout {
            place::hand_down(&folder.join(&hierarchy.name))?;
        }
        Ok(hierarchy)
    }

    /// What makes groups beneath this launcher's folders.
    ///
    /// # Errors
    /// When a folder cannot be opened.
    pub fn maker(&self) -> Result<GroupMaker, CgroupError> {
        Ok(match &self.layout {
            Layout::V1(folders) => {
                let open = |(name, folder): (&&'static str, &PathBuf)| {
                    Ok((*name, Folder::open(&folder.join(&self.name))?))
                };
                GroupMaker::V1(folders.iter().map(open).collect::<Result<_, CgroupError>>()?)
            }
            Layout::V2(folder) => GroupMaker::V2(Folder::open(&folder.join(&self.name))?),
        })
    }

    /// Ends and removes every group whose name begins with `prefix`: what an earlier keeper of a slot left. False when
    /// something does not go away.
    #[must_use]
    pub fn remove_groups(&self, prefix: &str) -> bool {
        let mut all = true;
        for folder in self.layout.folders() {
            let Ok(entries) = std::fs::read_dir(folder.join(&self.name)) else { continue };
            for entry in entries.flatten() {
                if entry.file_name().to_string_lossy().starts_with(prefix) {
                    remove_tree(&entry.path());
                    all &= !entry.path().exists();
                }
            }
        }
        all
    }
}

impl Drop for Hierarchy {
    fn drop(&mut self) {
        for folder in self.layout.folders() {
            remove_tree(&folder.join(&self.name));
        }
    }
}

pub(super) fn make(path: &Path) -> Result<(), CgroupError> {
    match std::fs::create_dir(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(CgroupError::Make { path: path.display().to_string(), source: error })
        }
        _ => Ok(()),
    }
}

/// Ends and removes the groups of launchers that are not alive any more.
fn sweep(layout: &Layout) {
    for folder in layout.folders() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            if entry.file_name().to_str().is_some_and(is_left_over) {
                remove_tree(&entry.path());
            }
        }
    }
}

fn is_left_over(name: &str) -> bool {
    let Some(rest) = name.strip_prefix("runyard-") else { return false };
    let fields: Vec<u64> = rest.split('-').filter_map(|field| field.parse().ok()).collect();
    let [pid, started, namespace] = *fields else { return false };
    namespace == pid_namespace() && i32::try_from(pid).is_ok_and(|pid| start_time(pid) != Some(started))
}

/// Number of the PID namespace this process counts in.
fn pid_namespace() -> u64 {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self/ns/pid").map_or(0, |metadata| metadata.ino())
}

/// proc(5): field 22 of stat, the start of a process in clock ticks since boot. With the pid it names a process for good.
fn start_time(pid: i32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()
}

/// Kills what is in a tree of groups and removes it, deepest first. What cannot be removed now is found by the next sweep.
fn remove_tree(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_tree(&entry.path());
        }
    }
    for _ in 0..200 {
        match std::fs::remove_dir(folder) {
            Ok(()) => return,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
            Err(_) => {
                let _ = std::fs::write(folder.join("cgroup.kill"), "1");
                // A keeper that was killed while its group was frozen left processes that cannot even die.
                let _ = std::fs::write(folder.join("freezer.state"), "THAWED");
                let pids = std::fs::read_to_string(folder.join("cgroup.procs")).unwrap_or_default();
                for pid in pids.lines().filter_map(|line| line.parse().ok()) {
                    let _ = process::kill(pid, libc::SIGKILL);
                }
                let _ = crate::sys::fd::poll(&[], Some(std::time::Duration::from_millis(10)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dead_launchers_are_left_over() {
        let pid = process::own_pid();
        let (started, here) = (start_time(pid).unwrap(), pid_namespace());
        assert!(!is_left_over(&format!("runyard-{pid}-{started}-{here}")));
        assert!(is_left_over(&format!("runyard-{pid}-1-{here}")));
        assert!(!is_left_over(&format!("runyard-{pid}-1-{}", here + 1)));
        assert!(!is_left_over("runyard-launcher"));
        assert!(!is_left_over("docker-1-2"));
    }
}
