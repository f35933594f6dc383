//! The live execution API: `POST /executions`. camelCase; reading is shared with the session API.

use super::session_api::{Field, Fields, own_session, run_source};
use crate::{
    body,
    caller::Caller,
    family::SessionApiError,
    fault::{Fault, Outcome},
    idempotency, json,
    state::ApiState,
    submission::FieldNames,
};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, Method, StatusCode},
};
use runyard_types::SessionId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

const NAMES: FieldNames = FieldNames { source: "code", stdin: "stdin", cases: "cases", case_stdin: "stdin" };

pub(crate) fn routes() -> OpenApiRouter<ApiState> {
    OpenApiRouter::default().routes(routes!(create))
}

/// What to run. Unknown fields are ignored.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct LiveExecution {
    /// A session of the session API.
    #[serde(default, rename = "sessionId")]
    #[schema(value_type = String)]
    session_id: Field,
    /// Id or alias of a language.
    #[serde(default)]
    #[schema(value_type = String)]
    language: Field,
    /// The program.
    #[serde(default)]
    #[schema(value_type = String)]
    code: Field,
}

/// The execution that was made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LiveAccepted {
    /// Its id.
    pub(crate) execution_id: String,
    /// `QUEUED` when it is new.
    pub(crate) status: &'static str,
}

/// Run a program in a session. The session's own source stays as it is.
#[utoipa::path(
    post,
    path = "/executions",
    tag = "live execution API",
    operation_id = "liveApiCreate",
    request_body = LiveExecution,
    params(("idempotency-key" = Option<String>, Header, description = "a repeat returns the first execution")),
    responses(
        (status = 201, body = LiveAccepted),
        (status = 400, body = SessionApiError),
        (status = 404, body = SessionApiError, description = "no such session"),
        (status = 422, body = SessionApiError, description = "the key was used with another request"),
    )
)]
pub(crate) async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Outcome<(StatusCode, Json<LiveAccepted>)> {
    let key = idempotency::key(&headers)?;
    let bytes = body::json_bytes(&headers, body, state.body_limits()).await?;
    let request = json::parse::<LiveExecution>(&bytes)?;
    let mut fields = Fields::default();
    let session = fields.filled("sessionId", request.session_id);
    let language = fields.language(request.language, &state.catalogue);
    let code = fields.filled("code", request.code);
    fields.check()?;
    let id = session.parse::<SessionId>().map_err(|_| Fault::not_found("Session"))?;
    let session = own_session(&state, &caller, id).await?;
    let idempotency = idempotency::of(key, &Method::POST, "/executions", &bytes);
    let record = run_source(&state, &session, language, code, NAMES, idempotency).await?;
    let status = super::session_api::status_name(record.status);
    Ok((StatusCode::CREATED, Json(LiveAccepted { execution_id: record.id.to_string(), status })))
}
