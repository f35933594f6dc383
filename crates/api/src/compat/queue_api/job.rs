//! A job as the queue API shows it.

use crate::compat::text;
use runyard_executions::ExecutionRecord;
use runyard_types::{CaseReport, Report, Signal, Status, Submission, Verdict, duration_ms};
use serde::Serialize;
use utoipa::ToSchema;

/// A job. Clients ask until `state` is `completed` or `failed`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JobView {
    /// Its id.
    pub(crate) job_id: String,
    /// Where it is on its way.
    pub(crate) state: JobState,
    /// 0 to 100: the share of test cases that have ended, also of a job that was cancelled.
    pub(crate) progress: u32,
    /// What came of it; null unless `completed`.
    pub(crate) result: Option<JobResult>,
    /// Why there is no result; null unless `failed` or `cancelled`.
    pub(crate) failed_reason: Option<String>,
}

/// `completed` whenever the program or the compiler gave a result, `failed` only when we did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum JobState {
    /// Waits.
    Queued,
    /// Runs.
    Active,
    /// Has a result.
    Completed,
    /// Could not be run.
    Failed,
    /// Was cancelled.
    Cancelled,
}

/// What came of a job.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JobResult {
    /// How it ended.
    pub(crate) verdict: Verdict,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
    /// What the compiler printed; empty for languages without one.
    pub(crate) compile_output: String,
    /// Exit code.
    pub(crate) exit_code: Option<i32>,
    /// The signal that ended the program.
    #[schema(value_type = Option<String>)]
    pub(crate) signal: Option<Signal>,
    /// Elapsed time.
    pub(crate) execution_time_ms: Option<f64>,
    /// Peak memory.
    pub(crate) memory_bytes: Option<u64>,
    /// How many tests were accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) passed: Option<usize>,
    /// How many tests there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<usize>,
    /// The tests in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) test_results: Option<Vec<TestResult>>,
}

/// What came of one test.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TestResult {
    /// Position, counted from 0.
    pub(crate) index: u32,
    /// How it ended.
    pub(crate) verdict: Verdict,
    /// Whether it was accepted.
    pub(crate) passed: bool,
    /// What the program read.
    pub(crate) input: String,
    /// What it should have printed.
    pub(crate) expected_output: String,
    /// What it printed.
    pub(crate) actual_output: String,
    /// Elapsed time.
    pub(crate) execution_time_ms: f64,
    /// Peak memory.
    pub(crate) memory_bytes: u64,
}

impl JobState {
    pub(crate) fn of(record: &ExecutionRecord) -> Self {
        let ours = record.report.as_ref().is_some_and(|report| report.verdict == Verdict::SystemError);
        match record.status {
            Status::Queued => Self::Queued,
            Status::Running => Self::Active,
            Status::Cancelled => Self::Cancelled,
            Status::Failed if ours => Self::Failed,
            Status::Completed | Status::Failed | Status::Timeout => Self::Completed,
        }
    }
}

impl JobView {
    /// `submission` is needed for judged jobs only, `progress` for active ones.
    pub(crate) fn of(record: &ExecutionRecord, submission: Option<&Submission>, progress: u32) -> Self {
        let state = JobState::of(record);
        let report = record.report.as_ref();
        let message = || report.and_then(|report| report.message.clone());
        let failed_reason = match state {
            JobState::Failed => Some(message().unwrap_or_else(|| "something failed on our side".to_owned())),
            JobState::Cancelled => Some(message().unwrap_or_else(|| "cancelled".to_owned())),
            _ => None,
        };
        Self {
            job_id: record.id.to_string(),
            state,
            progress: match state {
                JobState::Queued => 0,
                JobState::Active => progress,
                JobState::Cancelled => ended_share(report, submission),
                _ => 100,
            },
            result: report
                .filter(|_| state == JobState::Completed)
                .map(|report| JobResult::of(report, submission)),
            failed_reason,
        }
    }
}

impl JobResult {
    fn of(report: &Report, submission: Option<&Submission>) -> Self {
        let tests = submission.filter(|submission| !submission.cases.is_empty());
        let results = tests.map(|submission| test_results(&report.cases, submission));
        let compile = report.compile.as_ref();
        Self {
            verdict: report.verdict,
            stdout: text(&report.stdout),
            stderr: text(&report.stderr),
            compile_output: compile
                .map(|compile| text(&compile.stdout) + &text(&compile.stderr))
                .unwrap_or_default(),
            exit_code: report.exit_code,
            signal: report.signal,
            execution_time_ms: report.wall_time.map(duration_ms),
            memory_bytes: report.memory_bytes,
            passed: results.as_ref().map(|results| results.iter().filter(|result| result.passed).count()),
            total: tests.map(|submission| submission.cases.len()),
            test_results: results,
        }
    }
}

/// The share of the tests that had ended when the job was cancelled.
fn ended_share(report: Option<&Report>, submission: Option<&Submission>) -> u32 {
    let (Some(report), Some(submission)) = (report, submission) else { return 0 };
    let ended = report.cases.iter().filter(|case| case.verdict != Verdict::Cancelled).count();
    let share = (ended * 100).checked_div(submission.cases.len()).unwrap_or_default();
    u32::try_from(share.min(100)).unwrap_or_default()
}

fn test_results(reports: &[CaseReport], submission: &Submission) -> Vec<TestResult> {
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let result = |report: &CaseReport| {
        let case = submission.cases.get(usize::try_from(report.index).unwrap_or(usize::MAX))?;
        Some(TestResult {
            index: report.index,
            verdict: report.verdict,
            passed: report.verdict == Verdict::Accepted,
            input: lossy(&case.stdin),
            expected_output: lossy(&case.expected),
            actual_output: text(&report.stdout),
            execution_time_ms: duration_ms(report.wall_time),
            memory_bytes: report.memory_bytes,
        })
    };
    reports.iter().filter_map(result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use runyard_types::{Captured, Limits, TestCase};
    use std::time::Duration;

    fn case(index: u32, verdict: Verdict) -> CaseReport {
        CaseReport {
            index,
            verdict,
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

    #[test]
    fn a_cancelled_job_has_come_as_far_as_its_tests() {
        let test = TestCase { stdin: Bytes::new(), expected: Bytes::new() };
        let plain = Submission::new("python", Vec::new(), Limits::default());
        let submission = Submission { cases: vec![test; 4], ..plain.clone() };
        let mut report = Report::bare(Verdict::Cancelled, "cancelled");
        assert_eq!(ended_share(Some(&report), Some(&submission)), 0);
        report.cases = vec![case(0, Verdict::Accepted), case(1, Verdict::Cancelled)];
        assert_eq!(ended_share(Some(&report), Some(&submission)), 25);
        assert_eq!(ended_share(Some(&report), Some(&plain)), 0);
        assert_eq!(ended_share(None, None), 0);
    }
}
