//! Writing to a channel: one publisher for each attempt.

use crate::{Command, Ended, Hub, bodies::end_body, channel::Channel};
use runyard_types::{CaseReport, EventBody, Report, Stage, Stream};
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

/// What the channel must know about an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptOptions {
    /// Bytes kept of each stream.
    pub output_bytes: u64,
    /// Whether the program takes input while it runs.
    pub interactive: bool,
}

/// An attempt that has begun.
#[derive(Debug)]
pub struct Attempt {
    /// Where its events go.
    pub publisher: Publisher,
    /// What clients say to it.
    pub commands: mpsc::Receiver<Command>,
    /// Cancelled when its owner cancels the execution.
    pub cancelled: CancellationToken,
}

/// Publishes the events of one attempt. When a newer attempt has begun, what it publishes is dropped.
#[derive(Debug)]
pub struct Publisher {
    hub: Hub,
    channel: Arc<Channel>,
    attempt: u32,
}

impl Publisher {
    pub(crate) fn new(hub: Hub, channel: Arc<Channel>, attempt: u32) -> Self {
        Self { hub, channel, attempt }
    }

    /// A stage begins.
    pub fn stage(&self, stage: Stage) {
        self.channel.publish(self.attempt, |state, id| state.enter(id, stage));
    }

    /// The program or compiler wrote something. May be cut anywhere: characters are put together again.
    pub fn output(&self, stage: Stage, stream: Stream, bytes: &[u8]) {
        self.channel.publish(self.attempt, |state, id| state.output(id, stage, stream, bytes));
    }

    /// A stream reached its limit.
    pub fn truncated(&self, stage: Stage, stream: Stream, limit_bytes: u64) {
        self.channel.publish(self.attempt, |state, id| state.truncated(id, stage, stream, limit_bytes));
    }

    /// A test case ended.
    pub fn case(&self, case: &CaseReport, total: u32) {
        let body = EventBody::Case {
            index: case.index,
            total,
            verdict: case.verdict,
            wall_time_ms: runyard_types::duration_ms(case.wall_time),
            memory_bytes: case.memory_bytes,
        };
        self.channel.publish(self.attempt, |state, id| {
            state.flush(id);
            state.push(id, body);
        });
    }

    /// Completes the output and returns the number the `end` event will have, to be stored with the result. Call it
    /// after the last output; publish nothing between this and [`end`](Self::end).
    #[must_use]
    pub fn end_seq(&self) -> u64 {
        let mut seq = 0;
        self.channel.publish(self.attempt, |state, id| {
            state.flush(id);
            seq = state.last_seq() + 1;
        });
        seq
    }

    /// The attempt is void; another one will follow.
    pub fn requeued(self) {
        self.channel.publish(self.attempt, |state, id| state.requeue(id));
    }

    /// The execution ended with this report, which is already stored.
    pub fn end(self, report: &Report) {
        self.finish(report, None);
    }

    /// The same, and whoever waits for the end need not ask the store for what it was.
    pub fn end_as(self, outcome: Ended) {
        let report = Arc::clone(&outcome.report);
        self.finish(&report, Some(Arc::new(outcome)));
    }

    fn finish(self, report: &Report, outcome: Option<Arc<Ended>>) {
        self.channel.publish(self.attempt, |state, id| {
            // Nobody else is told: reports are large, and ended channels stay for a while.
            state.outcome = outcome.filter(|_| self.channel.is_watched());
            state.end(id, end_body(report));
        });
        self.hub.retire(&self.channel);
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        // The program is gone: nobody takes commands any more. Whoever records its fate also says so.
        let mut state = self.channel.state();
        if state.attempt == self.attempt {
            state.commands = None;
        }
    }
}
