//! One folder of a control-group hierarchy, by descriptor: it works after the slot has left the host's files behind.

use super::CgroupError;
use super::control::Control;
use crate::sys::openat2;
use std::ffi::CString;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

/// An open folder, with the path errors use.
#[derive(Debug)]
pub struct Folder {
    folder: OwnedFd,
    path: String,
}

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self, CgroupError> {
        let shown = path.display().to_string();
        match std::fs::File::open(path) {
            Ok(file) => Ok(Self { folder: file.into(), path: shown }),
            Err(source) => Err(CgroupError::Open { path: shown, source }),
        }
    }

    /// A descriptor of its own for the folder.
    pub(super) fn descriptor(&self) -> Result<OwnedFd, CgroupError> {
        let copied = self.folder.try_clone();
        copied.map_err(|source| CgroupError::Open { path: self.path.clone(), source })
    }

    fn shown(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }

    /// Makes a child group if it is not there and opens it.
    pub(super) fn make(&self, name: &str) -> Result<Self, CgroupError> {
        let path = self.shown(name);
        let c_name = CString::new(name).unwrap_or_default();
        match openat2::make_folder(self.folder.as_fd(), &c_name, 0o755) {
            Err(source) if source.kind() != io::ErrorKind::AlreadyExists => {
                return Err(CgroupError::Make { path, source });
            }
            _ => {}
        }
        match openat2::open_beneath(self.folder.as_fd(), &c_name, libc::O_DIRECTORY, 0) {
            Ok(folder) => Ok(Self { folder, path }),
            Err(source) => Err(CgroupError::Open { path, source }),
        }
    }

    /// Removes a child group that holds no process.
    pub(super) fn remove(&self, name: &str) -> io::Result<()> {
        openat2::remove_folder(self.folder.as_fd(), &CString::new(name)?)
    }

    /// Opens a control file for reading and writing, or for what its mode allows.
    pub(super) fn control(&self, name: &'static str) -> Result<Control, CgroupError> {
        let open = |flags| {
            openat2::open_beneath(self.folder.as_fd(), &CString::new(name).unwrap_or_default(), flags, 0)
        };
        let opened = open(libc::O_RDWR).or_else(|error| match error.raw_os_error() {
            Some(libc::EACCES | libc::EPERM) => open(libc::O_RDONLY).or_else(|_| open(libc::O_WRONLY)),
            _ => Err(error),
        });
        match opened {
            Ok(file) => Ok(Control::new(file.into(), name)),
            Err(source) => Err(CgroupError::Open { path: self.shown(name), source }),
        }
    }

    /// As `control`, but an absent file is no error.
    pub(super) fn control_if_there(&self, name: &'static str) -> Result<Option<Control>, CgroupError> {
        match self.control(name) {
            Ok(control) => Ok(Some(control)),
            Err(CgroupError::Open { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
