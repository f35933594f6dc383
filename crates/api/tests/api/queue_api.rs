//! The queue API, as its clients use it.

use crate::app::{App, Setup};
use serde_json::{Value, json};

async fn job(app: &App, body: &Value) -> Value {
    let client = app.client();
    let accepted = client.post("/api/execute", body).await.expect(202);
    let id = accepted["jobId"].as_str().unwrap().to_owned();
    assert_eq!(accepted, json!({ "jobId": id, "status": "queued" }));
    client.finished(&id).await;
    client.get(&format!("/api/jobs/{id}")).await.expect(200)
}

fn program(code: &str) -> Value {
    json!({ "code": code, "language": "python" })
}

#[tokio::test]
async fn a_job_is_polled_until_it_is_completed() {
    let app = App::start().await;
    let job = job(&app, &program("out hi\nerr careful")).await;
    assert_eq!(
        (&job["state"], &job["progress"], &job["failedReason"]),
        (&json!("completed"), &json!(100), &Value::Null)
    );
    let expected = json!({
        "verdict": "ok", "stdout": "hi\n", "stderr": "careful\n", "compileOutput": "", "exitCode": 0, "signal": null,
        "executionTimeMs": 12.345, "memoryBytes": 1 << 20,
    });
    assert_eq!(job["result"], expected);
}

#[tokio::test]
async fn cases_are_counted() {
    let app = App::start().await;
    let mut body = program("print what is read");
    body["testCases"] = json!([
        { "input": "1", "expectedOutput": "1", "hidden": true },
        { "input": "2", "expectedOutput": "3" },
        { "expectedOutput": "" },
    ]);
    let result = &job(&app, &body).await["result"];
    assert_eq!(
        (&result["verdict"], &result["passed"], &result["total"]),
        (&json!("wrong_answer"), &json!(2), &json!(3))
    );
    let second = json!({
        "index": 1, "verdict": "wrong_answer", "passed": false, "input": "2", "expectedOutput": "3",
        "actualOutput": "2", "executionTimeMs": 1.0, "memoryBytes": 4096,
    });
    assert_eq!(result["testResults"][1], second);
}

#[tokio::test]
async fn programs_that_fail_are_completed_and_only_we_fail() {
    let app = App::start().await;
    for (code, verdict) in [
        ("exit 1", "runtime_error"),
        ("verdict time_limit", "time_limit"),
        ("verdict memory_limit", "memory_limit"),
        ("compile main.c:1: error\nverdict compile_error", "compile_error"),
    ] {
        let job = job(&app, &program(code)).await;
        assert_eq!(
            (&job["state"], &job["result"]["verdict"]),
            (&json!("completed"), &json!(verdict)),
            "{code}"
        );
    }
    let ours = job(&app, &program("verdict system_error")).await;
    assert_eq!(
        (&ours["state"], &ours["result"], &ours["failedReason"]),
        (&json!("failed"), &Value::Null, &json!("ended"))
    );
    let compiled = job(&app, &program("compile main.c:1: error\nverdict compile_error")).await;
    assert_eq!(compiled["result"]["compileOutput"], "main.c:1: error\n");
    let bytes = job(&app, &program("bytes 104 105 255")).await;
    assert_eq!(bytes["result"]["stdout"], "hi\u{fffd}");
}

#[tokio::test]
async fn jobs_are_cancelled_once() {
    let app = App::start().await;
    let client = app.client();
    let accepted = client.post("/api/execute", &program("hold")).await.expect(202);
    let path = format!("/api/jobs/{}", accepted["jobId"].as_str().unwrap());
    let cancelled = client.delete(&path).await.expect(200);
    assert_eq!(cancelled, json!({ "jobId": accepted["jobId"], "state": "cancelled" }));
    let error = client.delete(&path).await.expect(409);
    assert_eq!(error["code"], "already_ended");
    let job = client.get(&path).await.expect(200);
    assert_eq!((&job["state"], &job["progress"]), (&json!("cancelled"), &json!(0)), "nothing has ended");
    let owner = app.client().with_token().await;
    let owned = owner.post("/api/execute", &program("hold")).await.expect(202);
    let path = format!("/api/jobs/{}", owned["jobId"].as_str().unwrap());
    assert_eq!(
        client.delete(&path).await.expect(404),
        json!({ "error": "Job not found", "code": "not_found" })
    );
}

#[tokio::test]
async fn states_before_the_end() {
    let app = Setup::default().without_worker().start().await;
    let client = app.client();
    let accepted = client.post("/api/execute", &program("x")).await.expect(202);
    let job = client.get(&format!("/api/jobs/{}", accepted["jobId"].as_str().unwrap())).await.expect(200);
    let expected = json!({ "jobId": accepted["jobId"], "state": "queued", "progress": 0, "result": null, "failedReason": null });
    assert_eq!(job, expected);
    let stats = client.get("/api/stats").await.expect(200);
    assert_eq!((&stats["waiting"], &stats["active"], &stats["depth"]), (&json!(1), &json!(0), &json!(1)));
    let mut keys: Vec<_> = stats.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    let expected = [
        "active",
        "averageProcessingMs",
        "averageWaitMs",
        "completed",
        "depth",
        "failed",
        "waiting",
        "workers",
    ];
    assert_eq!(keys, expected);
}

#[tokio::test]
async fn a_job_that_runs_is_active() {
    let app = App::start().await;
    let client = app.client();
    let accepted = client.post("/api/execute", &program("out x\nhold")).await.expect(202);
    let id = accepted["jobId"].as_str().unwrap();
    // The first output says that it runs.
    let mut events = app.services.executions.watch(id.parse().unwrap(), None).await.unwrap().unwrap();
    loop {
        let event = futures_util::StreamExt::next(&mut events).await.unwrap();
        if matches!(event.body, runyard_types::EventBody::Output { .. }) {
            break;
        }
    }
    let job = client.get(&format!("/api/jobs/{id}")).await.expect(200);
    assert_eq!(
        (&job["state"], &job["progress"], &job["result"]),
        (&json!("active"), &json!(0), &Value::Null)
    );
    client.delete(&format!("/api/jobs/{id}")).await.expect(200);
}

#[tokio::test]
async fn languages_and_health() {
    let app = App::start().await;
    let languages = app.client().get("/api/languages").await.expect(200);
    let python = languages.as_array().unwrap().iter().find(|language| language["id"] == "python").unwrap();
    assert_eq!((&python["version"], &python["available"]), (&json!("1.0"), &json!(true)));
    assert_eq!(python.as_object().unwrap().len(), 5);
    let health = app.client().get("/health").await.expect(200);
    assert_eq!(health["status"], "ok");
    for part in ["store", "queue", "worker", "languages", "accepting"] {
        assert_eq!(health["checks"][part]["status"], "ok", "{part}");
    }
}
