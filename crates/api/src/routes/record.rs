//! The record of an execution as the routes show it.

use crate::{fault::Outcome, state::ApiState, wire::ExecutionView};
use runyard_executions::ExecutionRecord;
use runyard_types::Verdict;

pub(crate) async fn view(state: &ApiState, record: &ExecutionRecord) -> Outcome<ExecutionView> {
    Ok(ExecutionView::of(record, is_judged(state, record).await?))
}

/// Whether it was submitted with tests. Most reports tell; only without one, or when it stopped before the first test,
/// the submission itself must be read.
async fn is_judged(state: &ApiState, record: &ExecutionRecord) -> Outcome<bool> {
    match &record.report {
        Some(report) if !report.cases.is_empty() => Ok(true),
        // With tests it would be `accepted`.
        Some(report) if report.verdict == Verdict::Ok => Ok(false),
        _ => {
            let submission = state.executions.submission(record.id).await?;
            Ok(submission.is_some_and(|submission| !submission.cases.is_empty()))
        }
    }
}
