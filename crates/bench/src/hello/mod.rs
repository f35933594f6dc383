//! Hello-world executions over HTTP against the same programs started by hand, in the same run.
//!
//! Absolute times move from machine to machine and from minute to minute, so each sample of one kind is followed by a
//! sample of the other, and what is compared is their ratio.

mod bare;
mod rate;
mod report;
mod sample;
mod workload;

use crate::{circumstances::Circumstances, disturbance};
use anyhow::Context as _;
use clap::Args;
use report::{Document, Latency, Row};
use runyard_testkit::TestServer;
use std::{io::Write as _, path::PathBuf, process::ExitCode, time::Duration};
use workload::WORKLOADS;

/// What Python may take over HTTP beyond what it takes by hand, for one client.
const PYTHON_MARGIN_MS: f64 = 5.0;

/// The pause before each of those that are measured at light load.
const LIGHT_LOAD: Duration = Duration::from_millis(100);

/// What is measured, and where it is written.
#[derive(Debug, Args)]
pub struct Options {
    /// The server's binary, built for release.
    #[arg(long)]
    binary: PathBuf,
    /// Where benchmarks.md and benchmarks.json are written.
    #[arg(long)]
    output: PathBuf,
    /// Samples of each workload; compiled ones get a fifth.
    #[arg(long, default_value_t = 300)]
    samples: usize,
    /// Seconds each rate is measured for.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
}

/// Measures, and writes both documents. Fails when Python takes longer than it may.
///
/// # Errors
/// When something cannot be measured: every program must give its right answer.
pub async fn run(options: &Options, command: String) -> anyhow::Result<ExitCode> {
    let before = disturbance::observe().await?;
    let server = TestServer::builder(&options.binary).all_warm().start()?;
    let client = server.client()?;
    let mut rows = Vec::new();
    for workload in WORKLOADS {
        let bare = bare::Program::prepare(workload)?;
        let samples = if workload.compile.is_empty() { options.samples } else { options.samples / 5 };
        let mut latencies = Vec::new();
        for (pause, part) in [(Duration::ZERO, 1), (LIGHT_LOAD, 3)] {
            let samples = (samples / part).max(20);
            let (by_hand, over_http) = sample::interleave(&bare, workload, &client, samples, pause).await?;
            latencies.push(Latency::new(by_hand, over_http));
        }
        let [back_to_back, light_load] = latencies[..] else { unreachable!("two were measured") };
        let mut rates = Vec::new();
        for clients in rate::CLIENTS {
            rates.push(rate::measure(&bare, workload, &client, clients, options.seconds).await?);
        }
        let row = Row::new(workload, back_to_back, light_load, rates);
        writeln!(std::io::stderr(), "{}", row.line())?;
        rows.push(row);
    }
    server.stop()?;
    let after = disturbance::observe().await?;
    let circumstances = Circumstances::now(command, before, after)?;
    let document = Document { circumstances, samples: options.samples, rows };
    document.write(&options.output)?;
    writeln!(std::io::stdout(), "{}", document.markdown())?;

    let python =
        document.rows.iter().find(|row| row.name == "Python").context("Python is one of the workloads")?;
    let margin = python.back_to_back.http_p50_ms - python.back_to_back.bare_p50_ms;
    let met = margin <= PYTHON_MARGIN_MS;
    let word = if met { "met" } else { "NOT MET" };
    writeln!(
        std::io::stdout(),
        "Python, one client: {margin:+.2} ms against the bare command, at most {PYTHON_MARGIN_MS:+.2} ms: {word}"
    )?;
    Ok(if met { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
