//! Process 1 of a run: mounts what the run needs, starts the program, waits, reports.
//!
//! It stays outside the run's control groups, so that running out of memory never takes away the one who reports. After
//! the program is forked it holds no privilege and no descriptor but the report socket.

use super::record::{AtStep, Failure, Record, Step};
use crate::root;
use crate::sys::process::Forked;
use crate::sys::{fd, mount, privilege, process};
use std::ffi::{CStr, CString};
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::chown;

/// Files under /proc that tell of the host or of other jails. Absent ones are no error: kernels differ.
const MASKED_FILES: [&CStr; 24] = [
    c"/proc/kcore",
    c"/proc/keys",
    c"/proc/key-users",
    c"/proc/kallsyms",
    c"/proc/kmsg",
    c"/proc/modules",
    c"/proc/interrupts",
    c"/proc/softirqs",
    c"/proc/timer_list",
    c"/proc/cmdline",
    c"/proc/config.gz",
    c"/proc/partitions",
    c"/proc/diskstats",
    c"/proc/iomem",
    c"/proc/ioports",
    c"/proc/misc",
    c"/proc/consoles",
    c"/proc/devices",
    c"/proc/cgroups",
    c"/proc/swaps",
    c"/proc/mtrr",
    c"/proc/schedstat",
    c"/proc/latency_stats",
    c"/proc/sys/kernel/random/boot_id",
];

/// A switch under /proc that has nothing to tell. A mask that swallows what is written would look like success.
const SWITCH: &CStr = c"/proc/sysrq-trigger";

/// Folders under /proc that tell of the host, or let a program watch its load.
const MASKED_FOLDERS: [&CStr; 9] = [
    c"/proc/pressure",
    c"/proc/bus",
    c"/proc/fs",
    c"/proc/irq",
    c"/proc/acpi",
    c"/proc/scsi",
    c"/proc/driver",
    c"/proc/tty",
    c"/proc/asound",
];

/// Most files in one writable folder; with the memory limit, what keeps a flood of empty files cheap to clean up.
const MOST_FILES: u64 = 64 << 10;

/// What a run has to itself beside what its slot has.
pub(super) const NAMESPACES: libc::c_int =
    libc::CLONE_NEWPID | libc::CLONE_NEWNS | libc::CLONE_NEWIPC | libc::CLONE_NEWUTS;

/// What is at /work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Work {
    /// The keeper's, which may outlive the run.
    Shared,
    /// The keeper's, below a fresh layer that ends with the run.
    Layered,
    /// A fresh one that ends with the run.
    Own,
}

/// What init needs to know.
pub(super) struct Init<'a> {
    pub work: Work,
    /// Size of each writable folder.
    pub work_bytes: u64,
    /// The program's uid.
    pub uid: u32,
    pub init_uid: u32,
    pub report: BorrowedFd<'a>,
}

/// Makes this process, the first of its PID namespace, the init of a run, which `fork`s the program's process. Returns in
/// that process only.
pub(super) fn become_init(init: &Init<'_>, fork: impl FnOnce() -> io::Result<Forked>) {
    let last_words = match start(init, fork) {
        Ok(None) => return,
        // Whatever is left of the run dies with us.
        Ok(Some(program)) => match wait_for(program) {
            Ok(status) => Record::ended_now(status),
            Err(failure) => Record::Failed(failure),
        },
        Err(failure) => Record::Failed(failure),
    };
    let _ = last_words.send(init.report);
    process::exit_now(0)
}

/// The program's pid; `None` in the program's process.
fn start(init: &Init<'_>, fork: impl FnOnce() -> io::Result<Forked>) -> Result<Option<i32>, Failure> {
    // The keeper lives outside this PID namespace, where it is "process 0". If it died before this call, the report
    // socket is closed and the first record ends us.
    process::die_with_parent(0).at(Step::DieWithParent, 0)?;
    process::set_name(c"runyard-init");
    mount_all(init)?;
    let Forked::Parent { pid, .. } = fork().at(Step::ForkProgram, 0)? else { return Ok(None) };
    give_up_privileges(init)?;
    Ok(Some(pid))
}

fn mount_all(init: &Init<'_>) -> Result<(), Failure> {
    let restricted = libc::MS_NOSUID | libc::MS_NODEV | libc::MS_NOEXEC;
    mount::mount(c"proc", c"/proc", Some(c"proc"), restricted, Some(c"hidepid=invisible"))
        .at(Step::MountProc, 0)?;
    let files = MASKED_FILES.into_iter().map(|path| (c"/dev/null", path));
    let folders = MASKED_FOLDERS.into_iter().map(|path| (root::EMPTY, path));
    for (index, (nothing, path)) in files.chain(folders).enumerate() {
        match mount::mount(nothing, path, None, libc::MS_BIND, None) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            other => other.at(Step::MaskProc, index)?,
        }
    }
    match mount::mount(SWITCH, SWITCH, None, libc::MS_BIND, None) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).at(Step::MaskProc, MASKED_FILES.len() + MASKED_FOLDERS.len()),
        Ok(()) => mount::set_path_attributes(SWITCH, mount::READ_ONLY)
            .at(Step::MaskProc, MASKED_FILES.len() + MASKED_FOLDERS.len() + 1)?,
    }
    let size = init.work_bytes;
    let options = CString::new(format!("mode=1777,size={size},nr_inodes={MOST_FILES}")).unwrap_or_default();
    let writable = libc::MS_NOSUID | libc::MS_NODEV;
    mount::mount(c"tmpfs", c"/tmp", Some(c"tmpfs"), writable, Some(&options)).at(Step::MountTmp, 0)?;
    mount::mount(c"tmpfs", c"/dev/shm", Some(c"tmpfs"), writable, Some(&options)).at(Step::MountShm, 0)?;
    match init.work {
        Work::Shared => Ok(()),
        Work::Layered => layer_work(init.uid, size),
        Work::Own => mount_work(init.uid, size),
    }
}

/// An empty work folder of the program's.
pub(super) fn mount_work(uid: u32, size: u64) -> Result<(), Failure> {
    let options = format!("mode=755,uid={uid},gid={uid},size={size},nr_inodes={MOST_FILES}");
    let options = CString::new(options).unwrap_or_default();
    mount::mount(c"tmpfs", c"/work", Some(c"tmpfs"), libc::MS_NOSUID | libc::MS_NODEV, Some(&options))
        .at(Step::MountWork, 0)
}

/// Gives the folders of a run whose work folder is its [`Work::Own`] another size.
pub(super) fn resize(size: u64) -> Result<(), Failure> {
    let options = CString::new(format!("size={size}")).unwrap_or_default();
    let flags = libc::MS_REMOUNT | libc::MS_NOSUID | libc::MS_NODEV;
    for (step, folder) in
        [(Step::MountTmp, c"/tmp"), (Step::MountShm, c"/dev/shm"), (Step::MountWork, c"/work")]
    {
        mount::mount(c"tmpfs", folder, None, flags, Some(&options)).at(step, 1)?;
    }
    Ok(())
}

/// A fresh writable layer over the kept work folder: a run can change nothing that a later run of the lease sees.
fn layer_work(uid: u32, size: u64) -> Result<(), Failure> {
    let writable = libc::MS_NOSUID | libc::MS_NODEV;
    let options = CString::new(format!("mode=755,size={size},nr_inodes={MOST_FILES}")).unwrap_or_default();
    mount::mount(c"tmpfs", c"/.layer", Some(c"tmpfs"), writable, Some(&options)).at(Step::LayerWork, 0)?;
    std::fs::create_dir("/.layer/upper").at(Step::LayerWork, 1)?;
    std::fs::create_dir("/.layer/work").at(Step::LayerWork, 2)?;
    chown("/.layer/upper", Some(uid), Some(uid)).at(Step::LayerWork, 3)?;
    let layers = c"lowerdir=/work,upperdir=/.layer/upper,workdir=/.layer/work";
    mount::mount(c"overlay", c"/work", Some(c"overlay"), writable, Some(layers)).at(Step::LayerWork, 4)?;
    mount::detach(c"/.layer").at(Step::LayerWork, 5)
}

/// The same where the kept work folder is not mounted yet.
pub(super) fn layer_over(kept: &OwnedFd, uid: u32, size: u64) -> Result<(), Failure> {
    mount::attach(kept.as_fd(), c"/work").at(Step::LayerWork, 6)?;
    layer_work(uid, size)
}

fn give_up_privileges(init: &Init<'_>) -> Result<(), Failure> {
    let report = init.report.as_raw_fd().cast_unsigned();
    if report > 0 {
        fd::close_range(0, report - 1).at(Step::InitPrivileges, 0)?;
    }
    fd::close_range(report + 1, u32::MAX).at(Step::InitPrivileges, 1)?;
    privilege::become_user(init.init_uid, init.init_uid).at(Step::InitPrivileges, 2)?;
    privilege::set_capabilities(0).at(Step::InitPrivileges, 3)?;
    // Changing the uid cleared it.
    process::die_with_parent(0).at(Step::DieWithParent, 1)?;
    privilege::no_new_privileges().at(Step::InitPrivileges, 4)
}

/// Reaps every orphan until the program itself ends.
fn wait_for(program: i32) -> Result<i32, Failure> {
    loop {
        if let Some(ended) = process::wait(-1, true).at(Step::Wait, 0)?
            && ended.pid == program
        {
            return Ok(ended.status);
        }
    }
}
