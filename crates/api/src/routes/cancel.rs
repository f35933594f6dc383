//! `POST /api/v1/executions/{id}/cancel`

use crate::{
    caller::Caller,
    family::Problem,
    fault::{Fault, Outcome},
    path_id::PathId,
    routes::record,
    state::ApiState,
    wire::ExecutionView,
};
use axum::{Json, extract::State, http::StatusCode};
use runyard_executions::CancelOutcome;
use runyard_types::{ExecutionId, Status};

/// Cancel your own execution. Repeating it is harmless.
#[utoipa::path(
    post,
    path = "/api/v1/executions/{id}/cancel",
    tag = "executions",
    operation_id = "cancelExecution",
    params(("id" = String, Path, description = "the execution's id")),
    responses(
        (status = 202, body = ExecutionView),
        (status = 404, body = Problem, description = "none of yours", content_type = "application/problem+json"),
        (status = 409, body = Problem, description = "it has ended otherwise", content_type = "application/problem+json"),
    )
)]
pub(crate) async fn cancel(
    State(state): State<ApiState>,
    caller: Caller,
    PathId(id): PathId<ExecutionId>,
) -> Outcome<(StatusCode, Json<ExecutionView>)> {
    let record = state.executions.get(id).await?.filter(|record| caller.may_control(record.owner));
    if record.is_none() {
        return Err(Fault::not_found("Execution"));
    }
    match state.executions.cancel(id).await? {
        CancelOutcome::Cancelled(record) => {
            Ok((StatusCode::ACCEPTED, Json(record::view(&state, &record).await?)))
        }
        CancelOutcome::AlreadyEnded(record) if record.status == Status::Cancelled => {
            Ok((StatusCode::ACCEPTED, Json(record::view(&state, &record).await?)))
        }
        CancelOutcome::AlreadyEnded(record) => {
            let detail = format!("the execution has already ended as {}", record.status);
            Err(Fault::new(StatusCode::CONFLICT, "already_ended", detail))
        }
        CancelOutcome::NotFound => Err(Fault::not_found("Execution")),
    }
}
