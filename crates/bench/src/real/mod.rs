//! Programs that compute for a while: whether what makes short programs fast slows them.
//!
//! A program in a forked or waiting interpreter finds memory that somebody else touched first, other settings of the collector,
//! a library between it and the system. None of that may cost it anything that one sees. Each round is one program, with a number of
//! its own, on the warm server, on the cold one and by hand; all three have to print the same.

mod measure;
mod program;
mod report;

use crate::{
    circumstances::Circumstances,
    command_line::folder,
    disturbance::{self, Moment},
    numbers::Numbers,
    served,
    servers::Servers,
};
use anyhow::ensure;
use clap::Args;
use program::PROGRAMS;
use report::Document;
use std::{io::Write as _, path::PathBuf, process::ExitCode};

/// Rounds of a quick run.
const QUICK_ROUNDS: usize = 3;

/// What is measured, and where it is written.
#[derive(Debug, Args)]
pub struct Options {
    /// The server's binary, built for release.
    #[arg(long)]
    binary: PathBuf,
    /// Where real-programs.md and real-programs.json are written.
    #[arg(long, value_parser = folder)]
    output: PathBuf,
    /// How often each program is run in each of the three ways.
    #[arg(long, default_value_t = 11)]
    rounds: usize,
    /// Only the programs whose files contain this.
    #[arg(long)]
    only: Option<String>,
    /// Few rounds: to see that it works.
    #[arg(long)]
    quick: bool,
}

/// Measures, and writes both documents. Fails when a program is slower where interpreters are kept ready.
///
/// # Errors
/// When something cannot be measured: every program must print the same everywhere.
pub async fn run(options: &Options, command: String) -> anyhow::Result<ExitCode> {
    let rounds = if options.quick { QUICK_ROUNDS } else { options.rounds };
    ensure!(rounds > 0, "nothing is measured in no rounds");
    let before = disturbance::observe().await?;
    let begin = Moment::now()?;
    let servers = Servers::start(&options.binary)?;
    let (warm, cold) = (servers.warm()?, servers.cold()?);
    let numbers = Numbers::from_the_clock();
    let part = options.only.as_deref().unwrap_or_default();
    let (mut rows, mut skipped) = (Vec::new(), Vec::new());
    for program in PROGRAMS.iter().filter(|program| program.file.contains(part)) {
        if let Some(reason) = served::lacks(&warm, program.toolchain.language).await? {
            writeln!(std::io::stderr(), "skipped: {}: {reason}", program.file)?;
            skipped.push((program.file, reason));
            continue;
        }
        let row = measure::measure(*program, &warm, &cold, rounds, &numbers).await?;
        writeln!(std::io::stderr(), "{}", row.line())?;
        rows.push(row);
    }
    servers.stop()?;
    let stolen_percent = begin.stolen_percent_since()?;
    let circumstances = Circumstances::now(command, before, disturbance::observe().await?)?;
    let document = Document { circumstances, stolen_percent, rounds, rows, skipped };
    document.write(&options.output)?;
    writeln!(std::io::stdout(), "{}", document.markdown())?;
    Ok(if document.is_slower() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
