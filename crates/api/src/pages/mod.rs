//! What people see in a browser: the embedded site and the API's interactive page.

mod assets;
mod docs;
mod site;

use crate::state::ApiState;
use axum::{Router, response::Redirect, routing::get};

/// The paths of pages, as the test of claims sees them. Nothing else falls back to the site.
pub(crate) const PAGES: &[&str] = &["/", "/app", "/app/", "/app/{*rest}", "/s/{id}", "/embed/{id}"];
const FILES: &str = "/assets/{*path}";
const DOCS: &[&str] = &["/docs", "/api"];
/// The same with a slash at the end, which lead there.
const DOCS_SLASHED: &[&str] = &["/docs/", "/api/"];
const DOCS_FILES: &str = "/docs/{file}";

pub(crate) fn routes(with_docs: bool) -> Router<ApiState> {
    let mut router = Router::new().route("/", get(site::root)).route(FILES, get(site::asset));
    for page in PAGES.iter().filter(|page| **page != "/") {
        router = router.route(page, get(site::page));
    }
    for file in site::top_level_files() {
        router = router.route(&format!("/{file}"), get(site::top_level));
    }
    if with_docs {
        for page in DOCS {
            router = router.route(page, get(docs::page));
        }
        for (slashed, page) in DOCS_SLASHED.iter().zip(DOCS) {
            router = router.route(slashed, get(async || Redirect::permanent(page)));
        }
        router = router.route(DOCS_FILES, get(docs::file));
    }
    router
}

/// Every path this module claims, all of them with GET.
pub(crate) fn claims() -> Vec<String> {
    let fixed = PAGES
        .iter()
        .chain(DOCS)
        .chain(DOCS_SLASHED)
        .chain([&FILES, &DOCS_FILES])
        .map(|path| (*path).to_owned());
    fixed.chain(site::top_level_files().map(|file| format!("/{file}"))).collect()
}
