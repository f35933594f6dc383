//! All channels of this process.

use crate::{
    Attempt, AttemptOptions, Command, Publisher, Subscription, Undelivered,
    bodies::end_body,
    channel::{Channel, Phase},
};
use runyard_types::{EventId, ExecutionId, Report};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::mpsc::{self, error::TrySendError},
    time::Instant,
};

/// Commands that may wait for one program.
const COMMANDS: usize = 64;
/// Said to watchers whose earlier output is void.
const RESTART_REASON: &str = "the earlier attempt was lost through no fault of the program; it starts again";

/// How much of what has ended stays in memory. Afterwards the store answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HubLimits {
    /// Ended executions at most.
    pub ended: usize,
    /// Bytes of their events at most.
    pub ended_bytes: usize,
    /// For how long.
    pub ended_for: Duration,
}

impl Default for HubLimits {
    /// The 1,000 newest, 32 MiB, 60 s.
    fn default() -> Self {
        Self { ended: 1000, ended_bytes: 32 << 20, ended_for: Duration::from_secs(60) }
    }
}

/// All channels of this process. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Hub {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    limits: HubLimits,
    state: Mutex<Channels>,
}

#[derive(Debug, Default)]
struct Channels {
    all: HashMap<ExecutionId, Arc<Channel>>,
    retired: VecDeque<Retired>,
    retired_bytes: usize,
}

#[derive(Debug)]
struct Retired {
    channel: Arc<Channel>,
    bytes: usize,
    at: Instant,
}

impl Hub {
    /// A hub without channels.
    #[must_use]
    pub fn new(limits: HubLimits) -> Self {
        Self { inner: Arc::new(Inner { limits, state: Mutex::default() }) }
    }

    fn channels(&self) -> MutexGuard<'_, Channels> {
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn existing(&self, id: ExecutionId) -> Option<Arc<Channel>> {
        self.channels().all.get(&id).cloned()
    }

    /// An attempt begins: `attempt` is the number its events carry, greater than any before.
    #[must_use]
    pub fn begin(&self, id: ExecutionId, attempt: u32, options: AttemptOptions) -> Attempt {
        let (sender, commands) = mpsc::channel(COMMANDS);
        let mut channels = self.channels();
        let channel = channels.get_or_make(id);
        // Under the same lock under which unused channels leave.
        let mut state = channel.state();
        let output_bytes = usize::try_from(options.output_bytes).unwrap_or(usize::MAX);
        state.begin(id, attempt, output_bytes, (attempt > 1).then(|| RESTART_REASON.to_owned()));
        state.commands = Some(sender);
        state.interactive = options.interactive;
        state.cancelled = tokio_util::sync::CancellationToken::new();
        if state.cancel_attempt == Some(attempt) {
            state.cancelled.cancel();
        }
        let cancelled = state.cancelled.clone();
        drop(state);
        drop(channels);
        channel.wake();
        Attempt { publisher: Publisher::new(self.clone(), channel, attempt), commands, cancelled }
    }

    /// Reads the events of an execution after `seen` (`0.1`, the QUEUED that is not published here: from the
    /// beginning). Subscribe **before** reading
    /// the store: a change that the store does not show yet then wakes the subscription.
    #[must_use]
    pub fn subscribe(&self, id: ExecutionId, seen: EventId) -> Subscription {
        let mut channels = self.channels();
        let channel = channels.get_or_make(id);
        // Registered under the same lock under which unused channels leave.
        Subscription::new(self.clone(), channel, seen)
    }

    /// Says something to the running program.
    ///
    /// # Errors
    /// It does not run here, is not interactive, or has too many commands waiting.
    pub fn send(&self, id: ExecutionId, command: Command) -> Result<(), Undelivered> {
        let channel = self.existing(id).ok_or(Undelivered::NotRunning)?;
        let state = channel.state();
        let commands = match (&state.commands, state.phase) {
            (Some(commands), Phase::Live) => commands,
            _ => return Err(Undelivered::NotRunning),
        };
        if command.needs_terminal() && !state.interactive {
            return Err(Undelivered::NotInteractive);
        }
        commands.try_send(command).map_err(|error| match error {
            TrySendError::Full(_) => Undelivered::Backpressure,
            TrySendError::Closed(_) => Undelivered::NotRunning,
        })
    }

    /// Tells attempt `attempt` that its owner cancelled it: now, or as soon as it begins.
    pub fn cancel(&self, id: ExecutionId, attempt: u32) {
        let mut channels = self.channels();
        let channel = channels.get_or_make(id);
        let mut state = channel.state();
        match state.phase {
            Phase::Live if state.attempt == attempt => state.cancelled.cancel(),
            Phase::Ended => {}
            Phase::Live | Phase::Waiting => {
                state.cancel_attempt = Some(attempt);
                drop(state);
                drop(channels);
                // Should the attempt never begin here, the channel leaves with the ended ones.
                self.retire(&channel);
            }
        }
    }

    /// An execution ended without a publisher: cancelled while it waited, or given up.
    pub fn end(&self, id: ExecutionId, attempt: u32, report: &Report) {
        let Some(channel) = self.existing(id) else { return };
        let mut state = channel.state();
        if state.phase == Phase::Ended || state.attempt > attempt {
            return;
        }
        state.attempt = attempt;
        state.end(id, end_body(report));
        drop(state);
        channel.wake();
        self.retire(&channel);
    }

    /// A lease was taken away from attempt `attempt`; the execution waits again.
    pub fn requeued(&self, id: ExecutionId, attempt: u32) {
        if let Some(channel) = self.existing(id) {
            channel.publish(attempt, |state, id| state.requeue(id));
        }
    }

    /// Forgets what has been ended for too long. Call it now and then; ending something also does it.
    pub fn evict(&self) {
        self.channels().evict(&self.inner.limits);
    }

    /// Puts a channel among those that leave.
    pub(crate) fn retire(&self, channel: &Arc<Channel>) {
        let bytes = channel.state().ring_bytes();
        let mut channels = self.channels();
        channels.retired_bytes += bytes;
        channels.retired.push_back(Retired { channel: Arc::clone(channel), bytes, at: Instant::now() });
        channels.evict(&self.inner.limits);
    }

    /// A subscription is gone: a channel that nobody else needs goes with it.
    pub(crate) fn unwatch(&self, channel: &Arc<Channel>) {
        let mut channels = self.channels();
        if channel.is_watched() {
            return;
        }
        let state = channel.state();
        if state.phase == Phase::Waiting && state.attempt == 0 && state.cancel_attempt.is_none() {
            channels.all.remove(&channel.id());
        }
    }

    /// How many channels there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.channels().all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Channels {
    fn get_or_make(&mut self, id: ExecutionId) -> Arc<Channel> {
        Arc::clone(self.all.entry(id).or_insert_with(|| Arc::new(Channel::new(id))))
    }

    fn evict(&mut self, limits: &HubLimits) {
        while let Some(oldest) = self.retired.front() {
            let over = self.retired.len() > limits.ended || self.retired_bytes > limits.ended_bytes;
            if !over && oldest.at.elapsed() < limits.ended_for {
                return;
            }
            let Some(oldest) = self.retired.pop_front() else { return };
            self.retired_bytes -= oldest.bytes;
            let mut state = oldest.channel.state();
            let leaves = match state.phase {
                Phase::Ended => true,
                Phase::Live => false,
                Phase::Waiting => {
                    state.cancel_attempt = None;
                    state.attempt == 0 && !oldest.channel.is_watched()
                }
            };
            drop(state);
            let id = oldest.channel.id();
            if leaves && self.all.get(&id).is_some_and(|current| Arc::ptr_eq(current, &oldest.channel)) {
                self.all.remove(&id);
            }
        }
    }
}
