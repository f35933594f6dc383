//! cpu.*: how many cores at once, and CPU time used.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;
use std::time::Duration;

/// The kernel's default period in microseconds.
const PERIOD_US: u64 = 100_000;

#[derive(Debug)]
pub(super) struct Cpu {
    max: Control,
    stat: Control,
    millicores_now: u32,
    before_us: u64,
    throttled_before_us: u64,
}

impl Cpu {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        Ok(Self {
            max: folder.control("cpu.max")?,
            stat: folder.control("cpu.stat")?,
            millicores_now: 0,
            before_us: 0,
            throttled_before_us: 0,
        })
    }

    pub(super) fn prepare(&mut self, millicores: u32) -> Result<(), CgroupError> {
        if millicores != self.millicores_now {
            let quota = (u64::from(millicores) * PERIOD_US / 1000).max(1000);
            self.max.write(&format!("{quota} {PERIOD_US}"))?;
            self.millicores_now = millicores;
        }
        self.before_us = self.stat.keyed("usage_usec")?;
        self.throttled_before_us = self.stat.keyed("throttled_usec")?;
        Ok(())
    }

    pub(super) fn throttled(&self) -> Result<Duration, CgroupError> {
        let throttled_us = self.stat.keyed("throttled_usec")?;
        Ok(Duration::from_micros(throttled_us.saturating_sub(self.throttled_before_us)))
    }

    pub(super) fn used(&self) -> Result<Duration, CgroupError> {
        Ok(Duration::from_micros(self.stat.keyed("usage_usec")?.saturating_sub(self.before_us)))
    }
}
