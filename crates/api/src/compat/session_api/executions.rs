//! `GET /executions/{executionId}` and `GET /executions/sessions/{sessionId}`

use super::execution::SessionExecution;
use crate::{
    family::SessionApiError,
    fault::{Fault, Outcome},
    path_id::PathId,
    state::ApiState,
};
use axum::{Json, extract::State};
use runyard_executions::ListFilter;
use runyard_types::{ExecutionId, SessionId};

/// Executions read from the store at once.
const PAGE: u32 = 100;
/// The history shows this many; the contract has no pages.
const LONGEST_HISTORY: usize = 1000;

/// Read an execution. Whoever knows the id may.
#[utoipa::path(
    get,
    path = "/executions/{executionId}",
    tag = "session API",
    operation_id = "sessionApiGetExecution",
    params(("executionId" = String, Path, description = "the execution's id")),
    responses((status = 200, body = SessionExecution), (status = 404, body = SessionApiError))
)]
pub(crate) async fn get(
    State(state): State<ApiState>,
    PathId(id): PathId<ExecutionId>,
) -> Outcome<Json<SessionExecution>> {
    let record = state.executions.get(id).await?.ok_or_else(|| Fault::not_found("Execution"))?;
    Ok(Json(SessionExecution::of(&record)))
}

/// Read the executions of a session, newest first. Whoever knows the session's id may.
#[utoipa::path(
    get,
    path = "/executions/sessions/{sessionId}",
    tag = "session API",
    operation_id = "sessionApiHistory",
    params(("sessionId" = String, Path, description = "the session's id")),
    responses((status = 200, body = Vec<SessionExecution>))
)]
pub(crate) async fn history(
    State(state): State<ApiState>,
    session: Outcome<PathId<SessionId>>,
) -> Outcome<Json<Vec<SessionExecution>>> {
    let Ok(PathId(id)) = session else { return Ok(Json(Vec::new())) };
    let Some(session) = state.sessions.get(id).await? else { return Ok(Json(Vec::new())) };
    let mut executions = Vec::new();
    let mut cursor = None;
    loop {
        let filter = ListFilter { session: Some(id), ..ListFilter::default() };
        let page = state.executions.list(session.owner, filter, cursor, PAGE).await?;
        executions.extend(page.items.iter().map(SessionExecution::of));
        cursor = page.next;
        if cursor.is_none() || executions.len() >= LONGEST_HISTORY {
            return Ok(Json(executions));
        }
    }
}
