//! How an execution ended, for those who wait for exactly that.

use runyard_types::Report;
use std::sync::Arc;
use time::OffsetDateTime;

/// The end of an execution as it was recorded in the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Ended {
    /// The report.
    pub report: Arc<Report>,
    /// Attempts counted, the one that ended it included.
    pub attempts: u32,
    /// When this attempt began.
    pub started_at: OffsetDateTime,
    /// When it ended.
    pub finished_at: OffsetDateTime,
}
