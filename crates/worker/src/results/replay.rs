//! Showing a kept answer to those who watch.

use runyard_engine::Observer;
use runyard_types::{Captured, Report, Stage, Stream, Submission};

/// Tells the observer what it would have been told by a run with this report: the same stages, the same output, the same cases.
/// Only the order of what the program wrote to its two streams is not known any more.
pub(super) fn replay(report: &Report, submission: &Submission, observer: &dyn Observer) {
    let limit = submission.limits.output_bytes;
    if let Some(compile) = &report.compile {
        observer.stage(Stage::Compile);
        show(&compile.stdout, Stage::Compile, Stream::Stdout, limit, observer);
        show(&compile.stderr, Stage::Compile, Stream::Stderr, limit, observer);
        // A program that could not be compiled did not run.
        if report.exit_code.is_none() && report.signal.is_none() && report.cases.is_empty() {
            return;
        }
    }
    observer.stage(Stage::Run);
    if submission.cases.is_empty() {
        show(&report.stdout, Stage::Run, Stream::Stdout, limit, observer);
        show(&report.stderr, Stage::Run, Stream::Stderr, limit, observer);
    }
    let total = u32::try_from(submission.cases.len()).unwrap_or(u32::MAX);
    for case in &report.cases {
        observer.case(case, total);
    }
}

fn show(output: &Captured, stage: Stage, stream: Stream, limit: u64, observer: &dyn Observer) {
    if !output.bytes.is_empty() {
        observer.output(stage, stream, &output.bytes);
    }
    if output.truncated {
        observer.truncated(stage, stream, limit);
    }
}
