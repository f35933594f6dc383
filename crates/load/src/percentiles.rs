//! What a number of latencies looks like.

use serde::Serialize;
use std::time::Duration;

/// The middle, the slow end and the slowest of some latencies, in milliseconds. Each is one that was measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Percentiles {
    /// Median.
    pub p50: f64,
    /// 90th percentile.
    pub p90: f64,
    /// 99th percentile.
    pub p99: f64,
    /// The slowest.
    pub max: f64,
}

impl Percentiles {
    /// Of these; `None` of none.
    #[must_use]
    pub fn of(mut latencies: Vec<Duration>) -> Option<Self> {
        latencies.sort_unstable();
        let at = |per_cent: usize| {
            let index = (latencies.len() * per_cent).div_ceil(100).checked_sub(1)?;
            latencies.get(index).map(|latency| latency.as_secs_f64() * 1e3)
        };
        Some(Self { p50: at(50)?, p90: at(90)?, p99: at(99)?, max: at(100)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_samples() {
        let many = Percentiles::of((1..=100).rev().map(Duration::from_millis).collect());
        assert_eq!(many, Some(Percentiles { p50: 50.0, p90: 90.0, p99: 99.0, max: 100.0 }));
        let one = Percentiles::of(vec![Duration::from_millis(7)]);
        assert_eq!(one, Some(Percentiles { p50: 7.0, p90: 7.0, p99: 7.0, max: 7.0 }));
        assert_eq!(Percentiles::of(Vec::new()), None);
    }
}
