//! The OpenAPI document, collected from the handlers themselves.

use crate::{compat, routes, security_headers::VERSION, state::ApiState};
use axum::{Router, http::header, response::IntoResponse, routing::get};
use bytes::Bytes;
use runyard_types::{ClientMessage, Event};
use utoipa::{
    OpenApi,
    openapi::{
        Info, OpenApi as Document,
        security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
        tag::TagBuilder,
    },
};

pub(crate) const PATH: &str = "/api/v1/openapi.json";

const TAGS: &[(&str, &str)] = &[
    ("executions", "Programs that run"),
    ("languages", "What they may be written in"),
    ("shares", "Programs behind a link"),
    ("tokens", "Who you are"),
    ("service", "How the server is"),
    ("queue API", "Compatibility: jobs in a queue"),
    ("session API", "Compatibility: code sessions"),
    ("live execution API", "Compatibility: executions in a code session"),
];

/// Types that travel outside of bodies.
#[derive(OpenApi)]
#[openapi(components(schemas(Event, ClientMessage)))]
struct Streams;

/// The routes of every family and the document that describes them.
pub(crate) fn collect() -> (Router<ApiState>, Document) {
    let mut all = routes::routes();
    for (_, family) in compat::families() {
        all = all.merge(family);
    }
    let (router, mut document) = all.split_for_parts();
    document.merge(Streams::openapi());
    document.info = Info::new("Runyard", VERSION);
    document.info.description =
        Some("Runs programs nobody trusts. Times are milliseconds, sizes are bytes.".to_owned());
    let tag = |(name, text): &(&str, &str)| TagBuilder::new().name(*name).description(Some(*text)).build();
    document.tags = Some(TAGS.iter().map(tag).collect());
    if let Some(components) = &mut document.components {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("From POST /api/v1/tokens"))
            .build();
        components.add_security_scheme("token", SecurityScheme::Http(bearer));
        let cookie = ApiKey::Cookie(ApiKeyValue::new(crate::caller::COOKIE));
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(cookie));
    }
    (router, document)
}

/// Serves the document.
pub(crate) fn serve(document: &Document) -> Router<ApiState> {
    let json = Bytes::from(document.to_json().unwrap_or_default());
    let answer = move || {
        let json = json.clone();
        async move { ([(header::CONTENT_TYPE, "application/json")], json).into_response() }
    };
    Router::new().route(PATH, get(answer))
}

/// The OpenAPI document of this program, as it is served.
#[must_use]
pub fn openapi_json() -> String {
    collect().1.to_pretty_json().unwrap_or_default()
}
