//! Ten thousand people who watch while others submit.
//!
//! The class: ten thousand have a page open and run one program a minute each, which is 167 a second. A page's stream of its own
//! short program ends with it, so the streams that are open at any moment are those of programs that go on: the ones teachers show. Some
//! halls watch a program that prints a line a second; most wait in front of one that waits too, where all that passes are
//! signs of life. Half of the watchers use Server-Sent Events, the other half WebSockets.

mod crowd;
mod lecture;
mod measure;
mod memory;
mod report;
mod watcher;

pub use crowd::Gathered;
pub use lecture::Lecture;
pub use measure::{Measured, Plan, measure};
pub use memory::Memory;

use crate::{circumstances::Circumstances, command_line::folder, disturbance};
use anyhow::ensure;
use clap::Args;
use report::Document;
use runyard_testkit::TestServer;
use std::{io::Write as _, path::PathBuf, process::ExitCode, time::Duration};

/// What a process needs descriptors for beside streams: requests under way, files, pipes.
const OTHER_DESCRIPTORS: u64 = 2000;

/// Programs that people watch run for longer than the default ceiling, in which a slow machine would not even have opened all
/// streams. Everything else is as it comes.
const CONFIG: &str = "[limits.ceiling]\nwall_time_ms = 3_600_000\n";

/// What is measured, and where it is written.
#[derive(Debug, Args)]
pub struct Options {
    /// The server's binary, built for release.
    #[arg(long)]
    binary: PathBuf,
    /// Where many-clients.md and many-clients.json are written.
    #[arg(long, value_parser = folder)]
    output: PathBuf,
    /// Streams that are open at once.
    #[arg(long, default_value_t = 10_000)]
    subscribers: usize,
    /// How many of them follow programs that print.
    #[arg(long, default_value_t = 1000)]
    live: usize,
    /// Submissions a second.
    #[arg(long, default_value_t = 167.0)]
    rate: f64,
    /// Seconds of submitting.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

/// Measures, and writes both documents. Fails when something that is asked for is not met.
///
/// # Errors
/// When there is nothing to measure: no server, no room for so many streams.
pub async fn run(options: &Options, command: String) -> anyhow::Result<ExitCode> {
    let Options { subscribers, live, rate, seconds, .. } = *options;
    ensure!(live <= subscribers, "{live} of {subscribers} subscribers cannot follow live programs");
    ensure!(rate > 0.0 && rate.is_finite(), "{rate} submissions a second cannot be sent");
    let most = runyard_load::raise_limit()?;
    ensure!(
        u64::try_from(subscribers)? + OTHER_DESCRIPTORS <= most,
        "this machine lets a process hold {most} descriptors, too few for {subscribers} streams: raise its hard limit (ulimit -Hn)"
    );
    let before = disturbance::observe().await?;
    let server = TestServer::builder(&options.binary).all_warm().config(CONFIG).start()?;
    let plan = Plan { subscribers, live, rate, duration: Duration::from_secs(seconds) };
    let measured = measure(&server, plan).await?;
    server.stop()?;
    let after = disturbance::observe().await?;
    let document = Document::new(Circumstances::now(command, before, after)?, plan, measured);
    document.write(&options.output)?;
    writeln!(std::io::stdout(), "{}", document.markdown())?;
    Ok(if document.is_met() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
