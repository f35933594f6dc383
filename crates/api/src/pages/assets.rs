//! Static files: compressed once, told apart by their digest, never sent twice to a browser that has them.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};
use std::io::Write as _;

/// Below this the header costs more than compression saves.
const WORTH_COMPRESSING: usize = 512;

/// How long browsers may keep a file without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Its name changes with its content.
    Forever,
    /// Ask every time whether it has changed.
    Revalidate,
}

/// One file, ready to be sent.
#[derive(Debug)]
pub(crate) struct Asset {
    plain: Bytes,
    gzip: Option<Bytes>,
    kind: HeaderValue,
    etag: HeaderValue,
    keep: Keep,
}

impl Asset {
    pub(crate) fn new(name: &str, plain: Bytes, keep: Keep) -> Self {
        let kind = mime_guess::from_path(name).first_or_octet_stream();
        let text = kind.type_() == mime_guess::mime::TEXT
            || matches!(kind.subtype().as_str(), "javascript" | "json" | "xml" | "wasm")
            || kind.suffix().is_some();
        let charset = if kind.type_() == mime_guess::mime::TEXT { "; charset=utf-8" } else { "" };
        let digest = URL_SAFE_NO_PAD.encode(&Sha256::digest(&plain)[..12]);
        let value = |text: &str| {
            HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("application/octet-stream"))
        };
        Self {
            gzip: (text && plain.len() >= WORTH_COMPRESSING).then(|| compress(&plain)).flatten(),
            kind: value(&format!("{}{charset}", kind.essence_str())),
            etag: value(&format!("\"{digest}\"")),
            keep,
            plain,
        }
    }

    /// The answer to a request for this file.
    pub(crate) fn answer(&self, request: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag.clone());
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let cache = match self.keep {
            Keep::Forever => "public, max-age=31536000, immutable",
            Keep::Revalidate => "no-cache",
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        if self.known_to(request) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(header::CONTENT_TYPE, self.kind.clone());
        let body = match &self.gzip {
            Some(gzip) if takes_gzip(request) => {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                gzip
            }
            _ => &self.plain,
        };
        *response.body_mut() = Body::from(body.clone());
        response
    }

    fn known_to(&self, request: &HeaderMap) -> bool {
        let tags = request.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).unwrap_or_default();
        let own = self.etag.to_str().unwrap_or_default();
        tags.split(',').map(|tag| tag.trim().trim_start_matches("W/")).any(|tag| tag == own || tag == "*")
    }
}

fn compress(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    let compressed = encoder.finish().ok()?;
    (compressed.len() < plain.len()).then(|| Bytes::from(compressed))
}

fn takes_gzip(request: &HeaderMap) -> bool {
    let lines = request.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let refused = parts.any(|parameter| {
            matches!(parameter.replace(' ', "").as_str(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
        });
        (name.eq_ignore_ascii_case("gzip") || name == "*") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn gzip_only_where_it_is_taken() {
        for (value, taken) in
            [("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("gzip;q=0", false), ("br", false)]
        {
            assert_eq!(takes_gzip(&request(header::ACCEPT_ENCODING, value)), taken, "{value}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
    }

    #[test]
    fn a_file_the_browser_has_is_not_sent_again() {
        let asset = Asset::new("a.js", Bytes::from("x".repeat(2000)), Keep::Forever);
        let first = asset.answer(&request(header::ACCEPT_ENCODING, "gzip"));
        assert_eq!(first.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(first.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
        assert_eq!(first.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        let mut again = HeaderMap::new();
        again.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        assert_eq!(asset.answer(&again).status(), StatusCode::NOT_MODIFIED);
    }
}
