//! The embedded site: one page for every page route, and its files.

use crate::{
    fault::{Fault, Outcome},
    pages::assets::{Asset, Keep},
    security_headers::VERSION,
};
use axum::{
    Json,
    extract::Path,
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse as _, Response},
};
use bytes::Bytes;
use serde_json::json;
use std::{
    collections::HashMap,
    sync::{LazyLock, OnceLock},
};

/// `(name, content)` of every file of the built site, written by `build.rs`.
static SITE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/site.rs"));

const INDEX: &str = "index.html";

/// The folder of files whose names hold a digest of their content.
const HASHED: &str = "assets/";

/// Every file of the site, prepared when it is first asked for.
static FILES: LazyLock<HashMap<&str, Embedded>> = LazyLock::new(|| {
    SITE.iter().map(|(name, content)| (*name, Embedded { content, asset: OnceLock::new() })).collect()
});

struct Embedded {
    content: &'static [u8],
    asset: OnceLock<Asset>,
}

/// Files that have a path of their own beside the pages: icons, `robots.txt`.
pub(crate) fn top_level_files() -> impl Iterator<Item = &'static str> {
    SITE.iter().map(|(name, _)| *name).filter(|name| *name != INDEX && !name.contains('/'))
}

fn file(name: &str) -> Option<&'static Asset> {
    let Embedded { content, asset } = FILES.get(name)?;
    let keep = if name.starts_with(HASHED) { Keep::Forever } else { Keep::Revalidate };
    Some(asset.get_or_init(|| Asset::new(name, Bytes::from_static(content), keep)))
}

/// The site for browsers, one line of JSON for everyone else.
pub(crate) async fn root(headers: HeaderMap) -> Outcome<Response> {
    let accepts = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let browser = accepts.into_iter().any(|accept| accept.to_ascii_lowercase().contains("text/html"));
    let mut response = if browser {
        page(headers).await?
    } else {
        Json(json!({ "message": format!("Runyard {VERSION}") })).into_response()
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    Ok(response)
}

/// The one page; its script shows what the path names.
pub(crate) async fn page(headers: HeaderMap) -> Outcome<Response> {
    Ok(file(INDEX).ok_or_else(missing)?.answer(&headers))
}

/// A file with a digest in its name.
pub(crate) async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Outcome<Response> {
    Ok(file(&format!("{HASHED}{path}")).ok_or_else(missing)?.answer(&headers))
}

/// A file beside the page.
pub(crate) async fn top_level(uri: Uri, headers: HeaderMap) -> Outcome<Response> {
    Ok(file(uri.path().trim_start_matches('/')).ok_or_else(missing)?.answer(&headers))
}

fn missing() -> Fault {
    Fault::not_found("Page")
}
