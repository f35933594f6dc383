//! `POST /api/v1/executions`

use crate::{
    body,
    caller::Caller,
    family::Problem,
    fault::{Fault, Outcome},
    idempotency, json, prefer,
    state::ApiState,
    wire::{ExecutionRequest, ExecutionView},
};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use runyard_executions::{NewExecution, Submitted};

/// Submit a program.
#[utoipa::path(
    post,
    path = "/api/v1/executions",
    tag = "executions",
    operation_id = "createExecution",
    request_body = ExecutionRequest,
    params(
        ("Prefer" = Option<String>, Header, description = "`wait=SECONDS` waits for the end", example = "wait=10"),
        ("Idempotency-Key" = Option<String>, Header, description = "a repeat with the same key and body returns the first execution"),
    ),
    responses(
        (status = 202, body = ExecutionView, description = "accepted"),
        (status = 200, body = ExecutionView, description = "ended within the wait"),
        (status = 400, body = Problem, description = "something in the request is wrong", content_type = "application/problem+json"),
        (status = 401, body = Problem, description = "the token is not valid", content_type = "application/problem+json"),
        (status = 413, body = Problem, description = "the body is too large", content_type = "application/problem+json"),
        (status = 415, body = Problem, description = "the body is not JSON", content_type = "application/problem+json"),
        (status = 422, body = Problem, description = "the idempotency key belongs to another request", content_type = "application/problem+json"),
        (status = 429, body = Problem, description = "too many requests", content_type = "application/problem+json"),
        (status = 503, body = Problem, description = "the queue is full", content_type = "application/problem+json"),
    )
)]
pub(crate) async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Outcome<Response> {
    let wait = prefer::wait(&headers, state.config.server.max_wait)?;
    let key = idempotency::key(&headers)?;
    let bytes = body::json_bytes(&headers, body, state.body_limits()).await?;
    let submission = json::parse::<ExecutionRequest>(&bytes)?.draft()?.resolve(&state)?;
    let judged = !submission.cases.is_empty();
    let idempotency = idempotency::of(key, &Method::POST, "/api/v1/executions", &bytes);
    let creator = caller.creator(&state, key);
    let submitted =
        state.executions.submit(creator.owner, NewExecution { submission }, idempotency, None).await?;

    let record = match (submitted, wait) {
        (Submitted::New(record), Some(wait)) => {
            let id = record.id;
            match state.unless_stopping(state.executions.wait_for_new(record, wait)).await {
                Some(waited) => waited?,
                None => state.executions.get(id).await?.ok_or_else(|| Fault::not_found("Execution"))?,
            }
        }
        (Submitted::Existing(record), Some(wait)) => {
            let waited = state.unless_stopping(state.executions.wait(record.id, wait)).await;
            waited.transpose()?.flatten().unwrap_or(record)
        }
        (Submitted::New(record) | Submitted::Existing(record), None) => record,
    };
    let status =
        if wait.is_some() && record.status.is_terminal() { StatusCode::OK } else { StatusCode::ACCEPTED };
    let mut response = (status, Json(ExecutionView::of(&record, judged))).into_response();
    if let Some(applied) = wait.and_then(prefer::applied) {
        response.headers_mut().insert(prefer::PREFERENCE_APPLIED, applied);
    }
    if let Ok(location) = HeaderValue::from_str(&format!("/api/v1/executions/{}", record.id)) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(creator.introduce(response))
}
