//! The folders a run writes to: fresh for each, in mounts of its own.

use super::record::{AtStep, Failure, Step};
use crate::sys::mount;
use std::ffi::CString;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::chown;

/// Most files in one writable folder; with the memory limit, what keeps a flood of empty files cheap to clean up.
const MOST_FILES: u64 = 64 << 10;

/// Temporary folders, which everybody may write to.
pub(super) fn mount_temporary(size: u64) -> Result<(), Failure> {
    let options = CString::new(format!("mode=1777,size={size},nr_inodes={MOST_FILES}")).unwrap_or_default();
    let writable = libc::MS_NOSUID | libc::MS_NODEV;
    mount::mount(c"tmpfs", c"/tmp", Some(c"tmpfs"), writable, Some(&options)).at(Step::MountTmp, 0)?;
    mount::mount(c"tmpfs", c"/dev/shm", Some(c"tmpfs"), writable, Some(&options)).at(Step::MountShm, 0)
}

/// An empty work folder of the program's.
pub(super) fn mount_work(uid: u32, size: u64) -> Result<(), Failure> {
    let options = format!("mode=755,uid={uid},gid={uid},size={size},nr_inodes={MOST_FILES}");
    let options = CString::new(options).unwrap_or_default();
    mount::mount(c"tmpfs", c"/work", Some(c"tmpfs"), libc::MS_NOSUID | libc::MS_NODEV, Some(&options))
        .at(Step::MountWork, 0)
}

/// Gives the folders of a run, all of which are its own, another size.
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

/// The keeper's work folder, which outlives the run.
pub(super) fn share_work(kept: &OwnedFd) -> Result<(), Failure> {
    mount::attach(kept.as_fd(), c"/work").at(Step::LayerWork, 6)
}

/// The keeper's work folder below a fresh writable layer: a run can change nothing that a later run of the lease sees.
pub(super) fn layer_over(kept: &OwnedFd, uid: u32, size: u64) -> Result<(), Failure> {
    share_work(kept)?;
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
