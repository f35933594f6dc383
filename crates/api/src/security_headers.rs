//! Headers of every answer: which version answered, and what a browser may do with it.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// This program's version.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

const RUNYARD_VERSION: HeaderName = HeaderName::from_static("runyard-version");

/// Pages load everything from here and show nothing of others; only the embeddable page may be framed.
const PAGE: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                    connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";
/// Answers of the API are data: even opened as a page they may do nothing.
const DATA: &str = "default-src 'none'; frame-ancestors 'none'";

pub(crate) fn apply(path: &str, status: StatusCode, answer: &mut HeaderMap) {
    answer.insert(RUNYARD_VERSION, HeaderValue::from_static(VERSION));
    answer.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    if status == StatusCode::NOT_MODIFIED {
        // A browser merges these headers into its stored copy, whose kind this answer does not name.
        return;
    }
    let html = answer.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let embed = path.starts_with("/embed/");
    let policy = match (html, embed) {
        (true, true) => PAGE.to_owned(),
        (true, false) => format!("{PAGE}; frame-ancestors 'none'"),
        (false, _) => DATA.to_owned(),
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        answer.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if !(html && embed) {
        answer.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
}
