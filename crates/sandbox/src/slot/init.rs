//! Process 1 of a run: mounts what the run needs, starts the program, waits, reports.
//!
//! It stays outside the run's control groups, so that running out of memory never takes away the one who reports. After
//! the program is forked it holds no privilege and no descriptor but the report socket.

use super::program::{self, Program};
use super::record::{AtStep, Failure, Record, Step};
use crate::cgroup::Entrance;
use crate::protocol::{StageLimits, WorkTree};
use crate::root;
use crate::sys::privilege::Instruction;
use crate::sys::process::Forked;
use crate::sys::{fd, mount, privilege, process};
use std::ffi::{CStr, CString};
use std::os::fd::{AsRawFd, BorrowedFd};
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

/// What init needs to know.
pub(super) struct Init<'a> {
    pub program: &'a Program,
    pub work: WorkTree,
    pub limits: StageLimits,
    pub entrance: &'a Entrance<'a>,
    pub filter: &'a [Instruction],
    pub report: BorrowedFd<'a>,
    pub init_uid: u32,
}

/// Runs as process 1 until the program ends.
pub(super) fn run(init: &Init<'_>) -> ! {
    match start(init) {
        Ok(program) => {
            // Whatever is left of the run dies with us.
            let record = match wait_for(program) {
                Ok(status) => Record::ended_now(status),
                Err(failure) => Record::Failed(failure),
            };
            let _ = record.send(init.report);
        }
        Err(failure) => {
            let _ = Record::Failed(failure).send(init.report);
        }
    }
    process::exit_now(0)
}

fn start(init: &Init<'_>) -> Result<i32, Failure> {
    // The keeper lives outside this PID namespace, where it is "process 0". If it died before this call, the report
    // socket is closed and the first record ends us.
    process::die_with_parent(0).at(Step::DieWithParent, 0)?;
    process::set_name(c"runyard-init");
    mount_all(init)?;
    let program = match init.entrance.fork().at(Step::ForkProgram, 0)? {
        Forked::Child => program::execute(init.program, init.entrance, init.filter, init.report),
        Forked::Parent { pid, .. } => pid,
    };
    give_up_privileges(init)?;
    Ok(program)
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
    let size = init.limits.work_bytes;
    let options = CString::new(format!("mode=1777,size={size},nr_inodes={MOST_FILES}")).unwrap_or_default();
    let writable = libc::MS_NOSUID | libc::MS_NODEV;
    mount::mount(c"tmpfs", c"/tmp", Some(c"tmpfs"), writable, Some(&options)).at(Step::MountTmp, 0)?;
    mount::mount(c"tmpfs", c"/dev/shm", Some(c"tmpfs"), writable, Some(&options)).at(Step::MountShm, 0)?;
    if init.work == WorkTree::Layered {
        layer_work(init.program.uid, size)?;
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
