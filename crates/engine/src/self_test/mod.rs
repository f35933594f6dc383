//! Does a language really work here? The only way to know is to run it in the jail.

mod cache;
mod digest;
mod refresh;

pub use cache::SelfTestCache;
pub use digest::{ToolchainDigest, ToolchainFolders, toolchain_digest};
pub use refresh::refresh_availability;

use crate::{Engine, EngineError, Unobserved, engine::submission_of};
use runyard_languages::{Availability, Language};
use runyard_types::{Action, Diagnostic, Limits, Report, Submission, Verdict};
use std::{error::Error, time::Duration};
use tokio::{sync::mpsc, time::Instant};

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SelfTest {
    /// The version, and the hello program.
    Hello,
    /// Also the program that must fail, and every example.
    Full,
}

/// What a self-test found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfTestOutcome {
    /// Id of the language.
    pub language: String,
    /// Version of its toolchain, when it told one.
    pub version: Option<String>,
    /// What went wrong, in plain words; `None` when it passed.
    pub failure: Option<String>,
    /// What can be done with its programs beside running them.
    pub tools: Vec<Action>,
    /// How long all of it took.
    pub elapsed: Duration,
}

impl SelfTestOutcome {
    /// The same as the catalogue remembers it.
    #[must_use]
    pub fn availability(&self) -> Availability {
        match &self.failure {
            None => {
                Availability { tools: self.tools.clone(), ..Availability::available(self.version.clone()) }
            }
            Some(reason) => {
                Availability { version: self.version.clone(), ..Availability::unavailable(reason.clone()) }
            }
        }
    }
}

/// Tries a language in the jail. A failure of our own counts as a failure of the language: it can't be offered either way.
pub async fn self_test(engine: &Engine, language: &Language, depth: SelfTest) -> SelfTestOutcome {
    let start = Instant::now();
    let mut version = None;
    let result = attempt(engine, language, depth, &mut version).await;
    let tools = if result.is_ok() { working_tools(engine, language).await } else { Vec::new() };
    SelfTestOutcome {
        language: language.id.clone(),
        version,
        failure: result.err(),
        tools,
        elapsed: start.elapsed(),
    }
}

async fn attempt(
    engine: &Engine,
    language: &Language,
    depth: SelfTest,
    version: &mut Option<String>,
) -> Result<(), String> {
    *version = Some(tool_version(engine, language).await?);
    let hello = language.hello();
    let report = run(engine, language, &hello.source, "").await?;
    expect(&report, Verdict::Ok, "the hello program")?;
    if report.stdout.bytes != hello.expected_stdout {
        return Err(format!("the hello program printed {:?}", String::from_utf8_lossy(&report.stdout.bytes)));
    }
    let compiler_noise = report.compile.as_ref().map(|compile| &compile.stderr.bytes);
    if let Some(noise) =
        compiler_noise.into_iter().chain([&report.stderr.bytes]).find(|noise| !noise.is_empty())
    {
        return Err(format!("the hello program caused the message {:?}", first_line(noise)));
    }
    if depth == SelfTest::Full {
        failing(engine, language).await?;
        for example in language.examples() {
            let report = run(engine, language, &example.source, &example.stdin).await?;
            expect(&report, Verdict::Ok, &format!("the example {:?}", example.title))?;
        }
    }
    Ok(())
}

/// The formatter and the linter, if they are installed and have nothing against the hello program.
async fn working_tools(engine: &Engine, language: &Language) -> Vec<Action> {
    let mut working = Vec::new();
    for action in [Action::Format, Action::Lint] {
        if language.tool(action).is_none() {
            continue;
        }
        let submission = Submission { action, ..submission_of(language, &language.hello().source, "") };
        match carry_out(engine, &submission)
            .await
            .and_then(|report| expect(&report, Verdict::Ok, "the hello program"))
        {
            Ok(()) => working.push(action),
            Err(reason) => tracing::info!(language = language.id, %action, reason, "not offered"),
        }
    }
    working
}

/// Asks the toolchain, in the jail, which version it is.
async fn tool_version(engine: &Engine, language: &Language) -> Result<String, String> {
    let limits = language.default_limits(&Limits::default());
    let report = engine.ask(&language.version.argv, &limits).await.map_err(|error| ours(&error))?;
    let mut output = report.stdout.bytes.to_vec();
    output.extend_from_slice(&report.stderr.bytes);
    let output = String::from_utf8_lossy(&output);
    expect(&report, Verdict::Ok, "asking for its version")?;
    language.version.read(&output).ok_or_else(|| format!("no version in {:?}", first_line(output.as_bytes())))
}

async fn failing(engine: &Engine, language: &Language) -> Result<(), String> {
    let failing = language.failing();
    let report = run(engine, language, &failing.source, "").await?;
    expect(&report, failing.verdict, "the failing program")?;
    let compile = report.compile.iter().flat_map(|compile| &compile.diagnostics);
    let lines: Vec<u32> = compile.chain(&report.diagnostics).map(|Diagnostic { line, .. }| *line).collect();
    match failing.line {
        Some(line) if lines.first() != Some(&line) => {
            Err(format!("the failing program fails in line {line}, but the diagnostics name {lines:?}"))
        }
        _ => Ok(()),
    }
}

async fn run(engine: &Engine, language: &Language, source: &str, stdin: &str) -> Result<Report, String> {
    carry_out(engine, &submission_of(language, source, stdin)).await
}

async fn carry_out(engine: &Engine, submission: &Submission) -> Result<Report, String> {
    let (sender, mut commands) = mpsc::channel(1);
    drop(sender);
    engine.execute(submission, &mut commands, &Unobserved).await.map_err(|error| ours(&error))
}

fn expect(report: &Report, verdict: Verdict, what: &str) -> Result<(), String> {
    if report.verdict == verdict {
        return Ok(());
    }
    let compile =
        report.compile.as_ref().map(|compile| &compile.stderr.bytes).filter(|text| !text.is_empty());
    let said = first_line(compile.unwrap_or(&report.stderr.bytes));
    let ending = report.message.clone().unwrap_or_else(|| "it ended well".into());
    Err(if said.is_empty() { format!("{what}: {ending}") } else { format!("{what}: {ending}: {said}") })
}

fn first_line(text: &[u8]) -> String {
    String::from_utf8_lossy(text).lines().next().unwrap_or_default().chars().take(200).collect()
}

/// One of our own errors with its causes.
fn ours(error: &EngineError) -> String {
    let mut text = format!("failed to {error}");
    let mut cause: Option<&dyn Error> = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
