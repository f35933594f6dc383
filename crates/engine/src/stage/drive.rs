//! The loop around one stage.

use crate::{
    Activity, Command, EngineError, Observer,
    input::Input,
    neighbours::Neighbours,
    noise,
    stage::{
        output::{Audience, Output},
        standard_input::StandardInput,
        streams::{DEFAULT_SIZE, TerminalSize, Wiring, open},
    },
};
use bytes::Bytes;
use runyard_launcher_client::{Lease, StageEvent};
use runyard_sandbox::protocol::{Ending, StageReport, StageRequest};
use runyard_types::{Captured, Noise, Stage, Stream};
use std::{os::fd::OwnedFd, time::Duration};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep_until},
};

/// A slot that says nothing for this long after the time limit is broken.
const SLOT_PATIENCE: Duration = Duration::from_secs(20);

/// The caller's side of an execution, across its stages.
pub(crate) struct Console<'a> {
    commands: &'a mut mpsc::Receiver<Command>,
    /// Nobody can send commands any more.
    closed: bool,
    interactive: bool,
    size: TerminalSize,
    /// Input of the run, kept here until the run begins.
    input: Input,
    cancelled: bool,
    /// A signal was sent to the stage under way.
    signalled: bool,
}

impl<'a> Console<'a> {
    pub(crate) fn new(commands: &'a mut mpsc::Receiver<Command>, input: Input, interactive: bool) -> Self {
        Self {
            commands,
            closed: false,
            interactive,
            size: DEFAULT_SIZE,
            input,
            cancelled: false,
            signalled: false,
        }
    }

    /// Whether the caller has cancelled.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled
    }

    /// The run's input; there is only one run that gets it.
    pub(crate) fn take_input(&mut self) -> Input {
        std::mem::take(&mut self.input)
    }

    /// Waits until the caller cancels, while something else is waited for; other commands are kept for the run.
    pub(crate) async fn cancellation(&mut self) {
        while !self.cancelled {
            let command = self.next().await;
            if let Some(command) = self.keep(command) {
                tracing::debug!(?command, "no program to give this to yet");
            }
        }
    }

    /// The next command. Never returns once nobody can send any. Cancel-safe.
    async fn next(&mut self) -> Option<Command> {
        if self.closed {
            return std::future::pending().await;
        }
        let command = self.commands.recv().await;
        self.closed = command.is_none();
        command
    }

    /// Does what can be done without a program; gives back the rest.
    fn keep(&mut self, command: Option<Command>) -> Option<Command> {
        match command {
            Some(Command::Cancel) => self.cancelled = true,
            Some(Command::Resize { columns, rows }) => self.size = TerminalSize { columns, rows },
            Some(Command::Stdin(bytes)) => give(&mut self.input, self.interactive, bytes),
            // Whoever typed is gone: a program that waits for input should see the end of it.
            Some(Command::Eof) | None => self.input.end_typing(),
            Some(other @ Command::Signal(_)) => return Some(other),
        }
        None
    }
}

fn give(input: &mut Input, interactive: bool, bytes: Bytes) {
    let length = bytes.len();
    if !interactive || !input.push(bytes) {
        tracing::debug!(length, interactive, "input refused");
    }
}

/// When output ends a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OverflowRule {
    /// At sixteen times the limit; what exceeds the limit is discarded until then.
    FarBeyond,
    /// At the limit.
    AtLimit,
}

impl OverflowRule {
    /// How many bytes of one stream are too many.
    pub(crate) fn ceiling(self, limit: u64) -> u64 {
        match self {
            Self::FarBeyond => limit.saturating_mul(16),
            Self::AtLimit => limit,
        }
    }
}

/// What to run and how.
pub(crate) struct StageSpec {
    pub(crate) stage: Stage,
    pub(crate) request: StageRequest,
    pub(crate) archive: Option<OwnedFd>,
    pub(crate) input: Input,
    /// Whether typed input goes to this stage.
    pub(crate) typed: bool,
    pub(crate) output_bytes: u64,
    pub(crate) overflow: OverflowRule,
    /// Whether the observer sees output while it runs.
    pub(crate) shown: bool,
}

/// How it went.
#[derive(Debug)]
pub(crate) struct StageOutcome {
    pub(crate) report: StageReport,
    pub(crate) stdout: Captured,
    pub(crate) stderr: Captured,
    /// The stream that wrote too much, if one did.
    pub(crate) overflowed: Option<Stream>,
    /// The caller cancelled while it ran.
    pub(crate) cancelled: bool,
    /// The caller sent it a signal.
    pub(crate) signalled: bool,
    /// What may have disturbed its times.
    pub(crate) noise: Noise,
}

impl StageOutcome {
    /// Whether it ended well and all by itself: neither ended nor signalled by anybody, stopped by no limit.
    pub(crate) fn is_left_alone(&self) -> bool {
        self.ended_by_itself() && self.report.ending == Ending::Exited(0) && !self.report.processes_hit
    }

    /// Whether it came to its own end, whatever that was.
    pub(crate) fn ended_by_itself(&self) -> bool {
        let Self { report, overflowed, cancelled, signalled, .. } = self;
        matches!(report.ending, Ending::Exited(_))
            && report.killed.is_none()
            && overflowed.is_none()
            && !cancelled
            && !signalled
    }
}

/// Runs one stage to its end.
pub(crate) async fn drive(
    lease: &mut Lease,
    spec: StageSpec,
    console: &mut Console<'_>,
    observer: &dyn Observer,
    neighbours: &Neighbours,
) -> Result<StageOutcome, EngineError> {
    let terminal = spec.request.terminal;
    let wiring = if terminal { Wiring::Terminal(console.size) } else { Wiring::Pipes };
    let (ends, stdio) = open(wiring, spec.archive).map_err(EngineError::Streams)?;
    let audience = Audience { observer, stage: spec.stage, shown: spec.shown };
    let mut stdout = Output::new(ends.stdout, Stream::Stdout, spec.output_bytes, audience);
    let mut stderr = Output::new(ends.stderr, Stream::Stderr, spec.output_bytes, audience).behind(terminal);
    let mut stdin = StandardInput::new(ends.stdin, spec.input, terminal);
    let ceiling = spec.overflow.ceiling(spec.output_bytes);
    let patience = Duration::from_micros(spec.request.limits.wall_time_us).saturating_add(SLOT_PATIENCE);
    let deadline = Instant::now() + patience.min(Duration::from_secs(1 << 32));
    let mut overflowed = None;

    console.signalled = false;
    let compiles = spec.request.compile;
    let mut presence = neighbours.begin();
    // What is compiled has no permit to lend.
    let activity = |activity| {
        if !compiles {
            observer.activity(activity)
        }
    };
    lease.start(spec.request, stdio).map_err(EngineError::Stage)?;
    if console.cancelled {
        lease.kill();
    }
    let report = loop {
        // In this order: commands and the end are never kept waiting by a flood, and of two streams with news stdout comes first,
        // as it does in a program that prints a question and then fails.
        tokio::select! {
            biased;
            event = lease.next() => match event.map_err(EngineError::Stage)? {
                StageEvent::Idle => {
                    presence.computes(false);
                    activity(Activity::Idle);
                }
                StageEvent::Busy => {
                    presence.computes(true);
                    activity(Activity::Busy);
                }
                StageEvent::Ended(report) => break report,
            },
            command = console.next() => obey(command, lease, &mut stdin, spec.typed, console),
            () = sleep_until(deadline) => return Err(EngineError::Silent(patience)),
            () = stdin.advance() => {}
            result = stdout.advance() => result.map_err(EngineError::Output)?,
            result = stderr.advance() => result.map_err(EngineError::Output)?,
        }
        if overflowed.is_none() {
            overflowed = over(ceiling, &stdout, &stderr);
            if overflowed.is_some() {
                lease.kill();
            }
        }
    };
    stdout.drain().map_err(EngineError::Output)?;
    stderr.drain().map_err(EngineError::Output)?;
    Ok(StageOutcome {
        noise: noise::of(&report, presence.most(), neighbours.cores()),
        report,
        overflowed: overflowed.or_else(|| over(ceiling, &stdout, &stderr)),
        stdout: stdout.into_captured(),
        stderr: stderr.into_captured(),
        cancelled: console.cancelled,
        signalled: console.signalled,
    })
}

fn over(ceiling: u64, stdout: &Output<'_>, stderr: &Output<'_>) -> Option<Stream> {
    if stdout.total() > ceiling {
        Some(Stream::Stdout)
    } else if stderr.total() > ceiling {
        Some(Stream::Stderr)
    } else {
        None
    }
}

fn obey(
    command: Option<Command>,
    lease: &Lease,
    stdin: &mut StandardInput,
    typed: bool,
    console: &mut Console<'_>,
) {
    match command {
        Some(Command::Signal(signal)) => {
            console.signalled = true;
            lease.signal(signal.number());
        }
        Some(Command::Stdin(bytes)) if typed => give(stdin.input(), console.interactive, bytes),
        Some(Command::Eof) | None if typed => stdin.input().end_typing(),
        other => {
            console.keep(other);
            stdin.resize(console.size);
            if console.cancelled {
                lease.kill();
            }
        }
    }
}
