//! The cpuacct controller: CPU time of every process that ever was in the group, waited for or not.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;
use std::fs::File;
use std::time::Duration;

#[derive(Debug)]
pub(super) struct Accounting {
    tasks: Control,
    usage: Control,
    before_ns: u64,
}

impl Accounting {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        Ok(Self { tasks: folder.control("tasks")?, usage: folder.control("cpuacct.usage")?, before_ns: 0 })
    }

    pub(super) fn tasks(&self) -> &File {
        self.tasks.file()
    }

    pub(super) fn prepare(&mut self) -> Result<(), CgroupError> {
        self.before_ns = self.usage.number()?;
        Ok(())
    }

    pub(super) fn used(&self) -> Result<Duration, CgroupError> {
        Ok(Duration::from_nanos(self.usage.number()?.saturating_sub(self.before_ns)))
    }
}
