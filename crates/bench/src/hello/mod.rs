//! Hello-world executions over HTTP against the same programs started by hand, in the same run.
//!
//! Absolute times move from machine to machine and from minute to minute, so each sample of one kind is followed by a
//! sample of the others, and what is compared is their ratio.

mod executable;
mod exercise;
mod measure;
mod memory;
mod page;
mod plan;
mod rate;
mod report;
mod sample;
mod target;
mod workload;

use crate::{
    around::Around,
    circumstances::Circumstances,
    command_line::folder,
    disturbance::{self, Moment},
    numbers::Numbers,
    served,
    servers::Servers,
};
use anyhow::ensure;
use clap::Args;
use measure::{Bench, Comparisons};
use plan::Plan;
use report::{Document, Skipped};
use std::{io::Write as _, path::PathBuf, process::ExitCode};
use workload::{WORKLOADS, Workload};

/// What is measured, and where it is written.
#[derive(Debug, Args)]
pub struct Options {
    /// The server's binary, built for release.
    #[arg(long)]
    binary: PathBuf,
    /// Where benchmarks.md and benchmarks.json are written.
    #[arg(long, value_parser = folder)]
    output: PathBuf,
    /// Samples of each workload back to back, where there is time for so many; half of that at light load.
    #[arg(long, default_value_t = 200)]
    samples: usize,
    /// Seconds each rate is measured for.
    #[arg(long, default_value_t = 2)]
    seconds: u64,
    /// Only the workloads whose names contain this.
    #[arg(long)]
    only: Option<String>,
    /// Compare with `docker run` of this image, which has the toolchains at the same places; DOCKER_HOST says where its daemon is.
    #[arg(long)]
    docker_image: Option<String>,
    /// Few samples and few clients: to see that it works.
    #[arg(long)]
    quick: bool,
}

/// Measures, and writes both documents.
///
/// # Errors
/// When something cannot be measured: every program must give its right answer.
pub async fn run(options: &Options, command: String) -> anyhow::Result<ExitCode> {
    let before = disturbance::observe().await?;
    let begin = Moment::now()?;
    let servers = Servers::start(&options.binary)?;
    let bench = Bench {
        plan: Plan::new(options.samples, options.seconds, options.quick),
        warm: servers.warm()?,
        cold: servers.cold()?,
        roles: servers.roles()?,
        numbers: Numbers::from_the_clock(),
        comparisons: Comparisons::find(options.docker_image.clone()).await,
        cores: std::thread::available_parallelism()?.get(),
    };
    let memory = memory::measure(&bench).await?;
    let (mut rows, mut skipped) = (Vec::new(), Vec::new());
    for workload in chosen(options.only.as_deref())? {
        if let Some(reason) = lacks(&bench, workload).await? {
            writeln!(std::io::stderr(), "skipped: {}: {reason}", workload.name)?;
            skipped.push(Skipped { name: workload.name, reason });
            continue;
        }
        let row = bench.measure(*workload).await?;
        writeln!(std::io::stderr(), "{}", row.line())?;
        rows.push(row);
    }
    let unavailable = bench.comparisons.unavailable.clone();
    let cores = bench.cores;
    drop(bench);
    servers.stop()?;
    let stolen_percent = begin.stolen_percent_since()?;
    let circumstances = Circumstances::now(command, before, disturbance::observe().await?)?;
    let document = Document { circumstances, stolen_percent, cores, memory, rows, skipped, unavailable };
    document.write(&options.output)?;
    writeln!(std::io::stdout(), "{}", document.markdown())?;
    Ok(ExitCode::SUCCESS)
}

fn chosen(only: Option<&str>) -> anyhow::Result<Vec<&'static Workload>> {
    let part = only.unwrap_or_default().to_lowercase();
    let chosen: Vec<_> =
        WORKLOADS.iter().filter(|workload| workload.name.to_lowercase().contains(&part)).collect();
    ensure!(!chosen.is_empty(), "no workload has {part:?} in its name");
    Ok(chosen)
}

/// Why a workload cannot be measured here.
async fn lacks(bench: &Bench, workload: &Workload) -> anyhow::Result<Option<String>> {
    let missing = workload.toolchain.programs().find(|program| !std::path::Path::new(program).exists());
    if let Some(program) = missing {
        return Ok(Some(format!("{program} is not installed")));
    }
    for client in [&bench.warm, &bench.cold] {
        if let Some(reason) = served::lacks(client, workload.toolchain.language).await? {
            return Ok(Some(reason));
        }
    }
    Ok(None)
}

impl Comparisons {
    /// What there is here to compare with.
    async fn find(docker_image: Option<String>) -> Self {
        let mut unavailable = Vec::new();
        let mut found = |name: &'static str, around: Around, state: Result<(), String>| match state {
            Ok(()) => Some(around),
            Err(reason) => {
                unavailable.push(Skipped { name, reason });
                None
            }
        };
        let state = Around::Bubblewrap.check().await;
        let bubblewrap = found("bubblewrap", Around::Bubblewrap, state);
        let docker = match docker_image {
            Some(image) => {
                let around = Around::Docker { image };
                let state = around.check().await;
                found("docker run", around, state)
            }
            None => found(
                "docker run",
                Around::Nothing,
                Err("no image was named (`--docker-image NAME`)".to_owned()),
            ),
        };
        Self { bubblewrap, docker, unavailable }
    }
}
