//! Cross-origin answers, by configuration. Credentials are never allowed: pages elsewhere use bearer tokens.

use crate::origin::Standing;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};

const METHODS: HeaderValue = HeaderValue::from_static("GET, POST, PATCH, DELETE");
const REQUEST_HEADERS: HeaderValue = HeaderValue::from_static(
    "Content-Type, Authorization, Idempotency-Key, Prefer, Last-Event-ID, X-Request-Id",
);
const EXPOSED_HEADERS: HeaderValue =
    HeaderValue::from_static("Location, Preference-Applied, Retry-After, Runyard-Version, X-Request-Id");
/// Browsers ask again after this many seconds.
const PREFLIGHT_SECONDS: HeaderValue = HeaderValue::from_static("600");

/// Whether this is a browser asking what it may do.
pub(crate) fn is_preflight(method: &Method, headers: &HeaderMap) -> bool {
    *method == Method::OPTIONS && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

/// What an answer to an allowed page carries.
pub(crate) fn allow(
    standing: Standing,
    origin: Option<&HeaderValue>,
    preflight: bool,
    answer: &mut HeaderMap,
) {
    let (Standing::Allowed, Some(origin)) = (standing, origin) else { return };
    answer.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    answer.append(header::VARY, HeaderValue::from_name(header::ORIGIN));
    let set: &[(HeaderName, HeaderValue)] = if preflight {
        &[
            (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
            (header::ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS),
            (header::ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS),
        ]
    } else {
        &[(header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS)]
    };
    for (name, value) in set {
        answer.insert(name.clone(), value.clone());
    }
}
