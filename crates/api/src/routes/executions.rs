//! `GET /api/v1/executions` and `GET /api/v1/executions/{id}`

use crate::{
    caller::Caller,
    family::Problem,
    fault::{Fault, Outcome},
    path_id::PathId,
    prefer,
    query::Query,
    routes::record,
    state::ApiState,
    wire::{ExecutionList, ExecutionView},
};
use axum::{
    Json,
    extract::{RawQuery, State},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use runyard_executions::{Cursor, ListFilter};
use runyard_types::{Action, ExecutionId, Status};
use std::time::Duration;

const DEFAULT_PAGE: u32 = 20;
const LARGEST_PAGE: u32 = 100;

/// List your own executions, newest first.
#[utoipa::path(
    get,
    path = "/api/v1/executions",
    tag = "executions",
    operation_id = "listExecutions",
    params(
        ("limit" = Option<u32>, Query, description = "1 to 100, 20 when absent"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
        ("status" = Option<Status>, Query, description = "only these"),
        ("action" = Option<Action>, Query, description = "only these"),
        ("language" = Option<String>, Query, description = "only these"),
    ),
    responses(
        (status = 200, body = ExecutionList),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 401, body = Problem, description = "no token", content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list(
    State(state): State<ApiState>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Outcome<Json<ExecutionList>> {
    let query = Query::parse(query.as_deref(), &["limit", "cursor", "status", "action", "language"])?;
    let limit = query.read::<u32>("limit", "a number from 1 to 100")?.unwrap_or(DEFAULT_PAGE);
    if !(1..=LARGEST_PAGE).contains(&limit) {
        return Err(Fault::bad(
            "invalid_parameter",
            "limit",
            format!("limit must be from 1 to {LARGEST_PAGE}"),
        ));
    }
    let cursor = query.read::<Cursor>("cursor", "the next_cursor of an earlier page")?;
    let status =
        query.read::<Status>("status", "QUEUED, RUNNING, COMPLETED, FAILED, TIMEOUT or CANCELLED")?;
    let action = query.read::<Action>("action", "run, format or lint")?;
    let language = query.text("language").map(|name| match state.catalogue.resolve(name, None) {
        Ok(language) => Ok(language.id.clone()),
        Err(_) => Err(Fault::bad("unknown_language", "language", "language is not one this server knows")),
    });
    let filter = ListFilter { status, action, language: language.transpose()?, session: None };
    let page = state.executions.list(caller.owner()?, filter, cursor, limit).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for record in &page.items {
        items.push(record::view(&state, record).await?);
    }
    Ok(Json(ExecutionList { items, next_cursor: page.next.map(|cursor| cursor.to_string()) }))
}

/// Read an execution. Whoever knows the id may.
#[utoipa::path(
    get,
    path = "/api/v1/executions/{id}",
    tag = "executions",
    operation_id = "getExecution",
    params(
        ("id" = String, Path, description = "the execution's id"),
        ("Prefer" = Option<String>, Header, description = "`wait=SECONDS` waits for the end"),
    ),
    responses(
        (status = 200, body = ExecutionView),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn get(
    State(state): State<ApiState>,
    PathId(id): PathId<ExecutionId>,
    headers: HeaderMap,
) -> Outcome<Response> {
    let wait = prefer::wait(&headers, state.config.server.max_wait)?;
    let record = match wait {
        Some(wait) if wait > Duration::ZERO => {
            match state.unless_stopping(state.executions.wait(id, wait)).await {
                Some(waited) => waited?,
                None => state.executions.get(id).await?,
            }
        }
        _ => state.executions.get(id).await?,
    };
    let record = record.ok_or_else(|| Fault::not_found("Execution"))?;
    let mut response = Json(record::view(&state, &record).await?).into_response();
    if let Some(applied) = wait.and_then(prefer::applied) {
        response.headers_mut().insert(prefer::PREFERENCE_APPLIED, applied);
    }
    Ok(response)
}
