//! The state of one execution's channel.

use crate::{Command, Ended, kept::Kept, ring::Ring, subscription::Reading, utf8::incomplete_tail};
use runyard_types::{Event, EventBody, EventId, ExecutionId, Stage, Status, Stream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;

/// Where the channel is in the life of its execution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// No attempt is under way here.
    Waiting,
    /// An attempt publishes.
    Live,
    /// `end` was published.
    Ended,
}

/// One execution's channel.
#[derive(Debug)]
pub(crate) struct Channel {
    id: ExecutionId,
    state: Mutex<State>,
    changed: watch::Sender<()>,
}

/// What the channel holds.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) phase: Phase,
    /// The latest attempt; 0 while none has begun.
    pub(crate) attempt: u32,
    /// An attempt that is to be cancelled as soon as it begins.
    pub(crate) cancel_attempt: Option<u32>,
    /// The way to the running program.
    pub(crate) commands: Option<mpsc::Sender<Command>>,
    pub(crate) cancelled: CancellationToken,
    pub(crate) interactive: bool,
    /// How it ended, as long as somebody may wait for that.
    pub(crate) outcome: Option<Arc<Ended>>,
    last_seq: u64,
    seen_seq: u64,
    status: Status,
    stage: Option<Stage>,
    restart: Option<String>,
    ring: Ring,
    kept: Option<Kept>,
    /// Beginnings of characters: compile stdout and stderr, run stdout and stderr.
    partial: [Vec<u8>; 4],
}

impl Channel {
    pub(crate) fn new(id: ExecutionId) -> Self {
        Self {
            id,
            state: Mutex::new(State {
                phase: Phase::Waiting,
                attempt: 0,
                cancel_attempt: None,
                commands: None,
                cancelled: CancellationToken::new(),
                interactive: false,
                outcome: None,
                // Event 0.1 is the QUEUED that every watcher of a waiting execution is told first.
                last_seq: 1,
                seen_seq: 1,
                status: Status::Queued,
                stage: None,
                restart: None,
                ring: Ring::default(),
                kept: None,
                partial: Default::default(),
            }),
            changed: watch::Sender::new(()),
        }
    }

    pub(crate) fn id(&self) -> ExecutionId {
        self.id
    }

    /// The state. A publisher that panicked has left it whole: every change is complete before the lock is released.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A receiver that is told of every change from now on.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    pub(crate) fn is_watched(&self) -> bool {
        self.changed.receiver_count() > 0
    }

    /// Wakes everybody who reads.
    pub(crate) fn wake(&self) {
        self.changed.send_replace(());
    }

    /// Runs `change` if `attempt` is still the one that publishes here, then wakes the readers.
    pub(crate) fn publish(&self, attempt: u32, change: impl FnOnce(&mut State, ExecutionId)) {
        let mut state = self.state();
        if state.phase == Phase::Live && state.attempt == attempt {
            change(&mut state, self.id);
            drop(state);
            self.wake();
        }
    }
}

impl State {
    /// Starts over for a new attempt.
    pub(crate) fn begin(
        &mut self,
        id: ExecutionId,
        attempt: u32,
        output_bytes: usize,
        restart: Option<String>,
    ) {
        self.phase = Phase::Live;
        self.attempt = attempt;
        self.last_seq = 0;
        self.seen_seq = 0;
        self.status = Status::Running;
        self.stage = None;
        self.ring = Ring::new(output_bytes);
        self.kept = Some(Kept::new(output_bytes));
        self.partial = Default::default();
        self.restart.clone_from(&restart);
        if let Some(reason) = restart {
            self.push(id, EventBody::Restart { reason });
        }
        self.push(id, EventBody::Status { status: Status::Running });
    }

    pub(crate) fn last_seq(&self) -> u64 {
        self.last_seq
    }

    pub(crate) fn ring_bytes(&self) -> usize {
        self.ring.bytes()
    }

    /// Appends an event.
    pub(crate) fn push(&mut self, id: ExecutionId, body: EventBody) {
        self.last_seq += 1;
        self.ring.push(Event { execution_id: id, attempt: self.attempt, seq: self.last_seq, body });
    }

    /// A stage begins.
    pub(crate) fn enter(&mut self, id: ExecutionId, stage: Stage) {
        self.flush(id);
        self.stage = Some(stage);
        self.push(id, EventBody::Stage { stage });
    }

    /// Output arrives.
    pub(crate) fn output(&mut self, id: ExecutionId, stage: Stage, stream: Stream, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        if let Some(kept) = &mut self.kept {
            kept.add(stage, stream, bytes);
        }
        let partial = &mut self.partial[slot(stage, stream)];
        let mut joined = std::mem::take(partial);
        let whole = if joined.is_empty() {
            bytes
        } else {
            joined.extend_from_slice(bytes);
            &joined
        };
        let (ready, rest) = whole.split_at(whole.len() - incomplete_tail(whole));
        *partial = rest.to_vec();
        self.emit(id, stage, stream, ready);
    }

    /// The stream is at its limit.
    pub(crate) fn truncated(&mut self, id: ExecutionId, stage: Stage, stream: Stream, limit_bytes: u64) {
        self.flush(id);
        if let Some(kept) = &mut self.kept {
            kept.truncate(stage, stream);
        }
        self.push(id, EventBody::Truncated { stage, stream, limit_bytes });
    }

    /// The attempt is void: the execution waits for another one.
    pub(crate) fn requeue(&mut self, id: ExecutionId) {
        self.flush(id);
        self.phase = Phase::Waiting;
        self.status = Status::Queued;
        self.commands = None;
        self.push(id, EventBody::Status { status: Status::Queued });
    }

    /// The execution ended. From here on the ring alone answers, then the store.
    pub(crate) fn end(&mut self, id: ExecutionId, body: EventBody) {
        self.flush(id);
        self.phase = Phase::Ended;
        self.commands = None;
        self.kept = None;
        self.partial = Default::default();
        self.push(id, body);
    }

    /// Incomplete characters will not be completed any more: out with them as they are.
    pub(crate) fn flush(&mut self, id: ExecutionId) {
        for stage in [Stage::Compile, Stage::Run] {
            for stream in [Stream::Stdout, Stream::Stderr] {
                let bytes = std::mem::take(&mut self.partial[slot(stage, stream)]);
                self.emit(id, stage, stream, &bytes);
            }
        }
    }

    fn emit(&mut self, id: ExecutionId, stage: Stage, stream: Stream, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        let body = EventBody::output(stage, stream, bytes);
        if !self.ring.join(&body, self.seen_seq) {
            self.push(id, body);
        }
    }

    /// What a reader who has seen everything up to `seen` reads next; moves `seen`.
    pub(crate) fn read(&mut self, id: ExecutionId, seen: &mut EventId) -> Reading {
        if self.attempt == 0 && self.phase != Phase::Ended || seen.attempt > self.attempt {
            return Reading::Nothing;
        }
        if seen.attempt < self.attempt {
            *seen = EventId { attempt: self.attempt, seq: 0 };
        }
        let ended = self.phase == Phase::Ended;
        let in_ring = self.ring.first_seq().is_some_and(|first| first <= seen.seq.saturating_add(1))
            && seen.seq <= self.last_seq;
        let events = if in_ring {
            self.ring.after(seen.seq)
        } else {
            let Some(kept) = &self.kept else { return Reading::Missed };
            let mut events = Vec::new();
            let event = |seq, body| Arc::new(Event { execution_id: id, attempt: self.attempt, seq, body });
            if let (0, Some(reason)) = (seen.seq, &self.restart) {
                events.push(event(1, EventBody::Restart { reason: reason.clone() }));
            }
            events.push(event(self.last_seq, kept.snapshot(self.status, self.stage)));
            events
        };
        if events.is_empty() {
            return if ended { Reading::Over } else { Reading::Nothing };
        }
        seen.seq = self.last_seq;
        self.seen_seq = self.last_seq;
        Reading::Events(events)
    }
}

fn slot(stage: Stage, stream: Stream) -> usize {
    match (stage, stream) {
        (Stage::Compile, Stream::Stdout) => 0,
        (Stage::Compile, Stream::Stderr) => 1,
        (Stage::Run, Stream::Stdout) => 2,
        (Stage::Run, Stream::Stderr) => 3,
    }
}
