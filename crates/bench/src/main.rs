//! Measures a Runyard server of its own. `make bench` and `make bench-clients` start this.

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use runyard_bench::{as_typed, hello, many_clients, real};
use std::process::ExitCode;

/// Measure a Runyard server.
#[derive(Debug, Parser)]
struct Options {
    #[command(subcommand)]
    suite: Suite,
}

/// What is measured.
#[derive(Debug, Subcommand)]
enum Suite {
    /// Hello-world executions against the bare commands
    Hello(hello::Options),
    /// Programs that compute for a while: whether keeping interpreters ready slows them
    Real(real::Options),
    /// Many clients that watch while others submit
    Clients(many_clients::Options),
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let command = Options::command();
    let matches = command.clone().get_matches();
    let options = Options::from_arg_matches(&matches)?;
    let typed = |name: &str, target: &str, script: &str| {
        let suite = command.find_subcommand(name).zip(matches.subcommand_matches(name));
        suite.map_or_else(String::new, |(suite, matches)| as_typed(target, script, suite, matches))
    };
    match options.suite {
        Suite::Hello(options) => hello::run(&options, typed("hello", "make bench", "scripts/bench")).await,
        Suite::Real(options) => real::run(&options, typed("real", "make bench", "scripts/bench")).await,
        Suite::Clients(options) => {
            many_clients::run(&options, typed("clients", "make bench-clients", "scripts/bench-clients")).await
        }
    }
}
