//! Reads request bodies: the size is capped before and while reading, the time is capped, and only plain JSON is taken.

use crate::fault::{Fault, Outcome};
use axum::{
    body::Body,
    http::{HeaderMap, StatusCode, header},
};
use bytes::Bytes;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use std::time::Duration;

/// How bodies are read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyLimits {
    pub(crate) max_bytes: usize,
    pub(crate) timeout: Duration,
}

/// The whole body of a request that must carry JSON.
///
/// # Errors
/// 415 for another content type or a compressed body, 413 when it is too large, 408 when it is too slow.
pub(crate) async fn json_bytes(headers: &HeaderMap, body: Body, limits: BodyLimits) -> Outcome<Bytes> {
    check_type(headers)?;
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if announced
        .and_then(|length| length.parse::<u64>().ok())
        .is_some_and(|length| length > limits.max_bytes as u64)
    {
        // Unread: the connection itself sees to it that the answer arrives.
        return Err(too_large(limits.max_bytes));
    }
    let collected =
        tokio::time::timeout(limits.timeout, Limited::new(body, limits.max_bytes).collect()).await;
    match collected {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large(limits.max_bytes)),
        Ok(Err(_)) => Err(Fault::new(StatusCode::BAD_REQUEST, "broken_body", "the request's body broke off")),
        Err(_) => {
            let detail = format!("the request did not arrive within {} ms", limits.timeout.as_millis());
            Err(Fault::new(StatusCode::REQUEST_TIMEOUT, "request_timeout", detail))
        }
    }
}

fn too_large(max_bytes: usize) -> Fault {
    let detail = format!("the request's body is larger than {max_bytes} bytes");
    Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", detail)
}

fn check_type(headers: &HeaderMap) -> Outcome<()> {
    let refuse =
        |detail: &str| Err(Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail));
    let encoding = headers.get(header::CONTENT_ENCODING);
    if encoding.is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return refuse("compressed bodies are not accepted; send plain JSON");
    }
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut parts = text.split(';').map(str::trim);
    if !parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) {
        return refuse("send the header Content-Type: application/json");
    }
    let charset = parts.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches('"').to_ascii_lowercase())
    });
    match charset.as_deref() {
        None | Some("utf-8" | "utf8" | "us-ascii") => Ok(()),
        Some(_) => refuse("JSON is sent as UTF-8"),
    }
}
