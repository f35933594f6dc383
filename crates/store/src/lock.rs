//! Locks on files beside the database. The kernel gives them back however the process ends.

use crate::StoreError;
use std::{
    fs::{File, TryLockError},
    path::{Path, PathBuf},
};

/// A lock, held until dropped.
#[derive(Debug)]
pub(crate) struct FileLock {
    _file: File,
}

impl FileLock {
    /// Waits for the lock. Blocks the thread.
    pub(crate) fn wait(database: &Path, suffix: &str) -> Result<Self, StoreError> {
        let (path, file) = open(database, suffix)?;
        file.lock().map_err(|source| StoreError::Lock { path, source })?;
        Ok(Self { _file: file })
    }

    /// Takes the lock, or says that somebody else has it.
    pub(crate) fn take(database: &Path, suffix: &str) -> Result<Self, StoreError> {
        let (path, file) = open(database, suffix)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse { path }),
            Err(TryLockError::Error(source)) => Err(StoreError::Lock { path, source }),
        }
    }
}

fn open(database: &Path, suffix: &str) -> Result<(PathBuf, File), StoreError> {
    let mut name = database.as_os_str().to_owned();
    name.push(suffix);
    let path = PathBuf::from(name);
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    match file {
        Ok(file) => Ok((path, file)),
        Err(source) => Err(StoreError::Lock { path, source }),
    }
}
