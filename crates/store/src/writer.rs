//! The task that owns the one writing connection.
//!
//! Everybody who wants to write sends a piece of work. Where every commit waits for the disk, the task takes all that is waiting, runs
//! it in **one** transaction (each piece that could fail half-way in its own savepoint, so that one failure undoes only itself),
//! commits, and only then answers. A hundred that wait together share one commit.
//!
//! Every statement is a round trip to the database's thread, so those that say nothing are left out: a piece of one
//! statement needs no savepoint, and alone no transaction either, because a statement is atomic by itself.

use crate::{
    Connection, Durability, StoreError, StoreOptions, checkpoint::Due, error::During, sqlite::connect,
};
use futures_util::{FutureExt, future::BoxFuture};
use sqlx::Connection as _;
use std::panic::AssertUnwindSafe;
use tokio::sync::{mpsc, oneshot};

/// Pieces of work that share one commit at most: a bound on how long the first one waits for the last.
const GROUP: usize = 128;

/// How many may share one. Where a commit waits for no disk it costs less than the turns of the database's thread that hold a group
/// together.
fn group(durability: Durability) -> usize {
    match durability {
        Durability::Full => GROUP,
        Durability::Process => 1,
    }
}
/// Pieces of work that may wait; beyond it, senders wait.
pub(crate) const WAITING: usize = 1024;

/// Work for the writer: statements of one caller, atomic together.
pub(crate) type Work<T> =
    Box<dyn for<'c> FnOnce(&'c mut Connection, Within) -> BoxFuture<'c, Result<T, StoreError>> + Send>;

/// How many statements that write a piece of work has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Statements {
    /// One: it is atomic by itself.
    One,
    /// Several: they need a transaction to be atomic together.
    Several,
    /// Several in one message to the database, which bring their own transaction where there is none.
    Batch,
}

/// Whether a piece of work is done in a transaction already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// It is, with others.
    Transaction,
    /// It has to begin and to commit one.
    Nothing,
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
    /// How many statements it has.
    fn statements(&self) -> Statements;
    /// Runs the statements. Whether to keep what they did.
    fn apply<'c>(&'c mut self, db: &'c mut Connection, within: Within) -> BoxFuture<'c, bool>;
    /// Answers, now that it is known whether the group was committed.
    fn answer(self: Box<Self>, committed: Result<(), &str>);
}

/// What is to be done with an outcome as soon as it is committed, whether or not anybody still waits for it.
pub(crate) type Then<T> = Box<dyn FnOnce(&mut T) + Send>;

/// A piece of work and where its answer goes.
pub(crate) struct Pending<T> {
    work: Option<Work<T>>,
    then: Option<Then<T>>,
    statements: Statements,
    outcome: Option<Result<T, StoreError>>,
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<T> Pending<T> {
    /// The piece, and the receiver of its answer.
    pub(crate) fn new(
        statements: Statements,
        work: Work<T>,
        then: Option<Then<T>>,
    ) -> (Self, oneshot::Receiver<Result<T, StoreError>>) {
        let (answer, receiver) = oneshot::channel();
        (Self { work: Some(work), then, statements, outcome: None, answer }, receiver)
    }
}

impl<T: Send + 'static> Piece for Pending<T> {
    fn statements(&self) -> Statements {
        self.statements
    }

    fn apply<'c>(&'c mut self, db: &'c mut Connection, within: Within) -> BoxFuture<'c, bool> {
        async move {
            let Some(work) = self.work.take() else { return false };
            let outcome = AssertUnwindSafe(async move { work(db, within).await }).catch_unwind().await;
            let outcome = outcome.unwrap_or(Err(StoreError::Panicked));
            let keep = outcome.is_ok();
            self.outcome = Some(outcome);
            keep
        }
        .boxed()
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

/// The writer's loop. Ends when closed or when nobody can send any more.
pub(crate) async fn run(
    options: StoreOptions,
    connection: Connection,
    mut inbox: mpsc::Receiver<Message>,
    mut checkpoints: Due,
) {
    let mut db = Some(connection);
    let most = group(options.durability);
    let mut messages = Vec::with_capacity(most);
    while inbox.recv_many(&mut messages, most).await > 0 {
        let mut group = Vec::with_capacity(messages.len());
        for message in messages.drain(..) {
            match message {
                Message::Work(piece) => group.push(piece),
                Message::Close => inbox.close(),
            }
        }
        if group.is_empty() {
            continue;
        }
        let committed = match ready(&mut db, &options).await {
            Ok(db) => commit(db, &mut group).await,
            Err(error) => Err(error),
        };
        if let Err(error) = &committed {
            tracing::error!(%error, group = group.len(), "a transaction failed; reopening the database");
            // The state of the connection is not known any more; closing it ends what it had begun.
            if let Some(db) = db.take() {
                let _ = db.close().await;
            }
        }
        checkpoints.committed(group.len());
        let committed = committed.map_err(|error| describe(&error));
        for piece in group {
            piece.answer(committed.as_ref().copied().map_err(String::as_str));
        }
    }
    if let Some(db) = db
        && let Err(error) = db.close().await
    {
        tracing::warn!(%error, "failed to close the database");
    }
}

/// The connection, opened again after a failure.
async fn ready<'d>(
    db: &'d mut Option<Connection>,
    options: &StoreOptions,
) -> Result<&'d mut Connection, StoreError> {
    let connection = match db.take() {
        Some(connection) => connection,
        None => connect::writer(options).await?,
    };
    Ok(db.insert(connection))
}

/// Runs the group in one transaction.
async fn commit(db: &mut Connection, group: &mut [Box<dyn Piece>]) -> Result<(), StoreError> {
    if let [piece] = group {
        return commit_one(db, &mut **piece).await;
    }
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(StoreError::Begin)?;
    for piece in group {
        match piece.statements() {
            // Only trouble of the database itself fails it, and that may have ended the transaction already.
            Statements::One if piece.apply(db, Within::Transaction).await => {}
            Statements::One => return Err(StoreError::Aborted),
            Statements::Several | Statements::Batch => {
                // Of the same name and never released: a return goes to the latest one, the commit ends all.
                sqlx::query("SAVEPOINT piece").execute(&mut *db).await.during("set a savepoint")?;
                if !piece.apply(db, Within::Transaction).await {
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

async fn commit_one(db: &mut Connection, piece: &mut dyn Piece) -> Result<(), StoreError> {
    match piece.statements() {
        Statements::One => {
            piece.apply(db, Within::Nothing).await;
            return Ok(());
        }
        // One that stopped half-way may have left its transaction open.
        Statements::Batch => {
            return if piece.apply(db, Within::Nothing).await { Ok(()) } else { Err(StoreError::Aborted) };
        }
        Statements::Several => {}
    }
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(StoreError::Begin)?;
    let end = if piece.apply(db, Within::Transaction).await { "COMMIT" } else { "ROLLBACK" };
    sqlx::query(end).execute(&mut *db).await.during("end a transaction")?;
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
