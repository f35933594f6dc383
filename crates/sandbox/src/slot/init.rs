//! Process 1 of the PID namespace in which runs follow one another: it mounts /proc, then only waits.
//!
//! It stays outside all control groups of runs, holds no privilege and no descriptor, and reads nothing. Orphans become its
//! children, and the kernel forgets those that end. Its own end takes everything in the namespace along.

use super::record::{AtStep, Failure, Record, Step};
use crate::root;
use crate::sys::{fd, mount, privilege, process, socket};
use std::ffi::CStr;
use std::fs::File;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

/// Files under /proc that tell of the host or of other jails. Absent ones are no error: kernels differ.
const MASKED_FILES: [&CStr; 25] = [
    c"/proc/kcore",
    c"/proc/keys",
    // Locks that belong to open files show in every namespace, with ranges the locker chose.
    c"/proc/locks",
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

/// Becomes it, and hands its namespaces out: of process numbers, then of mounts. Says what failed otherwise.
pub(super) fn become_init(uid: u32, keeper: BorrowedFd<'_>) -> ! {
    match prepare(uid, keeper) {
        Ok(namespaces) => {
            let ready = Record::Started { at_us: fd::monotonic_us() };
            let sent = socket::send(keeper, &ready.encode(), &namespaces.each_ref().map(AsFd::as_fd));
            if sent.is_ok() && fd::close_range(0, u32::MAX).is_ok() {
                process::wait_for_end();
            }
        }
        Err(failure) => {
            let _ = Record::Failed(failure).send(keeper);
        }
    }
    process::exit_now(1)
}

fn prepare(uid: u32, keeper: BorrowedFd<'_>) -> Result<[OwnedFd; 2], Failure> {
    // The keeper lives outside this PID namespace, where it is "process 0". If it died before this call, nobody hears that we
    // are ready.
    process::die_with_parent(0).at(Step::DieWithParent, 0)?;
    process::set_name(c"runyard-init");
    fd::close_others(&mut [keeper.as_raw_fd()]).at(Step::InitPrivileges, 0)?;
    // The keeper's work folder is a run's or a lease's, and the space outlives both.
    while mount::detach(c"/work").is_ok() {}
    mount_proc()?;
    // Later this process may not even look at itself.
    let namespace = |path| File::open(path).map(OwnedFd::from).at(Step::Clone, 3);
    let namespaces = [namespace("/proc/self/ns/pid")?, namespace("/proc/self/ns/mnt")?];
    privilege::become_user(uid, uid).at(Step::InitPrivileges, 2)?;
    privilege::set_capabilities(0).at(Step::InitPrivileges, 3)?;
    // Changing the uid cleared it.
    process::die_with_parent(0).at(Step::DieWithParent, 1)?;
    privilege::no_new_privileges().at(Step::InitPrivileges, 4)?;
    // Whatever the keeper ignores or not: children that end are to be forgotten without a word.
    process::ignore_signal(libc::SIGCHLD).at(Step::Wait, 0)?;
    Ok(namespaces)
}

fn mount_proc() -> Result<(), Failure> {
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
    Ok(())
}
