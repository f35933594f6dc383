//! The folders a run writes to: mounted before it and taken away after it.
//!
//! Most programs never look into the temporary ones. Those of such a run serve the next: what cannot be told from new is new.

use super::record::{AtStep, Failure, Step};
use crate::sys::{fd, mount};
use std::ffi::{CStr, CString, OsStr};
use std::fs::{self, File, FileTimes};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, chown};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Most files in one writable folder; with the memory limit, what keeps a flood of empty files cheap to clean up.
const MOST_FILES: u64 = 64 << 10;

/// The temporary ones.
const TEMPORARY: [&CStr; 2] = [c"/tmp", c"/dev/shm"];

/// What a run's work folder begins as.
#[derive(Debug)]
pub(super) enum Work {
    /// An empty one of its own.
    Fresh,
    /// The keeper's, of whose mount this is a copy.
    Shared(OwnedFd),
    /// The keeper's, below a layer of the run's own.
    Layered(OwnedFd),
}

/// Those of one space, which this process sees.
#[derive(Debug, Default)]
pub(super) struct Folders {
    /// Whether there is a work folder.
    has_work: bool,
    /// The temporary ones that are there, as new.
    temporary: Option<Temporary>,
}

#[derive(Debug)]
struct Temporary {
    size: u64,
    traces: [Traces; 2],
}

impl Folders {
    /// Mounts those of a run of this user. Nothing is left of the run before.
    pub(super) fn lay_out(&mut self, uid: u32, size: u64, work: &Work) -> Result<(), Failure> {
        if size == 0 {
            // That would be no limit at all.
            return Err(Failure { step: Step::MountTmp, index: 3, errno: libc::EINVAL });
        }
        self.clear()?;
        if self.temporary.as_ref().is_none_or(|temporary| temporary.size != size) {
            self.temporary = None;
            detach_temporary()?;
            mount_temporary(size)?;
            let [tmp, shm] = TEMPORARY.map(Traces::begin);
            let traces = [tmp.at(Step::MountTmp, 2)?, shm.at(Step::MountShm, 2)?];
            self.temporary = Some(Temporary { size, traces });
        }
        self.has_work = true;
        match work {
            Work::Fresh => mount_work(uid, size),
            Work::Shared(kept) => share_work(kept),
            Work::Layered(kept) => layer_over(kept, uid, size),
        }
    }

    /// Whether no run has had these since they were laid out or cleared.
    pub(super) fn are_clear(&self) -> bool {
        !self.has_work
    }

    /// Takes away what the run has left in them.
    pub(super) fn clear(&mut self) -> Result<(), Failure> {
        if self.are_clear() {
            return Ok(());
        }
        detach_all(c"/work").at(Step::TakeDown, 0)?;
        self.has_work = false;
        self.temporary = self.temporary.take().and_then(Temporary::if_untouched);
        if self.temporary.is_none() {
            detach_temporary()?;
        }
        Ok(())
    }
}

impl Temporary {
    /// These, where nobody has been there.
    fn if_untouched(self) -> Option<Self> {
        let [tmp, shm] = self.traces;
        let [tmp_folder, shm_folder] = TEMPORARY;
        Some(Self { traces: [tmp.if_all(tmp_folder)?, shm.if_all(shm_folder)?], ..self })
    }
}

fn detach_temporary() -> Result<(), Failure> {
    TEMPORARY
        .into_iter()
        .enumerate()
        .try_for_each(|(index, folder)| detach_all(folder).at(Step::TakeDown, 1 + index))
}

/// Everything that is mounted there.
fn detach_all(folder: &CStr) -> io::Result<()> {
    loop {
        match mount::detach(folder) {
            Ok(()) => {}
            // Nothing is mounted there any more. (It would also be said of mounts of another user namespace; all of these are ours.)
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

/// What shows that somebody was in a temporary folder: a program, which does not own it, leaves nothing there without changing
/// this. (It can set no attribute and no owner's times there; what belongs to open files, such as locks, may outlive it for a moment.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Traces {
    /// Times of the last look into it, the last change of what is in it, and the last change of itself.
    times: [(i64, i64); 3],
    room: mount::Room,
    is_locked: bool,
    /// The number of the next file: even one without a name has had one.
    next_file: u64,
}

impl Traces {
    /// Of a folder that was just mounted.
    fn begin(folder: &CStr) -> io::Result<Self> {
        // Older than any look or change to come, however coarse the kernel's clock is.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let earlier = UNIX_EPOCH + Duration::from_secs(now.as_secs().saturating_sub(1));
        let times = FileTimes::new().set_accessed(earlier).set_modified(earlier);
        File::open(path(folder))?.set_times(times)?;
        Self::of(folder)
    }

    fn of(folder: &CStr) -> io::Result<Self> {
        let nameless = File::options().write(true).custom_flags(libc::O_TMPFILE).open(path(folder))?;
        let next_file = nameless.metadata()?.ino();
        drop(nameless);
        let itself = File::open(path(folder))?;
        let seen = itself.metadata()?;
        let times = [
            (seen.atime(), seen.atime_nsec()),
            (seen.mtime(), seen.mtime_nsec()),
            (seen.ctime(), seen.ctime_nsec()),
        ];
        let is_locked = fd::is_locked(itself.as_fd())?;
        Ok(Self { times, room: mount::room(folder)?, is_locked, next_file })
    }

    /// What is there now, where nobody was there since these were found.
    fn if_all(self, folder: &CStr) -> Option<Self> {
        // Whoever looks takes a number.
        let expected = Self { next_file: self.next_file + 1, ..self };
        Self::of(folder).ok().filter(|now| *now == expected && !now.is_locked)
    }
}

fn path(folder: &CStr) -> &OsStr {
    OsStr::from_bytes(folder.to_bytes())
}

/// Temporary folders, which everybody may write to.
fn mount_temporary(size: u64) -> Result<(), Failure> {
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

/// Gives the folders of a run another size. It shows in [`Traces`], so that those do not serve the next one.
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
fn share_work(kept: &OwnedFd) -> Result<(), Failure> {
    mount::attach(kept.as_fd(), c"/work").at(Step::MountWork, 1)
}

/// The keeper's work folder below a fresh writable layer: a run can change nothing that a later run of the lease sees.
pub(super) fn layer_over(kept: &OwnedFd, uid: u32, size: u64) -> Result<(), Failure> {
    share_work(kept)?;
    let writable = libc::MS_NOSUID | libc::MS_NODEV;
    let options = CString::new(format!("mode=755,size={size},nr_inodes={MOST_FILES}")).unwrap_or_default();
    mount::mount(c"tmpfs", c"/.layer", Some(c"tmpfs"), writable, Some(&options)).at(Step::LayerWork, 0)?;
    fs::create_dir("/.layer/upper").at(Step::LayerWork, 1)?;
    fs::create_dir("/.layer/work").at(Step::LayerWork, 2)?;
    chown("/.layer/upper", Some(uid), Some(uid)).at(Step::LayerWork, 3)?;
    let layers = c"lowerdir=/work,upperdir=/.layer/upper,workdir=/.layer/work";
    mount::mount(c"overlay", c"/work", Some(c"overlay"), writable, Some(layers)).at(Step::LayerWork, 4)?;
    mount::detach(c"/.layer").at(Step::LayerWork, 5)
}
