//! `GET /api/v1/health`, `/health/live` and `/health/ready`.

use crate::state::ApiState;
use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How the server is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Health {
    /// `ok` when every check is.
    pub(crate) status: HealthStatus,
    /// The parts, by name.
    pub(crate) checks: BTreeMap<&'static str, Check>,
}

/// How one part is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Check {
    /// `ok` or `fail`.
    pub(crate) status: HealthStatus,
    /// More about it, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) detail: Option<String>,
}

/// Good or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum HealthStatus {
    /// Good.
    Ok,
    /// Not good.
    Fail,
}

impl Health {
    fn of(checks: impl IntoIterator<Item = (&'static str, Result<Option<String>, String>)>) -> Self {
        let check = |result| match result {
            Ok(detail) => Check { status: HealthStatus::Ok, detail },
            Err(detail) => Check { status: HealthStatus::Fail, detail: Some(detail) },
        };
        let checks: BTreeMap<_, _> = checks.into_iter().map(|(name, result)| (name, check(result))).collect();
        let good = checks.values().all(|check| check.status == HealthStatus::Ok);
        Self { status: if good { HealthStatus::Ok } else { HealthStatus::Fail }, checks }
    }
}

impl IntoResponse for Health {
    fn into_response(self) -> Response {
        let status = match self.status {
            HealthStatus::Ok => StatusCode::OK,
            HealthStatus::Fail => StatusCode::SERVICE_UNAVAILABLE,
        };
        (status, [(header::CACHE_CONTROL, "no-store")], Json(self)).into_response()
    }
}

/// Every part of the server.
pub(crate) async fn health(state: &ApiState) -> Health {
    let accepting = match state.shutdown.is_cancelled() {
        false => Ok(None),
        true => Err("the server is going down".to_owned()),
    };
    let (store, queue, worker) = match state.executions.stats().await {
        Ok(stats) => {
            let queue = format!(
                "{} waiting, {} running, at most {} may wait",
                stats.waiting, stats.running, stats.depth_limit
            );
            let worker = match stats.workers {
                0 => Err("no worker is connected: executions wait".to_owned()),
                count => Ok(Some(format!("{count} programs at a time"))),
            };
            (Ok(None), Ok(Some(queue)), worker)
        }
        Err(error) => {
            tracing::error!(%error, "the store does not answer the health check");
            let unknown = || Err("unknown: the store does not answer".to_owned());
            (Err("the store does not answer".to_owned()), unknown(), unknown())
        }
    };
    let all = state.catalogue.iter();
    let available = all.filter(|language| state.catalogue.availability(&language.id).available).count();
    let languages = match available {
        0 => Err("no language has passed its self-test".to_owned()),
        count => Ok(Some(format!("{count} available"))),
    };
    Health::of([
        ("accepting", accepting),
        ("store", store),
        ("queue", queue),
        ("worker", worker),
        ("languages", languages),
    ])
}

/// Read how the server is.
#[utoipa::path(
    get,
    path = "/api/v1/health",
    tag = "service",
    operation_id = "getHealth",
    responses((status = 200, body = Health), (status = 503, body = Health))
)]
pub(crate) async fn overall(State(state): State<ApiState>) -> Health {
    health(&state).await
}

/// Whether the process answers at all.
#[utoipa::path(
    get,
    path = "/api/v1/health/live",
    tag = "service",
    operation_id = "getLiveness",
    responses((status = 200, body = Health))
)]
pub(crate) async fn live() -> Health {
    Health::of([("process", Ok(None))])
}

/// Whether the server can take work now.
#[utoipa::path(
    get,
    path = "/api/v1/health/ready",
    tag = "service",
    operation_id = "getReadiness",
    responses((status = 200, body = Health), (status = 503, body = Health))
)]
pub(crate) async fn ready(State(state): State<ApiState>) -> Health {
    health(&state).await
}
