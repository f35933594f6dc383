//! The group our groups live in, on version 2.
//!
//! A group there holds either processes or children with controllers, so nobody else may be in ours, and who manages the
//! tree must have handed the controllers down to it. Tried in this order:
//!
//! 1. The top of the tree. It may hold processes and children, so nothing has to move.
//! 2. The group we were started in, when it is ours: a service or a scope with Delegate=yes, a container. We move into a leaf
//!    of it, together with our nearest relatives if they are there.
//! 3. A scope of our own that systemd makes, when we were started from somebody's shell: its group holds the whole session.

use super::scope::{self, ScopeError};
use crate::cgroup::CgroupError;
use crate::cgroup::hierarchy::make;
use crate::cgroup::layout::{CONTROLLERS_V2, Layout, missing_v2};
use crate::sys::process;
use std::path::{Path, PathBuf};

/// Where an earlier step of ours moved the processes of a group.
const LEAF: &str = "runyard-launcher";

/// How often processes that start meanwhile are looked for.
const ROUNDS: u32 = 20;

/// There is no group we could use.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// Other programs are in it.
    #[error(
        "use the control group {folder}, which other programs are in: start runyard as a service with Delegate=yes, or with \
         systemd-run --scope -p Delegate=yes"
    )]
    Shared {
        /// Which.
        folder: String,
        /// Why there is none of our own instead.
        #[source]
        source: ScopeError,
    },
    /// Who manages it keeps controllers back.
    #[error(
        "use the control group {folder}, which lacks the controllers {}: start runyard as a service with Delegate=yes, or with \
         systemd-run --scope -p Delegate=yes", .missing.join(", ")
    )]
    NotHandedDown {
        /// Which.
        folder: String,
        /// The controllers.
        missing: Vec<String>,
        /// Why there is none of our own instead.
        #[source]
        source: ScopeError,
    },
    /// Processes of ours cannot be moved out of the way.
    #[error("move our processes into a leaf of {folder}")]
    Move {
        /// The group.
        folder: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A group could not be made or written.
    #[error(transparent)]
    Group(#[from] CgroupError),
}

/// Finds or makes the group and enables the controllers in it.
///
/// # Errors
/// When none can be had; says which command gives one.
pub(in crate::cgroup) fn take(folder: &Path) -> Result<PathBuf, PlaceError> {
    let folder = base(folder);
    let obstacle = match obstacle(&folder) {
        None => return settle(folder),
        Some(obstacle) => obstacle,
    };
    let source = match scope::enter() {
        Ok(()) => match Layout::detect() {
            Ok(Layout::V2(own)) if own != folder => return settle(own),
            _ => ScopeError::NotMoved,
        },
        Err(error) => error,
    };
    let folder = folder.display().to_string();
    Err(match obstacle {
        Obstacle::Shared => PlaceError::Shared { folder, source },
        Obstacle::NotHandedDown(missing) => PlaceError::NotHandedDown { folder, missing, source },
    })
}

/// The group we were given: without the leaf that an earlier step of ours moved us into.
fn base(folder: &Path) -> PathBuf {
    let leaf = folder.file_name().is_some_and(|name| name == LEAF);
    folder.parent().filter(|_| leaf).unwrap_or(folder).to_path_buf()
}

/// What keeps us from using a group.
#[derive(Debug, PartialEq, Eq)]
enum Obstacle {
    Shared,
    NotHandedDown(Vec<String>),
}

fn obstacle(folder: &Path) -> Option<Obstacle> {
    let missing = missing_v2(&read(folder, "cgroup.controllers"));
    if !missing.is_empty() {
        return Some(Obstacle::NotHandedDown(missing));
    }
    // Nobody else's process is ever moved out of the group its own manager put it in.
    let ours = family();
    let shared = !is_top(folder) && members(folder).iter().any(|pid| !ours.contains(pid));
    shared.then_some(Obstacle::Shared)
}

fn settle(folder: PathBuf) -> Result<PathBuf, PlaceError> {
    if !is_top(&folder) {
        empty(&folder)?;
    }
    hand_down(&folder)?;
    Ok(folder)
}

/// Moves whatever is in the group into its leaf.
fn empty(folder: &Path) -> Result<(), PlaceError> {
    let leaf = folder.join(LEAF);
    for _ in 0..ROUNDS {
        let members = members(folder);
        if members.is_empty() {
            break;
        }
        make(&leaf)?;
        for pid in members {
            match std::fs::write(leaf.join("cgroup.procs"), pid.to_string()) {
                // It ended meanwhile.
                Err(error) if error.raw_os_error() == Some(libc::ESRCH) => {}
                other => other
                    .map_err(|source| PlaceError::Move { folder: folder.display().to_string(), source })?,
            }
        }
    }
    Ok(())
}

/// Lets the children of a group have limits. The kernel refuses while processes are in it.
///
/// # Errors
/// When the kernel refuses.
pub(in crate::cgroup) fn hand_down(folder: &Path) -> Result<(), CgroupError> {
    let value = CONTROLLERS_V2.map(|name| format!("+{name}")).join(" ");
    std::fs::write(folder.join("cgroup.subtree_control"), &value).map_err(|source| CgroupError::Write {
        file: "cgroup.subtree_control",
        value,
        source,
    })
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap_or_default()
}

/// cgroups(7): every group but the topmost one of the machine has a type.
fn is_top(folder: &Path) -> bool {
    !folder.join("cgroup.type").exists()
}

/// The processes in a group. One of another PID namespace shows as 0.
fn members(folder: &Path) -> Vec<i32> {
    read(folder, "cgroup.procs").lines().filter_map(|line| line.parse().ok()).collect()
}

/// This process, what started it if that came along for it, and the children of both: the supervisor, the server, the launcher.
fn family() -> Vec<i32> {
    let own = process::own_pid();
    let parent = parent_of(own).unwrap_or(0);
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(|pid: &i32| {
        *pid == own
            || *pid == parent
            || parent_of(*pid).is_some_and(|of| of == own || (of == parent && parent > 1))
    })
    .collect()
}

fn parent_of(pid: i32) -> Option<i32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that looks like a group of version 2 with these controllers and members.
    fn group(controllers: &str, members: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in
            [("cgroup.controllers", controllers), ("cgroup.procs", members), ("cgroup.type", "domain\n")]
        {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn a_leaf_of_ours_belongs_to_the_group_above() {
        assert_eq!(base(Path::new("/x/runyard.service/runyard-launcher")), Path::new("/x/runyard.service"));
        assert_eq!(base(Path::new("/x/runyard.service")), Path::new("/x/runyard.service"));
    }

    #[test]
    fn a_group_of_ours_alone_can_be_used() {
        let own = process::own_pid();
        assert_eq!(obstacle(group("cpu memory pids", &format!("{own}\n")).path()), None);
        assert_eq!(obstacle(group("cpu memory pids", "").path()), None);
    }

    #[test]
    fn a_group_with_strangers_cannot_be_used_unless_it_is_the_top() {
        // Process 1 is nobody's relative, and 0 stands for one of another PID namespace.
        for stranger in ["1\n", "0\n"] {
            let group = group("cpu memory pids", stranger);
            assert_eq!(obstacle(group.path()), Some(Obstacle::Shared));
            std::fs::remove_file(group.path().join("cgroup.type")).unwrap();
            assert_eq!(obstacle(group.path()), None);
        }
    }

    #[test]
    fn what_was_not_handed_down_is_named() {
        let missing = obstacle(group("memory pids", "").path());
        assert_eq!(missing, Some(Obstacle::NotHandedDown(vec!["cpu".to_owned()])));
    }
}
