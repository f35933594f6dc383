//! One id for each request, in the answer and in the log.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use uuid::Uuid;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Names a request.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(String);

impl RequestId {
    /// The caller's own id, when it is short and plain enough to write into a log; otherwise a new one.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let plain = |text: &&str| {
            (8..=64).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
        };
        let given = headers.get(X_REQUEST_ID).and_then(|value| value.to_str().ok()).filter(plain);
        Self(given.map_or_else(|| Uuid::new_v4().to_string(), str::to_owned))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn write(&self, answer: &mut HeaderMap) {
        if let Ok(value) = HeaderValue::from_str(&self.0) {
            answer.insert(X_REQUEST_ID, value);
        }
    }
}
