//! What a server takes of the memory while nobody asks it for anything, and while many do.

use super::{exercise::Exercise, measure::Bench, rate, report::Memory, workload::WORKLOADS};
use crate::{footprint::Footprint, served};
use anyhow::Context as _;
use std::time::Duration;

/// After a start, interpreters still become ready.
const SETTLE: Duration = Duration::from_secs(3);

/// Clients at once.
const CLIENTS: usize = 16;

/// Programs that are run meanwhile: of one that is forked, and of one that is compiled.
const PROGRAMS: [&str; 2] = ["Python", "C++"];

/// Looks at the warm server.
pub(crate) async fn measure(bench: &Bench) -> anyhow::Result<Memory> {
    tokio::time::sleep(SETTLE).await;
    let idle = Footprint::of(&bench.roles);
    let mut busy = Vec::new();
    for name in PROGRAMS {
        let workload = WORKLOADS.iter().find(|workload| workload.name == name);
        let workload = workload.with_context(|| format!("no workload is called {name}"))?;
        if served::lacks(&bench.warm, workload.toolchain.language).await?.is_some() {
            continue;
        }
        let exercise = Exercise::prepare(*workload)?;
        let driving = rate::served(&exercise, &bench.warm, CLIENTS, bench.plan.window, &bench.numbers);
        let (driven, most) = Footprint::during(&bench.roles, driving).await;
        driven.with_context(|| format!("failed to run {name} for {CLIENTS} clients"))?;
        busy.push((name, most));
    }
    Ok(Memory { idle, clients: CLIENTS, busy })
}
