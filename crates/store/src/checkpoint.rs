//! The task that moves the write-ahead log into the database file, so that no commit has to.
//!
//! SQLite would do it within the commit that makes the log long: one in a hundred commits then takes milliseconds and
//! waits for the disk. Here it happens beside the writer, which is never blocked by it. Under a load that never pauses
//! the log cannot be emptied this way; past [`connect::LOG_PAGES`](crate::sqlite::connect::LOG_PAGES) the writer does.

use crate::Connection;
use sqlx::Connection as _;
use tokio::sync::mpsc;

/// Pieces of work between two checkpoints: about 20 MB of log.
const EVERY: usize = 512;

/// Counts work and asks for a checkpoint when it is time.
#[derive(Debug)]
pub(crate) struct Due {
    ask: mpsc::Sender<()>,
    done: usize,
}

impl Due {
    /// The counter, and what hears its requests.
    pub(crate) fn new() -> (Self, mpsc::Receiver<()>) {
        let (ask, asked) = mpsc::channel(1);
        (Self { ask, done: 0 }, asked)
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
pub(crate) async fn run(mut db: Connection, mut asked: mpsc::Receiver<()>) {
    while asked.recv().await.is_some() {
        if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&mut db).await {
            tracing::warn!(%error, "failed to move the log into the database; trying again later");
        }
    }
    // Closing does this too, but only when no reader's connection closes a moment later.
    if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut db).await {
        tracing::warn!(%error, "failed to move the log into the database; the next start does it");
    }
    if let Err(error) = db.close().await {
        tracing::warn!(%error, "failed to close the database");
    }
}
