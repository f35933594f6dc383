//! The memory controller: limit without swap, peak, out-of-memory events.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;
use crate::sys::fd;
use std::fs::File;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

/// Left-overs below this are on their way out: pages of ended processes in the kernel's lists for each CPU, objects that wait for
/// readers. Hurrying them takes longer than a small program runs. Above it they are an earlier run's.
const CLEAN_BYTES: u64 = 1 << 20;

/// The kernel's own crumbs (per-CPU stocks), which stay whatever is done.
const LEAST_LEFT_BYTES: u64 = 256 << 10;

/// As much of toolchains' files as this is worth a new group: emptying the old one would throw them out of memory for everybody.
const WORTH_KEEPING_BYTES: u64 = 4 << 20;

/// Socket buffers of one stage: plenty for a loopback interface.
const SOCKET_BUFFER_BYTES: u64 = 8 << 20;

#[derive(Debug)]
pub(super) struct Memory {
    tasks: Control,
    limit: Control,
    limit_with_swap: Option<Control>,
    usage: Control,
    peak: Control,
    stat: Control,
    force_empty: Control,
    oom_control: Control,
    events: OwnedFd,
    limit_now: u64,
    kills_before: u64,
}

impl Memory {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        let oom_control = folder.control("memory.oom_control")?;
        let events = fd::eventfd().map_err(|source| CgroupError::Open { path: "eventfd".into(), source })?;
        let registration = format!("{} {}", events.as_raw_fd(), oom_control.file().as_raw_fd());
        folder.control("cgroup.event_control")?.write(&registration)?;
        let limit_with_swap = folder.control_if_there("memory.memsw.limit_in_bytes")?;
        if limit_with_swap.is_none() {
            // Without swap accounting the group must at least not be swapped.
            folder.control("memory.swappiness")?.write("0")?;
        }
        // Version 1 counts the buffers of TCP and UDP apart from memory, and the host's own sockets share one budget.
        if let Some(buffers) = folder.control_if_there("memory.kmem.tcp.limit_in_bytes")? {
            buffers.write(&SOCKET_BUFFER_BYTES.to_string())?;
        }
        Ok(Self {
            tasks: folder.control("tasks")?,
            limit: folder.control("memory.limit_in_bytes")?,
            limit_with_swap,
            usage: folder.control("memory.usage_in_bytes")?,
            peak: folder.control("memory.max_usage_in_bytes")?,
            stat: folder.control("memory.stat")?,
            force_empty: folder.control("memory.force_empty")?,
            oom_control,
            events,
            limit_now: u64::MAX,
            kills_before: 0,
        })
    }

    pub(super) fn tasks(&self) -> &File {
        self.tasks.file()
    }

    pub(super) fn events(&self) -> BorrowedFd<'_> {
        self.events.as_fd()
    }

    /// Gets rid of an earlier run's charges.
    ///
    /// Files that a run was the first to read are charged to its group, also where they are everybody's: a toolchain after the
    /// machine was started. They stay in memory, and with a group that is not used again.
    pub(super) fn clean(&self, most: u64) -> Result<(), CgroupError> {
        let most = most.min(CLEAN_BYTES);
        match self.usage.number()? {
            left if left <= most => return Ok(()),
            left if left > WORTH_KEEPING_BYTES && self.files()? > WORTH_KEEPING_BYTES => {
                return Err(CgroupError::NotEmpty { left });
            }
            _ => {}
        }
        self.force_empty.write("0")?;
        match self.usage.number()? {
            left if left > most.max(LEAST_LEFT_BYTES) => Err(CgroupError::NotEmpty { left }),
            _ => Ok(()),
        }
    }

    /// Bytes of files that are kept in memory, those of tmpfs apart.
    fn files(&self) -> Result<u64, CgroupError> {
        Ok(self.stat.keyed("inactive_file")? + self.stat.keyed("active_file")?)
    }

    /// Sets the limit and resets the counters.
    pub(super) fn prepare(&mut self, bytes: u64) -> Result<(), CgroupError> {
        self.set_limit(bytes)?;
        self.peak.write("0")?;
        fd::drain_eventfd(self.events.as_fd());
        self.kills_before = self.oom_control.keyed("oom_kill")?;
        Ok(())
    }

    pub(super) fn set_limit(&mut self, bytes: u64) -> Result<(), CgroupError> {
        if bytes == self.limit_now {
            return Ok(());
        }
        let value = bytes.to_string();
        // The limit with swap may never be below the limit without.
        let with_swap = || self.limit_with_swap.as_ref().map_or(Ok(()), |control| control.write(&value));
        if bytes > self.limit_now || self.limit_now == u64::MAX {
            // At first both are unlimited: only the lower one can be lowered first.
            if self.limit_now == u64::MAX {
                self.limit.write(&value)?;
                with_swap()?;
            } else {
                with_swap()?;
                self.limit.write(&value)?;
            }
        } else {
            self.limit.write(&value)?;
            with_swap()?;
        }
        self.limit_now = bytes;
        Ok(())
    }

    pub(super) fn peak(&self) -> Result<u64, CgroupError> {
        self.peak.number()
    }

    pub(super) fn out_of_memory_kills(&self) -> Result<u64, CgroupError> {
        Ok(self.oom_control.keyed("oom_kill")?.saturating_sub(self.kills_before))
    }
}
