//! `POST /api/v1/tokens`: a token for a tool.

use crate::{family::Problem, state::ApiState, token::OwnerKind};
use axum::{
    Json,
    extract::State,
    http::{HeaderName, StatusCode, header},
};
use serde::Serialize;
use utoipa::ToSchema;

/// An anonymous token.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TokenView {
    /// Send it as `Authorization: Bearer TOKEN`.
    pub(crate) token: String,
}

/// Get an anonymous token. It owns what is made with it.
#[utoipa::path(
    post,
    path = "/api/v1/tokens",
    tag = "tokens",
    operation_id = "createToken",
    responses(
        (status = 201, body = TokenView),
        (status = 429, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn create(
    State(state): State<ApiState>,
) -> (StatusCode, [(HeaderName, &'static str); 1], Json<TokenView>) {
    let token = state.token_key.sign(OwnerKind::Token.fresh());
    (StatusCode::CREATED, [(header::CACHE_CONTROL, "no-store")], Json(TokenView { token }))
}
