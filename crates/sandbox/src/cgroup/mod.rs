//! Control groups: what a stage may use, what it used, and the certain way to end it.
//!
//! Each slot owns two groups, one for compile stages and one for run stages, made once and used again after their
//! counters are reset. Files are opened once, before the slot pivots into its root; afterwards only descriptors are used.
//! On version 2 a program is born in its group; on version 1 it enters its groups before it gives up its privileges.

mod control;
mod entrance;
mod folder;
mod hierarchy;
mod layout;
mod maker;
mod v1;
mod v2;

pub use entrance::Entrance;
pub use hierarchy::{Hierarchy, HierarchyError};
pub use layout::{Layout, handed_over_to};
pub use maker::{GroupMaker, PooledGroup};
pub use v2::place::PlaceError;

use crate::protocol::StageLimits;
use std::os::fd::BorrowedFd;
use std::time::Duration;

/// A control file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum CgroupError {
    /// The folder of a group could not be made.
    #[error("make the group {path}")]
    Make {
        /// Which.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A control file could not be opened.
    #[error("open {path}")]
    Open {
        /// Which.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A control file could not be read.
    #[error("read {file}")]
    Read {
        /// Which.
        file: &'static str,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A control file holds something unexpected.
    #[error("understand {file}")]
    Understand {
        /// Which.
        file: &'static str,
    },
    /// A control file could not be written.
    #[error("write {value:?} to {file}")]
    Write {
        /// Which.
        file: &'static str,
        /// What.
        value: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Memory of an earlier run did not go away.
    #[error("empty the group: {left} bytes are still charged")]
    NotEmpty {
        /// How much is left.
        left: u64,
    },
    /// Processes did not go away.
    #[error("end the processes of the group")]
    StillPopulated,
}

/// What a group counted since the stage began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// CPU time of all processes.
    pub cpu: Duration,
    /// How long processes that wanted to compute were held back by the limit on cores.
    pub throttled: Duration,
    /// Highest memory use in bytes.
    pub memory_peak_bytes: u64,
    /// How many processes the kernel killed for lack of memory.
    pub out_of_memory_kills: u64,
    /// How many times the process limit refused a fork.
    pub forks_refused: u64,
}

/// One group (on version 1: one folder in each controller), ready for stages.
#[derive(Debug)]
pub enum Group {
    /// Version 1.
    V1(Box<v1::Group>),
    /// Version 2.
    V2(Box<v2::Group>),
}

impl Group {
    /// Gets rid of what an earlier stage left charged (cached files, kernel objects on their way out).
    ///
    /// # Errors
    /// [`CgroupError::NotEmpty`] when more than `most` bytes stay, or more than what is on its way out anyway: the group must not be used again.
    pub fn clean(&self, most: u64) -> Result<(), CgroupError> {
        match self {
            Self::V1(group) => group.clean(most),
            Self::V2(group) => group.clean(),
        }
    }

    /// Resets the counters and sets the limits of the next stage. Nothing may be in the group.
    ///
    /// # Errors
    /// When a limit cannot be set exactly: the stage must then not start.
    pub fn prepare(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        match self {
            Self::V1(group) => group.prepare(limits),
            Self::V2(group) => group.prepare(limits),
        }
    }

    /// Sets limits and nothing else.
    ///
    /// # Errors
    /// When one cannot be set exactly.
    pub fn limit(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        match self {
            Self::V1(group) => group.limit(limits),
            // There is nothing to spare: its counters are few.
            Self::V2(group) => group.prepare(limits),
        }
    }

    /// How a process gets in.
    #[must_use]
    pub fn entrance(&self) -> Entrance<'_> {
        match self {
            Self::V1(group) => Entrance::Files(group.entrances()),
            Self::V2(group) => Entrance::Folder(group.folder()),
        }
    }

    /// CPU time used since `prepare`.
    ///
    /// # Errors
    /// When the counter cannot be read.
    pub fn cpu_used(&self) -> Result<Duration, CgroupError> {
        match self {
            Self::V1(group) => group.cpu_used(),
            Self::V2(group) => group.cpu_used(),
        }
    }

    /// Everything counted since `prepare`.
    ///
    /// # Errors
    /// When a counter cannot be read.
    pub fn usage(&self) -> Result<Usage, CgroupError> {
        match self {
            Self::V1(group) => group.usage(),
            Self::V2(group) => group.usage(),
        }
    }

    /// Becomes readable when the kernel ran out of memory for the group.
    pub fn memory_events(&self) -> Option<BorrowedFd<'_>> {
        match self {
            Self::V1(group) => Some(group.memory_events()),
            // Version 2 kills the whole group by itself.
            Self::V2(_) => None,
        }
    }

    /// Whether no process is left.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub fn is_empty(&self) -> Result<bool, CgroupError> {
        match self {
            Self::V1(group) => group.is_empty(),
            Self::V2(group) => group.is_empty(),
        }
    }

    /// Whether no process is left, and the kernel has forgotten those there were: their numbers are free again.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_forgotten(&self) -> Result<bool, CgroupError> {
        match self {
            // What it asks counts those that are on their way out.
            Self::V1(group) => group.is_empty(),
            Self::V2(group) => group.is_forgotten(),
        }
    }

    /// Waits for a change of [`Group::is_empty`], at most for this long.
    fn wait_change(&self, patience: Duration) {
        match self {
            // Version 1 tells nobody: each wait is followed by one look.
            Self::V1(_) => {
                let _ = crate::sys::fd::poll(&[], Some(patience));
            }
            Self::V2(group) => group.wait_change(patience),
        }
    }

    /// Ends every process of the group. Call until [`Group::is_empty`].
    ///
    /// # Errors
    /// When the processes cannot be listed or signalled.
    pub fn kill(&self) -> Result<(), CgroupError> {
        match self {
            Self::V1(group) => group.kill(),
            Self::V2(group) => group.kill(),
        }
    }
}

/// Kills until nothing is left, for at most about two seconds.
///
/// # Errors
/// [`CgroupError::StillPopulated`] when a process does not die: one stuck in the kernel. The slot is then unusable.
pub fn kill_and_wait(group: &Group) -> Result<(), CgroupError> {
    for round in 0..200 {
        if group.is_empty()? {
            return Ok(());
        }
        // On version 1 not sooner than the kernel looks for processes anew.
        if round % 120 == 0 {
            group.kill()?;
        }
        if round > 0 {
            group.wait_change(Duration::from_millis(10));
        }
    }
    Err(CgroupError::StillPopulated)
}
