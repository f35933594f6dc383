//! The task that moves the write-ahead log into the database file, so that no commit has to.
//!
//! SQLite would do it within the commit that makes the log long: one in a hundred commits then takes milliseconds and
//! waits for the disk. Here it happens beside the writer, which is never blocked by it. Under a load that never pauses
//! the log cannot be emptied this way; past [`connect::LOG_PAGES`](crate::sqlite::connect::LOG_PAGES) the writer does.

use crate::Connection;
use sqlx::Connection as _;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::mpsc;

/// Pieces of work between two checkpoints: about 20 MB of log.
const EVERY: usize = 512;

/// Counts work and asks for a checkpoint when it is time.
#[derive(Debug)]
pub(crate) struct Due {
    ask: mpsc::Sender<()>,
    done: usize,
    moved: Arc<AtomicBool>,
}

/// What hears the requests.
#[derive(Debug)]
pub(crate) struct Asked {
    requests: mpsc::Receiver<()>,
    moved: Arc<AtomicBool>,
}

impl Due {
    /// The counter, and what hears its requests.
    pub(crate) fn new() -> (Self, Asked) {
        let (ask, requests) = mpsc::channel(1);
        let moved = Arc::new(AtomicBool::new(true));
        (Self { ask, done: 0, moved: Arc::clone(&moved) }, Asked { requests, moved })
    }

    /// Whether the next commit may be the first of the log, which waits for the disk.
    pub(crate) fn log_begins_again(&self) -> bool {
        self.moved.load(Ordering::Relaxed)
    }

    /// A commit was added to the log.
    pub(crate) fn log_goes_on(&self) {
        self.moved.store(false, Ordering::Relaxed);
    }

    /// This many pieces were committed.
    pub(crate) fn committed(&mut self, pieces: usize) {
        self.done += pieces;
        if self.done >= EVERY {
            self.done = 0;
            // When one is already asked for, it will do.
            let _ = self.ask.try_send(());
        }
    }
}

/// Checkpoints when asked, until the writer is gone.
pub(crate) async fn run(mut db: Connection, mut asked: Asked) {
    while asked.requests.recv().await.is_some() {
        if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&mut db).await {
            tracing::warn!(%error, "failed to move the log into the database; trying again later");
        }
        asked.moved.store(true, Ordering::Relaxed);
    }
    // Closing does this too, but only when no reader's connection closes a moment later.
    if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut db).await {
        tracing::warn!(%error, "failed to move the log into the database; the next start does it");
    }
    if let Err(error) = db.close().await {
        tracing::warn!(%error, "failed to close the database");
    }
}
