//! The store: opened once, shared by everyone.

use crate::{
    Clock, Connection, Direct, Durability, ReadConnection, StoreError, StoreOptions,
    checkpoint::{self, Due},
    lock::FileLock,
    sqlite::connect,
    writer::{
        self, AtOnce, Connections, DirectWork, Message, Pending, Piece, SentWork, Statements, Then, Turn,
        Work,
    },
};
use futures_util::{FutureExt, future::BoxFuture};
use sqlx::SqlitePool;
use std::{
    panic::AssertUnwindSafe,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{sync::mpsc, task::JoinHandle};

/// The store. Cheap to clone; the last clone closes it.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    outbox: mpsc::Sender<Message>,
    turn: Arc<Turn>,
    /// Whether a commit waits for the disk, which only the writer's thread may.
    waits_for_disk: bool,
    readers: SqlitePool,
    clock: Arc<dyn Clock>,
    writer: Mutex<Option<JoinHandle<()>>>,
}

impl Store {
    /// Opens the database at `path` with the defaults of [`StoreOptions`].
    ///
    /// # Errors
    /// See [`Store::open_with`].
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_with(StoreOptions::new(path.as_ref())).await
    }

    /// Opens the database, makes it when missing, and brings its tables up to date.
    ///
    /// # Errors
    /// The file cannot be opened or locked, another server uses it, or it comes from a newer version.
    pub async fn open_with(options: StoreOptions) -> Result<Self, StoreError> {
        if let Some(folder) = options.path.parent() {
            tokio::fs::create_dir_all(folder)
                .await
                .map_err(|source| StoreError::CreateFolder { path: options.path.clone(), source })?;
        }
        let lock = options.exclusive.then(|| FileLock::take(&options.path, "-server")).transpose()?;
        // Processes that open together take turns: SQLite's busy timeout does not cover the switch of a new database to
        // the write-ahead log.
        let turn = wait_for_turn(&options.path).await?;
        let mut connection = connect::writer(&options).await?;
        connect::migrate(&mut connection).await?;
        let readers = connect::readers(&options).await?;
        let checkpointer = connect::writer(&options).await?;
        let direct = Direct::open(&options)?;
        drop(turn);
        let clock = Arc::clone(&options.clock);
        let (outbox, inbox) = mpsc::channel(writer::WAITING);
        let (due, asked) = Due::new();
        let checkpoints = tokio::spawn(checkpoint::run(checkpointer, asked));
        let durability = options.durability;
        let turn = Arc::new(Turn::new(Some(Connections::new(options, connection, direct, due))));
        let turn_of_thread = Arc::clone(&turn);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let runtime = runtime.map_err(StoreError::StartWriter)?;
        let write = move || {
            runtime.block_on(async {
                let writes = AssertUnwindSafe(writer::run(&turn_of_thread, durability, inbox));
                if writes.catch_unwind().await.is_err() {
                    tracing::error!("the thread that writes to the database panicked");
                }
                writer::end(&turn_of_thread).await;
                // Who asks for them is gone by now, which ends them.
                let _ = checkpoints.await;
            });
            drop(lock);
        };
        // A thread that goes when the runtime does.
        let writer = tokio::task::spawn_blocking(write);
        let waits_for_disk = durability == Durability::Full;
        let writer = Mutex::new(Some(writer));
        Ok(Self { inner: Arc::new(Inner { outbox, turn, waits_for_disk, readers, clock, writer }) })
    }

    /// The clock everything in the store goes by.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.inner.clock
    }

    /// Runs statements in a transaction that keeps all or, when `work` fails, nothing. Returns once committed.
    ///
    /// The work is done even when the caller stops waiting for it.
    ///
    /// # Errors
    /// What `work` failed with, or the commit's failure.
    pub async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Connection) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        self.send(Statements::Several, Box::new(work)).await
    }

    /// Like [`write`](Self::write) for work with **one** statement that writes (and perhaps some that read before it),
    /// which spares the transaction around it.
    ///
    /// # Errors
    /// What `work` failed with, or the commit's failure.
    pub async fn write_one<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Connection) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        self.send(Statements::One, Box::new(work)).await
    }

    /// Like [`write`](Self::write) for the statements that every job needs, which wait for no thread of the database's. They write
    /// about this many bytes.
    ///
    /// # Errors
    /// What `work` failed with, or the commit's failure.
    pub async fn write_direct<T, F>(&self, bytes: usize, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Direct) -> Result<T, StoreError> + Send + 'static,
    {
        self.send_direct(bytes, Box::new(work), None).await
    }

    /// The same, and calls `then` with the outcome as soon as it is committed, whether or not the caller still waits.
    ///
    /// # Errors
    /// What `work` failed with, or the commit's failure.
    pub async fn write_direct_then<T, F>(
        &self,
        bytes: usize,
        work: F,
        then: impl FnOnce(&mut T) + Send + 'static,
    ) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Direct) -> Result<T, StoreError> + Send + 'static,
    {
        self.send_direct(bytes, Box::new(work), Some(Box::new(then))).await
    }

    async fn send_direct<T: Send + 'static>(
        &self,
        bytes: usize,
        work: DirectWork<T>,
        then: Option<Then<T>>,
    ) -> Result<T, StoreError> {
        let (piece, answer) = Pending::new(Work::Direct(work), then);
        let piece: Box<dyn Piece> = Box::new(piece);
        let may_be_at_once = bytes <= writer::AT_ONCE_BYTES && !self.inner.waits_for_disk;
        let left = if may_be_at_once { self.write_at_once(piece)? } else { Some(piece) };
        if let Some(piece) = left {
            self.post(piece).await?;
        }
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Writes and answers, if it is nobody's turn. Otherwise gives the piece back.
    fn write_at_once(&self, piece: Box<dyn Piece>) -> Result<Option<Box<dyn Piece>>, StoreError> {
        let Ok(mut turn) = self.inner.turn.try_lock() else { return Ok(Some(piece)) };
        let written = turn.as_mut().ok_or(StoreError::Closed)?.write_at_once(piece);
        drop(turn);
        match written {
            AtOnce::Busy(piece) => Ok(Some(piece)),
            AtOnce::Done(piece, committed) => {
                writer::answer([piece], committed);
                Ok(None)
            }
        }
    }

    async fn send<T: Send + 'static>(
        &self,
        statements: Statements,
        work: SentWork<T>,
    ) -> Result<T, StoreError> {
        let (piece, answer) = Pending::new(Work::Sent(statements, work), None);
        self.post(Box::new(piece)).await?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    async fn post(&self, piece: Box<dyn Piece>) -> Result<(), StoreError> {
        self.inner.outbox.send(Message::Work(piece)).await.map_err(|_| StoreError::Closed)
    }

    /// A connection to read from. It sees everything committed before.
    ///
    /// # Errors
    /// No connection could be had.
    pub async fn read(&self) -> Result<ReadConnection, StoreError> {
        self.inner.readers.acquire().await.map_err(StoreError::Begin)
    }

    /// Finishes what is waiting and closes the database. Later work fails with [`StoreError::Closed`].
    pub async fn close(&self) {
        // A send fails only when the writer has ended already.
        let _ = self.inner.outbox.send(Message::Close).await;
        // Before the writer: the last connection that closes moves the log into the database, if it may write.
        self.inner.readers.close().await;
        let writer = self.inner.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(writer) = writer
            && let Err(error) = writer.await
        {
            tracing::error!(%error, "the store's writer did not end well");
        }
    }
}

async fn wait_for_turn(path: &Path) -> Result<FileLock, StoreError> {
    let database = path.to_owned();
    let waiting = tokio::task::spawn_blocking(move || FileLock::wait(&database, "-opening"));
    waiting.await.map_err(|_| StoreError::Panicked)?
}
