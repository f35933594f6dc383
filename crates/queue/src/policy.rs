//! How long leases last, how often and how late a lost attempt is repeated, how much may wait.

use std::time::Duration;

/// Growing delays between attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// After the first failed attempt.
    pub base: Duration,
    /// The longest delay.
    pub cap: Duration,
}

impl Backoff {
    /// The delay after `attempts` counted attempts: doubled with each, up to the cap.
    #[must_use]
    pub fn delay(&self, attempts: u32) -> Duration {
        let doublings = attempts.saturating_sub(1).min(31);
        self.base.saturating_mul(1 << doublings).min(self.cap)
    }
}

/// The rules of a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueuePolicy {
    /// How many executions may wait.
    pub max_depth: u64,
    /// How long a claim holds without being renewed.
    pub lease: Duration,
    /// Attempts before an execution is given up, for failures of ours only.
    pub max_attempts: u32,
    /// Delays between attempts.
    pub backoff: Backoff,
    /// How long an idempotency key is kept.
    pub keep_keys: Duration,
}

impl Default for QueuePolicy {
    /// 10,000 waiting, leases of 30 s, 3 attempts with 1 s then 2 s between, keys for 24 h.
    fn default() -> Self {
        Self {
            max_depth: 10_000,
            lease: Duration::from_secs(30),
            max_attempts: 3,
            backoff: Backoff { base: Duration::from_secs(1), cap: Duration::from_secs(60) },
            keep_keys: Duration::from_secs(24 * 60 * 60),
        }
    }
}
