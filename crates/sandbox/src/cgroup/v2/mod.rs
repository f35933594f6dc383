//! Version 2: one folder for all controllers.

mod cpu;
mod memory;
mod pids;
pub(super) mod place;
mod scope;

use super::control::Control;
use super::folder::Folder;
use super::{CgroupError, Usage};
use crate::protocol::StageLimits;
use crate::sys::fd;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

/// The controllers of one group.
#[derive(Debug)]
pub struct Group {
    folder: OwnedFd,
    events: Control,
    kill: Control,
    memory: memory::Memory,
    cpu: cpu::Cpu,
    pids: pids::Pids,
}

impl Group {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        Ok(Self {
            folder: folder.descriptor()?,
            events: folder.control("cgroup.events")?,
            kill: folder.control("cgroup.kill")?,
            memory: memory::Memory::open(folder)?,
            cpu: cpu::Cpu::open(folder)?,
            pids: pids::Pids::open(folder)?,
        })
    }

    pub(super) fn clean(&self) -> Result<(), CgroupError> {
        self.memory.clean()
    }

    pub(super) fn prepare(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        self.memory.prepare(limits.memory_bytes)?;
        self.cpu.prepare(limits.cpu_millicores)?;
        self.pids.prepare(limits.processes)
    }

    /// What a process is forked into.
    pub(super) fn folder(&self) -> BorrowedFd<'_> {
        self.folder.as_fd()
    }

    /// Whoever asks does so again and again while a stage runs, which is when memory has to be looked at too.
    pub(super) fn cpu_used(&self) -> Result<Duration, CgroupError> {
        self.memory.sample()?;
        self.cpu.used()
    }

    pub(super) fn usage(&self) -> Result<Usage, CgroupError> {
        Ok(Usage {
            cpu: self.cpu.used()?,
            throttled: self.cpu.throttled()?,
            memory_peak_bytes: self.memory.peak()?,
            out_of_memory_kills: self.memory.out_of_memory_kills()?,
            forks_refused: self.pids.forks_refused()?,
        })
    }

    /// The list of processes leaves out those that are on their way out; this counts them.
    pub(super) fn is_empty(&self) -> Result<bool, CgroupError> {
        Ok(self.events.keyed("populated")? == 0)
    }

    /// Whether those that are on their way out are gone, too.
    pub(super) fn is_forgotten(&self) -> Result<bool, CgroupError> {
        Ok(self.is_empty()? && self.pids.is_empty()?)
    }

    /// Waits until the last process left, or for this long.
    pub(super) fn wait_change(&self, patience: Duration) {
        // A failure shows as a group that stays populated.
        let _ = fd::wait_changed(self.events.file().as_fd(), patience);
    }

    pub(super) fn kill(&self) -> Result<(), CgroupError> {
        self.kill.write("1")
    }
}
