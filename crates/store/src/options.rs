//! How a store is opened.

use crate::{Clock, SystemClock};
use std::{path::PathBuf, sync::Arc};

/// What an accepted execution survives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Durability {
    /// The death of any process (write-ahead log, not forced to disk at each commit).
    #[default]
    Process,
    /// Loss of power too: every commit waits for the disk.
    Full,
}

/// How a store is opened.
#[derive(Clone)]
pub struct StoreOptions {
    /// The database file; made when missing, with its folder.
    pub path: PathBuf,
    /// What a commit survives.
    pub durability: Durability,
    /// Connections for reading.
    pub readers: u32,
    /// Whether this process alone may use the database: a server does, so that it knows that every lease it finds at
    /// its start belongs to a process that is gone.
    pub exclusive: bool,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
}

impl StoreOptions {
    /// The defaults: survives the death of any process, four readers, shared, the machine's clock.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            durability: Durability::default(),
            readers: 4,
            exclusive: false,
            clock: Arc::new(SystemClock::new()),
        }
    }
}
