//! `Idempotency-Key`: what the key is, and what makes two requests the same.

use crate::fault::{Fault, Outcome};
use axum::http::{HeaderMap, Method, header::HeaderName};
use runyard_executions::Idempotency;
use sha2::{Digest as _, Sha256};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// As long as keys may be elsewhere.
const MAX_KEY_CHARS: usize = 255;

/// The caller's key, if they sent one.
///
/// # Errors
/// 400 when it is empty, too long, repeated, or not printable ASCII.
pub(crate) fn key(headers: &HeaderMap) -> Outcome<Option<&str>> {
    let mut values = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(value) = values.next() else { return Ok(None) };
    let sound = value.to_str().ok().filter(|key| !key.trim().is_empty() && key.len() <= MAX_KEY_CHARS);
    match (sound, values.next()) {
        (Some(key), None) => Ok(Some(key)),
        _ => {
            let detail =
                format!("Idempotency-Key takes one key of 1 to {MAX_KEY_CHARS} printable ASCII characters");
            Err(Fault::bad("invalid_header", "Idempotency-Key", detail))
        }
    }
}

/// The key together with the digest of method, path and body.
pub(crate) fn of(key: Option<&str>, method: &Method, path: &str, body: &[u8]) -> Option<Idempotency> {
    let key = key?;
    let mut digest = Sha256::new();
    for part in [method.as_str().as_bytes(), path.as_bytes(), body] {
        // The length before each part: no two requests run together to the same text.
        digest.update(part.len().to_be_bytes());
        digest.update(part);
    }
    Some(Idempotency { key: key.to_owned(), fingerprint: digest.finalize().into() })
}
