//! The thread that owns the connections that write.
//!
//! Everybody who wants to write sends a piece of work. The thread takes all that is waiting, runs it in as few transactions as pays
//! (each piece that could fail half-way in its own savepoint, so that one failure undoes only itself), commits, and only then
//! answers. A hundred that wait together share one commit.
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
use tokio::sync::{mpsc, oneshot};

/// Pieces of work that share one commit at most: a bound on how long the first one waits for the last.
const GROUP: usize = 128;
/// Pieces of work that may wait; beyond it, senders wait.
pub(crate) const WAITING: usize = 1024;

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
                if let Some(then) = self.then {
                    then(&mut value);
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

/// The connections, each opened again after a failure.
pub(crate) struct Connections {
    options: StoreOptions,
    sent: Option<Connection>,
    direct: Option<Direct>,
}

impl Connections {
    pub(crate) fn new(options: StoreOptions, sent: Connection, direct: Direct) -> Self {
        Self { options, sent: Some(sent), direct: Some(direct) }
    }

    /// Runs pieces of one kind in one transaction.
    async fn commit(&mut self, pieces: &mut [Box<dyn Piece>]) -> Result<(), StoreError> {
        if pieces.first().is_some_and(|piece| piece.sends().is_none()) {
            let db = match self.direct.take() {
                Some(db) => db,
                None => Direct::open(&self.options)?,
            };
            return run_all(self.direct.insert(db), pieces);
        }
        let db = match self.sent.take() {
            Some(db) => db,
            None => connect::writer(&self.options).await?,
        };
        send_all(self.sent.insert(db), pieces).await
    }

    /// The state of the connections is not known any more; closing them ends what they had begun.
    async fn give_up(&mut self) {
        self.direct = None;
        if let Some(db) = self.sent.take() {
            let _ = db.close().await;
        }
    }
}

/// The writer's loop. Ends when closed or when nobody can send any more.
pub(crate) async fn run(
    mut connections: Connections,
    mut inbox: mpsc::Receiver<Message>,
    mut checkpoints: Due,
) {
    let mut messages = Vec::with_capacity(GROUP);
    while inbox.recv_many(&mut messages, GROUP).await > 0 {
        let mut waiting = Vec::with_capacity(messages.len());
        for message in messages.drain(..) {
            match message {
                Message::Work(piece) => waiting.push(piece),
                Message::Close => inbox.close(),
            }
        }
        while let Some(mut group) = next_group(&mut waiting, connections.options.durability) {
            let committed = connections.commit(&mut group).await;
            if let Err(error) = &committed {
                tracing::error!(%error, group = group.len(), "a transaction failed; reopening the database");
                connections.give_up().await;
            }
            checkpoints.committed(group.len());
            let committed = committed.map_err(|error| describe(&error));
            for piece in group {
                piece.answer(committed.as_ref().copied().map_err(String::as_str));
            }
        }
    }
    drop(connections.direct);
    if let Some(db) = connections.sent
        && let Err(error) = db.close().await
    {
        tracing::warn!(%error, "failed to close the database");
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

fn run_all(db: &mut Direct, pieces: &mut [Box<dyn Piece>]) -> Result<(), StoreError> {
    db.control("BEGIN IMMEDIATE")?;
    if let [piece] = pieces {
        let end = if piece.run(db) { "COMMIT" } else { "ROLLBACK" };
        return db.control(end);
    }
    for piece in pieces {
        // Of the same name and never released: a return goes to the latest one, the commit ends all.
        db.control("SAVEPOINT piece")?;
        if !piece.run(db) {
            db.control("ROLLBACK TO piece")?;
        }
    }
    db.control("COMMIT")
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
