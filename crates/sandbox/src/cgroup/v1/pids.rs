//! The pids controller: how many processes and threads at once.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;
use std::fs::File;

#[derive(Debug)]
pub(super) struct Pids {
    tasks: Control,
    current: Control,
    max: Control,
    events: Control,
    max_now: u32,
    refused_before: u64,
}

impl Pids {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        Ok(Self {
            tasks: folder.control("tasks")?,
            current: folder.control("pids.current")?,
            max: folder.control("pids.max")?,
            events: folder.control("pids.events")?,
            max_now: 0,
            refused_before: 0,
        })
    }

    pub(super) fn tasks(&self) -> &File {
        self.tasks.file()
    }

    /// Whether nobody is in the group, not even somebody dead whom nobody has waited for. The list of processes cannot tell: the
    /// kernel shows the same one again for a second.
    pub(super) fn is_empty(&self) -> Result<bool, CgroupError> {
        Ok(self.current.number()? == 0)
    }

    pub(super) fn prepare(&mut self, processes: u32) -> Result<(), CgroupError> {
        self.set_most(processes)?;
        self.refused_before = self.events.keyed("max")?;
        Ok(())
    }

    pub(super) fn set_most(&mut self, processes: u32) -> Result<(), CgroupError> {
        if processes != self.max_now {
            self.max.write(&processes.to_string())?;
            self.max_now = processes;
        }
        Ok(())
    }

    pub(super) fn forks_refused(&self) -> Result<u64, CgroupError> {
        Ok(self.events.keyed("max")?.saturating_sub(self.refused_before))
    }
}
