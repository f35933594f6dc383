//! `POST /code-sessions/{sessionId}/run`

use super::{NAMES, own_session};
use crate::{
    caller::Caller,
    family::SessionApiError,
    fault::Outcome,
    idempotency,
    path_id::PathId,
    state::ApiState,
    submission::{Draft, FieldNames},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, Method},
};
use runyard_executions::{ExecutionRecord, Idempotency, NewExecution, Session};
use runyard_types::{SessionId, Status};
use serde::Serialize;
use utoipa::ToSchema;

/// The execution that was made, or that the same key made before.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RunAccepted {
    /// Its id.
    pub(crate) execution_id: String,
    /// `QUEUED` when it is new.
    pub(crate) status: &'static str,
}

/// Run a session's source.
#[utoipa::path(
    post,
    path = "/code-sessions/{sessionId}/run",
    tag = "session API",
    operation_id = "sessionApiRun",
    params(
        ("sessionId" = String, Path, description = "the session's id"),
        ("idempotency-key" = Option<String>, Header, description = "the same key returns the first execution"),
    ),
    responses(
        (status = 200, body = RunAccepted),
        (status = 404, body = SessionApiError),
        (status = 422, body = SessionApiError, description = "the key was used with another session"),
        (status = 503, body = SessionApiError),
    )
)]
pub(crate) async fn run(
    State(state): State<ApiState>,
    caller: Caller,
    PathId(id): PathId<SessionId>,
    headers: HeaderMap,
) -> Outcome<Json<RunAccepted>> {
    let key = idempotency::key(&headers)?;
    let session = own_session(&state, &caller, id).await?;
    // There is no body: the same key and session are the same request even if the source has changed since.
    let idempotency = idempotency::of(key, &Method::POST, &format!("/code-sessions/{id}/run"), b"");
    let (language, source) = (session.language.clone(), session.source_code.clone());
    let record = run_source(&state, &session, language, source, NAMES, idempotency).await?;
    Ok(Json(RunAccepted { execution_id: record.id.to_string(), status: status_name(record.status) }))
}

/// Runs a source in a session's name, within this family's elapsed time.
pub(crate) async fn run_source(
    state: &ApiState,
    session: &Session,
    language: String,
    source: String,
    names: FieldNames,
    idempotency: Option<Idempotency>,
) -> Outcome<ExecutionRecord> {
    let mut draft = Draft::new(language, source, names);
    draft.wall_time = Some(state.config.sessions.wall_time);
    let submission = draft.resolve(state)?;
    let new = NewExecution { submission };
    let submitted = state.executions.submit(session.owner, new, idempotency, Some(session.id)).await?;
    Ok(submitted.record().clone())
}

/// This family knows no cancelled executions: they failed.
pub(crate) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Cancelled => Status::Failed.as_str(),
        other => other.as_str(),
    }
}
