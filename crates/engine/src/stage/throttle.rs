//! How often a stream is read.
//!
//! A program that writes single bytes could make us read (and tell watchers) millions of times. Small reads cost a token,
//! tokens come back with time, and without one the next read waits a moment while the pipe fills.

use std::time::Duration;
use tokio::time::Instant;

/// Reads of at least this many bytes are worth their cost.
const LARGE_READ_BYTES: usize = 2048;
/// So many small reads may follow each other at once: lines that come in bursts are shown at once.
const BURST: u32 = 64;
/// One token comes back in this time: 1,000 small reads a second for as long as it lasts.
const REFILL: Duration = Duration::from_millis(1);
/// Without a token, the next read waits this long.
const PAUSE: Duration = Duration::from_millis(2);

/// The state of one stream.
#[derive(Debug)]
pub(crate) struct Throttle {
    tokens: u32,
    refilled: Instant,
    not_before: Option<Instant>,
}

impl Throttle {
    pub(crate) fn new(now: Instant) -> Self {
        Self { tokens: BURST, refilled: now, not_before: None }
    }

    /// Notes a read of so many bytes.
    pub(crate) fn note(&mut self, bytes: usize, now: Instant) {
        let elapsed = now.saturating_duration_since(self.refilled).as_micros() / REFILL.as_micros();
        let refill = u32::try_from(elapsed).unwrap_or(BURST).min(BURST);
        if refill > 0 {
            self.tokens = (self.tokens + refill).min(BURST);
            self.refilled = now;
        }
        self.not_before = None;
        if bytes < LARGE_READ_BYTES {
            match self.tokens.checked_sub(1) {
                Some(left) => self.tokens = left,
                None => self.not_before = Some(now + PAUSE),
            }
        }
    }

    /// When the stream may be read again; `None` means now.
    pub(crate) fn not_before(&self) -> Option<Instant> {
        self.not_before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_free_and_a_flood_of_small_reads_is_not() {
        let start = Instant::now();
        let mut throttle = Throttle::new(start);
        for _ in 0..BURST {
            throttle.note(1, start);
            assert_eq!(throttle.not_before(), None);
        }
        throttle.note(1, start);
        assert_eq!(throttle.not_before(), Some(start + PAUSE));
        throttle.note(LARGE_READ_BYTES, start);
        assert_eq!(throttle.not_before(), None);
    }

    #[test]
    fn tokens_come_back() {
        let start = Instant::now();
        let mut throttle = Throttle::new(start);
        for _ in 0..=BURST {
            throttle.note(1, start);
        }
        throttle.note(1, start + REFILL * 3);
        assert_eq!(throttle.not_before(), None);
    }
}
