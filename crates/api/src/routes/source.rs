//! `GET /api/v1/executions/{id}/source`

use crate::{
    caller::Caller,
    family::Problem,
    fault::{Fault, Outcome},
    path_id::PathId,
    state::ApiState,
    wire::ExecutionSource,
};
use axum::{Json, extract::State};
use runyard_types::ExecutionId;

/// Read what your own execution was asked to run.
#[utoipa::path(
    get,
    path = "/api/v1/executions/{id}/source",
    tag = "executions",
    operation_id = "getExecutionSource",
    params(("id" = String, Path, description = "the execution's id")),
    responses(
        (status = 200, body = ExecutionSource),
        (status = 404, body = Problem, description = "none of yours", content_type = "application/problem+json"),
    )
)]
pub(crate) async fn source(
    State(state): State<ApiState>,
    caller: Caller,
    PathId(id): PathId<ExecutionId>,
) -> Outcome<Json<ExecutionSource>> {
    let missing = || Fault::not_found("Execution");
    let record = state.executions.get(id).await?.ok_or_else(missing)?;
    if !caller.may_control(record.owner) {
        return Err(missing());
    }
    let submission = state.executions.submission(id).await?.ok_or_else(missing)?;
    Ok(Json(ExecutionSource::of(submission)))
}
