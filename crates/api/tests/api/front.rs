//! What every answer has in common.

use crate::app::{App, Setup};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn every_answer_says_which_version_gave_it_and_what_a_browser_may_do() {
    let app = App::start().await;
    let client = app.client();
    for path in [
        "/",
        "/api/v1/languages",
        "/api/v1/nowhere",
        "/health",
        "/docs",
        "/code-sessions",
        "/nowhere",
        "/s/x",
    ] {
        let answer = client.get(path).await;
        assert_eq!(answer.header("runyard-version"), Some(env!("CARGO_PKG_VERSION")), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert!(answer.header("referrer-policy").is_some(), "{path}");
        assert!(answer.header("content-security-policy").unwrap().starts_with("default-src '"), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), None, "{path}");
        assert_eq!(answer.header("x-request-id").unwrap().len(), 36, "{path}");
    }
}

#[tokio::test]
async fn request_ids_are_taken_over_when_they_are_plain() {
    let app = App::start().await;
    let sent = |id: &'static str| {
        let client = app.client().with("x-request-id", id);
        async move { client.get("/api/v1/nowhere").await }
    };
    let answer = sent("trace-0123.abc_X").await;
    assert_eq!(answer.header("x-request-id"), Some("trace-0123.abc_X"));
    assert_eq!(answer.expect(404)["request_id"], "trace-0123.abc_X");
    for odd in ["short", "with space 12", "quote\"12345", "{{template}}", "\u{1b}[31m-escape"] {
        if odd.bytes().all(|byte| byte >= 0x20) {
            assert_eq!(sent(odd).await.header("x-request-id").unwrap().len(), 36, "{odd:?}");
        }
    }
}

#[tokio::test]
async fn unknown_paths_and_wrong_methods_answer_in_their_family_s_form() {
    let app = App::start().await;
    let client = app.client();
    for path in [
        "/api/v1",
        "/api/v1/",
        "/api/v1/x",
        "/nowhere",
        "/index.html",
        "/app.html",
        "/s",
        "/docs/none",
        "/favicon.svg",
    ] {
        let answer = client.get(path).await;
        let problem = answer.expect(404);
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{path}");
        assert_eq!((&problem["status"], &problem["code"]), (&json!(404), &json!("not_found")), "{path}");
        assert_eq!((&problem["type"], &problem["title"]), (&json!("about:blank"), &json!("Not Found")));
        assert_eq!(problem["request_id"], answer.header("x-request-id").unwrap());
    }
    for path in ["/api/xyz", "/api/jobs", "/api/jobs/1/2", "/api/v2/x", "/health/x"] {
        let answer = client.get(path).await;
        assert_eq!(answer.header("content-type"), Some("application/json"), "{path}");
        assert_eq!(answer.expect(404), json!({ "error": format!("Cannot GET {path}"), "code": "not_found" }));
    }
    for path in ["/code-sessions/1/2/3", "/executions/1/2/3", "/executions/"] {
        let expected =
            json!({ "statusCode": 404, "message": format!("Cannot GET {path}"), "error": "Not Found" });
        assert_eq!(client.get(path).await.expect(404), expected, "{path}");
    }
    for (method, path, allow) in [
        (Method::PUT, "/api/v1/executions", "POST"),
        (Method::POST, "/api/v1/languages", "GET"),
        (Method::DELETE, "/api/v1/shares", "POST"),
        (Method::GET, "/api/execute", "POST"),
        (Method::PUT, "/api/jobs/1", "DELETE"),
        (Method::POST, "/health", "GET"),
        (Method::GET, "/code-sessions", "POST"),
        (Method::PUT, "/executions", "POST"),
        (Method::POST, "/", "GET"),
    ] {
        let answer = client.send(method.clone(), path, None).await;
        let body = answer.expect(405);
        assert!(answer.header("allow").unwrap().contains(allow), "{method} {path}");
        if path.starts_with("/api/v1") || path == "/" {
            assert_eq!(body["code"], "method_not_allowed", "{path}");
            assert_eq!(body["status"], 405);
        } else if path.starts_with("/api") || path == "/health" {
            assert_eq!(
                body,
                json!({ "error": format!("Cannot {method} {path}"), "code": "method_not_allowed" })
            );
        } else {
            let message = format!("Cannot {method} {path}");
            assert_eq!(body, json!({ "statusCode": 405, "message": message, "error": "Method Not Allowed" }));
        }
    }
}

#[tokio::test]
async fn other_origins_are_answered_only_when_they_are_allowed() {
    let app = Setup::default().set("CORS_ALLOWED_ORIGINS", "https://friend.example").start().await;
    let preflight = async |origin: &str| {
        let client = app.client().with("origin", origin).with("access-control-request-method", "POST");
        client.send(Method::OPTIONS, "/api/v1/executions", None).await
    };
    let allowed = preflight("https://friend.example").await;
    assert_eq!(allowed.status, 204);
    assert_eq!(allowed.header("access-control-allow-origin"), Some("https://friend.example"));
    assert!(allowed.header("access-control-allow-headers").unwrap().contains("Idempotency-Key"));
    assert_eq!(allowed.header("access-control-allow-credentials"), None);
    for foreign in
        ["https://evil.example", "null", "https://friend.example.evil.example", "http://friend.example"]
    {
        let refused = preflight(foreign).await;
        assert_eq!((refused.status, refused.header("access-control-allow-origin")), (405, None), "{foreign}");
        let read = app.client().with("origin", foreign).get("/api/v1/languages").await;
        assert_eq!(read.header("access-control-allow-origin"), None, "{foreign}");
    }
    let friend = app.client().with("origin", "https://friend.example");
    let read = friend.get("/api/v1/languages").await;
    assert_eq!(read.header("access-control-allow-origin"), Some("https://friend.example"));
    let body = json!({ "language": "python", "source": "out x" });
    let made = friend.post("/api/v1/executions", &body).await;
    made.expect(202);
    assert_eq!(made.cookie(), None, "the page could not keep it");
    let failed = friend.post("/api/v1/executions", &json!({})).await;
    assert_eq!(
        failed.header("access-control-allow-origin"),
        Some("https://friend.example"),
        "errors are readable too"
    );
}

#[tokio::test]
async fn heads_have_no_body() {
    let app = App::start().await;
    for path in ["/", "/api/v1/languages", "/api/v1/nowhere", "/health"] {
        let answer = app.client().send(Method::HEAD, path, None).await;
        assert!(answer.body.is_empty(), "{path}");
        assert_eq!(answer.status, app.client().get(path).await.status, "{path}");
    }
}
