//! `GET /health`

use crate::{
    routes::{Health, health_of},
    state::ApiState,
};
use axum::extract::State;

/// Read how the server is, with the parts that were checked.
#[utoipa::path(
    get,
    path = "/health",
    tag = "queue API",
    operation_id = "queueApiHealth",
    responses((status = 200, body = Health), (status = 503, body = Health))
)]
pub(crate) async fn health(State(state): State<ApiState>) -> Health {
    health_of(&state).await
}
