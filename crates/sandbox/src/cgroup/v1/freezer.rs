//! The freezer: stops everything at once, so that a kill reaches processes faster than they can fork.

use crate::cgroup::CgroupError;
use crate::cgroup::control::Control;
use crate::cgroup::folder::Folder;
use crate::sys::process;
use std::fs::File;

#[derive(Debug)]
pub(super) struct Freezer {
    tasks: Control,
    processes: Control,
    state: Control,
}

impl Freezer {
    pub(super) fn open(folder: &Folder) -> Result<Self, CgroupError> {
        Ok(Self {
            tasks: folder.control("tasks")?,
            processes: folder.control("cgroup.procs")?,
            state: folder.control("freezer.state")?,
        })
    }

    pub(super) fn tasks(&self) -> &File {
        self.tasks.file()
    }

    /// Freezes, signals every process, thaws. SIGKILL is delivered on thawing, before any further instruction.
    ///
    /// Not again within a second: the kernel would show the same processes, whose numbers may be somebody else's by then.
    pub(super) fn kill(&self) -> Result<(), CgroupError> {
        self.state.write("FROZEN")?;
        let killed = self.processes.pids().map(|pids| {
            for pid in pids {
                // A process that has just ended is what we want.
                let _ = process::kill(pid, libc::SIGKILL);
            }
        });
        self.state.write("THAWED")?;
        killed
    }
}
