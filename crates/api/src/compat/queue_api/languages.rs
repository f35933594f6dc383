//! `GET /api/languages`

use crate::{routes::LanguageView, state::ApiState};
use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

/// A language.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct QueueLanguage {
    /// Its id.
    pub(crate) id: String,
    /// Its name for people.
    pub(crate) name: String,
    /// Version of its toolchain, once it is known.
    pub(crate) version: Option<String>,
    /// Other names that requests may use.
    pub(crate) aliases: Vec<String>,
    /// Whether its self-test passed.
    pub(crate) available: bool,
}

/// List the languages.
#[utoipa::path(
    get,
    path = "/api/languages",
    tag = "queue API",
    operation_id = "queueApiLanguages",
    responses((status = 200, body = Vec<QueueLanguage>))
)]
pub(crate) async fn languages(State(state): State<ApiState>) -> Json<Vec<QueueLanguage>> {
    let views = state.catalogue.iter().map(|language| LanguageView::of(&state.catalogue, language));
    let mut languages: Vec<_> = views
        .map(|LanguageView { id, name, version, aliases, available, .. }| QueueLanguage {
            id,
            name,
            version,
            aliases,
            available,
        })
        .collect();
    languages.sort_by_key(|language| language.name.to_lowercase());
    Json(languages)
}
