//! `GET /api/v1/executions/{id}/ws`: events out, input in.

use crate::{
    caller::{self, Caller},
    client,
    family::Problem,
    fault::{Fault, Outcome},
    origin::{self, Standing},
    path_id::PathId,
    routes::events::resume_point,
    socket::Conversation,
    state::ApiState,
};
use axum::{
    extract::{FromRequestParts as _, RawQuery, Request, State, ws::WebSocketUpgrade},
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use runyard_types::ExecutionId;

/// More than the longest line a terminal sends, and a bound on what one socket can hold of our memory.
const MAX_MESSAGE_BYTES: usize = 1 << 20;

/// Read at a time. The default of 128 KiB is held by every socket and written full of zeros at each read; people type less.
const READ_BUFFER_BYTES: usize = 4 << 10;

/// Follow an execution by WebSocket; its owner may also send input, signals and the terminal's size.
#[utoipa::path(
    get,
    path = "/api/v1/executions/{id}/ws",
    tag = "executions",
    operation_id = "connectExecution",
    params(
        ("id" = String, Path, description = "the execution's id"),
        ("last_event_id" = Option<String>, Query, description = "continue after this event"),
    ),
    responses(
        (status = 101, description = "events as text frames; see docs/api.md for what may be sent"),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 403, body = Problem, description = "a page of another origin", content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, description = "too many open streams", content_type = "application/problem+json"),
        (status = 503, body = Problem, description = "too many open streams of all clients", content_type = "application/problem+json"),
        (status = 426, body = Problem, description = "not a WebSocket handshake", content_type = "application/problem+json"),
    )
)]
pub(crate) async fn socket(
    State(state): State<ApiState>,
    caller: Caller,
    PathId(id): PathId<ExecutionId>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Outcome<Response> {
    let (mut parts, _) = request.into_parts();
    check_origin(&parts.headers, &state)?;
    let after = resume_point(&parts.headers, query.as_deref())?;
    let record = state.executions.get(id).await?.ok_or_else(|| Fault::not_found("Execution"))?;
    let upgrade = WebSocketUpgrade::from_request_parts(&mut parts, &state).await.map_err(|_| {
        Fault::new(StatusCode::UPGRADE_REQUIRED, "upgrade_required", "this address speaks WebSocket only")
    })?;
    let events = state.executions.watch(id, after).await?.ok_or_else(|| Fault::not_found("Execution"))?;
    let conversation = Conversation {
        id,
        may_send: caller.may_control(record.owner),
        executions: state.executions.clone(),
        shutdown: state.shutdown.clone(),
        permit: state.open_streams().open(caller.client())?,
    };
    let upgrade = upgrade
        .max_message_size(MAX_MESSAGE_BYTES)
        .max_frame_size(MAX_MESSAGE_BYTES)
        .read_buffer_size(READ_BUFFER_BYTES);
    Ok(upgrade.on_upgrade(move |socket| conversation.hold(socket, events)))
}

/// Browsers send cookies with every handshake and let no page stop them, so the page's origin decides.
fn check_origin(headers: &HeaderMap, state: &ApiState) -> Outcome<()> {
    let refuse = |detail: &str| Err(Fault::new(StatusCode::FORBIDDEN, "foreign_origin", detail));
    if !headers.contains_key(header::ORIGIN) {
        return match client::cookie(headers, caller::COOKIE) {
            None if !headers.contains_key(header::COOKIE) => Ok(()),
            _ => refuse("a handshake with cookies must say its origin"),
        };
    }
    match origin::standing(headers, &state.config.cors.allowed_origins) {
        Standing::Own | Standing::Allowed => Ok(()),
        Standing::Tool | Standing::Foreign => refuse("pages of this origin may not connect"),
    }
}
