//! `GET` and `DELETE /api/jobs/{jobId}`

use super::job::{JobState, JobView};
use crate::{
    caller::Caller,
    family::QueueApiError,
    fault::{Fault, Outcome},
    state::ApiState,
};
use axum::{
    Json,
    extract::{FromRequestParts, Path, State},
    http::{StatusCode, request::Parts},
};
use futures_util::{FutureExt as _, StreamExt as _};
use runyard_executions::{CancelOutcome, ExecutionRecord};
use runyard_types::{EventBody, ExecutionId, Report, Status, Verdict};
use serde::Serialize;
use std::time::Duration;
use utoipa::ToSchema;

/// A program is gone this soon after its cancellation; the answer then already says `cancelled`.
const CANCEL_WAIT: Duration = Duration::from_secs(2);

/// A job that was cancelled.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JobCancelled {
    /// Its id.
    pub(crate) job_id: String,
    /// `cancelled`.
    pub(crate) state: JobState,
}

/// The job's id in the path.
pub(crate) struct JobId(ExecutionId);

impl<S: Send + Sync> FromRequestParts<S> for JobId {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Outcome<Self> {
        let text = Path::<String>::from_request_parts(parts, state).await;
        text.ok().and_then(|Path(text)| text.parse().ok()).map(Self).ok_or_else(missing)
    }
}

fn missing() -> Fault {
    Fault::not_found("Job")
}

/// Read a job. Whoever knows the id may.
#[utoipa::path(
    get,
    path = "/api/jobs/{jobId}",
    tag = "queue API",
    operation_id = "queueApiGetJob",
    params(("jobId" = String, Path, description = "the job's id")),
    responses((status = 200, body = JobView), (status = 404, body = QueueApiError))
)]
pub(crate) async fn get(State(state): State<ApiState>, JobId(id): JobId) -> Outcome<Json<JobView>> {
    let record = state.executions.get(id).await?.ok_or_else(missing)?;
    // Only judged jobs show their cases, and a program that did not compile has no reports of them.
    let judged = |report: &Report| !report.cases.is_empty() || report.verdict == Verdict::CompileError;
    let judged = record.report.as_ref().is_some_and(judged);
    let submission = if judged { state.executions.submission(id).await? } else { None };
    let progress = if record.status == Status::Running { progress(&state, &record).await? } else { 0 };
    Ok(Json(JobView::of(&record, submission.as_ref(), progress)))
}

/// The share of test cases that have ended so far: counted from the events that are there already.
async fn progress(state: &ApiState, record: &ExecutionRecord) -> Outcome<u32> {
    let Some(mut events) = state.executions.watch(record.id, None).await? else { return Ok(0) };
    let mut share = 0;
    let mut ended = 0_u32;
    while let Some(Some(event)) = events.next().now_or_never() {
        match event.body {
            EventBody::Case { total, .. } => {
                ended += 1;
                share = (ended.saturating_mul(100) / total.max(1)).min(100);
            }
            EventBody::Restart { .. } => (ended, share) = (0, 0),
            _ => {}
        }
    }
    Ok(share)
}

/// Cancel your own job.
#[utoipa::path(
    delete,
    path = "/api/jobs/{jobId}",
    tag = "queue API",
    operation_id = "queueApiCancelJob",
    params(("jobId" = String, Path, description = "the job's id")),
    responses(
        (status = 200, body = JobCancelled),
        (status = 404, body = QueueApiError, description = "none of yours"),
        (status = 409, body = QueueApiError, description = "it has already ended"),
    )
)]
pub(crate) async fn cancel(
    State(state): State<ApiState>,
    caller: Caller,
    JobId(id): JobId,
) -> Outcome<Json<JobCancelled>> {
    let record = state.executions.get(id).await?.filter(|record| caller.may_control(record.owner));
    if record.is_none() {
        return Err(missing());
    }
    let mut record = match state.executions.cancel(id).await? {
        CancelOutcome::Cancelled(record) => record,
        CancelOutcome::AlreadyEnded(record) => {
            let detail = format!("the job has already ended as {}", record.status.as_str().to_lowercase());
            return Err(Fault::new(StatusCode::CONFLICT, "already_ended", detail));
        }
        CancelOutcome::NotFound => return Err(missing()),
    };
    if !record.status.is_terminal()
        && let Some(later) = state.executions.wait(id, CANCEL_WAIT).await?
    {
        record = later;
    }
    Ok(Json(JobCancelled { job_id: id.to_string(), state: JobState::of(&record) }))
}
