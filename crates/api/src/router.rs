//! One port, every family: all routes, and what answers where there is none.

use crate::{
    compat,
    fault::{Fault, Outcome},
    front, openapi, pages, routes,
    state::ApiState,
};
use axum::{
    Router,
    extract::Request,
    http::{Method, StatusCode},
    middleware,
    response::Response,
};
use utoipa::openapi::OpenApi;

/// The whole API and site over `state`. Serve it with [`serve`](crate::serve), which tells it who its peers are.
pub fn router(state: ApiState) -> Router {
    let (api, document) = openapi::collect();
    api.merge(openapi::serve(&document))
        .merge(pages::routes(state.config.server.docs))
        .fallback(unknown_path)
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn_with_state(state.clone(), front::front))
        .with_state(state)
}

async fn unknown_path(request: Request) -> Outcome<Response> {
    let detail = format!("Cannot {} {}", request.method(), shown(&request));
    Err(Fault::new(StatusCode::NOT_FOUND, "not_found", detail))
}

async fn wrong_method(request: Request) -> Outcome<Response> {
    let detail = format!("Cannot {} {}", request.method(), shown(&request));
    Err(Fault::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail))
}

/// The path as it came: percent-encoded, so free of control characters; cut when it is absurd.
fn shown(request: &Request) -> String {
    request.uri().path().chars().take(200).collect()
}

/// One method of one path, and which part of the program answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The method.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: String,
    /// Who answers.
    pub claimant: &'static str,
}

/// Every method and path that something answers. No two of them may collide.
#[must_use]
pub fn claims() -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut add = |claimant, document: &OpenApi| {
        for (path, item) in &document.paths.paths {
            let operations = [
                (Method::GET, &item.get),
                (Method::POST, &item.post),
                (Method::PUT, &item.put),
                (Method::PATCH, &item.patch),
                (Method::DELETE, &item.delete),
            ];
            for (method, _) in operations.into_iter().filter(|(_, operation)| operation.is_some()) {
                claims.push(Claim { method, path: path.clone(), claimant });
            }
        }
    };
    add("own API", routes::routes().get_openapi());
    for (name, family) in compat::families() {
        add(name, family.get_openapi());
    }
    let pages = pages::claims().into_iter().map(|path| ("pages", path));
    for (claimant, path) in pages.chain([("own API", openapi::PATH.to_owned())]) {
        claims.push(Claim { method: Method::GET, path, claimant });
    }
    claims
}
