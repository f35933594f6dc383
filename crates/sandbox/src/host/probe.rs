//! The protections, one probe each.

use super::{Check, State};
use crate::cgroup::{Entrance, Hierarchy, Layout, PooledGroup};
use crate::config::Protection;
use crate::protocol::StageLimits;
use crate::seccomp;
use crate::sys::process::{self, Forked, fork_into};
use crate::sys::{fd, landlock, mount, openat2, privilege, user_namespace};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, AsRawFd};

/// The remedy for everything that only root can set up.
const NEEDS_ROOT: &str =
    "start runyard as root, or prepare the account once: sudo runyard doctor --delegate USER";

pub(super) fn protections() -> Vec<Check> {
    let mut checks = vec![
        check(
            Protection::Namespaces,
            "private PID, mount, IPC, UTS and cgroup namespaces",
            "start runyard as root, or prepare the account once: sudo runyard doctor --delegate USER; in a container, with the options of \
             docs/security/containers.md",
            in_child(namespaces),
        ),
        check(
            Protection::Network,
            "an empty network namespace with its own loopback",
            NEEDS_ROOT,
            in_child(network),
        ),
        check(
            Protection::ReadOnlyRoot,
            "a read-only root of new mounts, layered work folders",
            "use Linux 5.12 or newer with the overlay file system, start runyard as root, and not in a chroot whose root is no mount",
            in_child(read_only_root),
        ),
        check(
            Protection::OwnUid,
            "a uid of its own for every slot, no capability",
            NEEDS_ROOT,
            in_child(own_uid),
        ),
        check(
            Protection::Seccomp,
            "an allow list of kernel calls",
            "use a kernel with CONFIG_SECCOMP_FILTER, and a container profile that permits seccomp(2)",
            in_child(seccomp_filter),
        ),
        check(
            Protection::Landlock,
            "Landlock rules on top of the read-only root",
            "boot with `lsm=landlock,...`, or accept it by name: protection.accept_missing = [\"landlock\"]",
            in_child(landlock_rules),
        ),
        check(
            Protection::Openat2,
            "names opened strictly beneath a folder",
            "use Linux 5.6 or newer, and a container profile that permits openat2(2)",
            in_child(open_beneath),
        ),
    ];
    checks.extend(control_groups());
    checks
}

fn check(
    protection: Protection,
    what: &'static str,
    remedy: &'static str,
    result: Result<(), String>,
) -> Check {
    let name = protection.name();
    let protection = Some(protection);
    match result {
        Ok(()) => Check { protection, name, state: State::Pass, detail: what.to_owned(), remedy: None },
        Err(why) => Check {
            protection,
            name,
            state: State::Fail,
            detail: format!("{what}: {why}"),
            remedy: Some(remedy),
        },
    }
}

/// Runs a probe in a forked child, because it changes the process for good.
fn in_child(probe: fn() -> Result<(), String>) -> Result<(), String> {
    let (read, write) = fd::pipe().map_err(|error| error.to_string())?;
    match fork_into(0).map_err(|error| format!("fork: {error}"))? {
        Forked::Child => {
            drop(read);
            let said = probe().err().unwrap_or_default();
            let _ = std::fs::File::from(write).write_all(said.as_bytes());
            process::exit_now(i32::from(!said.is_empty()))
        }
        Forked::Parent { pid, .. } => {
            drop(write);
            let mut said = String::new();
            let _ = std::fs::File::from(read).read_to_string(&mut said);
            let ended = process::wait(pid, true).map_err(|error| error.to_string())?;
            match ended.and_then(process::Waited::exit_code) {
                Some(0) => Ok(()),
                Some(_) => Err(said),
                None => Err("the probe was killed".to_owned()),
            }
        }
    }
}

fn step<T>(what: &str, result: io::Result<T>) -> Result<T, String> {
    result.map_err(|error| format!("{what}: {error}"))
}

fn namespaces() -> Result<(), String> {
    for (name, flag) in [
        ("PID", libc::CLONE_NEWPID),
        ("mount", libc::CLONE_NEWNS),
        ("IPC", libc::CLONE_NEWIPC),
        ("UTS", libc::CLONE_NEWUTS),
    ] {
        match step(&format!("{name} namespace"), fork_into(flag))? {
            Forked::Child => process::exit_now(0),
            Forked::Parent { pid, .. } => step("wait", process::wait(pid, true))?,
        };
    }
    step("cgroup namespace", mount::unshare(libc::CLONE_NEWCGROUP))?;
    // Whoever is forked from now on is the first process of a PID namespace, and may mount what shows it.
    step("PID and mount namespaces", mount::unshare(libc::CLONE_NEWPID | libc::CLONE_NEWNS))?;
    in_child(own_proc)
}

/// In a user namespace the kernel refuses a new /proc where parts of the one there are hidden, as container engines hide them.
fn own_proc() -> Result<(), String> {
    step("make mounts private", mount::make_all_private())?;
    step("mount a new /proc", mount::mount(c"proc", c"/proc", Some(c"proc"), 0, None))
}

fn network() -> Result<(), String> {
    step("network namespace", mount::unshare(libc::CLONE_NEWNET))?;
    step("bring loopback up", mount::loopback_up())
}

fn read_only_root() -> Result<(), String> {
    step("mount namespace", mount::unshare(libc::CLONE_NEWNS))?;
    step("mount_setattr", mount::make_all_private())?;
    let tree = step("open_tree", mount::clone_tree(c"/usr", false))?;
    step("mount tmpfs", mount::mount(c"tmpfs", c"/tmp", Some(c"tmpfs"), 0, None))?;
    for folder in ["/tmp/scratch", "/tmp/usr", "/tmp/upper", "/tmp/work", "/tmp/lower", "/tmp/merged"] {
        step("make a folder", std::fs::create_dir(folder))?;
    }
    let view = format!("lowerdir=/proc/self/fd/{}:/tmp/lower", tree.as_raw_fd());
    let view = std::ffi::CString::new(view).map_err(|error| error.to_string())?;
    let read_only = libc::MS_RDONLY | libc::MS_NOSUID | libc::MS_NODEV;
    step("move_mount", mount::attach(tree.as_fd(), c"/tmp/scratch"))?;
    step(
        "mount a read-only overlay",
        mount::mount(c"overlay", c"/tmp/usr", Some(c"overlay"), read_only, Some(&view)),
    )?;
    step("detach", mount::detach(c"/tmp/scratch"))?;
    match std::fs::write("/tmp/usr/runyard-probe", b"") {
        Err(error) if error.raw_os_error() == Some(libc::EROFS) => {}
        _ => return Err("a read-only mount was not read-only".to_owned()),
    }
    let layers = c"lowerdir=/tmp/lower,upperdir=/tmp/upper,workdir=/tmp/work";
    if !user_namespace::is_inside() {
        step("make a device file", mount::make_device(c"/tmp/null", 1, 3))?;
    }
    step("mount overlay", mount::mount(c"overlay", c"/tmp/merged", Some(c"overlay"), 0, Some(layers)))?;
    step("enter the new root", std::env::set_current_dir("/tmp"))?;
    // EINVAL here means that this process was chrooted into a folder that is no mount.
    step("pivot_root", mount::pivot_here())
}

fn own_uid() -> Result<(), String> {
    step("drop the bounding set", privilege::drop_bounding_set())?;
    step("change the uid", privilege::become_user(65_534, 65_534))?;
    step("drop capabilities", privilege::set_capabilities(0))
}

fn seccomp_filter() -> Result<(), String> {
    let filter = seccomp::default_filter().map_err(|error| error.to_string())?;
    step("no_new_privs", privilege::no_new_privileges())?;
    step("install a filter", privilege::install_filter(&filter))?;
    // A filter that is accepted but not applied would be worse than none.
    match mount::unshare(libc::CLONE_NEWUTS) {
        Err(error) if error.raw_os_error() == Some(libc::EPERM) => Ok(()),
        _ => Err("an installed filter had no effect".to_owned()),
    }
}

fn landlock_rules() -> Result<(), String> {
    let version = landlock::version();
    if version == 0 {
        return Err("the kernel has none, or it is not enabled".to_owned());
    }
    step("no_new_privs", privilege::no_new_privileges())?;
    step("restrict", landlock::restrict(version, &[], &[]))
}

fn open_beneath() -> Result<(), String> {
    let root = step("open /", std::fs::File::open("/"))?;
    step(
        "openat2",
        openat2::open_beneath(root.as_fd(), c"proc", libc::O_DIRECTORY, 0).or_else(|error| {
            // Another mount is refused on purpose: the call exists and does what it should.
            if error.raw_os_error() == Some(libc::EXDEV) { Ok(root.try_clone()?.into()) } else { Err(error) }
        }),
    )
    .map(drop)
}

/// Makes a group, limits it, and reads what it counts: exactly what a slot does.
fn control_groups() -> Vec<Check> {
    let names = [
        (Protection::CgroupMemory, "memory", "memory limit and out-of-memory kill of the whole run"),
        (Protection::CgroupCpu, "cpu", "CPU limit and accounting of every process"),
        (Protection::CgroupPids, "pids", "process limit"),
    ];
    let remedy = "mount the cgroup controllers: version 2 with memory, cpu and pids in cgroup.controllers (systemd: Delegate=yes), or \
                  version 1 with memory, cpu, cpuacct, pids and freezer";
    let result = try_control_groups();
    names
        .into_iter()
        .map(|(protection, controller, what)| match &result {
            Ok(version) => check(protection, what, remedy, Ok(())).seen(version),
            // A named controller is that one's fault; anything else is everybody's.
            Err((missing, _))
                if !missing.is_empty() && !missing.iter().any(|name| name.starts_with(controller)) =>
            {
                check(protection, what, remedy, Ok(()))
            }
            Err((_, why)) => check(protection, what, remedy, Err(why.clone())),
        })
        .collect()
}

impl Check {
    fn seen(mut self, version: &str) -> Self {
        self.detail = format!("{} (cgroup {version})", self.detail);
        self
    }
}

fn try_control_groups() -> Result<&'static str, (Vec<String>, String)> {
    use crate::cgroup::HierarchyError;
    let told = |error: &dyn std::error::Error| {
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            text.push_str(&format!(": {inner}"));
            cause = inner.source();
        }
        text
    };
    let layout = Layout::detect().map_err(|error| {
        let missing = match &error {
            // The freezer is how a run's processes are ended on version 1: without it the process limit is worth nothing.
            HierarchyError::Missing { missing } => missing
                .iter()
                .map(|name| if name == "freezer" { "pids".to_owned() } else { name.clone() })
                .collect(),
            _ => Vec::new(),
        };
        (missing, told(&error))
    })?;
    let version = match layout {
        Layout::V1(_) => "version 1",
        Layout::V2(_) => "version 2",
    };
    let everything = |error: &dyn std::error::Error| (Vec::new(), told(error));
    let hierarchy = Hierarchy::create(layout).map_err(|error| everything(&error))?;
    let maker = hierarchy.maker().map_err(|error| everything(&error))?;
    let mut group = PooledGroup::new(maker.into(), "probe".to_owned()).map_err(|error| everything(&error))?;
    let limits = StageLimits {
        wall_time_us: 1,
        cpu_time_us: 1,
        cpu_millicores: 1000,
        memory_bytes: 16 << 20,
        processes: 8,
        work_bytes: 1,
    };
    group.prepare(&limits).map_err(|error| everything(&error))?;
    admit(&group.group().entrance()).map_err(|why| (Vec::new(), why))?;
    group.group().usage().map_err(|error| everything(&error))?;
    drop(group);
    Ok(version)
}

/// Whether a process gets into a group.
fn admit(entrance: &Entrance<'_>) -> Result<(), String> {
    match step("fork into a group", entrance.fork())? {
        Forked::Child => process::exit_now(i32::from(entrance.enter().is_err())),
        Forked::Parent { pid, .. } => {
            let ended = step("wait", process::wait(pid, true))?;
            match ended.and_then(process::Waited::exit_code) {
                Some(0) => Ok(()),
                _ => Err("a process could not enter its group".to_owned()),
            }
        }
    }
}
