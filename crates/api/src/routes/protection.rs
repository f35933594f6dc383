//! `GET /api/v1/protection`: what protects this server, what does not, and what its host could do better.

use crate::state::{ApiState, ProtectionItem};
use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

/// Every protection and every check of the host, and how each stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProtectionList {
    /// In the order of `runyard doctor`.
    pub(crate) items: Vec<ProtectionItem>,
}

/// Read what protects this server.
#[utoipa::path(
    get,
    path = "/api/v1/protection",
    tag = "service",
    operation_id = "getProtection",
    responses((status = 200, body = ProtectionList))
)]
pub(crate) async fn protection(State(state): State<ApiState>) -> Json<ProtectionList> {
    Json(ProtectionList { items: state.protection.clone() })
}
