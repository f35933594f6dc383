//! `runyard run FILE`: the same engine and the same jail, without a server.

use crate::cli::RunArguments;
use crate::{jail, log, print, protection, rootless, settings};
use anyhow::{Context, bail};
use bytes::Bytes;
use runyard_config::Config;
use runyard_engine::{Activity, Command, Engine, Observer};
use runyard_languages::{Catalogue, Language};
use runyard_launcher_client::{LauncherProcess, Slots};
use runyard_sandbox::sys::privilege;
use runyard_types::{
    CaseReport, LimitsRequest, Report, Signal, SourceFile, Stage, Stream, Submission, Verdict,
};
use std::fs::File;
use std::io::{IsTerminal, Read, Write};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::sync::mpsc;

/// What the shell answers for a program that a limit ended, as timeout(1) does.
const LIMIT_REACHED: u8 = 124;
/// What a shell answers for a program that Ctrl-C ended: 128 + SIGINT.
const INTERRUPTED: u8 = 130;
/// Jails of one command: one.
const SLOTS: u32 = 1;
/// Bytes read from our input at a time.
const INPUT_CHUNK: usize = 16 << 10;

pub(crate) fn run(arguments: RunArguments) -> anyhow::Result<ExitCode> {
    let config = settings::load(&arguments.settings, None)?;
    log::start(&runyard_config::Log { level: "error".to_owned(), ..config.log.clone() });
    rootless::enter_if_needed()?;
    let catalogue = settings::catalogue(&config)?;
    let language = language_of(&arguments, &catalogue)?;
    let source = match is_own_input(&arguments.file) {
        // The program came from there: it has no input of its own.
        true if arguments.stdin.is_none() => input(Some(Path::new("/dev/null")))?,
        _ => input(arguments.stdin.as_deref())?,
    };
    let mut submission = submission(&arguments, &config, &language, &source)?;
    submission.interactive = matches!(source, Source::Typed);
    let (_, accepted) = protection::require(&config)?;
    let jail = jail::configure(&config, &catalogue, SLOTS, accepted);
    let (launcher, control) = LauncherProcess::spawn(&jail.launcher)?;
    // From here on nothing needs privileges: what the program sends back is handled without any.
    privilege::drop_bounding_set().context("drop the bounding set")?;
    privilege::become_user(jail::SERVER_UID, jail::SERVER_UID).context("give up root")?;
    privilege::set_capabilities(0).context("drop capabilities")?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")?;
    let report = runtime.block_on(execute(&submission, source, catalogue, control))?;
    // A thread may still wait for input nobody will read.
    runtime.shutdown_background();
    launcher.wait_ended(jail::LAUNCHER_PATIENCE).context("wait for the launcher")?;
    explain(&report);
    Ok(exit_code(&report))
}

fn language_of(arguments: &RunArguments, catalogue: &Catalogue) -> anyhow::Result<Arc<Language>> {
    if let Some(name) = &arguments.language {
        return catalogue.resolve(name, None).context("choose the language");
    }
    if arguments.file.is_dir() {
        bail!("run {}: it is a folder; name the program's file", arguments.file.display());
    }
    let extension = arguments.file.extension().and_then(std::ffi::OsStr::to_str).unwrap_or_default();
    let known = catalogue.iter().find(|language| language.extensions.iter().any(|known| known == extension));
    known.cloned().with_context(|| {
        format!("tell the language of {} by its name: give it with --language", arguments.file.display())
    })
}

fn is_own_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn source_text(path: &Path) -> anyhow::Result<Vec<u8>> {
    if !is_own_input(path) {
        return Ok(std::fs::read(path)?);
    }
    let mut text = Vec::new();
    std::io::stdin().read_to_end(&mut text)?;
    Ok(text)
}

fn submission(
    arguments: &RunArguments,
    config: &Config,
    language: &Language,
    input: &Source,
) -> anyhow::Result<Submission> {
    if !arguments.flags.is_empty() && !language.accepts_compiler_flags() {
        bail!("pass --flag on: {} takes no compiler flags", language.name);
    }
    let shown = arguments.file.display();
    let content = source_text(&arguments.file).with_context(|| format!("read {shown}"))?;
    let most = config.submission.max_source_bytes;
    if content.len() > most {
        bail!("run {shown}: it is {} bytes long, more than the {most} that are allowed", content.len());
    }
    let asked = LimitsRequest {
        wall_time_ms: arguments.time,
        memory_bytes: arguments.memory,
        output_bytes: arguments.output,
        ..LimitsRequest::default()
    };
    let mut defaults = language.default_limits(&config.limits.default);
    // A pipe wants all of it.
    defaults.output_bytes = config.limits.ceiling.output_bytes;
    if !matches!(input, Source::File(_)) {
        // Whoever types, or whatever writes into the pipe, may take its time.
        defaults.wall_time = config.interactive.wall_time;
    }
    let limits = asked.resolve(&defaults, &config.limits.ceiling).context("set the limits")?;
    let files = vec![SourceFile { path: language.source_file.clone(), content: content.into() }];
    Ok(Submission {
        compiler_flags: arguments.flags.clone(),
        args: arguments.args.clone(),
        ..Submission::new(&language.id, files, limits)
    })
}

/// Where the program's input comes from.
enum Source {
    /// A file that was named.
    File(File),
    /// Whatever our own input is, as it comes.
    Piped,
    /// A person at our terminal: lines reach the program as they are typed.
    Typed,
}

/// Opened before root is given up: the file may be the caller's alone.
fn input(path: Option<&Path>) -> anyhow::Result<Source> {
    match path {
        Some(path) if path != Path::new("-") => {
            File::open(path).map(Source::File).with_context(|| format!("read {}", path.display()))
        }
        _ if std::io::stdin().is_terminal() => Ok(Source::Typed),
        _ => Ok(Source::Piped),
    }
}

async fn execute(
    submission: &Submission,
    source: Source,
    catalogue: Arc<Catalogue>,
    control: OwnedFd,
) -> anyhow::Result<Report> {
    let slots = Slots::new();
    let pool = slots.clone();
    let launcher = tokio::spawn(async move { pool.attach(control).await });
    let ready = tokio::select! {
        _ = slots.ready() => true,
        _ = launcher => false,
    };
    if !ready {
        bail!("start the launcher: it ended (see above)");
    }
    let (interrupt, mut commands) = mpsc::channel(4);
    tokio::spawn(async move {
        // The first is the program's to handle, as without a jail; the second ends it whatever it does.
        for command in [Signal::from_number(libc::SIGINT).map(Command::Signal), Some(Command::Cancel)] {
            if let (Ok(()), Some(command)) = (tokio::signal::ctrl_c().await, command) {
                let _ = interrupt.send(command).await;
            }
        }
    });
    let (pieces, input) = mpsc::channel(1);
    // Reading waits for a person or another program: on a thread of its own.
    std::thread::spawn(move || match source {
        Source::File(file) => feed(file, &pieces),
        Source::Piped | Source::Typed => feed(std::io::stdin(), &pieces),
    });
    let engine = Engine::new(slots, catalogue);
    let running = engine.execute_streaming(submission, input, &mut commands, &Terminal);
    running.await.context("run the program")
}

/// Passes on what it reads, piece by piece; dropping the sender is the end of the input.
fn feed(mut input: impl Read, pieces: &mpsc::Sender<Bytes>) {
    let mut buffer = vec![0; INPUT_CHUNK];
    while let Ok(length @ 1..) = input.read(&mut buffer) {
        let piece = Bytes::copy_from_slice(buffer.get(..length).unwrap_or_default());
        if pieces.blocking_send(piece).is_err() {
            return;
        }
    }
}

/// Passes output on as it comes.
struct Terminal;

impl Observer for Terminal {
    fn stage(&self, _stage: Stage) {}

    fn output(&self, _stage: Stage, stream: Stream, bytes: &[u8]) {
        // A closed pipe on our side is no reason to stop the program.
        let _ = match stream {
            Stream::Stdout => std::io::stdout().write_all(bytes).and_then(|()| std::io::stdout().flush()),
            Stream::Stderr => std::io::stderr().write_all(bytes),
        };
    }

    fn truncated(&self, _stage: Stage, stream: Stream, limit: u64) {
        let name = match stream {
            Stream::Stdout => "stdout",
            Stream::Stderr => "stderr",
        };
        print::note(&format!("\nrunyard: {name} is cut after {limit} bytes"));
    }

    fn case(&self, _report: &CaseReport, _total: u32) {}

    fn activity(&self, _activity: Activity) {}
}

/// Limits and crashes in words, on stderr. A program's own exit code needs no words.
fn explain(report: &Report) {
    let own_ending =
        matches!(report.verdict, Verdict::Ok) || (report.exit_code.is_some() && report.limit_hit.is_none());
    if let Some(message) =
        report.message.as_ref().filter(|_| !own_ending || report.verdict == Verdict::CompileError)
    {
        if std::io::stderr().is_terminal() {
            print::note(&format!("\x1b[33mrunyard: {message}\x1b[0m"));
        } else {
            print::note(&format!("runyard: {message}"));
        }
    }
}

/// The program's exit code; 128 + signal when a signal ended it, as a shell says; 124 at a limit.
fn exit_code(report: &Report) -> ExitCode {
    let code = match (report.verdict, report.exit_code, report.signal) {
        (Verdict::TimeLimit | Verdict::MemoryLimit | Verdict::OutputLimit, ..) => LIMIT_REACHED,
        (Verdict::CompileError, ..) => 1,
        (Verdict::Cancelled, ..) => INTERRUPTED,
        (_, Some(code), _) => u8::try_from(code & 0xff).unwrap_or(1),
        (_, None, Some(signal)) => u8::try_from(128 + signal.number()).unwrap_or(1),
        _ => 1,
    };
    ExitCode::from(code)
}
