//! Where our groups live, and removing what a killed launcher left there.
//!
//! Everything of one launcher lies under `runyard-PID-STARTTIME-NAMESPACE` beneath the group the launcher itself was started
//! in, in each controller. The name tells whether that launcher is still alive, so leftovers can be told from neighbours; a
//! launcher of another PID namespace cannot be judged from here and is left alone.

use super::folder::Folder;
use super::{CgroupError, GroupMaker};
use crate::sys::process;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Controllers a stage cannot do without on version 1.
const CONTROLLERS_V1: [&str; 5] = ["memory", "cpu", "cpuacct", "pids", "freezer"];
/// Controllers a stage cannot do without on version 2.
const CONTROLLERS_V2: [&str; 3] = ["memory", "cpu", "pids"];

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
    /// On version 2 the group must be ours alone.
    #[error(
        "use the control group {folder}: other programs are in it; start runyard in one of its own, with \
             systemd-run --scope -p Delegate=yes, or as a service with Delegate=yes"
    )]
    Shared {
        /// Which.
        folder: String,
    },
    /// A group could not be made or opened.
    #[error(transparent)]
    Group(#[from] CgroupError),
}

/// Where this process's own groups are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// Version 1: the folder of this process in each controller.
    V1(BTreeMap<&'static str, PathBuf>),
    /// Version 2: the folder of this process.
    V2(PathBuf),
}

impl Layout {
    /// Finds the machine's controllers.
    ///
    /// # Errors
    /// Names the controllers that are missing.
    pub fn detect() -> Result<Self, HierarchyError> {
        let read = |path: &'static str| {
            std::fs::read_to_string(path).map_err(|source| HierarchyError::Read { path, source })
        };
        Self::from_tables(&read("/proc/self/mountinfo")?, &read("/proc/self/cgroup")?, |folder| {
            std::fs::read_to_string(folder.join("cgroup.controllers")).unwrap_or_default()
        })
    }

    /// As `detect`, from the texts of `/proc/self/mountinfo` and `/proc/self/cgroup`.
    ///
    /// # Errors
    /// Names the controllers that are missing.
    pub fn from_tables(
        mounts: &str,
        own: &str,
        controllers_of: impl Fn(&Path) -> String,
    ) -> Result<Self, HierarchyError> {
        let mut found = BTreeMap::new();
        for controller in CONTROLLERS_V1 {
            if let Some(folder) = folder_v1(mounts, own, controller) {
                found.insert(controller, folder);
            }
        }
        if found.len() == CONTROLLERS_V1.len() {
            return Ok(Self::V1(found));
        }
        if let Some(folder) = folder_v2(mounts, own).map(base_v2) {
            let text = controllers_of(&folder);
            let missing: Vec<String> = CONTROLLERS_V2
                .iter()
                .filter(|name| !text.split_whitespace().any(|word| word == **name))
                .map(|name| (*name).to_owned())
                .collect();
            if missing.is_empty() {
                return Ok(Self::V2(folder));
            }
            if found.is_empty() {
                return Err(HierarchyError::Missing { missing });
            }
        }
        let missing = CONTROLLERS_V1.iter().filter(|name| !found.contains_key(**name));
        Err(HierarchyError::Missing { missing: missing.map(|name| (*name).to_owned()).collect() })
    }

    fn folders(&self) -> Vec<&Path> {
        match self {
            Self::V1(folders) => folders.values().map(PathBuf::as_path).collect(),
            Self::V2(folder) => vec![folder],
        }
    }
}

/// A line of mountinfo: (root, mount point, type, options of the superblock).
fn mount_fields(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (left, right) = line.split_once(" - ")?;
    let mut left = left.split(' ').skip(3);
    let mut right = right.split(' ');
    Some((left.next()?, left.next()?, right.next()?, right.nth(1)?))
}

/// Where a path of the hierarchy appears under a mount of it.
fn beneath(root: &str, mount_point: &str, path: &str) -> Option<PathBuf> {
    let inner = if root == "/" { path } else { path.strip_prefix(root)? };
    Some(Path::new(mount_point).join(inner.trim_start_matches('/')))
}

fn folder_v1(mounts: &str, own: &str, controller: &str) -> Option<PathBuf> {
    let path = own.lines().find_map(|line| {
        let mut fields = line.splitn(3, ':');
        let names = fields.nth(1)?;
        names.split(',').any(|name| name == controller).then(|| fields.next())?
    })?;
    mounts.lines().filter_map(mount_fields).find_map(|(root, mount_point, kind, options)| {
        let ours = kind == "cgroup" && options.split(',').any(|option| option == controller);
        ours.then(|| beneath(root, mount_point, path))?
    })
}

fn folder_v2(mounts: &str, own: &str) -> Option<PathBuf> {
    let path = own.lines().find_map(|line| line.strip_prefix("0::"))?;
    mounts.lines().filter_map(mount_fields).find_map(|(root, mount_point, kind, _)| {
        (kind == "cgroup2").then(|| beneath(root, mount_point, path))?
    })
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
        sweep(&layout);
        let layout = match layout {
            Layout::V2(folder) => Layout::V2(enable_v2(folder)?),
            v1 @ Layout::V1(_) => v1,
        };
        let pid = process::own_pid();
        let name = format!("runyard-{pid}-{}-{}", start_time(pid).unwrap_or(0), pid_namespace());
        let hierarchy = Self { layout, name };
        for folder in hierarchy.layout.folders() {
            make(&folder.join(&hierarchy.name))?;
        }
        if let Layout::V2(folder) = &hierarchy.layout {
            delegate_v2(&folder.join(&hierarchy.name))?;
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

fn make(path: &Path) -> Result<(), CgroupError> {
    match std::fs::create_dir(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(CgroupError::Make { path: path.display().to_string(), source: error })
        }
        _ => Ok(()),
    }
}

/// Where an earlier step of ours moved the processes of a group, on version 2.
const LEAF: &str = "runyard-launcher";

/// The group we were given: without the leaf that an earlier step of ours moved us into.
fn base_v2(folder: PathBuf) -> PathBuf {
    let leaf = folder.file_name().is_some_and(|name| name == LEAF);
    match folder.parent() {
        Some(parent) if leaf => parent.to_path_buf(),
        _ => folder,
    }
}

/// Version 2 lets a group hold either processes or children with controllers: our own processes move into a leaf.
fn enable_v2(folder: PathBuf) -> Result<PathBuf, HierarchyError> {
    let pids = std::fs::read_to_string(folder.join("cgroup.procs")).unwrap_or_default();
    let pids: Vec<i32> = pids.lines().filter_map(|line| line.parse().ok()).collect();
    let ours = family();
    // Nobody else's process is ever moved out of the group its own manager put it in.
    if pids.iter().any(|pid| !ours.contains(pid)) {
        return Err(HierarchyError::Shared { folder: folder.display().to_string() });
    }
    if !pids.is_empty() {
        let leaf = folder.join(LEAF);
        make(&leaf)?;
        for pid in pids {
            let value = pid.to_string();
            // A process that ended meanwhile need not move.
            let _ = std::fs::write(leaf.join("cgroup.procs"), value);
        }
    }
    delegate_v2(&folder)?;
    Ok(folder)
}

/// This process, its parent and all children of both: the supervisor, the server, the launcher.
fn family() -> Vec<i32> {
    let own = process::own_pid();
    let parent_of = |pid: i32| -> Option<i32> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
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

fn delegate_v2(folder: &Path) -> Result<(), CgroupError> {
    let value = "+memory +cpu +pids";
    std::fs::write(folder.join("cgroup.subtree_control"), value).map_err(|source| CgroupError::Write {
        file: "cgroup.subtree_control",
        value: value.into(),
        source,
    })
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

    const V1_MOUNTS: &str = "\
30 24 0:25 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu
31 24 0:26 / /sys/fs/cgroup/cpuacct rw,relatime - cgroup cgroup rw,cpuacct
32 24 0:27 / /sys/fs/cgroup/memory rw,relatime shared:7 - cgroup cgroup rw,memory
33 24 0:28 / /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids
34 24 0:29 /docker/x /sys/fs/cgroup/freezer rw,relatime - cgroup cgroup rw,freezer
35 24 0:30 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw";

    #[test]
    fn version_1_is_found_with_our_own_path_in_each_controller() {
        let own = "5:memory:/a/b\n4:cpu,cpuacct:/\n3:pids:/x\n2:freezer:/docker/x/y\n0::/";
        let Layout::V1(folders) = Layout::from_tables(V1_MOUNTS, own, |_| String::new()).unwrap() else {
            panic!()
        };
        assert_eq!(folders["memory"], Path::new("/sys/fs/cgroup/memory/a/b"));
        assert_eq!(folders["cpuacct"], Path::new("/sys/fs/cgroup/cpuacct/"));
        assert_eq!(folders["freezer"], Path::new("/sys/fs/cgroup/freezer/y"));
    }

    #[test]
    fn version_2_needs_all_controllers() {
        let mounts = "30 24 0:25 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw";
        let own = "0::/system.slice/runyard.service";
        let found = Layout::from_tables(mounts, own, |_| "cpuset cpu io memory pids".into()).unwrap();
        assert_eq!(found, Layout::V2("/sys/fs/cgroup/system.slice/runyard.service".into()));
        let error = Layout::from_tables(mounts, own, |_| "cpu io pids".into()).unwrap_err();
        assert!(error.to_string().contains("controllers memory"), "{error}");
    }

    #[test]
    fn nothing_mounted_names_everything() {
        let error = Layout::from_tables("", "", |_| String::new()).unwrap_err();
        assert!(error.to_string().contains("memory, cpu, cpuacct, pids, freezer"), "{error}");
    }

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
