//! How many executions a second, with several clients at once.

use super::{bare::Program, sample::over_http, workload::Workload};
use anyhow::bail;
use runyard_load::{Outcome, Turn, closed_loop};
use runyard_testkit::Client;
use serde::Serialize;
use std::{
    future::{Future, pending},
    sync::Arc,
    time::Duration,
};

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
    let programs = Arc::new(programs);
    let by_hand = move |turn: Turn| {
        let programs = Arc::clone(&programs);
        async move {
            match programs.get(turn.client) {
                Some(program) => program.run().await,
                None => bail!("client {} has no program", turn.client),
            }
        }
    };
    let bare_per_second = per_second(clients, seconds, by_hand).await?;
    let (client, workload) = (client.clone(), *workload);
    let served = move |_| {
        let client = client.clone();
        async move { over_http(&client, &workload).await }
    };
    let http_per_second = per_second(clients, seconds, served).await?;
    Ok(Rate { clients, bare_per_second, http_per_second })
}

/// Each client does it again and again; whatever goes wrong fails the whole measurement.
async fn per_second<F, Fut>(clients: usize, seconds: u64, once: F) -> anyhow::Result<f64>
where
    F: Fn(Turn) -> Fut + Clone + Send + 'static,
    Fut: Future<Output = anyhow::Result<()>> + Send,
{
    let once = move |turn| {
        let doing = once(turn);
        async move { doing.await.map_or_else(|error| Outcome::Failed(format!("{error:#}")), |()| Outcome::Right) }
    };
    let driven = closed_loop(clients, Duration::from_secs(seconds), once, pending()).await;
    if let Some((error, count)) = driven.tally.errors.iter().next() {
        bail!("{count} of {} failed: {error}", driven.tally.begun);
    }
    Ok(driven.per_second())
}
