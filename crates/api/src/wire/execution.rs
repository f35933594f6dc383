//! The record of an execution.

use crate::wire::{noise::NoiseView, timestamp};
use runyard_executions::ExecutionRecord;
use runyard_types::{
    Action, Captured, CaseReport, CompileReport, Diagnostic, EncodedText, Encoding, LimitHit, Sandbox,
    Signal, Status, Verdict, duration_ms,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One execution. What is not known yet is null.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ExecutionView {
    /// Its id: knowing it grants reading.
    pub(crate) id: String,
    /// Where it is on its way.
    pub(crate) status: Status,
    /// How it ended.
    pub(crate) verdict: Option<Verdict>,
    /// The limit that was hit.
    pub(crate) limit_hit: Option<LimitHit>,
    /// The ending in plain words.
    pub(crate) message: Option<String>,
    /// What it does with the program.
    #[serde(default)]
    pub(crate) action: Action,
    /// Id of the language.
    pub(crate) language: String,
    /// Version of the toolchain.
    pub(crate) version: Option<String>,
    /// Standard output, as far as it was kept.
    pub(crate) stdout: Option<String>,
    /// Standard error, as far as it was kept.
    pub(crate) stderr: Option<String>,
    /// How `stdout` is written.
    pub(crate) stdout_encoding: Option<Encoding>,
    /// How `stderr` is written.
    pub(crate) stderr_encoding: Option<Encoding>,
    /// Whether more was printed than kept.
    pub(crate) stdout_truncated: Option<bool>,
    /// Whether more was printed than kept.
    pub(crate) stderr_truncated: Option<bool>,
    /// Exit code.
    pub(crate) exit_code: Option<i32>,
    /// The signal that ended the program.
    #[schema(value_type = Option<String>, example = "SIGSEGV")]
    pub(crate) signal: Option<Signal>,
    /// Elapsed time of the run.
    pub(crate) wall_time_ms: Option<f64>,
    /// CPU time of the run.
    pub(crate) cpu_time_ms: Option<f64>,
    /// Peak memory of the run.
    pub(crate) memory_bytes: Option<u64>,
    /// Time in the queue.
    pub(crate) queue_time_ms: Option<f64>,
    /// The compile stage, for languages that have one.
    pub(crate) compile: Option<CompileView>,
    /// Places in the source that the error output names.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The tests that have ended, in order; only there for judged programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<CaseView>, required = false)]
    pub(crate) cases: Option<Vec<CaseView>>,
    /// Whether this is the answer to an earlier, equal request: then times, memory and `noise` are of that run.
    pub(crate) cached: bool,
    /// What it ran in: which protections were in force.
    #[serde(default)]
    pub(crate) sandbox: Option<Sandbox>,
    /// What may have disturbed its times.
    #[serde(default)]
    pub(crate) noise: Option<NoiseView>,
    /// How often it was tried.
    pub(crate) attempts: u32,
    /// 1 is next; only while it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) queue_position: Option<u64>,
    /// When it was accepted.
    pub(crate) created_at: String,
    /// When it began.
    pub(crate) started_at: Option<String>,
    /// When it ended.
    pub(crate) finished_at: Option<String>,
    /// Where to go from here.
    pub(crate) links: Links,
}

/// Where to go from an execution.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Links {
    /// This record.
    #[serde(rename = "self")]
    pub(crate) this: String,
    /// Live events by Server-Sent Events.
    pub(crate) events: String,
    /// Live events and input by WebSocket.
    pub(crate) ws: String,
    /// POST here to cancel.
    pub(crate) cancel: String,
}

/// The compile stage of an execution.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CompileView {
    /// The compiler's standard output.
    pub(crate) stdout: String,
    /// The compiler's standard error.
    pub(crate) stderr: String,
    /// How `stdout` is written.
    pub(crate) stdout_encoding: Encoding,
    /// How `stderr` is written.
    pub(crate) stderr_encoding: Encoding,
    /// Whether more was printed than kept.
    pub(crate) stdout_truncated: bool,
    /// Whether more was printed than kept.
    pub(crate) stderr_truncated: bool,
    /// Exit code.
    pub(crate) exit_code: Option<i32>,
    /// Elapsed time.
    pub(crate) wall_time_ms: f64,
    /// Places the compiler complained about.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Whether the program had been compiled before: all of this is of that time.
    #[serde(default)]
    pub(crate) cached: bool,
}

/// One test of a judged program.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CaseView {
    /// Position, counted from 0.
    pub(crate) index: u32,
    /// How it ended.
    pub(crate) verdict: Verdict,
    /// The limit that was hit.
    pub(crate) limit_hit: Option<LimitHit>,
    /// Standard output.
    pub(crate) stdout: String,
    /// How `stdout` is written.
    pub(crate) stdout_encoding: Encoding,
    /// Whether more was printed than kept.
    pub(crate) stdout_truncated: bool,
    /// Standard error.
    pub(crate) stderr: String,
    /// How `stderr` is written.
    pub(crate) stderr_encoding: Encoding,
    /// Whether more was printed than kept.
    pub(crate) stderr_truncated: bool,
    /// Exit code.
    pub(crate) exit_code: Option<i32>,
    /// The signal that ended it.
    #[schema(value_type = Option<String>)]
    pub(crate) signal: Option<Signal>,
    /// Elapsed time.
    pub(crate) wall_time_ms: f64,
    /// CPU time.
    pub(crate) cpu_time_ms: f64,
    /// Peak memory.
    pub(crate) memory_bytes: u64,
}

/// One page of executions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExecutionList {
    /// Newest first.
    pub(crate) items: Vec<ExecutionView>,
    /// Send it as `cursor` for the next page; null on the last one.
    pub(crate) next_cursor: Option<String>,
}

impl ExecutionView {
    /// `judged`: whether it was submitted with tests.
    pub(crate) fn of(record: &ExecutionRecord, judged: bool) -> Self {
        let report = record.report.as_ref();
        let text =
            |stream: Option<&Captured>| stream.map(|captured| EncodedText::from_bytes(&captured.bytes));
        let (stdout, stderr) = (report.map(|report| &report.stdout), report.map(|report| &report.stderr));
        let (out, err) = (text(stdout), text(stderr));
        Self {
            id: record.id.to_string(),
            status: record.status,
            verdict: report.map(|report| report.verdict),
            limit_hit: report.and_then(|report| report.limit_hit),
            message: report.and_then(|report| report.message.clone()),
            action: record.action,
            language: record.language.clone(),
            version: report.and_then(|report| report.version.clone()),
            stdout_encoding: out.as_ref().map(|text| text.encoding),
            stderr_encoding: err.as_ref().map(|text| text.encoding),
            stdout: out.map(|text| text.text),
            stderr: err.map(|text| text.text),
            stdout_truncated: stdout.map(|captured| captured.truncated),
            stderr_truncated: stderr.map(|captured| captured.truncated),
            exit_code: report.and_then(|report| report.exit_code),
            signal: report.and_then(|report| report.signal),
            wall_time_ms: report.and_then(|report| report.wall_time).map(duration_ms),
            cpu_time_ms: report.and_then(|report| report.cpu_time).map(duration_ms),
            memory_bytes: report.and_then(|report| report.memory_bytes),
            queue_time_ms: record.queue_time.map(duration_ms),
            compile: report.and_then(|report| report.compile.as_ref()).map(CompileView::of),
            diagnostics: report.map(|report| report.diagnostics.clone()).unwrap_or_default(),
            cases: judged.then(|| {
                report.map(|report| report.cases.iter().map(CaseView::of).collect()).unwrap_or_default()
            }),
            cached: report.is_some_and(|report| report.cached),
            sandbox: report.and_then(|report| report.sandbox.clone()),
            noise: report.and_then(|report| report.noise.as_ref()).map(NoiseView::of),
            attempts: record.attempts,
            queue_position: record.queue_position.filter(|_| record.status == Status::Queued),
            created_at: timestamp(record.created_at),
            started_at: record.started_at.map(timestamp),
            finished_at: record.finished_at.map(timestamp),
            links: Links::of(&record.id.to_string()),
        }
    }
}

impl Links {
    fn of(id: &str) -> Self {
        let this = format!("/api/v1/executions/{id}");
        Self {
            events: format!("{this}/events"),
            ws: format!("{this}/ws"),
            cancel: format!("{this}/cancel"),
            this,
        }
    }
}

impl CompileView {
    fn of(report: &CompileReport) -> Self {
        let stdout = EncodedText::from_bytes(&report.stdout.bytes);
        let stderr = EncodedText::from_bytes(&report.stderr.bytes);
        Self {
            stdout: stdout.text,
            stderr: stderr.text,
            stdout_encoding: stdout.encoding,
            stderr_encoding: stderr.encoding,
            stdout_truncated: report.stdout.truncated,
            stderr_truncated: report.stderr.truncated,
            exit_code: report.exit_code,
            wall_time_ms: duration_ms(report.wall_time),
            diagnostics: report.diagnostics.clone(),
            cached: report.cached,
        }
    }
}

impl CaseView {
    fn of(report: &CaseReport) -> Self {
        let stdout = EncodedText::from_bytes(&report.stdout.bytes);
        let stderr = EncodedText::from_bytes(&report.stderr.bytes);
        Self {
            index: report.index,
            verdict: report.verdict,
            limit_hit: report.limit_hit,
            stdout: stdout.text,
            stdout_encoding: stdout.encoding,
            stdout_truncated: report.stdout.truncated,
            stderr: stderr.text,
            stderr_encoding: stderr.encoding,
            stderr_truncated: report.stderr.truncated,
            exit_code: report.exit_code,
            signal: report.signal,
            wall_time_ms: duration_ms(report.wall_time),
            cpu_time_ms: duration_ms(report.cpu_time),
            memory_bytes: report.memory_bytes,
        }
    }
}
