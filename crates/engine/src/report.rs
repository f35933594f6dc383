//! From the outcomes of stages to the report.

use crate::{
    Observer, compare, noise,
    stage::{OverflowRule, StageOutcome},
    verdict::{self, Facts, Judgement},
};
use bytes::Bytes;
use runyard_launcher_client::Jails;
use runyard_sandbox::protocol;
use runyard_types::{
    Captured, CaseReport, CgroupVersion, CompileReport, Diagnostic, LimitHit, Limits, Noise, Report, Sandbox,
    SandboxMode, Severity, Stage, Stream, TestCase, Tier, Verdict,
};
use std::time::Duration;

/// What the verdict functions need to know of an outcome.
fn facts<'a>(outcome: &'a StageOutcome, limits: &'a Limits, rule: OverflowRule) -> Facts<'a> {
    Facts {
        report: &outcome.report,
        limits,
        overflowed: outcome.overflowed,
        output_ceiling: rule.ceiling(limits.output_bytes),
        truncated: outcome.stdout.truncated || outcome.stderr.truncated,
        cancelled: outcome.cancelled,
        stderr: &outcome.stderr.bytes,
    }
}

/// What a compiler wrote, both streams: some write their messages to one, some to the other.
pub(crate) fn compiler_text(outcome: &StageOutcome) -> Bytes {
    let mut text = outcome.stdout.bytes.to_vec();
    if text.last().is_some_and(|last| *last != b'\n') {
        text.push(b'\n');
    }
    text.extend_from_slice(&outcome.stderr.bytes);
    text.into()
}

/// The compile stage's part, and the judgement if it failed.
pub(crate) fn compiled(
    outcome: StageOutcome,
    diagnostics: Vec<Diagnostic>,
    limits: &Limits,
) -> (CompileReport, Option<Judgement>) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let judgement = verdict::compile(facts(&outcome, limits, OverflowRule::FarBeyond), errors);
    let report = CompileReport {
        exit_code: verdict::ending(&outcome.report).0,
        wall_time: Duration::from_micros(outcome.report.wall_time_us),
        stdout: outcome.stdout,
        stderr: outcome.stderr,
        diagnostics,
        cached: false,
    };
    (report, judgement)
}

/// Shows the messages of an earlier compilation to those who watch this one.
pub(crate) fn show_compiled(compile: &CompileReport, limits: &Limits, observer: &dyn Observer) {
    show_messages([&compile.stdout, &compile.stderr], limits, observer);
}

/// Shows what a compiler wrote to its standard output and its standard error, now that it has ended.
pub(crate) fn show_messages([stdout, stderr]: [&Captured; 2], limits: &Limits, observer: &dyn Observer) {
    for (captured, stream) in [(stdout, Stream::Stdout), (stderr, Stream::Stderr)] {
        if !captured.bytes.is_empty() {
            observer.output(Stage::Compile, stream, &captured.bytes);
        }
        if captured.truncated {
            observer.truncated(Stage::Compile, stream, limits.output_bytes);
        }
    }
}

/// What it ran in, in the words of reports.
pub(crate) fn sandbox(jails: &Jails) -> Sandbox {
    Sandbox {
        protections: jails.protections.clone(),
        tier: Tier::Native,
        mode: match jails.mode {
            protocol::Mode::Root => SandboxMode::Root,
            protocol::Mode::Rootless => SandboxMode::Rootless,
        },
        cgroup: match jails.cgroup {
            protocol::CgroupVersion::V1 => CgroupVersion::V1,
            protocol::CgroupVersion::V2 => CgroupVersion::V2,
        },
    }
}

/// A report that ends before any run.
pub(crate) fn without_run(judgement: Judgement, compile: Option<CompileReport>) -> Report {
    Report {
        limit_hit: judgement.limit_hit,
        compile,
        ..Report::bare(judgement.verdict, judgement.message.unwrap_or_default())
    }
}

/// The report of a plain run.
pub(crate) fn plain(outcome: StageOutcome, limits: &Limits, compile: Option<CompileReport>) -> Report {
    let Judgement { verdict, limit_hit, message } =
        verdict::run(facts(&outcome, limits, OverflowRule::FarBeyond));
    let (exit_code, signal) = verdict::ending(&outcome.report);
    Report {
        verdict,
        limit_hit,
        message,
        version: None,
        stdout: outcome.stdout,
        stderr: outcome.stderr,
        exit_code,
        signal,
        wall_time: Some(Duration::from_micros(outcome.report.wall_time_us)),
        cpu_time: Some(Duration::from_micros(outcome.report.cpu_time_us)),
        memory_bytes: Some(outcome.report.memory_bytes),
        compile,
        diagnostics: Vec::new(),
        cases: Vec::new(),
        cached: false,
        sandbox: None,
        noise: Some(outcome.noise),
    }
}

/// A linter that found something ends with an exit code of its own choice. With nothing found that means it broke.
pub(crate) fn found_or_failed(report: &mut Report) {
    if report.verdict == Verdict::RuntimeError && report.signal.is_none() && !report.diagnostics.is_empty() {
        report.verdict = Verdict::Ok;
        report.message = None;
    }
}

/// One judged case, and its ending in plain words.
pub(crate) fn case(
    index: u32,
    case: &TestCase,
    outcome: StageOutcome,
    limits: &Limits,
) -> (CaseReport, Option<String>) {
    let Judgement { verdict, limit_hit, message } =
        verdict::run(facts(&outcome, limits, OverflowRule::AtLimit));
    let verdict = match verdict {
        Verdict::Ok if compare::matches(&outcome.stdout.bytes, &case.expected) => Verdict::Accepted,
        Verdict::Ok => Verdict::WrongAnswer,
        other => other,
    };
    let (exit_code, signal) = verdict::ending(&outcome.report);
    let report = CaseReport {
        index,
        verdict,
        limit_hit,
        stdout: outcome.stdout,
        stderr: outcome.stderr,
        exit_code,
        signal,
        wall_time: Duration::from_micros(outcome.report.wall_time_us),
        cpu_time: Duration::from_micros(outcome.report.cpu_time_us),
        memory_bytes: outcome.report.memory_bytes,
    };
    (report, message)
}

/// A case whose program could not be started because of what was submitted.
pub(crate) fn case_not_started(index: u32) -> CaseReport {
    CaseReport {
        index,
        verdict: Verdict::RuntimeError,
        limit_hit: None,
        stdout: Captured::default(),
        stderr: Captured::default(),
        exit_code: None,
        signal: None,
        wall_time: Duration::ZERO,
        cpu_time: Duration::ZERO,
        memory_bytes: 0,
    }
}

/// The cases of a judged submission so far.
#[derive(Debug, Default)]
pub(crate) struct Cases {
    reports: Vec<CaseReport>,
    /// Position of the first case that was not accepted, and its ending in words.
    first_failure: Option<(usize, Option<String>)>,
    /// Of all runs together.
    noise: Option<Noise>,
}

impl Cases {
    pub(crate) fn push(&mut self, report: CaseReport, message: Option<String>) {
        if self.first_failure.is_none() && report.verdict != Verdict::Accepted {
            self.first_failure = Some((self.reports.len(), message));
        }
        self.reports.push(report);
    }

    /// Notes what may have disturbed one of the runs.
    pub(crate) fn disturb(&mut self, noise: &Noise) {
        self.noise = Some(match self.noise.take() {
            Some(before) => noise::sum(before, noise.clone()),
            None => noise.clone(),
        });
    }

    /// Whether every case ended by itself.
    pub(crate) fn are_complete(&self, total: usize) -> bool {
        self.reports.len() == total && self.reports.iter().all(|report| report.verdict != Verdict::Cancelled)
    }

    /// The report: the verdict and output of the first case that was not accepted, else of the last; times are sums, memory is
    /// the highest.
    pub(crate) fn finish(self, total: usize, compile: Option<CompileReport>) -> Report {
        let (position, message) = match self.first_failure {
            Some((position, message)) => {
                let what = message.unwrap_or_else(|| "wrong answer".into());
                (position, format!("test {} of {total}: {what}", position + 1))
            }
            None if total == 1 => (0, "the test passed".into()),
            None => (self.reports.len().saturating_sub(1), format!("all {total} tests passed")),
        };
        let Some(shown) = self.reports.get(position).cloned() else {
            return Report { compile, ..Report::bare(Verdict::Accepted, message) };
        };
        let cpu_time = self.reports.iter().map(|report| report.cpu_time).sum();
        let wall_time = self.reports.iter().map(|report| report.wall_time).sum();
        let memory_bytes = self.reports.iter().map(|report| report.memory_bytes).max();
        Report {
            verdict: shown.verdict,
            limit_hit: shown.limit_hit,
            message: Some(message),
            version: None,
            stdout: shown.stdout,
            stderr: shown.stderr,
            exit_code: shown.exit_code,
            signal: shown.signal,
            wall_time: Some(wall_time),
            cpu_time: Some(cpu_time),
            memory_bytes,
            compile,
            diagnostics: Vec::new(),
            cases: self.reports,
            cached: false,
            sandbox: None,
            noise: self.noise,
        }
    }

    /// The report of a submission cancelled in its middle.
    pub(crate) fn cancelled(self, total: usize, compile: Option<CompileReport>) -> Report {
        let ended = self.reports.iter().filter(|report| report.verdict != Verdict::Cancelled).count();
        let bare = Report::bare(Verdict::Cancelled, format!("cancelled after {ended} of {total} tests"));
        Report { compile, cases: self.reports, noise: self.noise, ..bare }
    }
}

/// Which limit a report that was not even started hit: none.
pub(crate) fn refused(message: String, compile: Option<CompileReport>) -> Report {
    without_run(Judgement::new(Verdict::RuntimeError, None::<LimitHit>, message), compile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_sandbox::protocol::{Ending, StageReport};

    fn outcome(stdout: &'static str, code: i32, wall_ms: u64) -> StageOutcome {
        StageOutcome {
            report: StageReport {
                ending: Ending::Exited(code),
                killed: None,
                wall_time_us: wall_ms * 1000,
                cpu_time_us: wall_ms * 500,
                memory_bytes: wall_ms << 20,
                processes_hit: false,
                throttled_us: 0,
                switches: None,
            },
            noise: Noise { concurrent_runs: 1, ..Noise::default() },
            stdout: Captured { bytes: stdout.into(), truncated: false },
            stderr: Captured::default(),
            overflowed: None,
            cancelled: false,
            signalled: false,
        }
    }

    fn judged(outcomes: Vec<StageOutcome>) -> Report {
        let test = TestCase { stdin: "".into(), expected: "yes\n".into() };
        let total = outcomes.len();
        let mut cases = Cases::default();
        for (index, outcome) in outcomes.into_iter().enumerate() {
            cases.disturb(&outcome.noise);
            let (report, message) = case(u32::try_from(index).unwrap(), &test, outcome, &Limits::default());
            cases.push(report, message);
        }
        cases.finish(total, None)
    }

    #[test]
    fn the_first_case_that_fails_speaks_for_all() {
        let report = judged(vec![outcome("yes", 0, 10), outcome("no", 0, 20), outcome("", 1, 30)]);
        assert_eq!(report.verdict, Verdict::WrongAnswer);
        assert_eq!(report.message.as_deref(), Some("test 2 of 3: wrong answer"));
        assert_eq!(report.stdout.bytes, "no");
        assert_eq!(report.wall_time, Some(Duration::from_millis(60)));
        assert_eq!(report.cpu_time, Some(Duration::from_millis(30)));
        assert_eq!(report.memory_bytes, Some(30 << 20));
        let verdicts: Vec<_> = report.cases.iter().map(|case| case.verdict).collect();
        assert_eq!(verdicts, [Verdict::Accepted, Verdict::WrongAnswer, Verdict::RuntimeError]);
    }

    #[test]
    fn a_right_answer_with_a_bad_exit_is_a_runtime_error() {
        let report = judged(vec![outcome("yes", 3, 10)]);
        assert_eq!(report.verdict, Verdict::RuntimeError);
        assert_eq!(report.message.as_deref(), Some("test 1 of 1: ended with exit code 3"));
    }

    #[test]
    fn all_accepted_shows_the_last_case() {
        let report = judged(vec![outcome("yes", 0, 10), outcome("yes  \n\n", 0, 20)]);
        assert_eq!(
            (report.verdict, report.message.as_deref()),
            (Verdict::Accepted, Some("all 2 tests passed"))
        );
        assert_eq!(report.stdout.bytes, "yes  \n\n");
    }

    #[test]
    fn judged_output_ends_at_the_limit() {
        let over = StageOutcome { overflowed: Some(Stream::Stdout), ..outcome("yes", 0, 10) };
        let report = judged(vec![over]);
        assert_eq!((report.verdict, report.limit_hit), (Verdict::OutputLimit, Some(LimitHit::Output)));
        assert_eq!(report.message.as_deref(), Some("test 1 of 1: wrote more than 64 KiB to stdout"));
    }
}
