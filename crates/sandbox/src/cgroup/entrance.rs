//! How a process gets into a group.

use crate::sys::process::{self, Forked};
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};

/// The way in, by version.
#[derive(Debug)]
pub enum Entrance<'a> {
    /// Version 1: files a process writes "0" to, one for each controller.
    Files(Vec<BorrowedFd<'a>>),
    /// Version 2: the folder a process is forked into.
    Folder(BorrowedFd<'a>),
}

impl Entrance<'_> {
    /// The numbers of its descriptors.
    #[must_use]
    pub fn descriptors(&self) -> Vec<RawFd> {
        match self {
            Self::Files(files) => files.iter().map(AsRawFd::as_raw_fd).collect(),
            Self::Folder(folder) => vec![folder.as_raw_fd()],
        }
    }

    /// Forks. The child must call [`Entrance::enter`] before anything else of it may count.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn fork(&self) -> io::Result<Forked> {
        match self {
            Self::Files(_) => process::fork_into(0),
            Self::Folder(folder) => process::fork_into_group(*folder),
        }
    }

    /// Goes in, in the child, where it is not inside already.
    ///
    /// # Errors
    /// With the position of the file that refused.
    pub fn enter(&self) -> Result<(), (usize, io::Error)> {
        let Self::Files(files) = self else { return Ok(()) };
        for (index, file) in files.iter().enumerate() {
            let enter = || File::from(file.try_clone_to_owned()?).write_all(b"0");
            enter().map_err(|error| (index, error))?;
        }
        Ok(())
    }

    /// Goes in, in a process that [`Entrance::fork`] did not make.
    ///
    /// # Errors
    /// With the position of the file that refused.
    pub fn move_in(&self) -> Result<(), (usize, io::Error)> {
        let Self::Folder(folder) = self else { return self.enter() };
        let list = format!("/proc/self/fd/{}/cgroup.procs", folder.as_raw_fd());
        std::fs::write(list, b"0").map_err(|error| (0, error))
    }
}
