//! Rows of executions: accepted, read, listed.

use crate::{
    Connection, Cursor, ExecutionRecord, ListFilter, Page, StoreError, Timestamp, body::decode, error::During,
};
use runyard_types::{Action, ExecutionId, OwnerId, SessionId, Status, Submission};
use uuid::Uuid;

/// A row to insert.
#[derive(Debug, Clone)]
pub struct NewRow {
    /// Its id.
    pub id: ExecutionId,
    /// Who asked for it.
    pub owner: OwnerId,
    /// The code session it belongs to.
    pub session: Option<SessionId>,
    /// What is done with the program.
    pub action: Action,
    /// Id of the language.
    pub language: String,
    /// 0 (last) to 9 (first).
    pub priority: u8,
    /// Wall time of acceptance.
    pub created_at: Timestamp,
    /// Steady time before which nobody claims it.
    pub available_at: Timestamp,
    /// The submission in its stored form.
    pub submission: Vec<u8>,
}

/// An execution with what only the machinery needs.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredExecution {
    /// What everybody sees.
    pub record: ExecutionRecord,
    /// Number of the latest attempt, as live events carry it; 0 while none has begun.
    pub epoch: u32,
    /// Sequence number of the attempt's `end` event; 0 when it had no events.
    pub last_event_seq: u64,
}

/// Inserts an execution, with parameters in the order of [`insert`].
pub(crate) const INSERT_EXECUTION: &str = "INSERT INTO executions
        (id, owner, session, language, priority, action, status, available_at, created_at, changed_at, turn)
    SELECT $1, $2, $3, $4, $5, $9, 'QUEUED', $6, $7, $7, (SELECT max(turn) FROM (
        SELECT coalesce(min(turn), 0) AS turn FROM executions WHERE status = 'QUEUED' AND priority = $5
        UNION ALL
        SELECT coalesce(max(turn) + 1, 0) FROM executions
        WHERE status = 'QUEUED' AND owner = $2 AND priority = $5) AS turns)
    WHERE (SELECT sum(total) FROM counters WHERE status = 'QUEUED') < $8
    RETURNING (SELECT sum(total) FROM counters WHERE status = 'QUEUED' AND priority >= $5)";

/// Inserts the submission, its second parameter, of the execution that was inserted.
pub(crate) const INSERT_SUBMISSION: &str =
    "INSERT INTO submissions (execution, body) SELECT seq, $2 FROM executions WHERE id = $1";

/// Inserts a row unless `max_waiting` executions wait already. How many will be claimed before it at most, as things
/// stand; `None` when it did not insert.
///
/// Its turn is start-time fair queueing in whole jobs: the turn that is being served now, or the one after the owner's
/// last. Whoever has a thousand waiting goes round with everybody else, one job each.
///
/// # Errors
/// A statement failed.
pub async fn insert(db: &mut Connection, row: &NewRow, max_waiting: u64) -> Result<Option<u64>, StoreError> {
    // The count is of before: the row is counted after its insertion.
    let ahead: Option<i64> = sqlx::query_scalar(INSERT_EXECUTION)
        .bind(row.id.as_uuid())
        .bind(row.owner.as_uuid())
        .bind(row.session.map(SessionId::as_uuid))
        .bind(&row.language)
        .bind(row.priority)
        .bind(row.available_at.as_micros())
        .bind(row.created_at.as_micros())
        .bind(i64::try_from(max_waiting).unwrap_or(i64::MAX))
        .bind(row.action.as_str())
        .fetch_optional(&mut *db)
        .await
        .during("insert an execution")?;
    let Some(ahead) = ahead else { return Ok(None) };
    sqlx::query(INSERT_SUBMISSION)
        .bind(row.id.as_uuid())
        .bind(&row.submission)
        .execute(db)
        .await
        .during("insert a submission")?;
    Ok(Some(u64::try_from(ahead).unwrap_or_default()))
}

/// The row that asks for the same as execution `id` once more, as `copy`.
///
/// # Errors
/// The statement failed.
pub async fn copy_of(
    db: &mut Connection,
    id: ExecutionId,
    copy: ExecutionId,
    created_at: Timestamp,
    available_at: Timestamp,
) -> Result<Option<NewRow>, StoreError> {
    let row: Option<CopyRow> = sqlx::query_as(
        "SELECT e.owner, e.session, e.action, e.language, e.priority, s.body
         FROM executions e JOIN submissions s ON s.execution = e.seq WHERE e.id = $1",
    )
    .bind(id.as_uuid())
    .fetch_optional(db)
    .await
    .during("read an execution to repeat")?;
    row.map(|row| {
        Ok(NewRow {
            id: copy,
            owner: row.owner.into(),
            session: row.session.map(Into::into),
            action: parse_action(row.action)?,
            language: row.language,
            priority: row.priority,
            created_at,
            available_at,
            submission: row.body,
        })
    })
    .transpose()
}

/// The columns of a record. The position counts what the claim would take first.
macro_rules! select_record {
    ($tail:literal) => {
        concat!(
            "SELECT e.id, e.owner, e.session, e.status, e.action, e.language, e.priority, e.attempts, e.epoch, e.created_at,
                    e.started_at, e.finished_at, e.cancel_requested, e.last_event_seq, e.report,
                    CASE WHEN e.status = 'QUEUED' THEN 1
                        + (SELECT coalesce(sum(total), 0) FROM counters WHERE status = 'QUEUED' AND priority > e.priority)
                        + (SELECT count(*) FROM executions o WHERE o.status = 'QUEUED' AND o.priority = e.priority
                             AND (o.turn, o.available_at, o.seq) < (e.turn, e.available_at, e.seq))
                    END AS position
             FROM executions e ",
            $tail
        )
    };
}

/// The execution with this id.
///
/// # Errors
/// The statement failed, or the row cannot be understood.
pub async fn get(db: &mut Connection, id: ExecutionId) -> Result<Option<StoredExecution>, StoreError> {
    let row: Option<Row> = sqlx::query_as(select_record!("WHERE e.id = $1"))
        .bind(id.as_uuid())
        .fetch_optional(db)
        .await
        .during("read an execution")?;
    row.map(Row::into_stored).transpose()
}

/// What was asked to be run.
///
/// # Errors
/// The statement failed, or the submission cannot be understood.
pub async fn submission(db: &mut Connection, id: ExecutionId) -> Result<Option<Submission>, StoreError> {
    let body: Option<Vec<u8>> = sqlx::query_scalar(
        "SELECT s.body FROM submissions s JOIN executions e ON e.seq = s.execution WHERE e.id = $1",
    )
    .bind(id.as_uuid())
    .fetch_optional(db)
    .await
    .during("read a submission")?;
    body.map(|body| decode("submission", &body)).transpose()
}

/// The owner's executions, newest first.
///
/// # Errors
/// The statement failed, or a row cannot be understood.
pub async fn list(
    db: &mut Connection,
    owner: OwnerId,
    filter: &ListFilter,
    cursor: Option<Cursor>,
    limit: u32,
) -> Result<Page<ExecutionRecord>, StoreError> {
    // One more than asked for tells whether there is a next page.
    let mut rows: Vec<Row> = match filter.session {
        None => sqlx::query_as(select_record!(
            "WHERE e.owner = $1
               AND ($2 IS NULL OR e.seq < (SELECT seq FROM executions WHERE id = $2))
               AND ($3 IS NULL OR e.status = $3)
               AND ($4 IS NULL OR e.language = $4)
               AND ($7 IS NULL OR e.action = $7)
             ORDER BY e.seq DESC LIMIT $5"
        )),
        Some(_) => sqlx::query_as(select_record!(
            "WHERE e.owner = $1
               AND ($2 IS NULL OR e.seq < (SELECT seq FROM executions WHERE id = $2))
               AND ($3 IS NULL OR e.status = $3)
               AND ($4 IS NULL OR e.language = $4)
               AND ($7 IS NULL OR e.action = $7)
               AND e.session = $6
             ORDER BY e.seq DESC LIMIT $5"
        )),
    }
    .bind(owner.as_uuid())
    .bind(cursor.map(|Cursor(id)| id.as_uuid()))
    .bind(filter.status.map(Status::as_str))
    .bind(filter.language.as_deref())
    .bind(i64::from(limit) + 1)
    .bind(filter.session.map(SessionId::as_uuid))
    .bind(filter.action.map(Action::as_str))
    .fetch_all(db)
    .await
    .during("list executions")?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let items = rows
        .into_iter()
        .map(|row| row.into_stored().map(|stored| stored.record))
        .collect::<Result<Vec<_>, _>>()?;
    let next = if more { items.last().map(|record| Cursor(record.id)) } else { None };
    Ok(Page { items, next })
}

#[derive(sqlx::FromRow)]
struct CopyRow {
    owner: Uuid,
    session: Option<Uuid>,
    action: String,
    language: String,
    priority: u8,
    body: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    owner: Uuid,
    session: Option<Uuid>,
    status: String,
    action: String,
    language: String,
    priority: u8,
    attempts: u32,
    epoch: u32,
    created_at: i64,
    started_at: Option<i64>,
    finished_at: Option<i64>,
    cancel_requested: bool,
    last_event_seq: i64,
    report: Option<Vec<u8>>,
    position: Option<i64>,
}

impl Row {
    fn into_stored(self) -> Result<StoredExecution, StoreError> {
        let created = Timestamp::from_micros(self.created_at);
        let started = self.started_at.map(Timestamp::from_micros);
        let record = ExecutionRecord {
            id: self.id.into(),
            owner: self.owner.into(),
            status: parse_status(self.status)?,
            action: parse_action(self.action)?,
            language: self.language,
            priority: self.priority,
            attempts: self.attempts,
            created_at: created.to_datetime(),
            started_at: started.map(Timestamp::to_datetime),
            finished_at: self.finished_at.map(|at| Timestamp::from_micros(at).to_datetime()),
            queue_time: started.map(|started| started.since(created)),
            queue_position: self.position.and_then(|position| u64::try_from(position).ok()),
            report: self.report.map(|body| decode("report", &body)).transpose()?,
            session: self.session.map(Into::into),
            cancel_requested: self.cancel_requested,
        };
        Ok(StoredExecution {
            record,
            epoch: self.epoch,
            last_event_seq: u64::try_from(self.last_event_seq).unwrap_or_default(),
        })
    }
}

fn parse_action(value: String) -> Result<Action, StoreError> {
    value.parse().map_err(|()| StoreError::Unknown { column: "action", value })
}

/// A status as it is written in the database.
pub(crate) fn parse_status(value: String) -> Result<Status, StoreError> {
    value.parse().map_err(|()| StoreError::Unknown { column: "status", value })
}
