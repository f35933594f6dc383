//! One output stream of a running program: read, kept, shown.

use crate::{
    Observer,
    capture::Capture,
    stage::{streams::Reader, throttle::Throttle},
};
use runyard_types::{Captured, Stage, Stream};
use std::{future, io, time::Duration};
use tokio::time::{Instant, sleep_until};

/// As much as a pipe holds by default.
const MOST_BUFFER_BYTES: usize = 64 << 10;
/// Most programs write little.
const FIRST_BUFFER_BYTES: usize = 4 << 10;

/// On a terminal two streams end on one screen, but travel different ways: the terminal's output passes through a queue of the kernel
/// that a pipe does not have. Waiting this long before stderr is read lets what was printed before it be shown before it, as good
/// as always; nobody notices the delay.
const SETTLE: Duration = Duration::from_millis(15);

/// Where a stream's output goes while the program runs.
#[derive(Clone, Copy)]
pub(crate) struct Audience<'a> {
    pub(crate) observer: &'a dyn Observer,
    pub(crate) stage: Stage,
    /// Judged runs show nothing while they go on.
    pub(crate) shown: bool,
}

/// Reads one stream to its end.
pub(crate) struct Output<'a> {
    end: Option<Reader>,
    capture: Capture,
    throttle: Throttle,
    buffer: Vec<u8>,
    stream: Stream,
    limit: u64,
    audience: Audience<'a>,
    /// Whether to let the other stream go first, and until when it may now.
    behind: bool,
    behind_until: Option<Instant>,
}

impl<'a> Output<'a> {
    pub(crate) fn new(end: Reader, stream: Stream, limit: u64, audience: Audience<'a>) -> Self {
        Self {
            end: Some(end),
            capture: Capture::new(limit),
            throttle: Throttle::new(Instant::now()),
            buffer: vec![0; FIRST_BUFFER_BYTES],
            stream,
            limit,
            audience,
            behind: false,
            behind_until: None,
        }
    }

    /// This stream, shown a moment behind the other one.
    pub(crate) fn behind(mut self, behind: bool) -> Self {
        self.behind = behind;
        self
    }

    /// Waits for the next bytes and takes them. Never returns once the stream has ended. Cancel-safe.
    pub(crate) async fn advance(&mut self) -> io::Result<()> {
        let Some(end) = &self.end else { return future::pending().await };
        if let Some(moment) = self.throttle.not_before() {
            sleep_until(moment).await;
        }
        if self.behind {
            end.ready().await?;
            sleep_until(*self.behind_until.get_or_insert_with(|| Instant::now() + SETTLE)).await;
        }
        let length = end.read(&mut self.buffer).await?;
        self.behind_until = None;
        self.throttle.note(length, Instant::now());
        self.take(length);
        Ok(())
    }

    /// Takes what is left after the last process is gone.
    pub(crate) fn drain(&mut self) -> io::Result<()> {
        while let Some(end) = &self.end {
            match end.read_now(&mut self.buffer)? {
                Some(length) => self.take(length),
                None => break,
            }
        }
        self.close();
        Ok(())
    }

    /// How much was written, kept or not.
    pub(crate) fn total(&self) -> u64 {
        self.capture.total()
    }

    pub(crate) fn into_captured(self) -> Captured {
        self.capture.into_captured()
    }

    fn take(&mut self, length: usize) {
        if length == 0 {
            self.close();
            return;
        }
        let shown = self.capture.push(self.buffer.get(..length).unwrap_or_default());
        let Audience { observer, stage, shown: show } = self.audience;
        if show && !shown.bytes.is_empty() {
            observer.output(stage, self.stream, shown.bytes);
        }
        if show && shown.truncated_now {
            observer.truncated(stage, self.stream, self.limit);
        }
        if length == self.buffer.len() && length < MOST_BUFFER_BYTES {
            // What follows is read in larger pieces.
            self.buffer.resize(length * 2, 0);
        }
    }

    fn close(&mut self) {
        self.end = None;
        let rest = self.capture.finish();
        if self.audience.shown && !rest.is_empty() {
            self.audience.observer.output(self.audience.stage, self.stream, rest);
        }
    }
}
