//! How many executions a second, with several clients at once.

use crate::{bare::Program, sample::over_http, workload::Workload};
use runyard_testkit::Client;
use serde::Serialize;
use std::{
    future::Future,
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// How many clients work at once.
pub(crate) const CLIENTS: [usize; 3] = [2, 16, 64];

/// Executions a second on both sides.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Rate {
    /// Clients, and commands by hand, at once.
    pub(crate) clients: usize,
    /// By hand.
    pub(crate) bare_per_second: f64,
    /// Over HTTP.
    pub(crate) http_per_second: f64,
}

/// Measures one side after the other for so many seconds each.
pub(crate) async fn measure(
    bare: &Program,
    workload: &Workload,
    client: &Client,
    clients: usize,
    seconds: u64,
) -> anyhow::Result<Rate> {
    let programs: Vec<Program> =
        (0..clients).map(|_| Program::prepare(workload)).collect::<anyhow::Result<_>>()?;
    bare.run().await?;
    let by_hand = programs.into_iter().map(|program| repeat(seconds, async move || program.run().await));
    let bare_per_second = all(by_hand, seconds).await?;
    let served = (0..clients).map(|_| {
        let (client, workload) = (client.clone(), *workload);
        repeat(seconds, async move || over_http(&client, &workload).await)
    });
    let http_per_second = all(served, seconds).await?;
    Ok(Rate { clients, bare_per_second, http_per_second })
}

/// Does something until the time is over and says how often it was done.
async fn repeat<F: AsyncFn() -> anyhow::Result<()>>(seconds: u64, once: F) -> anyhow::Result<u32> {
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut count = 0;
    while Instant::now() < end {
        once().await?;
        count += 1;
    }
    Ok(count)
}

async fn all<F>(clients: impl Iterator<Item = F>, seconds: u64) -> anyhow::Result<f64>
where
    F: Future<Output = anyhow::Result<u32>> + Send + 'static,
{
    let start = Instant::now();
    let mut running = JoinSet::new();
    clients.for_each(|client| {
        running.spawn(client);
    });
    let mut count = 0;
    while let Some(done) = running.join_next().await {
        count += done??;
    }
    // The last of each client ends after the time; it counts, and so does the time it took.
    let took = start.elapsed().max(Duration::from_secs(seconds));
    Ok(f64::from(count) / took.as_secs_f64())
}
