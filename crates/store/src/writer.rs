//! The connections that write, and the thread that writes for others.
//!
//! One writes at a time: whoever holds the [`Turn`]. Who wants to write sends a piece of work to the thread. It takes all that is
//! waiting, runs it in as few transactions as pays
//! (each piece that could fail half-way in its own savepoint, so that one failure undoes only itself), commits, and only then
//! answers. A hundred that wait together share one commit.
//!
//! A small piece of what every job needs is run by the task that asks instead, when it is nobody's turn and nothing of it waits for
//! the disk: it takes less time than waking the thread and being woken by it. It may overtake pieces that were sent before.
//!
//! What every job needs is written here ([`Direct`]). For the rest each statement is a round trip to a thread of the database's own, so
//! those that say nothing are left out: a piece of one statement needs no savepoint, and alone no transaction either, because a
//! statement is atomic by itself. And such pieces share a commit only where it waits for the disk.

use crate::{
    Connection, Direct, Durability, StoreError, StoreOptions, checkpoint::Due, error::During, sqlite::connect,
};
use futures_util::{FutureExt, future::BoxFuture};
use sqlx::Connection as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::{Mutex, mpsc, oneshot};

/// Pieces of work that share one commit at most: a bound on how long the first one waits for the last.
const GROUP: usize = 128;
/// Pieces of work that may wait; beyond it, senders wait.
pub(crate) const WAITING: usize = 1024;
/// Who asks writes pieces of up to this size; larger ones take milliseconds.
pub(crate) const AT_ONCE_BYTES: usize = 256 << 10;

/// Work for the writer: statements of one caller, atomic together.
pub(crate) enum Work<T> {
    /// They go to the database's thread.
    Sent(Statements, SentWork<T>),
    /// They are run here.
    Direct(DirectWork<T>),
}

/// Statements that are run here.
pub(crate) type DirectWork<T> = Box<dyn FnOnce(&mut Direct) -> Result<T, StoreError> + Send>;

/// Statements that go to the database's thread.
pub(crate) type SentWork<T> =
    Box<dyn for<'c> FnOnce(&'c mut Connection) -> BoxFuture<'c, Result<T, StoreError>> + Send>;

/// How many statements that write a piece of work sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Statements {
    /// One: it is atomic by itself.
    One,
    /// Several: they need a transaction to be atomic together.
    Several,
}

/// What the writer is told.
pub(crate) enum Message {
    /// Do this.
    Work(Box<dyn Piece>),
    /// Take nothing new, finish what waits, end.
    Close,
}

/// A piece of work whose answer's type is hidden.
pub(crate) trait Piece: Send {
    /// How many statements it sends; `None` when it is run here.
    fn sends(&self) -> Option<Statements>;
    /// Runs the statements it sends. Whether to keep what they did.
    fn send<'c>(&'c mut self, db: &'c mut Connection) -> BoxFuture<'c, bool>;
    /// Runs the statements that are run here. Whether to keep what they did.
    fn run(&mut self, db: &mut Direct) -> bool;
    /// Answers, now that it is known whether the group was committed.
    fn answer(self: Box<Self>, committed: Result<(), &str>);
}

/// What is to be done with an outcome as soon as it is committed, whether or not anybody still waits for it.
pub(crate) type Then<T> = Box<dyn FnOnce(&mut T) + Send>;

/// A piece of work and where its answer goes.
pub(crate) struct Pending<T> {
    work: Option<Work<T>>,
    then: Option<Then<T>>,
    outcome: Option<Result<T, StoreError>>,
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<T> Pending<T> {
    /// The piece, and the receiver of its answer.
    pub(crate) fn new(
        work: Work<T>,
        then: Option<Then<T>>,
    ) -> (Self, oneshot::Receiver<Result<T, StoreError>>) {
        let (answer, receiver) = oneshot::channel();
        (Self { work: Some(work), then, outcome: None, answer }, receiver)
    }

    fn note(&mut self, outcome: std::thread::Result<Result<T, StoreError>>) -> bool {
        let outcome = outcome.unwrap_or(Err(StoreError::Panicked));
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        keep
    }
}

impl<T: Send + 'static> Piece for Pending<T> {
    fn sends(&self) -> Option<Statements> {
        match &self.work {
            Some(Work::Sent(statements, _)) => Some(*statements),
            Some(Work::Direct(_)) | None => None,
        }
    }

    fn send<'c>(&'c mut self, db: &'c mut Connection) -> BoxFuture<'c, bool> {
        async move {
            let Some(Work::Sent(_, work)) = self.work.take() else { return false };
            let outcome = AssertUnwindSafe(async move { work(db).await }).catch_unwind().await;
            self.note(outcome)
        }
        .boxed()
    }

    fn run(&mut self, db: &mut Direct) -> bool {
        let Some(Work::Direct(work)) = self.work.take() else { return false };
        let outcome = catch_unwind(AssertUnwindSafe(|| work(db)));
        self.note(outcome)
    }

    fn answer(self: Box<Self>, committed: Result<(), &str>) {
        let outcome = match (self.outcome, committed) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(mut value)), Ok(())) => {
                if let Some(then) = self.then
                    && catch_unwind(AssertUnwindSafe(|| then(&mut value))).is_err()
                {
                    tracing::error!("what was to be done after a commit panicked");
                }
                Ok(value)
            }
            (_, Err(detail)) => Err(StoreError::Commit { detail: detail.to_owned() }),
            (None, Ok(())) => Err(StoreError::Closed),
        };
        // Whoever asked may have gone; the work is done all the same.
        let _ = self.answer.send(outcome);
    }
}

type Pieces = Vec<Box<dyn Piece>>;

/// Held by whoever writes. Empty once the store is closed.
pub(crate) type Turn = Mutex<Option<Connections>>;

/// The connections, each opened again after a failure.
pub(crate) struct Connections {
    options: StoreOptions,
    sent: Option<Connection>,
    direct: Option<Direct>,
    checkpoints: Due,
}

/// What came of writing a piece at once.
pub(crate) enum AtOnce {
    /// It is to be answered with this.
    Done(Box<dyn Piece>, Result<(), StoreError>),
    /// Nothing was done: another process is writing, or the database is to be opened or its log to be moved or begun again.
    Busy(Box<dyn Piece>),
}

impl Connections {
    pub(crate) fn new(options: StoreOptions, sent: Connection, direct: Direct, checkpoints: Due) -> Self {
        Self { options, sent: Some(sent), direct: Some(direct), checkpoints }
    }

    /// Runs pieces of one kind in one transaction.
    async fn commit(&mut self, pieces: &mut [Box<dyn Piece>]) -> Result<(), StoreError> {
        let committed = self.try_commit(pieces).await;
        self.checkpoints.committed(pieces.len());
        if let Err(error) = &committed {
            let error = describe(error);
            tracing::error!(error, group = pieces.len(), "a transaction failed; reopening the database");
            // The state of the connections is not known any more; closing them ends what they had begun.
            self.direct = None;
            if let Some(db) = self.sent.take() {
                let _ = db.close().await;
            }
        }
        committed
    }

    async fn try_commit(&mut self, pieces: &mut [Box<dyn Piece>]) -> Result<(), StoreError> {
        if pieces.first().is_some_and(|piece| piece.sends().is_none()) {
            let db = match self.direct.take() {
                Some(db) => db,
                None => Direct::open(&self.options)?,
            };
            let db = self.direct.insert(db);
            if db.log_is_long()
                && let Err(error) = db.move_log()
            {
                let error = describe(&error);
                tracing::warn!(error, "failed to move the log into the database; trying again later");
            }
            let before = db.log();
            db.begin()?;
            run_all(db, pieces)?;
            if db.log() != before {
                self.checkpoints.log_goes_on();
            }
            return Ok(());
        }
        let db = match self.sent.take() {
            Some(db) => db,
            None => connect::writer(&self.options).await?,
        };
        send_all(self.sent.insert(db), pieces).await
    }

    /// Runs a piece of the kind that is run here, for a thread that has other tasks to run: waits neither for another process nor for
    /// the disk.
    pub(crate) fn write_at_once(&mut self, mut piece: Box<dyn Piece>) -> AtOnce {
        // Who begins the log again has its header on the disk before going on.
        if self.checkpoints.log_begins_again() {
            return AtOnce::Busy(piece);
        }
        let Some(db) = self.direct.as_mut().filter(|db| !db.log_is_long()) else {
            return AtOnce::Busy(piece);
        };
        let committed = match db.begin_at_once() {
            Ok(false) => return AtOnce::Busy(piece),
            Ok(true) => run_all(db, std::slice::from_mut(&mut piece)),
            Err(error) => Err(error),
        };
        self.checkpoints.committed(1);
        if let Err(error) = &committed {
            let error = describe(error);
            tracing::error!(error, group = 1, "a transaction failed; reopening the database");
            self.direct = None;
        }
        AtOnce::Done(piece, committed)
    }

    async fn close(self) {
        drop(self.direct);
        if let Some(db) = self.sent
            && let Err(error) = db.close().await
        {
            tracing::warn!(%error, "failed to close the database");
        }
    }
}

/// Tells everybody in a group what came of it.
pub(crate) fn answer(group: impl IntoIterator<Item = Box<dyn Piece>>, committed: Result<(), StoreError>) {
    let committed = committed.map_err(|error| describe(&error));
    for piece in group {
        piece.answer(committed.as_ref().copied().map_err(String::as_str));
    }
}

/// The writer's loop. Ends when closed or when nobody can send any more.
pub(crate) async fn run(turn: &Turn, durability: Durability, mut inbox: mpsc::Receiver<Message>) {
    let mut messages = Vec::with_capacity(GROUP);
    while inbox.recv_many(&mut messages, GROUP).await > 0 {
        let mut waiting = Vec::with_capacity(messages.len());
        for message in messages.drain(..) {
            match message {
                Message::Work(piece) => waiting.push(piece),
                Message::Close => inbox.close(),
            }
        }
        while let Some(mut group) = next_group(&mut waiting, durability) {
            let committed = match turn.lock().await.as_mut() {
                Some(connections) => connections.commit(&mut group).await,
                None => Err(StoreError::Closed),
            };
            answer(group, committed);
        }
    }
}

/// Nobody writes any more.
pub(crate) async fn end(turn: &Turn) {
    // A statement of its own: the turn is over when they have been taken.
    let connections = turn.lock().await.take();
    if let Some(connections) = connections {
        connections.close().await;
    }
}

/// The first of those that wait, with those behind it that share its transaction.
fn next_group(waiting: &mut Pieces, durability: Durability) -> Option<Pieces> {
    let is_direct = waiting.first()?.sends().is_none();
    let shares = |sends: Option<Statements>| match sends {
        None => is_direct,
        Some(_) => !is_direct && durability == Durability::Full,
    };
    let others = waiting.iter().skip(1).take_while(|piece| shares(piece.sends())).count();
    Some(waiting.drain(..=others).collect())
}

/// Runs pieces in the transaction that has begun, and ends it.
fn run_all(db: &mut Direct, pieces: &mut [Box<dyn Piece>]) -> Result<(), StoreError> {
    if let [piece] = pieces {
        return if piece.run(db) { db.commit() } else { db.control("ROLLBACK") };
    }
    for piece in pieces {
        // Of the same name and never released: a return goes to the latest one, the commit ends all.
        db.control("SAVEPOINT piece")?;
        if !piece.run(db) {
            db.control("ROLLBACK TO piece")?;
        }
    }
    db.commit()
}

async fn send_all(db: &mut Connection, pieces: &mut [Box<dyn Piece>]) -> Result<(), StoreError> {
    if let [piece] = pieces
        && piece.sends() == Some(Statements::One)
    {
        piece.send(db).await;
        return Ok(());
    }
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(StoreError::Begin)?;
    if let [piece] = pieces {
        let end = if piece.send(db).await { "COMMIT" } else { "ROLLBACK" };
        sqlx::query(end).execute(&mut *db).await.during("end a transaction")?;
        return Ok(());
    }
    for piece in pieces {
        match piece.sends() {
            // Only trouble of the database itself fails it, and that may have ended the transaction already.
            Some(Statements::One) if piece.send(db).await => {}
            Some(Statements::One) => return Err(StoreError::Aborted),
            Some(Statements::Several) | None => {
                sqlx::query("SAVEPOINT piece").execute(&mut *db).await.during("set a savepoint")?;
                if !piece.send(db).await {
                    sqlx::query("ROLLBACK TO piece")
                        .execute(&mut *db)
                        .await
                        .during("return to a savepoint")?;
                }
            }
        }
    }
    sqlx::query("COMMIT").execute(&mut *db).await.during("end a transaction")?;
    Ok(())
}

/// The error with its causes, for those who only get the text.
fn describe(error: &StoreError) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
