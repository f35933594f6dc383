//! An execution as its readers see it.

use runyard_types::{Action, ExecutionId, InvalidId, OwnerId, Report, SessionId, Status};
use std::{fmt, str::FromStr, time::Duration};
use time::OffsetDateTime;

/// Everything known about one execution, but not its source: see [`Submission`](runyard_types::Submission).
#[derive(Debug, Clone, PartialEq)]
pub struct ExecutionRecord {
    /// Its id.
    pub id: ExecutionId,
    /// Who asked for it.
    pub owner: OwnerId,
    /// Where it is on its way.
    pub status: Status,
    /// What it does with the program.
    pub action: Action,
    /// Id of the language.
    pub language: String,
    /// 0 (last) to 9 (first).
    pub priority: u8,
    /// Attempts counted so far. A lease handed back by a draining server is not counted.
    pub attempts: u32,
    /// When it was accepted.
    pub created_at: OffsetDateTime,
    /// When the attempt under way, or the one that counted, began.
    pub started_at: Option<OffsetDateTime>,
    /// When it ended.
    pub finished_at: Option<OffsetDateTime>,
    /// From acceptance to the beginning of the attempt in `started_at`.
    pub queue_time: Option<Duration>,
    /// 1 = next. Only while it waits.
    pub queue_position: Option<u64>,
    /// How it ended; only once it has.
    pub report: Option<Report>,
    /// The code session it belongs to.
    pub session: Option<SessionId>,
    /// Whether its owner asked to cancel it.
    pub cancel_requested: bool,
}

/// Which executions to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Only those with this status.
    pub status: Option<Status>,
    /// Only those that do this.
    pub action: Option<Action>,
    /// Only those in this language.
    pub language: Option<String>,
    /// Only those of this code session.
    pub session: Option<SessionId>,
}

/// Where the next page begins: after this execution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor(pub ExecutionId);

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Cursor {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        text.parse().map(Self)
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The items in order.
    pub items: Vec<T>,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<Cursor>,
}
