//! A control group of this test process's own, so that what its servers leave can be told from what the neighbours make.
//!
//! A launcher makes its groups beneath the one it was started in. On version 1 any process of root may have a group of
//! its own there; on version 2 a group with processes cannot have limited groups beside them, so there the process
//! stays where it is.

use crate::Mode;
use anyhow::Context as _;
use std::{
    fs, io,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

/// How many groups this process made, so that none is named twice.
static MADE: AtomicU32 = AtomicU32::new(0);

/// Controllers a launcher uses.
const CONTROLLERS: [&str; 5] = ["memory", "cpu", "cpuacct", "pids", "freezer"];

/// Where this process is, in every hierarchy that matters.
#[must_use]
pub(crate) fn folders() -> Vec<PathBuf> {
    let own = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    let places = own.lines().filter_map(|line| {
        let mut fields = line.splitn(3, ':').skip(1);
        let (controllers, path) = (fields.next()?, fields.next()?);
        let wanted = controllers.is_empty() || controllers.split(',').any(|name| CONTROLLERS.contains(&name));
        wanted.then(|| folder(&mounts, controllers, path))?
    });
    places.collect()
}

/// What root hands over to the suite's account.
pub(crate) const OF_ACCOUNT: &str = "runyard-of-48611";
/// What `scripts/test-container` hands over to the suite's containers.
const OF_CONTAINERS: &str = "runyard-of-testkit";

/// The groups of this name at the top of the controllers.
pub(crate) fn at_the_top(name: &str) -> Vec<PathBuf> {
    let controllers = fs::read_dir("/sys/fs/cgroup").into_iter().flatten().flatten();
    controllers.map(|controller| controller.path().join(name)).filter(|group| group.is_dir()).collect()
}

/// Every group beneath which a server of this test may make groups.
pub(crate) fn watched() -> Vec<PathBuf> {
    let handed_over = match Mode::chosen() {
        Ok(Mode::Rootless) => at_the_top(OF_ACCOUNT),
        Ok(Mode::Container) => at_the_top(OF_CONTAINERS),
        Ok(Mode::Root) | Err(_) => Vec::new(),
    };
    folders().into_iter().chain(handed_over).collect()
}

/// The folder of a group, by its controllers (none: version 2) and its path.
fn folder(mounts: &str, controllers: &str, path: &str) -> Option<PathBuf> {
    mounts.lines().find_map(|line| {
        let (left, right) = line.split_once(" - ")?;
        let mut left = left.split_whitespace().skip(3);
        let (root, point) = (left.next()?, left.next()?);
        let mut right = right.split_whitespace();
        let (kind, options) = (right.next()?, right.nth(1)?);
        let matches = match controllers.split(',').next() {
            Some("") | None => kind == "cgroup2",
            Some(first) => kind == "cgroup" && options.split(',').any(|option| option == first),
        };
        let below = Path::new(path).strip_prefix(root).ok()?;
        matches.then(|| without_leaf(&Path::new(point).join(below)))
    })
}

/// On version 2 a server that is started in the test's group moves itself and the test into this leaf of it.
pub(crate) const LEAF: &str = "runyard-launcher";

/// The group whose leaf this is, or the group itself.
fn without_leaf(group: &Path) -> PathBuf {
    let leaf = group.file_name().is_some_and(|name| name == LEAF);
    group.parent().filter(|_| leaf).unwrap_or(group).to_path_buf()
}

/// A process that was waited for may count as a member for a moment longer.
const LAST_MOMENT: Duration = Duration::from_secs(1);

/// Removes a group. What still is in it after a moment was left there, which whoever looks for traces has told by now.
fn remove(group: &Path) {
    let deadline = Instant::now() + LAST_MOMENT;
    while fs::remove_dir(group).is_err_and(|error| error.kind() == io::ErrorKind::ResourceBusy)
        && Instant::now() < deadline
    {
        thread::yield_now();
    }
}

/// Leaves the own group and removes it when dropped.
#[derive(Debug)]
pub(crate) struct OwnGroup {
    /// Where the process was, and where it is.
    moves: Vec<(PathBuf, PathBuf)>,
}

impl OwnGroup {
    /// Moves this process, and so whatever it starts.
    ///
    /// # Errors
    /// When the machine has version 1 and does not allow it.
    pub(crate) fn enter() -> anyhow::Result<Self> {
        let mut group = Self { moves: Vec::new() };
        let name = format!("testkit-{}-{}", process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        for parent in folders() {
            // Version 1 has `tasks`.
            if !parent.join("tasks").exists() {
                continue;
            }
            let own = parent.join(&name);
            fs::create_dir(&own).with_context(|| format!("failed to make {}", own.display()))?;
            group.moves.push((parent, own.clone()));
            fs::write(own.join("cgroup.procs"), "0")
                .with_context(|| format!("failed to enter {}", own.display()))?;
        }
        Ok(group)
    }
}

impl Drop for OwnGroup {
    fn drop(&mut self) {
        for (parent, own) in self.moves.drain(..) {
            let _stays_then = fs::write(parent.join("cgroup.procs"), "0");
            remove(&own);
        }
    }
}
