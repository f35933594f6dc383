//! `GET /api/v1/stats`

use crate::{fault::Outcome, state::ApiState};
use axum::{Json, extract::State};
use runyard_cache::{Meter, Numbers};
use runyard_types::duration_ms;
use serde::Serialize;
use utoipa::ToSchema;

/// The queue now, and counts since the database was made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StatsView {
    /// Executions that wait.
    pub(crate) waiting: u64,
    /// Executions that run.
    pub(crate) running: u64,
    /// Ended as COMPLETED.
    pub(crate) completed: u64,
    /// Ended as FAILED.
    pub(crate) failed: u64,
    /// Ended as CANCELLED.
    pub(crate) cancelled: u64,
    /// Ended as TIMEOUT.
    pub(crate) timeout: u64,
    /// How many may wait.
    pub(crate) depth_limit: u64,
    /// Age of the one that waits longest; null when none waits.
    pub(crate) oldest_waiting_ms: Option<f64>,
    /// Programs that may use a core at the same time.
    pub(crate) workers: u64,
    /// Mean time in the queue of the last ones.
    pub(crate) average_wait_ms: Option<f64>,
    /// Mean time from start to end of the last ones.
    pub(crate) average_run_ms: Option<f64>,
    /// What is kept to be used again.
    pub(crate) cache: CacheStats,
}

/// What this server keeps to use again, since it started.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CacheStats {
    /// Answers to requests that allow them.
    pub(crate) answers: CacheNumbers,
    /// Compiled programs.
    pub(crate) programs: CacheNumbers,
}

/// One cache.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CacheNumbers {
    /// Found.
    pub(crate) hits: u64,
    /// Looked for and not found.
    pub(crate) misses: u64,
    /// In memory now.
    pub(crate) entries: u64,
    /// Their bytes.
    pub(crate) bytes: u64,
}

impl CacheNumbers {
    fn of(meter: &Meter) -> Self {
        let Numbers { hits, misses, entries, bytes } = meter.read();
        Self { hits, misses, entries, bytes }
    }
}

/// Read the queue's numbers.
#[utoipa::path(
    get,
    path = "/api/v1/stats",
    tag = "service",
    operation_id = "getStats",
    responses((status = 200, body = StatsView))
)]
pub(crate) async fn stats(State(state): State<ApiState>) -> Outcome<Json<StatsView>> {
    let stats = state.executions.stats().await?;
    Ok(Json(StatsView {
        waiting: stats.waiting,
        running: stats.running,
        completed: stats.completed,
        failed: stats.failed,
        cancelled: stats.cancelled,
        timeout: stats.timeout,
        depth_limit: stats.depth_limit,
        oldest_waiting_ms: stats.oldest_waiting.map(duration_ms),
        workers: stats.workers,
        average_wait_ms: stats.average_wait.map(duration_ms),
        average_run_ms: stats.average_run.map(duration_ms),
        cache: CacheStats {
            answers: CacheNumbers::of(&state.caches.answers),
            programs: CacheNumbers::of(&state.caches.programs),
        },
    }))
}
