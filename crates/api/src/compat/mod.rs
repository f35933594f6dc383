//! Contracts that existed before: thin adapters over the same services, at the paths their clients expect.

mod live_api;
mod queue_api;
mod session_api;

use crate::state::ApiState;
use runyard_types::Captured;
use utoipa_axum::router::OpenApiRouter;

/// Each family with its routes.
pub(crate) fn families() -> Vec<(&'static str, OpenApiRouter<ApiState>)> {
    vec![
        ("queue API", queue_api::routes()),
        ("session API", session_api::routes()),
        ("live execution API", live_api::routes()),
    ]
}

/// Output in contracts that know text only: what is not UTF-8 becomes U+FFFD.
fn text(captured: &Captured) -> String {
    String::from_utf8_lossy(&captured.bytes).into_owned()
}
