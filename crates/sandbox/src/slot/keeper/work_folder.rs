//! The work folder that is kept for the stages that follow: filled, handed out, copied, dropped.

use super::{Keeper, KeeperError, are_within, uid_of};
use crate::protocol::{FromSlot, StageLimits};
use crate::slot::export::{self, ExportError};
use crate::slot::record::{Failure, Step};
use crate::slot::{folders, restore};
use crate::sys::mount;
use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};

/// A kept work folder with more files is laid below the run's own rather than copied into it.
const MOST_COPIED_FILES: usize = 100;
/// So is one with more bytes than this part of what the run may write.
const COPIED_PART: u64 = 256;

impl Keeper<'_> {
    /// Hands out the work folder that is kept, if there is one and it is fit.
    pub(super) fn export(&self, max_bytes: u64) -> Result<(), KeeperError> {
        let archive = match self.work_mounted {
            false => Err(ExportError::Unfit("nothing is kept")),
            true => File::open("/work").map_err(ExportError::Read).and_then(|root| {
                let most = export::Most { bytes: max_bytes, ..export::MOST };
                export::pack(&root, uid_of(self.config, self.seat.slot), most)
            }),
        };
        match archive {
            Ok(archive) => self.tell_with(&FromSlot::Exported { why_not: None }, &[archive.as_fd()]),
            Err(why_not) => self.tell(&FromSlot::Exported { why_not: Some(why_not.to_string()) }),
        }
    }

    /// Keeps a work folder that was exported, in place of what is kept.
    pub(super) fn restore(
        &mut self,
        limits: &StageLimits,
        descriptors: Vec<OwnedFd>,
    ) -> Result<Result<(), Failure>, KeeperError> {
        let refused = Failure { step: Step::Setup, index: 3, errno: libc::EINVAL };
        let Ok([archive]) = <[OwnedFd; 1]>::try_from(descriptors) else { return Ok(Err(refused)) };
        if !are_within(limits, &self.config.ceilings) {
            return Ok(Err(refused));
        }
        self.drop_work()?;
        self.fill_work(limits, &archive)
    }

    /// Mounts a work folder with these files, as if a compile stage had left them.
    pub(super) fn fill_work(
        &mut self,
        limits: &StageLimits,
        archive: &OwnedFd,
    ) -> Result<Result<(), Failure>, KeeperError> {
        self.seat.compile_group.prepare(limits).map_err(KeeperError::Group)?;
        let uid = uid_of(self.config, self.seat.slot);
        if let Err(failure) = folders::mount_work(uid, limits.work_bytes) {
            return Ok(Err(failure));
        }
        self.work_mounted = true;
        let unpacked =
            restore::unpack(self.seat.compile_group.group(), uid, archive).map_err(|_| KeeperError::Stuck)?;
        if unpacked.is_err() {
            self.drop_work()?;
        }
        Ok(unpacked)
    }

    pub(super) fn drop_work(&mut self) -> Result<(), KeeperError> {
        if self.work_mounted {
            mount::detach(c"/work")
                .map_err(|source| KeeperError::Prepare { step: "unmount the work folder", source })?;
            self.work_mounted = false;
            self.prepared.iter_mut().for_each(|prepared| prepared.forget_kept());
        }
        Ok(())
    }
}

/// What the kept work folder holds, where that is little and ordinary.
pub(super) fn copy_work(uid: u32, work_bytes: u64) -> Option<OwnedFd> {
    let most = export::Most { bytes: work_bytes / COPIED_PART, entries: MOST_COPIED_FILES };
    File::open("/work").ok().and_then(|root| export::pack(&root, uid, most).ok())
}
