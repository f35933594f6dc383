//! `runyard`: the one binary. Each command is a module; what they share stands beside them.

mod accounts;
mod bench;
mod cli;
mod dead_letters;
mod delegate;
mod doctor;
mod jail;
mod languages;
mod log;
mod memory;
mod print;
mod protection;
mod rootless;
mod run;
mod serve;
mod settings;

use clap::{CommandFactory, Parser};
use cli::{Cli, Command};
use std::process::ExitCode;

/// What `runyard` itself failing answers, told apart from exit codes of programs by being the shell's "cannot execute".
const OUR_FAILURE: u8 = 126;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Run(arguments) => run::run(arguments),
        Command::Languages(arguments) => languages::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::DeadLetters(arguments) => dead_letters::run(&arguments),
        Command::Bench(arguments) => bench::run(arguments),
        Command::Openapi => print::line(&runyard_api::openapi_json()).map(|()| ExitCode::SUCCESS),
        Command::Settings => {
            print::line(&runyard_config::environment_reference()).map(|()| ExitCode::SUCCESS)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "runyard", &mut script);
            print::line(String::from_utf8_lossy(&script).trim_end()).map(|()| ExitCode::SUCCESS)
        }
    };
    outcome.unwrap_or_else(|error| {
        print::error(&error);
        ExitCode::from(OUR_FAILURE)
    })
}
