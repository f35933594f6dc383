//! The interactive page of the API. Everything it loads comes from this program, and nothing of it is inline script, so
//! the policy of all pages holds for it too.

use crate::{
    fault::{Fault, Outcome},
    pages::assets::{Asset, Keep},
};
use axum::{extract::Path, http::HeaderMap, response::Response};
use bytes::Bytes;
use flate2::read::GzDecoder;
use std::{
    io::Read as _,
    sync::{Arc, LazyLock},
};
use utoipa_swagger_ui::Config;

const PAGE: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Runyard API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" sizes="32x32" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
"#;

const START: &str = r##"window.onload = () => {
  window.ui = SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#swagger-ui", deepLinking: true });
};
"##;

struct Files {
    page: Asset,
    named: Vec<(&'static str, Asset)>,
}

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let own =
        |name, text: &'static str| Asset::new(name, Bytes::from_static(text.as_bytes()), Keep::Revalidate);
    let vendored = ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"];
    let vendored = vendored.into_iter().filter_map(|name| Some((name, vendored_file(name)?)));
    Files {
        page: own("index.html", PAGE),
        named: vendored.chain([("start.js", own("start.js", START))]).collect(),
    }
});

fn vendored_file(name: &str) -> Option<Asset> {
    let file = utoipa_swagger_ui::serve(name, Arc::new(Config::default())).ok().flatten()?;
    let mut bytes = file.bytes.into_owned();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut plain = Vec::new();
        GzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).ok()?;
        bytes = plain;
    }
    Some(Asset::new(name, Bytes::from(bytes), Keep::Revalidate))
}

pub(crate) async fn page(headers: HeaderMap) -> Response {
    FILES.page.answer(&headers)
}

pub(crate) async fn file(Path(name): Path<String>, headers: HeaderMap) -> Outcome<Response> {
    let file = FILES.named.iter().find(|(known, _)| *known == name).map(|(_, asset)| asset);
    Ok(file.ok_or_else(|| Fault::not_found("Page"))?.answer(&headers))
}
