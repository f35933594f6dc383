//! `GET /api/stats`

use crate::{fault::Outcome, state::ApiState};
use axum::{Json, extract::State};
use runyard_types::duration_ms;
use serde::Serialize;
use utoipa::ToSchema;

/// The queue's numbers.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QueueStats {
    /// Jobs that wait.
    pub(crate) waiting: u64,
    /// Jobs that run.
    pub(crate) active: u64,
    /// Jobs that ended by themselves or at their time limit.
    pub(crate) completed: u64,
    /// Jobs that ended otherwise, cancelled ones apart.
    pub(crate) failed: u64,
    /// Jobs that wait or run.
    pub(crate) depth: u64,
    /// Programs that may use a core at the same time.
    pub(crate) workers: u64,
    /// Mean time in the queue of the last jobs; 0 before the first.
    pub(crate) average_wait_ms: f64,
    /// Mean time from start to end of the last jobs; 0 before the first.
    pub(crate) average_processing_ms: f64,
}

/// Read the queue's numbers.
#[utoipa::path(
    get,
    path = "/api/stats",
    tag = "queue API",
    operation_id = "queueApiStats",
    responses((status = 200, body = QueueStats))
)]
pub(crate) async fn stats(State(state): State<ApiState>) -> Outcome<Json<QueueStats>> {
    let stats = state.executions.stats().await?;
    Ok(Json(QueueStats {
        waiting: stats.waiting,
        active: stats.running,
        completed: stats.completed + stats.timeout,
        failed: stats.failed,
        depth: stats.waiting + stats.running,
        workers: stats.workers,
        average_wait_ms: stats.average_wait.map(duration_ms).unwrap_or_default(),
        average_processing_ms: stats.average_run.map(duration_ms).unwrap_or_default(),
    }))
}
