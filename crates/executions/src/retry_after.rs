//! When it makes sense to come back to a full queue.

use crate::Stats;
use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};
use tokio::time::Instant;

/// The estimate is made anew at most this often: a full queue is the wrong time to count it for each refusal.
const FRESH: Duration = Duration::from_secs(1);
/// Never less than this, so that nobody hammers.
const LEAST: Duration = Duration::from_secs(1);
/// Never more than this, whatever the estimate.
const MOST: Duration = Duration::from_secs(60);

/// Remembers the latest estimate.
#[derive(Debug, Default)]
pub(crate) struct RetryAfter {
    latest: Mutex<Option<(Instant, Duration)>>,
}

impl RetryAfter {
    /// The latest estimate while it is fresh.
    pub(crate) fn fresh(&self) -> Option<Duration> {
        let latest = *self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        latest.filter(|(at, _)| at.elapsed() < FRESH).map(|(_, estimate)| estimate)
    }

    /// Estimates from the numbers: the time in which a tenth of the queue will have run.
    pub(crate) fn estimate(&self, stats: &Stats) -> Duration {
        let run = stats.average_run.unwrap_or(LEAST).as_secs_f64();
        let ahead = u32::try_from(stats.waiting / 10).unwrap_or(u32::MAX);
        let workers = u32::try_from(stats.workers.max(1)).unwrap_or(u32::MAX);
        let seconds = run * f64::from(ahead) / f64::from(workers);
        let estimate = Duration::try_from_secs_f64(seconds).unwrap_or(MOST).clamp(LEAST, MOST);
        *self.latest.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), estimate));
        estimate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_follows_the_load_within_bounds() {
        let retry_after = RetryAfter::default();
        let stats = |waiting, seconds| Stats {
            waiting,
            workers: 2,
            average_run: Some(Duration::from_secs(seconds)),
            ..Stats::default()
        };
        assert_eq!(retry_after.estimate(&stats(10, 1)), LEAST);
        assert_eq!(retry_after.estimate(&stats(100, 2)), Duration::from_secs(10));
        assert_eq!(retry_after.estimate(&stats(u64::MAX, 10)), MOST);
        assert_eq!(retry_after.fresh(), Some(MOST));
    }
}
