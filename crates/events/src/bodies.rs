//! Event bodies made from a finished report.

use runyard_types::{EncodedText, EventBody, Report, Stage, duration_ms};

/// The `end` event of an execution that ended with this report.
#[must_use]
pub fn end_body(report: &Report) -> EventBody {
    EventBody::End {
        status: report.verdict.status(),
        verdict: report.verdict,
        limit_hit: report.limit_hit,
        message: report.message.clone(),
        exit_code: report.exit_code,
        signal: report.signal,
        wall_time_ms: report.wall_time.map(duration_ms),
        cpu_time_ms: report.cpu_time.map(duration_ms),
        memory_bytes: report.memory_bytes,
    }
}

/// The `snapshot` of an execution that ended with this report, for those who come after its events are gone.
#[must_use]
pub fn report_snapshot(report: &Report) -> EventBody {
    let compile = report.compile.as_ref();
    let compile_output =
        compile.map(|compile| [&compile.stdout.bytes[..], &compile.stderr.bytes[..]].concat());
    let compile_output = EncodedText::from_bytes(&compile_output.unwrap_or_default());
    let stdout = EncodedText::from_bytes(&report.stdout.bytes);
    let stderr = EncodedText::from_bytes(&report.stderr.bytes);
    let ran = report.wall_time.is_some();
    EventBody::Snapshot {
        status: report.verdict.status(),
        stage: if ran { Some(Stage::Run) } else { compile.map(|_| Stage::Compile) },
        compile_output: compile_output.text,
        compile_output_encoding: compile_output.encoding,
        stdout: stdout.text,
        stdout_encoding: stdout.encoding,
        stderr: stderr.text,
        stderr_encoding: stderr.encoding,
        stdout_truncated: report.stdout.truncated,
        stderr_truncated: report.stderr.truncated,
    }
}
