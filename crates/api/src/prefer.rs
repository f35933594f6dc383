//! `Prefer: wait=SECONDS` (RFC 7240).

use crate::fault::{Fault, Outcome};
use axum::http::{HeaderMap, HeaderValue, header::HeaderName};
use std::time::Duration;

const PREFER: HeaderName = HeaderName::from_static("prefer");

/// Tells the caller which wait was granted.
pub(crate) const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// How long the caller wants to wait, at most `longest`. Other preferences are ignored, as the standard says.
///
/// # Errors
/// 400 when the wait is not a number of seconds.
pub(crate) fn wait(headers: &HeaderMap, longest: Duration) -> Outcome<Option<Duration>> {
    let lines = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    let mut preferences = lines.flat_map(|line| line.split([',', ';'])).map(str::trim);
    let Some(value) = preferences.find_map(|preference| {
        let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
        name.trim().eq_ignore_ascii_case("wait").then(|| value.trim().trim_matches('"'))
    }) else {
        return Ok(None);
    };
    if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        let detail = "Prefer: wait=SECONDS takes a whole number of seconds";
        return Err(Fault::bad("invalid_header", "Prefer", detail));
    }
    // Digits only, so what does not fit is too large, and a wait that is too long is shortened.
    let seconds = value.parse::<u64>().unwrap_or(u64::MAX);
    Ok(Some(Duration::from_secs(seconds).min(longest)))
}

pub(crate) fn applied(wait: Duration) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("wait={}", wait.as_secs())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Result<Option<u64>, &'static str> {
        let mut headers = HeaderMap::new();
        headers.insert(PREFER, value.parse().unwrap());
        wait(&headers, Duration::from_secs(60))
            .map(|wait| wait.map(|wait| wait.as_secs()))
            .map_err(|f| f.code())
    }

    #[test]
    fn waits_are_read_and_capped() {
        for (value, seconds) in [
            ("wait=10", Some(10)),
            ("respond-async, wait=5", Some(5)),
            ("Wait = \"7\"", Some(7)),
            ("wait=100", Some(60)),
            ("wait=99999999999999999999", Some(60)),
            ("wait=0", Some(0)),
            ("return=minimal", None),
        ] {
            assert_eq!(read(value), Ok(seconds), "{value}");
        }
        for value in ["wait", "wait=", "wait=-1", "wait=1.5", "wait=ten", "wait=1e9", "wait=NaN"] {
            assert_eq!(read(value), Err("invalid_header"), "{value}");
        }
    }
}
