//! Version 1: a folder in each controller's own hierarchy.

mod cpu;
mod cpuacct;
mod freezer;
mod memory;
mod pids;

use super::folder::Folder;
use super::{CgroupError, Usage};
use crate::protocol::StageLimits;
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

/// The controllers of one group.
#[derive(Debug)]
pub struct Group {
    memory: memory::Memory,
    cpu: cpu::Cpu,
    cpuacct: cpuacct::Accounting,
    pids: pids::Pids,
    freezer: freezer::Freezer,
}

impl Group {
    /// Opens the group's folder in each controller.
    pub(super) fn open(
        folder: impl Fn(&'static str) -> Result<Folder, CgroupError>,
    ) -> Result<Self, CgroupError> {
        Ok(Self {
            memory: memory::Memory::open(&folder("memory")?)?,
            cpu: cpu::Cpu::open(&folder("cpu")?)?,
            cpuacct: cpuacct::Accounting::open(&folder("cpuacct")?)?,
            pids: pids::Pids::open(&folder("pids")?)?,
            freezer: freezer::Freezer::open(&folder("freezer")?)?,
        })
    }

    pub(super) fn clean(&self, most: u64) -> Result<(), CgroupError> {
        self.memory.clean(most)
    }

    pub(super) fn prepare(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        self.memory.prepare(limits.memory_bytes)?;
        self.cpu.prepare(limits.cpu_millicores)?;
        self.pids.prepare(limits.processes)?;
        self.cpuacct.prepare()
    }

    pub(super) fn limit(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        self.memory.set_limit(limits.memory_bytes)?;
        self.cpu.set_quota(limits.cpu_millicores)?;
        self.pids.set_most(limits.processes)
    }

    pub(super) fn entrances(&self) -> Vec<BorrowedFd<'_>> {
        vec![
            self.memory.tasks().as_fd(),
            self.cpu.tasks().as_fd(),
            self.cpuacct.tasks().as_fd(),
            self.pids.tasks().as_fd(),
            self.freezer.tasks().as_fd(),
        ]
    }

    pub(super) fn cpu_used(&self) -> Result<Duration, CgroupError> {
        self.cpuacct.used()
    }

    pub(super) fn usage(&self) -> Result<Usage, CgroupError> {
        Ok(Usage {
            cpu: self.cpuacct.used()?,
            throttled: self.cpu.throttled()?,
            memory_peak_bytes: self.memory.peak()?,
            out_of_memory_kills: self.memory.out_of_memory_kills()?,
            forks_refused: self.pids.forks_refused()?,
        })
    }

    pub(super) fn memory_events(&self) -> BorrowedFd<'_> {
        self.memory.events()
    }

    pub(super) fn is_empty(&self) -> Result<bool, CgroupError> {
        self.pids.is_empty()
    }

    pub(super) fn kill(&self) -> Result<(), CgroupError> {
        self.freezer.kill()
    }
}
