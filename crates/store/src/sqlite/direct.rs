//! The statements that every job needs, without a database thread: whoever writes them waits for SQLite itself.
//!
//! [`sqlx`] runs each connection on a thread of its own and wakes the task that asked for every row and every end of a statement. For
//! what a job is accepted, claimed and recorded with, those turns would take longer than the statements.

use super::{
    claim::{CLAIM, ClaimRequest, ClaimedRow},
    connect::{BUSY_TIMEOUT, LOG_PAGES, LOG_SIZE_LIMIT_BYTES},
};
use crate::{
    Durability, StoreError, StoreOptions, Timestamp,
    executions::{INSERT_EXECUTION, INSERT_SUBMISSION, NewRow},
    idempotency::{BIND_KEY, FIND_KEY, KeyedExecution},
    leases::{FINISH, Fence, StoredReport},
};
use runyard_types::{ExecutionId, OwnerId};
use rusqlite::{ErrorCode, OpenFlags, Row, ToSql};
use std::{cell::Cell, time::Duration};
use uuid::Uuid;

const BEGIN: &str = "BEGIN IMMEDIATE";

thread_local! {
    /// How long the log was after the last commit of this thread, in pages. SQLite tells it to a function without a state.
    static LOG: Cell<i32> = const { Cell::new(0) };
}

/// A connection that is used on one thread at a time.
pub struct Direct {
    db: rusqlite::Connection,
    /// How long the log was after its last commit, in pages.
    log: i32,
}

impl Direct {
    /// Opens the database, which must exist.
    pub(crate) fn open(store: &StoreOptions) -> Result<Self, StoreError> {
        let open = || {
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let db = rusqlite::Connection::open_with_flags(&store.path, flags)?;
            db.busy_timeout(BUSY_TIMEOUT)?;
            db.pragma_update(None, "foreign_keys", true)?;
            db.pragma_update(
                None,
                "synchronous",
                match store.durability {
                    Durability::Process => "normal",
                    Durability::Full => "full",
                },
            )?;
            db.pragma_update(None, "journal_size_limit", LOG_SIZE_LIMIT_BYTES)?;
            db.pragma_update(None, "temp_store", "memory")?;
            // In place of SQLite's own, which moves the log within a commit.
            db.wal_hook(Some(|_, pages| {
                LOG.set(pages);
                Ok(())
            }));
            Ok(Self { db, log: 0 })
        };
        open().map_err(|source| StoreError::OpenDirect { path: store.path.clone(), source })
    }

    /// Begins to write. Waits for another process that does.
    pub(crate) fn begin(&mut self) -> Result<(), StoreError> {
        self.control(BEGIN)
    }

    /// Begins to write, unless another process does: false then.
    pub(crate) fn begin_at_once(&mut self) -> Result<bool, StoreError> {
        let patience = |db: &rusqlite::Connection, patience| {
            let set = db.busy_timeout(patience);
            set.map_err(|source| StoreError::DirectStatement { operation: "set the patience", source })
        };
        patience(&self.db, Duration::ZERO)?;
        let begun = self.control(BEGIN);
        patience(&self.db, BUSY_TIMEOUT)?;
        match begun {
            Err(StoreError::DirectStatement { source, .. })
                if source.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) =>
            {
                Ok(false)
            }
            other => other.map(|()| true),
        }
    }

    /// Commits.
    pub(crate) fn commit(&mut self) -> Result<(), StoreError> {
        LOG.set(self.log);
        self.control("COMMIT")?;
        self.log = LOG.get();
        Ok(())
    }

    /// How long the log was after its last commit, in pages.
    pub(crate) fn log(&self) -> i32 {
        self.log
    }

    /// Whether the log has become so long that it has to be moved into the database, whoever waits.
    pub(crate) fn log_is_long(&self) -> bool {
        self.log >= LOG_PAGES
    }

    /// Moves the log into the database, as far as no reader is in the way, and waits for the disk.
    pub(crate) fn move_log(&mut self) -> Result<(), StoreError> {
        self.row("move the log into the database", "PRAGMA wal_checkpoint(PASSIVE)", &[], |_| Ok(()))
            .map(drop)
    }

    /// One of `SAVEPOINT` and the like.
    pub(crate) fn control(&mut self, statement: &'static str) -> Result<(), StoreError> {
        self.execute("begin or end a transaction", statement, &[]).map(drop)
    }

    /// Inserts a row, as [`executions::insert`](crate::executions::insert) does.
    ///
    /// # Errors
    /// A statement failed.
    pub fn insert(&mut self, row: &NewRow, max_waiting: u64) -> Result<Option<u64>, StoreError> {
        let id = row.id.as_uuid().into_bytes();
        let parameters: [&dyn ToSql; 9] = [
            &id,
            &row.owner.as_uuid().into_bytes(),
            &row.session.map(|session| session.as_uuid().into_bytes()),
            &row.language,
            &row.priority,
            &row.available_at.as_micros(),
            &row.created_at.as_micros(),
            &i64::try_from(max_waiting).unwrap_or(i64::MAX),
            &row.action.as_str(),
        ];
        let ahead: Option<i64> =
            self.row("insert an execution", INSERT_EXECUTION, &parameters, |row| row.get(0))?;
        let Some(ahead) = ahead else { return Ok(None) };
        self.execute("insert a submission", INSERT_SUBMISSION, &[&id, &row.submission])?;
        Ok(Some(u64::try_from(ahead).unwrap_or_default()))
    }

    /// Leases the first execution that is due: highest priority, then the owners in turn, then longest due, then first accepted.
    ///
    /// # Errors
    /// The statement failed.
    pub fn claim(&mut self, request: &ClaimRequest<'_>) -> Result<Option<ClaimedRow>, StoreError> {
        let parameters: [&dyn ToSql; 5] = [
            &request.instance,
            &request.worker,
            &request.lease_until.as_micros(),
            &request.wall.as_micros(),
            &request.now.as_micros(),
        ];
        self.row("claim the next execution", CLAIM, &parameters, |row| {
            Ok(ClaimedRow {
                id: uuid(row, 0)?.into(),
                owner: uuid(row, 1)?.into(),
                attempts: row.get(2)?,
                epoch: row.get(3)?,
                created_at: Timestamp::from_micros(row.get(4)?),
                submission: row.get(5)?,
            })
        })
    }

    /// Records the end of a leased execution, as [`leases::finish`](crate::leases::finish) does.
    ///
    /// # Errors
    /// The statement failed.
    pub fn finish(
        &mut self,
        fence: Fence,
        report: &StoredReport,
        last_event_seq: u64,
        wall: Timestamp,
    ) -> Result<bool, StoreError> {
        let parameters: [&dyn ToSql; 6] = [
            &report.status.as_str(),
            &wall.as_micros(),
            &i64::try_from(last_event_seq).unwrap_or(i64::MAX),
            &report.body,
            &fence.id.as_uuid().into_bytes(),
            &fence.epoch,
        ];
        Ok(self.execute("record the end of an execution", FINISH, &parameters)? == 1)
    }

    /// What an idempotency key stands for, when it was used after `oldest`.
    ///
    /// # Errors
    /// The statement failed.
    pub fn find_key(
        &mut self,
        owner: OwnerId,
        key: &str,
        oldest: Timestamp,
    ) -> Result<Option<KeyedExecution>, StoreError> {
        let parameters: [&dyn ToSql; 3] = [&owner.as_uuid().into_bytes(), &key, &oldest.as_micros()];
        self.row("look up an idempotency key", FIND_KEY, &parameters, |row| {
            let fingerprint: Vec<u8> = row.get(0)?;
            Ok(KeyedExecution::new(fingerprint, ExecutionId::from(uuid(row, 1)?)))
        })
    }

    /// Binds an idempotency key to an execution, replacing one not younger than `oldest`. Whether it was free.
    ///
    /// # Errors
    /// The statement failed.
    pub fn bind_key(
        &mut self,
        owner: OwnerId,
        key: &str,
        value: &KeyedExecution,
        wall: Timestamp,
        oldest: Timestamp,
    ) -> Result<bool, StoreError> {
        let parameters: [&dyn ToSql; 6] = [
            &owner.as_uuid().into_bytes(),
            &key,
            &value.fingerprint,
            &value.execution.as_uuid().into_bytes(),
            &wall.as_micros(),
            &oldest.as_micros(),
        ];
        Ok(self.execute("bind an idempotency key", BIND_KEY, &parameters)? == 1)
    }

    /// Runs a statement that returns nothing. How many rows it changed.
    fn execute(
        &mut self,
        operation: &'static str,
        statement: &'static str,
        parameters: &[&dyn ToSql],
    ) -> Result<usize, StoreError> {
        let run = || {
            let mut prepared = self.db.prepare_cached(statement)?;
            bind(&mut prepared, parameters)?;
            prepared.raw_execute()
        };
        run().map_err(|source| StoreError::DirectStatement { operation, source })
    }

    /// Runs a statement to its end that returns one row at most.
    fn row<T>(
        &mut self,
        operation: &'static str,
        statement: &'static str,
        parameters: &[&dyn ToSql],
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let run = || {
            let mut prepared = self.db.prepare_cached(statement)?;
            bind(&mut prepared, parameters)?;
            let mut rows = prepared.raw_query();
            let value = rows.next()?.map(read).transpose()?;
            // What a statement changes is certain when it has ended.
            while rows.next()?.is_some() {}
            Ok(value)
        };
        run().map_err(|source| StoreError::DirectStatement { operation, source })
    }
}

/// By the numbers in the statement, which need not appear in order.
fn bind(prepared: &mut rusqlite::CachedStatement<'_>, parameters: &[&dyn ToSql]) -> rusqlite::Result<()> {
    for position in 1..=prepared.parameter_count() {
        let number = prepared.parameter_name(position).and_then(|name| name.get(1..)?.parse::<usize>().ok());
        let parameter = number.and_then(|number| parameters.get(number.checked_sub(1)?));
        let Some(parameter) = parameter else {
            return Err(rusqlite::Error::InvalidParameterCount(parameters.len(), position));
        };
        prepared.raw_bind_parameter(position, parameter)?;
    }
    Ok(())
}

fn uuid(row: &Row<'_>, column: usize) -> rusqlite::Result<Uuid> {
    row.get(column).map(Uuid::from_bytes)
}
