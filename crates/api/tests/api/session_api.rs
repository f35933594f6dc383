//! The session API, as its clients use it.

use crate::app::{App, Setup};
use serde_json::{Value, json};

async fn session(app: &App, source: &str) -> String {
    let body = json!({ "language": "python", "templateCode": source });
    app.client().post("/code-sessions", &body).await.expect(201)["session_id"].as_str().unwrap().to_owned()
}

/// Runs a session once and returns the execution as this family shows it.
async fn run(app: &App, source: &str) -> Value {
    let client = app.client();
    let session = session(app, source).await;
    let accepted = client.post_empty(&format!("/code-sessions/{session}/run")).await.expect(200);
    let id = accepted["execution_id"].as_str().unwrap();
    client.finished(id).await;
    client.get(&format!("/executions/{id}")).await.expect(200)
}

#[tokio::test]
async fn a_session_is_made_saved_and_run() {
    let app = App::start().await;
    let client = app.client();
    let created = client.post("/code-sessions", &json!({ "language": "python" })).await.expect(201);
    let id = created["session_id"].as_str().unwrap().to_owned();
    assert_eq!(created, json!({ "session_id": id, "status": "ACTIVE" }));

    let path = format!("/code-sessions/{id}");
    let saved =
        client.patch(&path, &json!({ "source_code": "out hello", "language": "python" })).await.expect(200);
    assert_eq!(saved, json!({ "session_id": id, "status": "ACTIVE" }));

    let accepted = client.post_empty(&format!("{path}/run")).await.expect(200);
    let execution = accepted["execution_id"].as_str().unwrap();
    assert_eq!(accepted, json!({ "execution_id": execution, "status": "QUEUED" }));
    client.finished(execution).await;
    let view = client.get(&format!("/executions/{execution}")).await.expect(200);
    for (key, value) in [
        ("execution_id", json!(execution)),
        ("status", json!("COMPLETED")),
        ("stdout", json!("hello\n")),
        ("stderr", json!("")),
        ("execution_time_ms", json!(12)),
        ("error_message", Value::Null),
        ("error_type", Value::Null),
    ] {
        assert_eq!(view[key], value, "{key}");
    }
}

#[tokio::test]
async fn the_template_is_the_hello_program_by_default() {
    let app = Setup::default().without_worker().start().await;
    for template in [json!({ "language": "c" }), json!({ "language": "c", "templateCode": null })] {
        let created = app.client().post("/code-sessions", &template).await.expect(201);
        let id = created["session_id"].as_str().unwrap();
        let run = app.client().post_empty(&format!("/code-sessions/{id}/run")).await.expect(200);
        let execution = run["execution_id"].as_str().unwrap().parse().unwrap();
        let submission = app.services.executions.submission(execution).await.unwrap().unwrap();
        let source = String::from_utf8(submission.files[0].content.to_vec()).unwrap();
        let catalogue = runyard_languages::Catalogue::embedded().unwrap();
        assert_eq!(source, catalogue.resolve("c", None).unwrap().hello().source);
        assert_eq!(submission.limits.wall_time.as_secs(), 30, "this family's own limit");
        assert_eq!(submission.limits.cpu_time.as_secs(), 30);
    }
}

#[tokio::test]
async fn failures_have_a_type_and_a_message() {
    let app = App::start().await;
    for (source, status, kind, message) in [
        ("err Traceback\nerr ValueError: no\nexit 1", "FAILED", "RuntimeError", "ValueError: no"),
        ("exit 3", "FAILED", "RuntimeError", "Process exited with code 3"),
        ("signal SIGSEGV", "FAILED", "RuntimeError", "Process exited with code 139"),
        ("verdict time_limit", "TIMEOUT", "TimeoutError", "ended"),
        ("verdict memory_limit", "FAILED", "MemoryError", "ended"),
        ("verdict output_limit", "FAILED", "OutputLimitError", "ended"),
        ("verdict forbidden_call", "FAILED", "RuntimeError", "ended"),
        ("compile main.c:1: error: x\nverdict compile_error", "FAILED", "CompileError", "main.c:1: error: x"),
        ("verdict system_error", "FAILED", "SystemError", "ended"),
        ("verdict cancelled", "FAILED", "CancelledError", "ended"),
    ] {
        let view = run(&app, source).await;
        let found = (view["status"].as_str(), view["error_type"].as_str(), view["error_message"].as_str());
        assert_eq!(found, (Some(status), Some(kind), Some(message)), "{source}");
    }
    let compiled = run(&app, "compile main.c:1: error: x\nverdict compile_error").await;
    assert_eq!(compiled["stderr"], "main.c:1: error: x\n");
    assert_eq!(compiled["output"], "main.c:1: error: x");
}

#[tokio::test]
async fn the_history_is_newest_first_and_empty_for_nobody() {
    let app = App::start().await;
    let client = app.client();
    let id = session(&app, "out x").await;
    let path = format!("/executions/sessions/{id}");
    assert_eq!(client.get(&path).await.expect(200), json!([]));
    let mut runs = Vec::new();
    for _ in 0..3 {
        let accepted = client.post_empty(&format!("/code-sessions/{id}/run")).await.expect(200);
        let execution = accepted["execution_id"].as_str().unwrap().to_owned();
        client.finished(&execution).await;
        runs.insert(0, execution);
    }
    let history = client.get(&path).await.expect(200);
    let found: Vec<_> =
        history.as_array().unwrap().iter().map(|run| run["execution_id"].as_str().unwrap()).collect();
    assert_eq!(found, runs);
    assert_eq!(history[0]["stdout"], "x\n");
    for unknown in ["nope", "00000000-0000-4000-8000-000000000000"] {
        assert_eq!(client.get(&format!("/executions/sessions/{unknown}")).await.expect(200), json!([]));
    }
}

#[tokio::test]
async fn the_same_key_returns_the_first_execution_even_after_an_edit() {
    let app = App::start().await;
    let client = app.client().with("idempotency-key", "run-1");
    let (one, two) = (session(&app, "out 1").await, session(&app, "out 2").await);
    let run = format!("/code-sessions/{one}/run");
    let first = client.post_empty(&run).await.expect(200);
    let edit = json!({ "source_code": "out changed", "language": "python" });
    client.patch(&format!("/code-sessions/{one}"), &edit).await.expect(200);
    assert_eq!(client.post_empty(&run).await.expect(200)["execution_id"], first["execution_id"]);
    let mismatch = client.post_empty(&format!("/code-sessions/{two}/run")).await.expect(422);
    assert_eq!((&mismatch["statusCode"], &mismatch["error"]), (&json!(422), &json!("Unprocessable Entity")));
    assert!(mismatch["message"].is_string());
}

#[tokio::test]
async fn sessions_made_with_a_token_are_their_owner_s() {
    let app = App::start().await;
    let owner = app.client().with_token().await;
    let created = owner.post("/code-sessions", &json!({ "language": "python" })).await.expect(201);
    let id = created["session_id"].as_str().unwrap();
    let edit = json!({ "source_code": "", "language": "python" });
    for stranger in [app.client(), app.client().with_token().await] {
        let missing = json!({ "statusCode": 404, "message": "Session not found", "error": "Not Found" });
        assert_eq!(stranger.patch(&format!("/code-sessions/{id}"), &edit).await.expect(404), missing);
        assert_eq!(stranger.post_empty(&format!("/code-sessions/{id}/run")).await.expect(404), missing);
    }
    owner.patch(&format!("/code-sessions/{id}"), &edit).await.expect(200);
    owner.post_empty(&format!("/code-sessions/{id}/run")).await.expect(200);
}

#[tokio::test]
async fn all_complaints_come_together() {
    let app = App::start().await;
    let id = session(&app, "x").await;
    let error = app
        .client()
        .patch(&format!("/code-sessions/{id}"), &json!({ "language": "klingon" }))
        .await
        .expect(400);
    assert_eq!((&error["statusCode"], &error["error"]), (&json!(400), &json!("Bad Request")));
    let messages: Vec<_> = error["message"].as_array().unwrap().iter().map(|m| m.as_str().unwrap()).collect();
    assert!(messages.contains(&"source_code must be a string"), "{messages:?}");
    let language =
        messages.iter().find(|m| m.starts_with("language must be one of the following values: ")).unwrap();
    assert!(language.contains("python") && language.contains("javascript"), "{language}");
}
