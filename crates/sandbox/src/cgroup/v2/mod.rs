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
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

/// The controllers of one group.
#[derive(Debug)]
pub struct Group {
    processes: Control,
    kill: Control,
    memory: memory::Memory,
    cpu: cpu::Cpu,
    pids: pids::Pids,
}

impl Group {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        Ok(Self {
            processes: folder.control("cgroup.procs")?,
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

    pub(super) fn entrances(&self) -> Vec<BorrowedFd<'_>> {
        vec![self.processes.file().as_fd()]
    }

    pub(super) fn cpu_used(&self) -> Result<Duration, CgroupError> {
        self.cpu.used()
    }

    pub(super) fn usage(&self) -> Result<Usage, CgroupError> {
        Ok(Usage {
            cpu: self.cpu.used()?,
            memory_peak_bytes: self.memory.peak()?,
            out_of_memory_kills: self.memory.out_of_memory_kills()?,
            forks_refused: self.pids.forks_refused()?,
        })
    }

    pub(super) fn is_empty(&self) -> Result<bool, CgroupError> {
        Ok(self.processes.pids()?.is_empty())
    }

    pub(super) fn kill(&self) -> Result<(), CgroupError> {
        self.kill.write("1")
    }
}
