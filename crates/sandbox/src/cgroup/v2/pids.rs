//! pids.*: how many processes and threads at once.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;

#[derive(Debug)]
pub(super) struct Pids {
    max: Control,
    events: Control,
    current: Control,
    max_now: u32,
    refused_before: u64,
}

impl Pids {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        Ok(Self {
            max: folder.control("pids.max")?,
            events: folder.control("pids.events")?,
            current: folder.control("pids.current")?,
            max_now: 0,
            refused_before: 0,
        })
    }

    pub(super) fn prepare(&mut self, processes: u32) -> Result<(), CgroupError> {
        if processes != self.max_now {
            self.max.write(&processes.to_string())?;
            self.max_now = processes;
        }
        self.refused_before = self.events.keyed("max")?;
        Ok(())
    }

    /// Whether the kernel has forgotten every process that was ever counted.
    pub(super) fn is_empty(&self) -> Result<bool, CgroupError> {
        Ok(self.current.number()? == 0)
    }

    pub(super) fn forks_refused(&self) -> Result<u64, CgroupError> {
        Ok(self.events.keyed("max")?.saturating_sub(self.refused_before))
    }
}
