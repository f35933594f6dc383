//! The live execution API, as its clients use it.

use crate::app::{App, Setup};
use serde_json::{Value, json};

async fn session(app: &App) -> String {
    let answer = app.client().post("/code-sessions", &json!({ "language": "python" })).await;
    answer.expect(201)["session_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn code_runs_in_a_session_and_is_polled() {
    let app = App::start().await;
    let client = app.client();
    let session = session(&app).await;
    let body = json!({ "sessionId": session, "language": "python", "code": "out hi\nerr there" });
    let accepted = client.post("/executions", &body).await.expect(201);
    assert_eq!(accepted["status"], "QUEUED");
    assert_eq!(accepted.as_object().unwrap().len(), 2);
    let id = accepted["executionId"].as_str().unwrap();
    client.finished(id).await;
    let execution = client.get(&format!("/executions/{id}")).await.expect(200);
    assert_eq!(execution["executionId"], id);
    assert_eq!(execution["status"], "COMPLETED");
    assert_eq!(execution["output"], "hi\nthere");
    let keys = [
        "execution_id",
        "status",
        "stdout",
        "stderr",
        "execution_time_ms",
        "error_message",
        "error_type",
        "executionId",
        "output",
    ];
    let mut found: Vec<_> = execution.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = keys.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "both families' keys and no other");
}

#[tokio::test]
async fn the_session_s_own_source_stays() {
    let app = App::start().await;
    let client = app.client();
    let session = session(&app).await;
    let save = json!({ "source_code": "out saved", "language": "python" });
    client.patch(&format!("/code-sessions/{session}"), &save).await.expect(200);
    let body = json!({ "sessionId": session, "language": "ruby", "code": "out other" });
    client.post("/executions", &body).await.expect(201);
    let run = client.post_empty(&format!("/code-sessions/{session}/run")).await.expect(200);
    let record = client.finished(run["execution_id"].as_str().unwrap()).await;
    assert_eq!((&record["language"], &record["stdout"]), (&json!("python"), &json!("saved\n")));
    let history = client.get(&format!("/executions/sessions/{session}")).await.expect(200);
    assert_eq!(history.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn the_key_works_here_too() {
    let app = App::start().await;
    let client = app.client().with("idempotency-key", "k1");
    let session = session(&app).await;
    let body = |code: &str| json!({ "sessionId": session, "language": "python", "code": code });
    let first = client.post("/executions", &body("out x")).await.expect(201);
    let again = client.post("/executions", &body("out x")).await.expect(201);
    assert_eq!(first["executionId"], again["executionId"]);
    let mismatch = client.post("/executions", &body("out y")).await.expect(422);
    assert_eq!((&mismatch["statusCode"], &mismatch["error"]), (&json!(422), &json!("Unprocessable Entity")));
    assert!(mismatch["message"].is_string());
}

#[tokio::test]
async fn before_the_end_there_is_no_output() {
    let app = Setup::default().without_worker().start().await;
    let session = session(&app).await;
    let body = json!({ "sessionId": session, "language": "python", "code": "out x" });
    let accepted = app.client().post("/executions", &body).await.expect(201);
    let execution = app
        .client()
        .get(&format!("/executions/{}", accepted["executionId"].as_str().unwrap()))
        .await
        .expect(200);
    assert_eq!(execution["status"], "QUEUED");
    for key in ["output", "stdout", "stderr", "execution_time_ms", "error_message", "error_type"] {
        assert_eq!(execution[key], Value::Null, "{key}");
    }
}

#[tokio::test]
async fn an_unknown_session_is_404_in_the_session_api_s_form() {
    let app = App::start().await;
    for session in ["nope", "00000000-0000-4000-8000-000000000000"] {
        let body = json!({ "sessionId": session, "language": "python", "code": "x" });
        let expected = json!({ "statusCode": 404, "message": "Session not found", "error": "Not Found" });
        assert_eq!(app.client().post("/executions", &body).await.expect(404), expected);
    }
}
