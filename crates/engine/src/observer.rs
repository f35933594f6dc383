//! Who watches an execution while it goes on.

use runyard_types::{CaseReport, Stage, Stream};

/// Whether a program computes or waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Activity {
    /// It has used almost no CPU for a while: its CPU permit can serve another.
    Idle,
    /// It computes again.
    Busy,
}

/// Receives what happens, as it happens. Calls come from the execution's own task and must not block.
pub trait Observer: Send + Sync {
    /// A stage begins.
    fn stage(&self, stage: Stage);
    /// Bytes to keep. A UTF-8 character is never split between two calls. Judged runs make no such calls.
    fn output(&self, stage: Stage, stream: Stream, bytes: &[u8]);
    /// The stream reached its limit; called once, and no output of it follows.
    fn truncated(&self, stage: Stage, stream: Stream, limit: u64);
    /// A test case ended.
    fn case(&self, case: &CaseReport, total: u32);
    /// The program waits, or computes again.
    fn activity(&self, activity: Activity);
}

/// An observer that looks away.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn stage(&self, _: Stage) {}
    fn output(&self, _: Stage, _: Stream, _: &[u8]) {}
    fn truncated(&self, _: Stage, _: Stream, _: u64) {}
    fn case(&self, _: &CaseReport, _: u32) {}
    fn activity(&self, _: Activity) {}
}
