//! `GET /api/v1/executions/{id}/events`: Server-Sent Events.

use crate::{
    caller::Caller,
    family::Problem,
    fault::{Fault, Outcome},
    path_id::PathId,
    query::Query,
    state::ApiState,
};
use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{
        IntoResponse as _, Response,
        sse::{Event as SseEvent, KeepAlive, Sse},
    },
};
use futures_util::{Stream, StreamExt as _};
use runyard_types::{Event, EventId, ExecutionId};
use std::{convert::Infallible, time::Duration};

/// Proxies cut connections that are silent for 30 s or more.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// How long a browser waits before it connects again.
const RECONNECT: Duration = Duration::from_millis(500);

/// Follow an execution by Server-Sent Events.
#[utoipa::path(
    get,
    path = "/api/v1/executions/{id}/events",
    tag = "executions",
    operation_id = "streamExecutionEvents",
    params(
        ("id" = String, Path, description = "the execution's id"),
        ("Last-Event-ID" = Option<String>, Header, description = "continue after this event", example = "1.42"),
        ("last_event_id" = Option<String>, Query, description = "the same, for clients that cannot set headers"),
    ),
    responses(
        (status = 200, body = Event, content_type = "text/event-stream", description = "one event a frame, until `end`"),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, description = "too many open streams", content_type = "application/problem+json"),
        (status = 503, body = Problem, description = "too many open streams of all clients", content_type = "application/problem+json"),
    )
)]
pub(crate) async fn events(
    State(state): State<ApiState>,
    caller: Caller,
    PathId(id): PathId<ExecutionId>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Outcome<Response> {
    let after = resume_point(&headers, query.as_deref())?;
    let events = state.executions.watch(id, after).await?.ok_or_else(|| Fault::not_found("Execution"))?;
    let permit = state.open_streams().open(caller.client())?;
    // The stream holds no clone of the state: it ends by itself when the server stops.
    let frames = events.map(move |event| {
        let _ = &permit;
        frame(event)
    });
    let frames = frames.take_until(state.shutdown.clone().cancelled_owned());
    Ok(answer(frames))
}

fn answer(frames: impl Stream<Item = Result<SseEvent, Infallible>> + Send + 'static) -> Response {
    let mut response = Sse::new(frames).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx buffers answers unless it is told not to.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

fn frame(event: Event) -> Result<SseEvent, Infallible> {
    // serde_json escapes line breaks, so the data is one line.
    let json = serde_json::to_string(&event).unwrap_or_default();
    let frame = SseEvent::default().id(event.id().to_string()).data(json);
    Ok(if event.seq <= 1 { frame.retry(RECONNECT) } else { frame })
}

/// Where to continue: the header, else the query.
pub(crate) fn resume_point(headers: &HeaderMap, query: Option<&str>) -> Outcome<Option<EventId>> {
    let query = Query::parse(query, &["last_event_id"])?;
    let header = headers.get("last-event-id").filter(|value| !value.is_empty());
    let malformed = |field: &str| {
        Fault::bad("invalid_event_id", field, format!("{field} must be the id of an event, such as 1.42"))
    };
    match header {
        Some(value) => {
            let id = value.to_str().ok().and_then(|text| text.parse().ok());
            id.map(Some).ok_or_else(|| malformed("Last-Event-ID"))
        }
        None => query
            .text("last_event_id")
            .map(|text| text.parse().map_err(|()| malformed("last_event_id")))
            .transpose(),
    }
}
