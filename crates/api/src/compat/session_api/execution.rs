//! An execution as the session and live APIs show it: the union of both key sets, because both read the same path.

use super::run::status_name;
use crate::compat::text;
use runyard_executions::ExecutionRecord;
use runyard_types::{Report, Status, Verdict};
use serde::Serialize;
use utoipa::ToSchema;

/// An execution. What is not known yet is null.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionExecution {
    /// Its id.
    pub(crate) execution_id: String,
    /// QUEUED, RUNNING, COMPLETED, FAILED or TIMEOUT.
    pub(crate) status: &'static str,
    /// Standard output.
    pub(crate) stdout: Option<String>,
    /// Standard error; the compiler's when the program did not get to run.
    pub(crate) stderr: Option<String>,
    /// Elapsed time of the run in whole milliseconds.
    pub(crate) execution_time_ms: Option<u64>,
    /// The last line of `stderr`, or what else there is to say; null when it went well.
    pub(crate) error_message: Option<String>,
    /// The kind of failure; null when it went well.
    pub(crate) error_type: Option<&'static str>,
    /// Its id, as the live API calls it.
    #[serde(rename = "executionId")]
    pub(crate) live_execution_id: String,
    /// Standard output, then standard error, without the last line break.
    pub(crate) output: Option<String>,
}

impl SessionExecution {
    pub(crate) fn of(record: &ExecutionRecord) -> Self {
        let report = record.report.as_ref();
        let (stdout, stderr) = report.map(streams).unzip();
        let error_type = report.and_then(|report| error_type(report.verdict));
        let failed = report.zip(error_type);
        Self {
            execution_id: record.id.to_string(),
            status: status_name(record.status),
            execution_time_ms: report
                .and_then(|report| report.wall_time)
                .map(|time| u64::try_from(time.as_micros().saturating_add(500) / 1000).unwrap_or(u64::MAX)),
            error_message: failed
                .map(|(report, _)| error_message(report, stderr.as_deref().unwrap_or_default())),
            error_type,
            live_execution_id: record.id.to_string(),
            output: stdout.as_ref().zip(stderr.as_ref()).map(|(stdout, stderr)| output(stdout, stderr)),
            stdout,
            stderr,
        }
    }
}

/// The run's output; the compiler's when there was no run to print anything.
fn streams(report: &Report) -> (String, String) {
    let (stdout, stderr) = (text(&report.stdout), text(&report.stderr));
    match &report.compile {
        Some(compile) if report.verdict == Verdict::CompileError && stderr.is_empty() => {
            let errors = text(&compile.stderr);
            (stdout, if errors.is_empty() { text(&compile.stdout) } else { errors })
        }
        _ => (stdout, stderr),
    }
}

fn output(stdout: &str, stderr: &str) -> String {
    let mut output = format!("{stdout}{stderr}");
    if output.ends_with('\n') {
        output.pop();
    }
    output
}

fn error_type(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Ok | Verdict::Accepted => None,
        Verdict::WrongAnswer | Verdict::RuntimeError | Verdict::ForbiddenCall => Some("RuntimeError"),
        Verdict::TimeLimit => Some("TimeoutError"),
        Verdict::MemoryLimit => Some("MemoryError"),
        Verdict::OutputLimit => Some("OutputLimitError"),
        Verdict::CompileError => Some("CompileError"),
        Verdict::Cancelled => Some("CancelledError"),
        Verdict::SystemError => Some("SystemError"),
    }
}

fn error_message(report: &Report, stderr: &str) -> String {
    if let Some(line) = stderr.lines().rev().find(|line| !line.trim().is_empty()) {
        return line.trim_end().to_owned();
    }
    // Shells call a death by signal N the exit code 128 + N.
    let code = report.exit_code.or_else(|| report.signal.map(|signal| 128 + signal.number()));
    let by_code = code.map(|code| format!("Process exited with code {code}"));
    let in_words = report.message.clone();
    let message = match report.verdict {
        Verdict::RuntimeError | Verdict::ForbiddenCall => by_code.or(in_words),
        _ => in_words.or(by_code),
    };
    message.unwrap_or_else(|| match report.verdict.status() {
        Status::Timeout => "Execution timed out".to_owned(),
        Status::Cancelled => "Execution was cancelled".to_owned(),
        _ => "Execution failed".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use runyard_types::{Captured, CompileReport, Signal};

    fn captured(text: &'static str) -> Captured {
        Captured { bytes: Bytes::from_static(text.as_bytes()), truncated: false }
    }

    fn report(verdict: Verdict, stderr: &'static str) -> Report {
        Report { stderr: captured(stderr), ..Report::bare(verdict, "in plain words") }
    }

    #[test]
    fn the_message_is_the_last_line_of_stderr_or_the_code() {
        let message = |report: &Report| error_message(report, &streams(report).1);
        let trace = report(Verdict::RuntimeError, "Traceback\n  File\nValueError: no\n\n  \n");
        assert_eq!(message(&trace), "ValueError: no");
        let silent = Report { exit_code: Some(3), ..report(Verdict::RuntimeError, "\n") };
        assert_eq!(message(&silent), "Process exited with code 3");
        let killed = Report { signal: Signal::from_number(11), ..report(Verdict::RuntimeError, "") };
        assert_eq!(message(&killed), "Process exited with code 139");
        assert_eq!(message(&report(Verdict::TimeLimit, "")), "in plain words");
        let compile = CompileReport { stderr: captured("main.c:1: error: x\n"), ..CompileReport::default() };
        let refused = Report { compile: Some(compile), ..report(Verdict::CompileError, "") };
        assert_eq!(message(&refused), "main.c:1: error: x");
    }

    #[test]
    fn output_is_both_streams_without_the_last_line_break() {
        assert_eq!(output("a\n", "b\n\n"), "a\nb\n");
        assert_eq!(output("a\n", ""), "a");
        assert_eq!(output("", ""), "");
    }
}
