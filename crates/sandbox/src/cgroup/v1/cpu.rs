//! The cpu controller: how many cores at once.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;
use std::fs::File;
use std::time::Duration;

/// The kernel's default period in microseconds.
const PERIOD_US: u64 = 100_000;

#[derive(Debug)]
pub(super) struct Cpu {
    tasks: Control,
    quota: Control,
    stat: Control,
    millicores_now: u32,
    throttled_before_ns: u64,
}

impl Cpu {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        folder.control("cpu.cfs_period_us")?.write(&PERIOD_US.to_string())?;
        Ok(Self {
            tasks: folder.control("tasks")?,
            quota: folder.control("cpu.cfs_quota_us")?,
            stat: folder.control("cpu.stat")?,
            millicores_now: 0,
            throttled_before_ns: 0,
        })
    }

    pub(super) fn tasks(&self) -> &File {
        self.tasks.file()
    }

    pub(super) fn prepare(&mut self, millicores: u32) -> Result<(), CgroupError> {
        self.set_quota(millicores)?;
        self.throttled_before_ns = self.stat.keyed("throttled_time")?;
        Ok(())
    }

    pub(super) fn set_quota(&mut self, millicores: u32) -> Result<(), CgroupError> {
        if millicores != self.millicores_now {
            // The kernel takes no quota below 1 ms.
            let quota = (u64::from(millicores) * PERIOD_US / 1000).max(1000);
            self.quota.write(&quota.to_string())?;
            self.millicores_now = millicores;
        }
        Ok(())
    }

    pub(super) fn throttled(&self) -> Result<Duration, CgroupError> {
        let throttled_ns = self.stat.keyed("throttled_time")?;
        Ok(Duration::from_nanos(throttled_ns.saturating_sub(self.throttled_before_ns)))
    }
}
