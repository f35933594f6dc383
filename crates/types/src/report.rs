//! What the engine says about one finished execution.

use crate::{Captured, Diagnostic, LimitHit, Noise, Sandbox, Signal, Verdict};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The compile stage's part of a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CompileReport {
    /// The compiler's standard output.
    pub stdout: Captured,
    /// The compiler's standard error.
    pub stderr: Captured,
    /// Exit code, absent when a signal ended it.
    pub exit_code: Option<i32>,
    /// Elapsed time.
    pub wall_time: Duration,
    /// Places the compiler complained about.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether nothing was compiled: all of this is of the time when the same program was.
    #[serde(default)]
    pub cached: bool,
}

/// How one test case ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseReport {
    /// Position in the submission, counted from 0.
    pub index: u32,
    /// Accepted, wrong answer, or how the run failed.
    pub verdict: Verdict,
    /// Which limit was hit, where one was.
    pub limit_hit: Option<LimitHit>,
    /// Standard output of this case.
    pub stdout: Captured,
    /// Standard error of this case.
    pub stderr: Captured,
    /// Exit code, absent when a signal ended it.
    pub exit_code: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<Signal>,
    /// Elapsed time.
    pub wall_time: Duration,
    /// CPU time.
    pub cpu_time: Duration,
    /// Peak memory in bytes.
    pub memory_bytes: u64,
}

/// How an execution ended. Immutable once recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The verdict.
    pub verdict: Verdict,
    /// Which limit was hit, where one was.
    pub limit_hit: Option<LimitHit>,
    /// The ending in plain words, for people.
    pub message: Option<String>,
    /// Version of the toolchain that ran it.
    pub version: Option<String>,
    /// The run's standard output.
    pub stdout: Captured,
    /// The run's standard error.
    pub stderr: Captured,
    /// Exit code, absent when a signal ended it or it never started.
    pub exit_code: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<Signal>,
    /// Elapsed time of the run.
    pub wall_time: Option<Duration>,
    /// CPU time of the run, all processes.
    pub cpu_time: Option<Duration>,
    /// Peak memory of the run in bytes.
    pub memory_bytes: Option<u64>,
    /// The compile stage, for languages that have one.
    pub compile: Option<CompileReport>,
    /// Places in the source that the run's own error output names (stack traces).
    pub diagnostics: Vec<Diagnostic>,
    /// The test cases in order, for judged submissions. Then the report's own output is that of the first case that
    /// was not accepted, else of the last one; times are sums, memory is the highest.
    #[serde(default)]
    pub cases: Vec<CaseReport>,
    /// Whether the answer came from the result cache.
    pub cached: bool,
    /// What it ran in. Absent when nothing ran, and in reports stored before this was kept.
    #[serde(default)]
    pub sandbox: Option<Sandbox>,
    /// What may have disturbed its times. Absent when nothing ran, and in reports stored before this was kept.
    #[serde(default)]
    pub noise: Option<Noise>,
}

impl Report {
    /// A report of nothing but a verdict and its explanation.
    #[must_use]
    pub fn bare(verdict: Verdict, message: impl Into<String>) -> Self {
        Self {
            verdict,
            limit_hit: None,
            message: Some(message.into()),
            version: None,
            stdout: Captured::default(),
            stderr: Captured::default(),
            exit_code: None,
            signal: None,
            wall_time: None,
            cpu_time: None,
            memory_bytes: None,
            compile: None,
            diagnostics: Vec::new(),
            cases: Vec::new(),
            cached: false,
            sandbox: None,
            noise: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was stored before a field existed lacks it.
    #[test]
    fn reports_of_before_still_read() {
        let report = Report::bare(Verdict::Ok, "fine");
        let mut stored = serde_json::to_value(&report).unwrap();
        for later in ["cases", "sandbox", "noise"] {
            assert!(stored.as_object_mut().unwrap().remove(later).is_some(), "{later}");
        }
        assert_eq!(serde_json::from_value::<Report>(stored).unwrap(), report);
    }
}
