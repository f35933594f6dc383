//! One server at a time.
//!
//! Servers that run side by side would compete for the cores that timing tests need, and the check for leftovers
//! could not tell whose they are. Test runners start tests in parallel threads or processes, so the turn is a file lock.

use crate::own_group::OwnGroup;
use anyhow::Context as _;
use rustix::fs::{FlockOperation, flock};
use std::fs::File;

/// Name of the lock file in the temporary folder.
pub(crate) const LOCK_NAME: &str = "runyard-tests.lock";

/// Held while a test's server lives.
#[derive(Debug)]
pub(crate) struct Turn {
    // Left before the next one may enter.
    _group: OwnGroup,
    _lock: File,
}

impl Turn {
    /// Waits for the turn.
    ///
    /// # Errors
    /// When the lock file cannot be made.
    pub(crate) fn take() -> anyhow::Result<Self> {
        let path = std::env::temp_dir().join(LOCK_NAME);
        let file = File::options()
            .create(true)
            .append(true)
            .open(&path)
            .with_context(|| format!("failed to open {}", path.display()))?;
        flock(&file, FlockOperation::LockExclusive).context("failed to lock the turn")?;
        Ok(Self { _group: OwnGroup::enter()?, _lock: file })
    }
}
