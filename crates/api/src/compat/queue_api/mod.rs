//! The queue API: `/api/execute`, `/api/jobs`, `/api/stats`, `/api/languages`, `/health`. camelCase.

mod execute;
mod health;
mod job;
mod jobs;
mod languages;
mod stats;

use crate::state::ApiState;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) fn routes() -> OpenApiRouter<ApiState> {
    OpenApiRouter::default()
        .routes(routes!(execute::execute))
        .routes(routes!(jobs::get, jobs::cancel))
        .routes(routes!(stats::stats))
        .routes(routes!(languages::languages))
        .routes(routes!(health::health))
}
