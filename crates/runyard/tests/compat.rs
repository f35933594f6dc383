//! The three older API families answer as their clients expect, keys and values.

use runyard_testkit::{Answer, Client, Method, TestServer};
use serde_json::{Value, json};

/// The keys of an object, sorted.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys
}

/// Reads a path until `done` says so. Each answer is a request of its own, as these families' clients poll.
async fn poll(client: &Client, path: &str, done: impl Fn(&Value) -> bool) -> anyhow::Result<Value> {
    let deadline = tokio::time::Instant::now() + std::time::Duration::from_secs(60);
    loop {
        let value = client.get(path).await?.expect(200)?;
        if done(&value) {
            return Ok(value);
        }
        anyhow::ensure!(tokio::time::Instant::now() < deadline, "{path} never ended: {value}");
        tokio::task::yield_now().await;
    }
}

async fn patch(client: &Client, path: &str, body: &Value) -> anyhow::Result<Answer> {
    client.json(Method::PATCH, path, &[], body).await
}

#[tokio::test]
async fn the_queue_api() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;

    let job = client
        .post("/api/execute", &json!({"code": "print(input()[::-1])", "language": "python", "input": "abc"}))
        .await?
        .expect(202)?;
    assert_eq!((keys(&job), &job["status"]), (vec!["jobId", "status"], &json!("queued")));
    let path = format!("/api/jobs/{}", job["jobId"].as_str().unwrap_or_default());
    let ended = |job: &Value| matches!(job["state"].as_str(), Some("completed" | "failed" | "cancelled"));
    let job = poll(&client, &path, ended).await?;
    assert_eq!(keys(&job), ["failedReason", "jobId", "progress", "result", "state"]);
    assert_eq!(
        (&job["state"], &job["progress"], &job["failedReason"]),
        (&json!("completed"), &json!(100), &Value::Null)
    );
    let result = &job["result"];
    assert_eq!(
        (&result["verdict"], &result["stdout"], &result["exitCode"]),
        (&json!("ok"), &json!("cba\n"), &json!(0))
    );
    for key in ["stderr", "compileOutput", "signal", "executionTimeMs", "memoryBytes"] {
        assert!(result.get(key).is_some(), "{key} in {result}");
    }
    let again = client.request(Method::DELETE, &path, &[], "").await?;
    assert_eq!((again.status, keys(&again.json()?).contains(&"code")), (409, true), "{}", again.text());

    // Test cases, one of them wrong.
    let job = client
        .post(
            "/api/execute",
            &json!({"code": "print(int(input()) * 2)", "language": "python", "testCases": [
                {"input": "1", "expectedOutput": "2"}, {"input": "2", "expectedOutput": "5"}]}),
        )
        .await?
        .expect(202)?;
    let job =
        poll(&client, &format!("/api/jobs/{}", job["jobId"].as_str().unwrap_or_default()), ended).await?;
    let result = &job["result"];
    assert_eq!(
        (&result["passed"], &result["total"], &result["verdict"]),
        (&json!(1), &json!(2), &json!("wrong_answer")),
        "{job}"
    );
    let case = &result["testResults"][1];
    assert_eq!(
        keys(case),
        [
            "actualOutput",
            "executionTimeMs",
            "expectedOutput",
            "index",
            "input",
            "memoryBytes",
            "passed",
            "verdict"
        ]
    );
    assert_eq!(
        (&case["passed"], &case["expectedOutput"], &case["actualOutput"]),
        (&json!(false), &json!("5"), &json!("4\n"))
    );

    // A program that fails is a result; an unknown job is an error.
    let job = client
        .post("/api/execute", &json!({"code": "int main(void) { return x; }", "language": "c"}))
        .await?
        .expect(202)?;
    let job =
        poll(&client, &format!("/api/jobs/{}", job["jobId"].as_str().unwrap_or_default()), ended).await?;
    assert_eq!(
        (&job["state"], &job["result"]["verdict"]),
        (&json!("completed"), &json!("compile_error")),
        "{job}"
    );
    assert!(job["result"]["compileOutput"].as_str().unwrap_or_default().contains("undeclared"), "{job}");
    let unknown = client.get("/api/jobs/00000000-0000-4000-8000-000000000000").await?.expect(404)?;
    assert!(unknown["error"].is_string() && unknown["code"].is_string(), "{unknown}");
    let wrong = client.post("/api/execute", &json!({"language": "python"})).await?.expect(400)?;
    assert!(wrong["error"].is_string() && wrong["code"].is_string(), "{wrong}");

    // Cancelling.
    let job = client
        .post("/api/execute", &json!({"code": "while True: pass", "language": "python"}))
        .await?
        .expect(202)?;
    let path = format!("/api/jobs/{}", job["jobId"].as_str().unwrap_or_default());
    let cancelled = client.request(Method::DELETE, &path, &[], "").await?.expect(200)?;
    assert_eq!(keys(&cancelled), ["jobId", "state"]);
    assert_eq!(poll(&client, &path, ended).await?["state"], "cancelled");

    let stats = client.get("/api/stats").await?.expect(200)?;
    for key in [
        "waiting",
        "active",
        "completed",
        "failed",
        "depth",
        "workers",
        "averageWaitMs",
        "averageProcessingMs",
    ] {
        assert!(stats[key].is_number(), "{key} in {stats}");
    }
    let languages = client.get("/api/languages").await?.expect(200)?;
    let python = languages.as_array().and_then(|all| all.iter().find(|language| language["id"] == "python"));
    let python = python.unwrap_or_else(|| panic!("no python in {languages}"));
    assert_eq!(keys(python), ["aliases", "available", "id", "name", "version"]);
    let health = client.get("/health").await?.expect(200)?;
    assert_eq!(health["status"], "ok", "{health}");
    server.stop()
}

#[tokio::test]
async fn the_session_api() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;

    let session = client.post("/code-sessions", &json!({"language": "python"})).await?.expect(201)?;
    assert_eq!((keys(&session), &session["status"]), (vec!["session_id", "status"], &json!("ACTIVE")));
    let path = format!("/code-sessions/{}", session["session_id"].as_str().unwrap_or_default());
    let ended = |run: &Value| !matches!(run["status"].as_str(), Some("QUEUED" | "RUNNING"));
    let run = async |key: Option<&str>| -> anyhow::Result<Answer> {
        let headers: Vec<(&str, &str)> = key.map(|key| ("idempotency-key", key)).into_iter().collect();
        client.request(Method::POST, &format!("{path}/run"), &headers, "").await
    };

    // The template is the language's hello program.
    let first = run(None).await?.expect(200)?;
    assert_eq!((keys(&first), &first["status"]), (vec!["execution_id", "status"], &json!("QUEUED")));
    let id = first["execution_id"].as_str().unwrap_or_default().to_owned();
    let record = poll(&client, &format!("/executions/{id}"), ended).await?;
    for key in [
        "execution_id",
        "status",
        "stdout",
        "stderr",
        "execution_time_ms",
        "error_message",
        "error_type",
        "executionId",
        "output",
    ] {
        assert!(record.get(key).is_some(), "{key} in {record}");
    }
    assert_eq!((&record["status"], &record["error_type"]), (&json!("COMPLETED"), &Value::Null), "{record}");
    assert!(
        !record["stdout"].as_str().unwrap_or_default().is_empty() && record["execution_time_ms"].is_u64(),
        "{record}"
    );

    // An edit, a failure, its last line of stderr.
    let edited = patch(
        &client,
        &path,
        &json!({"language": "python", "source_code": "print(1)\nraise ValueError('no')"}),
    )
    .await?;
    assert_eq!(keys(&edited.expect(200)?), ["session_id", "status"]);
    let failed = run(None).await?.expect(200)?;
    let failed_id = failed["execution_id"].as_str().unwrap_or_default().to_owned();
    let record = poll(&client, &format!("/executions/{failed_id}"), ended).await?;
    assert_eq!(
        (&record["status"], &record["error_type"], &record["error_message"]),
        (&json!("FAILED"), &json!("RuntimeError"), &json!("ValueError: no")),
        "{record}"
    );

    // Newest first, and nothing for a session nobody knows.
    let history =
        client.get(&format!("/executions/sessions{}", &path["/code-sessions".len()..])).await?.expect(200)?;
    let ids: Vec<&Value> = history.as_array().into_iter().flatten().map(|run| &run["execution_id"]).collect();
    assert_eq!(ids, [&json!(failed_id), &json!(id)]);
    let nothing =
        client.get("/executions/sessions/00000000-0000-4000-8000-000000000000").await?.expect(200)?;
    assert_eq!(nothing, json!([]));

    // One key, one execution, even after an edit; the key with another session is refused.
    let keyed = run(Some("key-1")).await?.expect(200)?;
    patch(&client, &path, &json!({"language": "python", "source_code": "print(2)"})).await?.expect(200)?;
    assert_eq!(run(Some("key-1")).await?.expect(200)?["execution_id"], keyed["execution_id"]);
    let other = client
        .post("/code-sessions", &json!({"language": "c", "templateCode": "int main(void) { return 0; }"}))
        .await?
        .expect(201)?;
    let other_run = format!("/code-sessions/{}/run", other["session_id"].as_str().unwrap_or_default());
    let refused =
        client.request(Method::POST, &other_run, &[("idempotency-key", "key-1")], "").await?.expect(422)?;
    assert_eq!(refused["statusCode"], 422, "{refused}");

    // Errors in this family's form.
    let wrong = client.post("/code-sessions", &json!({"language": "klingon"})).await?.expect(400)?;
    assert_eq!((&wrong["statusCode"], &wrong["error"]), (&json!(400), &json!("Bad Request")));
    let message = wrong["message"][0].as_str().unwrap_or_default();
    assert!(message.starts_with("language must be one of the following values: "), "{wrong}");
    let missing = patch(&client, &path, &json!({"language": "python"})).await?.expect(400)?;
    assert!(missing["message"].is_array(), "{missing}");
    let unknown = client
        .request(Method::POST, "/code-sessions/00000000-0000-4000-8000-000000000000/run", &[], "")
        .await?
        .expect(404)?;
    assert_eq!(unknown, json!({"statusCode": 404, "message": "Session not found", "error": "Not Found"}));
    server.stop()
}

#[tokio::test]
async fn the_live_execution_api() -> anyhow::Result<()> {
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let session = client.post("/code-sessions", &json!({"language": "python"})).await?.expect(201)?;
    let request = json!({"sessionId": session["session_id"], "language": "python",
        "code": "import sys\nprint('out')\nprint('err', file=sys.stderr)"});

    let created = client.post("/executions", &request).await?.expect(201)?;
    assert_eq!((keys(&created), &created["status"]), (vec!["executionId", "status"], &json!("QUEUED")));
    let path = format!("/executions/{}", created["executionId"].as_str().unwrap_or_default());
    let record =
        poll(&client, &path, |run| !matches!(run["status"].as_str(), Some("QUEUED" | "RUNNING"))).await?;
    assert_eq!((&record["status"], &record["output"]), (&json!("COMPLETED"), &json!("out\nerr")), "{record}");

    let header = [("idempotency-key", "live-1")];
    let first = client.json(Method::POST, "/executions", &header, &request).await?.expect(201)?;
    let second = client.json(Method::POST, "/executions", &header, &request).await?.expect(201)?;
    assert_eq!(first["executionId"], second["executionId"]);
    let unknown = client
        .post(
            "/executions",
            &json!({"sessionId": "00000000-0000-4000-8000-000000000000", "language": "python", "code": "1"}),
        )
        .await?
        .expect(404)?;
    assert_eq!(unknown["statusCode"], 404, "{unknown}");
    let missing =
        client.post("/executions", &json!({"language": "python", "code": "1"})).await?.expect(400)?;
    assert!(missing["message"].is_array(), "{missing}");
    server.stop()
}
