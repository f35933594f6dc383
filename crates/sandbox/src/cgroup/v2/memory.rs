//! memory.*: limit without swap, the whole group dies on out-of-memory, peak.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;

#[derive(Debug)]
pub(super) struct Memory {
    max: Control,
    current: Control,
    peak: Option<Control>,
    events: Control,
    limit_now: u64,
    kills_before: u64,
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
            peak: folder.control_if_there("memory.peak")?,
            events: folder.control("memory.events")?,
            limit_now: 0,
            kills_before: 0,
        })
    }

    /// A group that ever held anything is replaced: on version 2 making one is cheap, and its peak starts at zero.
    pub(super) fn clean(&self) -> Result<(), CgroupError> {
        match self.current.number()? {
            0 => Ok(()),
            left => Err(CgroupError::NotEmpty { left }),
        }
    }

    pub(super) fn prepare(&mut self, bytes: u64) -> Result<(), CgroupError> {
        if bytes != self.limit_now {
            self.max.write(&bytes.to_string())?;
            self.limit_now = bytes;
        }
        self.kills_before = self.events.keyed("oom_kill")?;
        Ok(())
    }

    pub(super) fn peak(&self) -> Result<u64, CgroupError> {
        self.peak.as_ref().unwrap_or(&self.current).number()
    }

    pub(super) fn out_of_memory_kills(&self) -> Result<u64, CgroupError> {
        Ok(self.events.keyed("oom_kill")?.saturating_sub(self.kills_before))
    }
}
