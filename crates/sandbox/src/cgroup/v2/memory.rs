//! memory.*: limit without swap, the whole group dies on out-of-memory, peak (Linux 5.19).

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;

#[derive(Debug)]
pub(super) struct Memory {
    max: Control,
    current: Control,
    peak: Control,
    events: Control,
    limit_now: u64,
    kills_before: u64,
    used: bool,
}

impl Memory {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        folder.control("memory.oom.group")?.write("1")?;
        // The file is absent when the kernel has no swap support at all: then there is nothing to forbid.
        if let Some(swap) = folder.control_if_there("memory.swap.max")? {
            swap.write("0")?;
        }
        Ok(Self {
            max: folder.control("memory.max")?,
            current: folder.control("memory.current")?,
            peak: folder.control("memory.peak")?,
            events: folder.control("memory.events")?,
            limit_now: 0,
            kills_before: 0,
            used: false,
        })
    }

    /// A group that was used once is replaced: on version 2 making one is cheap, and only a new one's peak starts at zero.
    pub(super) fn clean(&self) -> Result<(), CgroupError> {
        if self.used { Err(CgroupError::NotEmpty { left: self.current.number()? }) } else { Ok(()) }
    }

    pub(super) fn prepare(&mut self, bytes: u64) -> Result<(), CgroupError> {
        if bytes != self.limit_now {
            self.max.write(&bytes.to_string())?;
            self.limit_now = bytes;
        }
        self.kills_before = self.events.keyed("oom_kill")?;
        self.used = true;
        Ok(())
    }

    pub(super) fn peak(&self) -> Result<u64, CgroupError> {
        self.peak.number()
    }

    pub(super) fn out_of_memory_kills(&self) -> Result<u64, CgroupError> {
        Ok(self.events.keyed("oom_kill")?.saturating_sub(self.kills_before))
    }
}
