//! Latencies: one of this kind, one of that kind, again and again.

use crate::{bare::Program, workload::Workload};
use anyhow::ensure;
use reqwest::Method;
use runyard_testkit::Client;
use serde_json::json;
use std::time::{Duration, Instant};

/// Before anything is measured, so that caches are warm on both sides.
const WARM_UP: usize = 5;

/// The middle and the slow end of some latencies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Summary {
    /// Median in milliseconds.
    pub(crate) p50_ms: f64,
    /// 99th percentile in milliseconds.
    pub(crate) p99_ms: f64,
}

impl Summary {
    /// Of any number of samples above zero.
    pub(crate) fn of(mut samples: Vec<Duration>) -> Self {
        samples.sort_unstable();
        let at = |per_cent: usize| {
            let index = (samples.len() * per_cent).div_ceil(100).saturating_sub(1);
            samples.get(index).map_or(f64::NAN, |sample| sample.as_secs_f64() * 1e3)
        };
        Self { p50_ms: at(50), p99_ms: at(99) }
    }
}

/// Submits the program, waits for its end in the same request, and checks the answer.
pub(crate) async fn over_http(client: &Client, workload: &Workload) -> anyhow::Result<()> {
    let mut body = json!({"language": workload.language, "source": workload.source});
    if !workload.compiled_before {
        body["cache"] = json!(false);
    }
    let answer = client.json(Method::POST, "/api/v1/executions", &[("prefer", "wait=60")], &body).await?;
    let record = answer.expect(200)?;
    ensure!(record["stdout"] == "hello\n", "{record}");
    Ok(())
}

/// As many of each, in turn, with a pause before each.
pub(crate) async fn interleave(
    bare: &Program,
    workload: &Workload,
    client: &Client,
    samples: usize,
    pause: Duration,
) -> anyhow::Result<(Vec<Duration>, Vec<Duration>)> {
    let (mut by_hand, mut served) = (Vec::new(), Vec::new());
    for number in 0..samples + WARM_UP {
        tokio::time::sleep(pause).await;
        let start = Instant::now();
        bare.run().await?;
        let bare_took = start.elapsed();
        tokio::time::sleep(pause).await;
        let start = Instant::now();
        over_http(client, workload).await?;
        if number >= WARM_UP {
            by_hand.push(bare_took);
            served.push(start.elapsed());
        }
    }
    Ok((by_hand, served))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_samples() {
        let summary = Summary::of((1..=100).rev().map(Duration::from_millis).collect());
        assert_eq!((summary.p50_ms, summary.p99_ms), (50.0, 99.0));
        let summary = Summary::of(vec![Duration::from_millis(7)]);
        assert_eq!((summary.p50_ms, summary.p99_ms), (7.0, 7.0));
    }
}
