//! Languages, stats, health, protection.

use crate::app::{App, Setup};
use serde_json::{Value, json};

#[tokio::test]
async fn languages_say_whether_they_work() {
    let app = App::start().await;
    let client = app.client();
    let list = client.get("/api/v1/languages").await.expect(200);
    let find =
        |id: &str| list["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap().clone();
    let c = find("c");
    assert_eq!((&c["available"], &c["reason"], &c["compiled"]), (&json!(true), &Value::Null, &json!(true)));
    let perl = find("perl");
    assert_eq!((&perl["available"], &perl["reason"]), (&json!(false), &json!("there is no /usr/bin/perl")));
    for key in ["id", "name", "version", "aliases", "available", "reason", "source_file", "compiled", "image"]
    {
        assert!(c.get(key).is_some(), "{key}");
    }
    assert_eq!((&c["actions"], &c["accepts_compiler_flags"]), (&json!(["run", "lint"]), &json!(true)));
    assert_eq!(perl["actions"], json!([]), "what does not work offers nothing");
    let python = find("python");
    assert_eq!(
        (&python["actions"], &python["accepts_compiler_flags"]),
        (&json!(["run", "format", "lint"]), &json!(false))
    );
    let detail = client.get("/api/v1/languages/PY").await.expect(200);
    assert_eq!(detail["id"], "python");
    assert!(detail["hello"].as_str().unwrap().contains("print"));
    assert!(detail["examples"][0]["title"].is_string());
    for unknown in ["klingon", "%00", "..%2f..", "%ff"] {
        assert_eq!(
            client.get(&format!("/api/v1/languages/{unknown}")).await.expect(404)["code"],
            "not_found"
        );
    }
}

#[tokio::test]
async fn stats_count() {
    let app = App::start().await;
    let client = app.client();
    for source in ["out x", "exit 1", "verdict time_limit"] {
        let id = client.submit(source).await;
        client.finished(&id).await;
    }
    let stats = client.get("/api/v1/stats").await.expect(200);
    for (key, value) in [
        ("waiting", 0),
        ("running", 0),
        ("completed", 1),
        ("failed", 1),
        ("timeout", 1),
        ("depth_limit", 10_000),
    ] {
        assert_eq!(stats[key], value, "{key}");
    }
    assert_eq!(stats["oldest_waiting_ms"], Value::Null);
    assert!(stats["average_run_ms"].is_number());
}

#[tokio::test]
async fn health_follows_the_parts() {
    let app = Setup::default().without_worker().start().await;
    let client = app.client();
    client.get("/api/v1/health/live").await.expect(200);
    for path in ["/api/v1/health", "/api/v1/health/ready", "/health"] {
        let health = client.get(path).await.expect(503);
        assert_eq!(
            (&health["status"], &health["checks"]["worker"]["status"]),
            (&json!("fail"), &json!("fail")),
            "{path}"
        );
        assert_eq!(health["checks"]["store"]["status"], "ok");
    }
}

#[tokio::test]
async fn protection_is_shown() {
    let app = App::start().await;
    let protection = app.client().get("/api/v1/protection").await.expect(200);
    assert_eq!(
        protection,
        json!({ "items": [{ "name": "seccomp", "kind": "protection", "state": "pass", "detail": "in force" }] })
    );
}
