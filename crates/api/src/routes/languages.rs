//! `GET /api/v1/languages` and `GET /api/v1/languages/{id}`

use crate::{
    family::Problem,
    fault::{Fault, Outcome},
    state::ApiState,
};
use axum::{
    Json,
    extract::{Path, State, rejection::PathRejection},
};
use runyard_languages::{Catalogue, Language};
use runyard_types::Action;
use serde::Serialize;
use utoipa::ToSchema;

/// A language of this server.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LanguageView {
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
    /// Why it is not available.
    pub(crate) reason: Option<String>,
    /// Name of the main file when a request sends one source.
    pub(crate) source_file: String,
    /// Whether programs are compiled first.
    pub(crate) compiled: bool,
    /// Whether requests may give the compiler options.
    pub(crate) accepts_compiler_flags: bool,
    /// What can be done with its programs on this server: `run` first.
    pub(crate) actions: Vec<Action>,
    /// The image its toolchain comes from; null when it is the machine's own.
    pub(crate) image: Option<String>,
}

/// All languages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LanguageList {
    /// In the order of their names.
    pub(crate) items: Vec<LanguageView>,
}

/// A language with programs to start from.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LanguageDetail {
    /// The language.
    #[serde(flatten)]
    pub(crate) language: LanguageView,
    /// The smallest complete program.
    pub(crate) hello: String,
    /// Programs worth reading.
    pub(crate) examples: Vec<ExampleView>,
}

/// A program worth reading.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExampleView {
    /// What it shows.
    pub(crate) title: String,
    /// The program.
    pub(crate) source: String,
    /// What it reads.
    pub(crate) stdin: String,
}

impl LanguageView {
    pub(crate) fn of(catalogue: &Catalogue, language: &Language) -> Self {
        let availability = catalogue.availability(&language.id);
        let actions = [Action::Run, Action::Format, Action::Lint];
        Self {
            actions: actions.into_iter().filter(|action| availability.offers(*action)).collect(),
            accepts_compiler_flags: language.accepts_compiler_flags(),
            image: None,
            id: language.id.clone(),
            name: language.name.clone(),
            version: availability.version,
            aliases: language.aliases.clone(),
            available: availability.available,
            reason: availability.reason.filter(|_| !availability.available),
            source_file: language.source_file.clone(),
            compiled: language.is_compiled(),
        }
    }
}

/// List the languages.
#[utoipa::path(
    get,
    path = "/api/v1/languages",
    tag = "languages",
    operation_id = "listLanguages",
    responses((status = 200, body = LanguageList))
)]
pub(crate) async fn list(State(state): State<ApiState>) -> Json<LanguageList> {
    let mut items: Vec<_> =
        state.catalogue.iter().map(|language| LanguageView::of(&state.catalogue, language)).collect();
    items.sort_by_key(|language| language.name.to_lowercase());
    Json(LanguageList { items })
}

/// Read a language with its examples.
#[utoipa::path(
    get,
    path = "/api/v1/languages/{id}",
    tag = "languages",
    operation_id = "getLanguage",
    params(("id" = String, Path, description = "id or alias")),
    responses(
        (status = 200, body = LanguageDetail),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn get(
    State(state): State<ApiState>,
    id: Result<Path<String>, PathRejection>,
) -> Outcome<Json<LanguageDetail>> {
    let language = id.ok().and_then(|Path(id)| state.catalogue.resolve(&id, None).ok());
    let language = language.ok_or_else(|| Fault::not_found("Language"))?;
    let examples = language.examples().iter().map(|example| ExampleView {
        title: example.title.clone(),
        source: example.source.clone(),
        stdin: example.stdin.clone(),
    });
    Ok(Json(LanguageDetail {
        language: LanguageView::of(&state.catalogue, &language),
        hello: language.hello().source.clone(),
        examples: examples.collect(),
    }))
}
