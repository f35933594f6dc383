//! Where the machine's controllers are, and which group of each this process is in.

use super::HierarchyError;
use crate::sys::user_namespace;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Controllers a stage cannot do without on version 1.
const CONTROLLERS_V1: [&str; 5] = ["memory", "cpu", "cpuacct", "pids", "freezer"];
/// Controllers a stage cannot do without on version 2.
pub(super) const CONTROLLERS_V2: [&str; 3] = ["memory", "cpu", "pids"];

/// Where this process's own groups are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// Version 1: the folder of this process in each controller.
    V1(BTreeMap<&'static str, PathBuf>),
    /// Version 2: the folder of this process. Whether it may be used is seen when it is.
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
        let mounts = read("/proc/self/mountinfo")?;
        let layout = Self::from_tables(&mounts, &read("/proc/self/cgroup")?, |folder| {
            std::fs::read_to_string(folder.join("cgroup.controllers")).unwrap_or_default()
        })?;
        Ok(match layout {
            Self::V1(folders) if user_namespace::is_inside() => Self::V1(handed_over(&mounts, folders)),
            other => other,
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
        if let Some((top, folder)) = folder_v2(mounts, own) {
            // What the top has, whoever manages the groups can hand down to ours.
            let missing = missing_v2(&controllers_of(&top));
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

    pub(super) fn folders(&self) -> Vec<&Path> {
        match self {
            Self::V1(folders) => folders.values().map(PathBuf::as_path).collect(),
            Self::V2(folder) => vec![folder],
        }
    }
}

/// The group that root makes once for a user who is not root, in every controller of version 1.
#[must_use]
pub fn handed_over_to(uid: u32) -> String {
    format!("{HANDED_OVER}{uid}")
}

const HANDED_OVER: &str = "runyard-of-";

/// Where a controller holds a group that was handed over to us, that group instead of the one we are in: on version 1 nobody
/// but root may make groups in the latter. In a container the group may be all that is mounted.
fn handed_over(mounts: &str, folders: BTreeMap<&'static str, PathBuf>) -> BTreeMap<&'static str, PathBuf> {
    let owner = user_namespace::own_users().unwrap_or_default().first().map_or(0, |first| first.outside);
    let name = handed_over_to(owner);
    let ours = |controller: &str| {
        mounts.lines().filter_map(mount_fields).find_map(|(root, mount_point, kind, options)| {
            if kind != "cgroup" || !options.split(',').any(|option| option == controller) {
                return None;
            }
            let alone = root.rsplit('/').next().is_some_and(|last| last.starts_with(HANDED_OVER));
            let folder = if alone { PathBuf::from(mount_point) } else { Path::new(mount_point).join(&name) };
            folder.is_dir().then_some(folder)
        })
    };
    folders.into_iter().map(|(controller, folder)| (controller, ours(controller).unwrap_or(folder))).collect()
}

/// Which of the needed controllers a `cgroup.controllers` file does not name.
pub(super) fn missing_v2(controllers: &str) -> Vec<String> {
    let there = |name: &str| controllers.split_whitespace().any(|word| word == name);
    CONTROLLERS_V2.iter().filter(|name| !there(name)).map(|name| (*name).to_owned()).collect()
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

/// The top of what is mounted, and our own folder in it.
fn folder_v2(mounts: &str, own: &str) -> Option<(PathBuf, PathBuf)> {
    let path = own.lines().find_map(|line| line.strip_prefix("0::"))?;
    mounts.lines().filter_map(mount_fields).find_map(|(root, mount_point, kind, _)| {
        let ours = || Some((PathBuf::from(mount_point), beneath(root, mount_point, path)?));
        (kind == "cgroup2").then(ours)?
    })
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

    const V2_MOUNTS: &str = "30 24 0:25 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw";

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
        let own = "0::/system.slice/runyard.service";
        let found = Layout::from_tables(V2_MOUNTS, own, |_| "cpuset cpu io memory pids".into()).unwrap();
        assert_eq!(found, Layout::V2("/sys/fs/cgroup/system.slice/runyard.service".into()));
        let error = Layout::from_tables(V2_MOUNTS, own, |_| "cpu io pids".into()).unwrap_err();
        assert!(error.to_string().contains("controllers memory"), "{error}");
    }

    #[test]
    fn a_controller_that_was_not_handed_down_is_not_missing_on_the_machine() {
        let own = "0::/user.slice/session-1.scope";
        let handed_down = |folder: &Path| match folder == Path::new("/sys/fs/cgroup") {
            true => "cpu memory pids".to_owned(),
            false => "memory pids".to_owned(),
        };
        let found = Layout::from_tables(V2_MOUNTS, own, handed_down).unwrap();
        assert_eq!(found, Layout::V2("/sys/fs/cgroup/user.slice/session-1.scope".into()));
    }

    #[test]
    fn nothing_mounted_names_everything() {
        let error = Layout::from_tables("", "", |_| String::new()).unwrap_err();
        assert!(error.to_string().contains("memory, cpu, cpuacct, pids, freezer"), "{error}");
    }
}
