//! The words every part of Runyard shares: ids, limits, submissions, verdicts, reports and events.
//!
//! No I/O happens here. Sizes are bytes and durations are [`std::time::Duration`] inside the program; on the wire
//! they become `_bytes` integers and `_ms` numbers with three decimals at most.

mod action;
mod caching;
mod diagnostic;
mod event;
mod id;
mod limits;
mod noise;
mod output;
mod report;
mod sandbox;
mod signal;
mod submission;
mod verdict;

pub use action::Action;
pub use caching::Caching;
pub use diagnostic::{Diagnostic, Severity};
pub use event::{ClientMessage, Event, EventBody, EventId, Stage, Stream};
pub use id::{ExecutionId, InvalidId, OwnerId, SessionId, ShareId};
pub use limits::{Limits, LimitsError, LimitsRequest};
pub use noise::{Noise, RunTimes};
pub use output::{Captured, EncodedText, Encoding};
pub use report::{CaseReport, CompileReport, Report};
pub use sandbox::{CgroupVersion, Sandbox, SandboxMode, Tier};
pub use signal::Signal;
pub use submission::{SourceFile, Submission, TestCase};
pub use verdict::{LimitHit, Status, Verdict};

/// Milliseconds with microsecond precision, the unit of every `_ms` field on the wire.
pub fn duration_ms(duration: std::time::Duration) -> f64 {
    let micros = u32::try_from(duration.as_micros()).map_or(duration.as_secs_f64() * 1e6, f64::from);
    micros.round() / 1e3
}
