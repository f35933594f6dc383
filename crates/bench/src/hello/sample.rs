//! Latencies: one of this kind, one of that kind, again and again.

use super::{bare::Program, workload::Workload};
use anyhow::{Context as _, ensure};
use reqwest::Method;
use runyard_load::Percentiles;
use runyard_testkit::Client;
use serde_json::json;
use std::time::{Duration, Instant};

/// Before anything is measured, so that caches are warm on both sides.
const WARM_UP: usize = 5;

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
) -> anyhow::Result<(Percentiles, Percentiles)> {
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
    let percentiles = |latencies| Percentiles::of(latencies).context("nothing was measured");
    Ok((percentiles(by_hand)?, percentiles(served)?))
}
