//! The command line.

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Runs code nobody trusts - safely, in many languages, in milliseconds.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start the server: API, page, queue and jails on one port
    Serve(ServeArguments),
    /// Run a file in a jail, without a server
    #[command(
        after_help = "Exit codes: the program's own; 124 when a limit ended it, 128+N when signal N did, 1 when it does not \
                            compile, 126 when runyard itself failed.\nOptions of the program go behind --: runyard run hello.py -- --name Ada"
    )]
    Run(RunArguments),
    /// List the languages, or test them
    Languages(LanguagesArguments),
    /// Say which protections work on this machine and what to do about the others
    Doctor(DoctorArguments),
    /// Look at executions that were given up, or run one again
    DeadLetters(DeadLettersArguments),
    /// Measure a running server from outside: how many programs a second, how fast, how many errors
    #[command(
        after_help = "Each request runs the language's hello program with another number in it, and nothing kept may answer. With --clients \
                            each client submits as soon as its last answer came; with --rate submissions are sent at planned moments, and \
                            latencies begin there.\nExit code 1 when an answer was wrong or missing. Addresses other than the server's own \
                            machine may create 100 executions a minute unless its rate_limit.create_per_minute says otherwise."
    )]
    Bench(BenchArguments),
    /// Print the OpenAPI document
    Openapi,
    /// Print every setting and environment variable, with its default
    Settings,
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
}

/// Options of every command that reads the settings.
#[derive(Debug, Clone, Args)]
pub(crate) struct SettingsArguments {
    /// Settings file (TOML)
    #[arg(long, env = "RUNYARD_CONFIG", value_name = "FILE", global = true)]
    pub(crate) config: Option<PathBuf>,
    /// Folder for the database and the keys
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) data_dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    pub(crate) settings: SettingsArguments,
    /// Address and port to listen on
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub(crate) listen: Option<SocketAddr>,
}

#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    #[command(flatten)]
    pub(crate) settings: SettingsArguments,
    /// The program; its name tells the language; - is our own input, with --language
    pub(crate) file: PathBuf,
    /// Language, when the name does not tell it
    #[arg(short, long)]
    pub(crate) language: Option<String>,
    /// File to give to the program as its standard input (default: ours, as it comes)
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin: Option<PathBuf>,
    /// Option for the compiler, such as --flag=-O3; may be repeated
    #[arg(long = "flag", value_name = "FLAG", allow_hyphen_values = true)]
    pub(crate) flags: Vec<String>,
    /// Elapsed time in milliseconds
    #[arg(long, value_name = "MS")]
    pub(crate) time: Option<f64>,
    /// Bytes kept of each output stream (default: the ceiling of the settings)
    #[arg(long, value_name = "BYTES")]
    pub(crate) output: Option<u64>,
    /// Memory in bytes
    #[arg(long, value_name = "BYTES")]
    pub(crate) memory: Option<u64>,
    /// Arguments for the program
    #[arg(last = true)]
    pub(crate) args: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct LanguagesArguments {
    #[command(flatten)]
    pub(crate) settings: SettingsArguments,
    /// Run each language's hello program and its failing program, now
    #[arg(long)]
    pub(crate) test: bool,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DoctorArguments {
    #[command(flatten)]
    pub(crate) settings: SettingsArguments,
    /// Prepare this machine, as root, for a server started by USER
    #[arg(long, value_name = "USER", conflicts_with = "json")]
    pub(crate) delegate: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BenchArguments {
    /// The server, such as http://127.0.0.1:8080
    pub(crate) url: String,
    /// Language of the hello programs
    #[arg(short, long, default_value = "python")]
    pub(crate) language: String,
    /// Clients that submit one program after the other
    #[arg(long, default_value_t = 2, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub(crate) clients: u16,
    /// Seconds of submitting
    #[arg(long, default_value_t = 10, value_name = "S", value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(crate) seconds: u32,
    /// Submissions a second, whatever became of the earlier ones
    #[arg(long, value_name = "R", value_parser = rate, conflicts_with = "clients")]
    pub(crate) rate: Option<f64>,
    /// Token to submit with
    #[arg(long, env = "RUNYARD_TOKEN", hide_env_values = true)]
    pub(crate) token: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Reads submissions a second.
fn rate(text: &str) -> Result<f64, &'static str> {
    match text.parse() {
        Ok(rate) if (0.01..=100_000.0).contains(&rate) => Ok(rate),
        _ => Err("give a number from 0.01 to 100000"),
    }
}

#[derive(Debug, Args)]
pub(crate) struct DeadLettersArguments {
    #[command(flatten)]
    pub(crate) settings: SettingsArguments,
    #[command(subcommand)]
    pub(crate) command: DeadLettersCommand,
}

/// What to do with dead letters.
#[derive(Debug, Subcommand)]
pub(crate) enum DeadLettersCommand {
    /// Show them, newest first
    List,
    /// Queue a new execution of the same program
    Replay {
        /// Id of the execution that was given up
        id: runyard_types::ExecutionId,
    },
}
