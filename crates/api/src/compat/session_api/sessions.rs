//! `POST /code-sessions` and `PATCH /code-sessions/{sessionId}`

use super::{Field, Fields};
use crate::{
    body,
    caller::Caller,
    family::SessionApiError,
    fault::{Fault, Outcome},
    json,
    path_id::PathId,
    state::ApiState,
};
use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use runyard_executions::Session;
use runyard_types::SessionId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A new session. Unknown fields are ignored.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct CreateSession {
    /// Id or alias of a language.
    #[serde(default)]
    #[schema(value_type = String)]
    language: Field,
    /// The source to begin with; the language's hello program when absent.
    #[serde(default, rename = "templateCode")]
    #[schema(value_type = Option<String>)]
    template_code: Field,
}

/// A new version of a session's source. Unknown fields are ignored.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UpdateSession {
    /// The source.
    #[serde(default)]
    #[schema(value_type = String)]
    source_code: Field,
    /// Id or alias of a language.
    #[serde(default)]
    #[schema(value_type = String)]
    language: Field,
}

/// A session.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SessionView {
    /// Its id.
    pub(crate) session_id: String,
    /// `ACTIVE`.
    pub(crate) status: &'static str,
}

impl SessionView {
    fn of(session: &Session) -> Self {
        Self { session_id: session.id.to_string(), status: Session::STATUS }
    }
}

/// Create a code session.
#[utoipa::path(
    post,
    path = "/code-sessions",
    tag = "session API",
    operation_id = "sessionApiCreate",
    request_body = CreateSession,
    responses((status = 201, body = SessionView), (status = 400, body = SessionApiError))
)]
pub(crate) async fn create(
    State(state): State<ApiState>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Outcome<Response> {
    let bytes = body::json_bytes(&headers, body, state.body_limits()).await?;
    let request = json::parse::<CreateSession>(&bytes)?;
    let mut fields = Fields::default();
    let language = fields.language(request.language, &state.catalogue);
    let template = fields.optional("templateCode", request.template_code);
    fields.check()?;
    let source = match template {
        Some(template) => template,
        None => hello(&state, &language)?,
    };
    check_size("templateCode", &source, &state)?;
    let creator = caller.session_creator(&state);
    let session = state.sessions.create(creator.owner, &language, &source).await?;
    Ok(creator.introduce((StatusCode::CREATED, Json(SessionView::of(&session))).into_response()))
}

/// Save a session's source. Nothing is run.
#[utoipa::path(
    patch,
    path = "/code-sessions/{sessionId}",
    tag = "session API",
    operation_id = "sessionApiUpdate",
    params(("sessionId" = String, Path, description = "the session's id")),
    request_body = UpdateSession,
    responses(
        (status = 200, body = SessionView),
        (status = 400, body = SessionApiError),
        (status = 404, body = SessionApiError),
    )
)]
pub(crate) async fn update(
    State(state): State<ApiState>,
    caller: Caller,
    session: Outcome<PathId<SessionId>>,
    headers: HeaderMap,
    body: Body,
) -> Outcome<Json<SessionView>> {
    let bytes = body::json_bytes(&headers, body, state.body_limits()).await?;
    let request = json::parse::<UpdateSession>(&bytes)?;
    let mut fields = Fields::default();
    let source = fields.required("source_code", request.source_code).unwrap_or_default();
    let language = fields.language(request.language, &state.catalogue);
    fields.check()?;
    check_size("source_code", &source, &state)?;
    let PathId(id) = session?;
    let session = super::own_session(&state, &caller, id).await?;
    let session = state.sessions.update(session.id, &language, &source).await?;
    let session = session.ok_or_else(|| Fault::not_found("Session"))?;
    Ok(Json(SessionView::of(&session)))
}

fn hello(state: &ApiState, language: &str) -> Outcome<String> {
    let language = state.catalogue.resolve(language, None).map_err(Fault::internal)?;
    Ok(language.hello().source.clone())
}

fn check_size(name: &str, source: &str, state: &ApiState) -> Outcome<()> {
    let most = state.config.submission.max_source_bytes;
    if source.len() > most {
        let detail = format!("{name} must be shorter than or equal to {most} bytes");
        return Err(Fault::bad("source_too_large", name, detail));
    }
    Ok(())
}
