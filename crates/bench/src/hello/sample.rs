//! Latencies: one of each kind, again and again.

use super::exercise::Exercise;
use crate::{by_hand::Program, numbers::Numbers};
use anyhow::Context as _;
use runyard_load::Percentiles;
use runyard_testkit::Client;
use serde::Serialize;
use std::time::{Duration, Instant};

/// Before anything is measured, so that caches are warm on all sides.
const WARM_UP: usize = 2;

/// One way of doing it.
#[derive(Debug)]
pub(crate) enum Side {
    /// A command.
    Command(Program),
    /// A server.
    Server(Client),
}

impl Side {
    async fn once(&self, exercise: &Exercise, number: u64) -> anyhow::Result<Duration> {
        match self {
            Self::Command(program) => exercise.by_hand(program, number).await,
            Self::Server(client) => exercise.serve(client, number).await,
        }
    }
}

/// How many, and how fast after one another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// At least so many samples, however long they take.
    pub(crate) least: usize,
    /// Never more.
    pub(crate) most: usize,
    /// Between the two: as many as there is time for.
    pub(crate) time: Duration,
    /// Before each.
    pub(crate) pause: Duration,
}

impl Pace {
    fn goes_on(&self, taken: usize, passed: Duration) -> bool {
        taken < self.least || (taken < self.most && passed < self.time)
    }
}

/// How long one takes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Latency {
    /// Median in milliseconds.
    pub(crate) p50_ms: f64,
    /// 99th percentile in milliseconds; of fewer than a hundred samples, the slowest.
    pub(crate) p99_ms: f64,
    /// How many.
    pub(crate) samples: usize,
}

impl Latency {
    fn of(latencies: Vec<Duration>) -> anyhow::Result<Self> {
        let samples = latencies.len();
        let percentiles = Percentiles::of(latencies).context("nothing was measured")?;
        Ok(Self { p50_ms: percentiles.p50, p99_ms: percentiles.p99, samples })
    }
}

/// As many of each side, in turn.
pub(crate) async fn interleave(
    exercise: &Exercise,
    sides: &[Side],
    pace: Pace,
    numbers: &Numbers,
) -> anyhow::Result<Vec<Latency>> {
    let mut taken: Vec<Vec<Duration>> = vec![Vec::new(); sides.len()];
    for side in sides {
        if let Side::Command(program) = side {
            exercise.settle(program).await?;
        }
        for _ in 0..WARM_UP.min(pace.least / 2) {
            side.once(exercise, numbers.next()).await?;
        }
    }
    let start = Instant::now();
    let mut rounds = 0;
    while pace.goes_on(rounds, start.elapsed()) {
        for (side, taken) in sides.iter().zip(&mut taken) {
            tokio::time::sleep(pace.pause).await;
            taken.push(side.once(exercise, numbers.next()).await?);
        }
        rounds += 1;
    }
    taken.into_iter().map(Latency::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_programs_get_fewer_samples() {
        let pace = Pace { least: 10, most: 100, time: Duration::from_secs(5), pause: Duration::ZERO };
        let (early, late) = (Duration::from_secs(1), Duration::from_secs(6));
        assert!(pace.goes_on(9, late) && !pace.goes_on(10, late));
        assert!(pace.goes_on(99, early) && !pace.goes_on(100, early));
    }
}
