//! Tokens, cookies, and who may do what.

use crate::{
    app::{App, Setup},
    client::Client,
};
use serde_json::{Value, json};

fn program() -> Value {
    json!({ "language": "python", "source": "hold" })
}

async fn create(client: &Client) -> (String, Option<String>) {
    let answer = client.post("/api/v1/executions", &program()).await;
    (answer.expect(202)["id"].as_str().unwrap().to_owned(), answer.cookie())
}

async fn cancel(client: &Client, id: &str) -> u16 {
    client.post_empty(&format!("/api/v1/executions/{id}/cancel")).await.status
}

#[tokio::test]
async fn only_requests_that_make_something_hand_out_a_cookie() {
    let app = App::start().await;
    let client = app.client();
    for path in ["/", "/api/v1/languages", "/api/v1/stats", "/api/v1/executions", "/health", "/docs"] {
        assert_eq!(client.get(path).await.cookie(), None, "{path}");
    }
    let answer = client.post("/api/v1/executions", &program()).await;
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("runyard_anonymous="), "{cookie}");
    for attribute in ["; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age="] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Secure"));
    let known = client.with("cookie", &answer.cookie().unwrap());
    assert_eq!(known.post("/api/v1/executions", &program()).await.cookie(), None, "it has one already");
    assert_eq!(client.post("/api/v1/executions", &json!({})).await.cookie(), None, "nothing was made");
}

#[tokio::test]
async fn behind_a_trusted_proxy_with_tls_the_cookie_is_secure() {
    let app = Setup::default().set("SERVER_TRUSTED_PROXIES", "127.0.0.1").start().await;
    let client = app.client().with("x-forwarded-proto", "https").with("x-forwarded-for", "1.2.3.4");
    let answer = client.post("/api/v1/executions", &program()).await;
    assert!(answer.header("set-cookie").unwrap().ends_with("; Secure"));
}

#[tokio::test]
async fn a_cookie_owns_what_was_made_with_it() {
    let app = App::start().await;
    let page = app.client().with("origin", &format!("http://{}", app.address));
    let (first, cookie) = create(&page).await;
    let browser = page.with("cookie", &cookie.unwrap());
    let (second, _) = create(&browser).await;
    let list = browser.get("/api/v1/executions").await.expect(200);
    let ids: Vec<_> =
        list["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [second.as_str(), first.as_str()]);
    for id in [&first, &second] {
        assert_eq!(cancel(&app.client(), id).await, 404, "a browser's execution is not anybody's");
        assert_eq!(cancel(&app.client().with_token().await, id).await, 404);
        assert_eq!(cancel(&browser, id).await, 202);
    }
}

#[tokio::test]
async fn a_tool_without_a_token_may_cancel_what_was_made_without_one() {
    let app = App::start().await;
    let (open, _) = create(&app.client()).await;
    let owner = app.client().with_token().await;
    let (owned, _) = create(&owner).await;
    assert_eq!(cancel(&app.client(), &owned).await, 404);
    assert_eq!(cancel(&owner, &open).await, 404);
    assert_eq!(cancel(&app.client(), &open).await, 202);
    assert_eq!(cancel(&owner, &owned).await, 202);
}

#[tokio::test]
async fn a_page_that_repeats_its_first_request_gets_the_same_execution_and_cookie() {
    let app = App::start().await;
    let page = app.client().with("origin", &format!("http://{}", app.address));
    let page = page.with("idempotency-key", "3b241101-e2bb-4255-8caf-4136c566a962");
    assert_eq!(create(&page).await, create(&page).await);
}

#[tokio::test]
async fn nobody_gets_the_token_of_an_address() {
    let app = App::start().await;
    let tool = app.client().with("idempotency-key", "guessable");
    assert_eq!(create(&tool).await.1, None);
}

#[tokio::test]
async fn bearer_tokens_are_checked() {
    let app = App::start().await;
    let good = app.client().with_token().await;
    good.get("/api/v1/executions").await.expect(200);
    let unsigned = "a".repeat(64);
    let jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.";
    for value in [
        "Bearer",
        "Bearer ",
        "Bearer x",
        &format!("Bearer {unsigned}"),
        &format!("Bearer {jwt}"),
        "Basic YTpi",
        "x",
    ] {
        let client = app.client().with("authorization", value);
        for path in ["/api/v1/executions", "/api/v1/executions?limit=1"] {
            let answer = client.get(path).await;
            assert_eq!(answer.expect(401)["code"], "invalid_token", "{value}");
            assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
        }
        assert_eq!(client.post("/api/execute", &json!({})).await.expect(401)["code"], "invalid_token");
        assert_eq!(client.post("/code-sessions", &json!({})).await.expect(401)["statusCode"], 401);
    }
}

#[tokio::test]
async fn a_cookie_of_another_key_is_no_cookie() {
    let app = App::start().await;
    let stale = app.client().with("cookie", &format!("a=b; runyard_anonymous={}; c=d", "A".repeat(64)));
    stale.get("/api/v1/executions").await.expect(401);
    assert!(create(&stale).await.1.is_some());
}

#[tokio::test]
async fn foreign_pages_cannot_use_the_cookie() {
    let app = App::start().await;
    let (id, cookie) = create(&app.client()).await;
    let browser = app.client().with("cookie", &cookie.unwrap());
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://127.0.0.1:1"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let attack = browser.with(name, value);
        assert_eq!(attack.post("/api/v1/executions", &program()).await.expect(403)["code"], "foreign_origin");
        assert_eq!(attack.post("/api/execute", &json!({})).await.expect(403)["code"], "foreign_origin");
        assert_eq!(attack.post("/code-sessions", &json!({})).await.expect(403)["statusCode"], 403);
        assert_eq!(cancel(&attack, &id).await, 403);
    }
    assert_eq!(cancel(&browser.with("origin", &format!("http://{}", app.address)), &id).await, 202);
}

#[tokio::test]
async fn extra_fields_are_never_applied() {
    let app = Setup::default().without_worker().start().await;
    for field in
        ["role", "owner", "owner_id", "image", "mounts", "privileged", "network", "user", "tier", "id"]
    {
        let mut body = program();
        body[field] = json!("x");
        let problem = app.client().post("/api/v1/executions", &body).await.expect(400);
        assert_eq!((&problem["code"], &problem["field"]), (&json!("unknown_field"), &json!(field)));
    }
}
