//! The site and the interactive page.

use crate::app::{App, Setup};
use serde_json::json;

#[tokio::test]
async fn the_root_is_a_page_for_browsers_and_json_for_others() {
    let app = App::start().await;
    let json = app.client().get("/").await;
    assert_eq!(json.expect(200), json!({ "message": format!("Runyard {}", env!("CARGO_PKG_VERSION")) }));
    assert!(json.header("vary").unwrap().contains("accept"));
    let page = app.client().with("accept", "text/html,*/*;q=0.8").get("/").await;
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(page.text().starts_with("<!doctype html>"), "{}", page.text());
}

#[tokio::test]
async fn only_page_routes_show_the_page() {
    let app = App::start().await;
    for path in ["/app", "/app/", "/app/any/thing", "/s/abc", "/embed/abc"] {
        let answer = app.client().get(path).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some("text/html; charset=utf-8")),
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), Some("no-cache"), "{path}");
    }
    for path in [
        "/apps",
        "/s/a/b",
        "/embed",
        "/embed/a/b",
        "/assets/none.js",
        "/assets/../index.html",
        "/assets/%2e%2e/index.html",
    ] {
        assert_eq!(app.client().get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn only_the_embeddable_page_may_be_framed() {
    let app = App::start().await;
    let policy = async |path: &str| {
        let answer = app.client().get(path).await;
        let policy = answer.header("content-security-policy").unwrap().to_owned();
        (policy.contains("frame-ancestors 'none'"), answer.header("x-frame-options").is_some(), policy)
    };
    for path in ["/app", "/s/x", "/docs", "/api", "/api/v1/languages"] {
        let (none, deny, policy) = policy(path).await;
        assert!(none && deny, "{path}: {policy}");
    }
    let (none, deny, policy) = policy("/embed/x").await;
    assert!(!none && !deny, "{policy}");
    assert!(policy.contains("script-src 'self';"), "{policy}");
}

#[tokio::test]
async fn files_are_sent_once_and_compressed() {
    let app = App::start().await;
    let client = app.client();
    let plain = client.get("/docs/swagger-ui-bundle.js").await;
    assert_eq!((plain.status, plain.header("content-encoding")), (200, None));
    let small = client.with("accept-encoding", "gzip").get("/docs/swagger-ui-bundle.js").await;
    assert_eq!(small.header("content-encoding"), Some("gzip"));
    assert!(small.body.len() * 2 < plain.body.len());
    let again =
        client.with("if-none-match", plain.header("etag").unwrap()).get("/docs/swagger-ui-bundle.js").await;
    assert_eq!((again.status, again.body.len()), (304, 0));
}

#[tokio::test]
async fn an_unchanged_page_keeps_the_policy_it_was_stored_with() {
    let app = App::start().await;
    let browser = app.client().with("accept", "text/html");
    let page = browser.get("/").await;
    let again = browser.with("if-none-match", page.header("etag").unwrap()).get("/").await;
    assert_eq!(again.status, 304);
    // A browser would put these into its stored page, which then shows nothing.
    assert_eq!((again.header("content-security-policy"), again.header("x-frame-options")), (None, None));
}

#[tokio::test]
async fn the_interactive_page_needs_nothing_from_elsewhere() {
    let app = App::start().await;
    for path in ["/docs", "/api"] {
        let page = app.client().get(path).await;
        assert_eq!(
            (page.status, page.header("content-type")),
            (200, Some("text/html; charset=utf-8")),
            "{path}"
        );
        let text = page.text();
        assert!(
            !text.contains("http://") && !text.contains("https://") && !text.contains("<script>"),
            "{text}"
        );
        for part in text.split('"').filter(|part| part.starts_with("/docs/")) {
            assert_eq!(app.client().get(part).await.status, 200, "{part}");
        }
    }
    for (slashed, page) in [("/docs/", "/docs"), ("/api/", "/api")] {
        let answer = app.client().get(slashed).await;
        assert_eq!((answer.status, answer.header("location")), (308, Some(page)));
    }
    let start = app.client().get("/docs/start.js").await.text();
    assert!(start.contains("/api/v1/openapi.json"));
}

#[tokio::test]
async fn the_interactive_page_can_be_switched_off() {
    let app = Setup::default().set("SERVER_DOCS", "false").start().await;
    for path in ["/docs", "/api", "/docs/", "/api/", "/docs/start.js"] {
        assert_eq!(app.client().get(path).await.status, 404, "{path}");
    }
    app.client().get("/api/v1/openapi.json").await.expect(200);
}
