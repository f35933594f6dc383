//! Submitting, reading, listing, cancelling.

use crate::app::{App, Setup};
use serde_json::{Value, json};
use std::collections::HashSet;

#[tokio::test]
async fn an_execution_goes_from_accepted_to_its_end() {
    let app = App::start().await;
    let client = app.client();
    let body = json!({ "language": "py", "source": "out hi\nerr careful" });
    let answer = client.post("/api/v1/executions", &body).await;
    let record = answer.expect(202);
    let id = record["id"].as_str().unwrap();
    assert_eq!(answer.header("location"), Some(format!("/api/v1/executions/{id}").as_str()));
    assert_eq!(record["language"], "python", "aliases become ids");
    let record = client.finished(id).await;
    for (key, value) in [
        ("status", json!("COMPLETED")),
        ("verdict", json!("ok")),
        ("limit_hit", Value::Null),
        ("message", json!("ended")),
        ("version", json!("1.0")),
        ("stdout", json!("hi\n")),
        ("stderr", json!("careful\n")),
        ("stdout_encoding", json!("utf-8")),
        ("stdout_truncated", json!(false)),
        ("exit_code", json!(0)),
        ("signal", Value::Null),
        ("wall_time_ms", json!(12.345)),
        ("cpu_time_ms", json!(2.0)),
        ("memory_bytes", json!(1 << 20)),
        ("compile", Value::Null),
        ("diagnostics", json!([])),
        ("cached", json!(false)),
        ("attempts", json!(1)),
    ] {
        assert_eq!(record[key], value, "{key}");
    }
    assert!(record.get("queue_position").is_none());
    for key in ["created_at", "started_at", "finished_at"] {
        let text = record[key].as_str().unwrap();
        assert!(text.len() == 24 && text.ends_with('Z'), "{key}: {text}");
    }
    for (link, end) in [("self", ""), ("events", "/events"), ("ws", "/ws"), ("cancel", "/cancel")] {
        assert_eq!(record["links"][link], format!("/api/v1/executions/{id}{end}"));
    }
}

#[tokio::test]
async fn flags_and_action_are_kept_with_the_program() {
    let app = App::start().await;
    let client = app.client().with_token().await;
    let flags = json!(["-O3", "-DX=$(id)\u{a0}\"'"]);
    let body = json!({ "language": "c", "source": "out hi", "compiler_flags": flags, "action": "lint" });
    let made = client.post("/api/v1/executions", &body).await.expect(202);
    let linted = made["id"].as_str().unwrap();
    let source = client.get(&format!("/api/v1/executions/{linted}/source")).await.expect(200);
    assert_eq!((&source["compiler_flags"], &source["action"]), (&flags, &json!("lint")));
    assert_eq!(client.finished(linted).await["action"], "lint");
    let ran = client.submit("out hi").await;
    assert_eq!(client.finished(&ran).await["action"], "run");
    for (action, wanted) in [("run", vec![ran.as_str()]), ("lint", vec![linted]), ("format", vec![])] {
        let list = client.get(&format!("/api/v1/executions?action={action}")).await.expect(200);
        let ids: Vec<&str> =
            list["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids, wanted, "{action}");
    }
    client.get("/api/v1/executions?action=compile").await.expect(400);
}

#[tokio::test]
async fn what_is_not_known_yet_is_null() {
    let app = Setup::default().without_worker().start().await;
    let client = app.client();
    let first = client.submit("out 1").await;
    let id = client.submit("out 2").await;
    let record = client.get(&format!("/api/v1/executions/{id}")).await.expect(200);
    assert_eq!(record["status"], "QUEUED");
    assert_eq!(record["queue_position"], 2);
    let keys = [
        "verdict",
        "stdout",
        "stderr",
        "stdout_encoding",
        "stdout_truncated",
        "exit_code",
        "wall_time_ms",
        "started_at",
    ];
    for key in keys {
        assert!(record.get(key).is_some_and(Value::is_null), "{key}: {record}");
    }
    let first = client.get(&format!("/api/v1/executions/{first}")).await.expect(200);
    assert_eq!(first["queue_position"], 1);
}

#[tokio::test]
async fn waiting_sees_the_end() {
    let app = App::start().await;
    let body = json!({ "language": "python", "source": "out hi" });
    let answer = app.client().with("prefer", "wait=100").post("/api/v1/executions", &body).await;
    assert_eq!(answer.expect(200)["stdout"], "hi\n");
    assert_eq!(answer.header("preference-applied"), Some("wait=60"));

    let held = json!({ "language": "python", "source": "hold" });
    let answer = app.client().with("prefer", "wait=0").post("/api/v1/executions", &held).await;
    answer.expect(202);
}

#[tokio::test]
async fn any_bytes_survive() {
    let app = App::start().await;
    let client = app.client();
    let all: Vec<String> = (0..=255).map(|byte: u8| byte.to_string()).collect();
    let id = client.submit(&format!("bytes {}", all.join(" "))).await;
    let record = client.finished(&id).await;
    assert_eq!(record["stdout_encoding"], "base64");
    let encoded = record["stdout"].as_str().unwrap();
    let decoded = runyard_types::EncodedText::decode(encoded, runyard_types::Encoding::Base64).unwrap();
    assert_eq!(decoded, (0..=255).collect::<Vec<u8>>());

    let id = client.submit("out a\0b").await;
    assert_eq!(client.finished(&id).await["stdout"], "a\0b\n");
}

#[tokio::test]
async fn files_stdin_args_and_env_come_back_to_their_owner_only() {
    let app = App::start().await;
    let owner = app.client().with_token().await;
    let body = json!({
        "language": "python",
        "files": [{ "path": "main.py", "content": "out x" }, { "path": "data/b", "content": "/wA=", "encoding": "base64" }],
        "stdin": "//8=", "stdin_encoding": "base64",
        "args": ["--flag", "$(id)\n`x`"],
        "env": { "NAME": "v\"alue" },
        "limits": { "wall_time_ms": 0, "memory_bytes": null, "processes": 8 },
        "priority": 9,
    });
    let id = owner.post("/api/v1/executions", &body).await.expect(202)["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/executions/{id}/source");
    let source = owner.get(&path).await.expect(200);
    assert_eq!(
        source,
        json!({
            "language": "python",
            "action": "run",
            "compiler_flags": [],
            "files": [
                { "path": "main.py", "content": "out x", "encoding": "utf-8" },
                { "path": "data/b", "content": "/wA=", "encoding": "base64" },
            ],
            "stdin": "//8=", "stdin_encoding": "base64",
            "args": ["--flag", "$(id)\n`x`"],
            "env": { "NAME": "v\"alue" },
            "interactive": false,
        })
    );
    let other = app.client().with_token().await;
    for stranger in [app.client(), other] {
        assert_eq!(stranger.get(&path).await.expect(404)["code"], "not_found");
        stranger.get(&format!("/api/v1/executions/{id}")).await.expect(200);
    }
}

#[tokio::test]
async fn limits_are_resolved_before_the_queue() {
    let app = Setup::default().without_worker().start().await;
    let client = app.client();
    let limits = async |extra: Value| {
        let mut body = json!({ "language": "python", "source": "x" });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        let id = client.post("/api/v1/executions", &body).await.expect(202)["id"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        app.services.executions.submission(id).await.unwrap().unwrap().limits
    };
    assert_eq!(limits(json!({})).await, runyard_types::Limits::default());
    assert_eq!(limits(json!({ "interactive": true })).await.wall_time.as_secs(), 120);
    let asked = limits(json!({ "limits": { "wall_time_ms": 1500.5, "cpu_cores": 0.5 } })).await;
    assert_eq!((asked.wall_time.as_micros(), asked.cpu_millicores), (1_500_500, 500));
}

#[tokio::test]
async fn judged_programs_show_their_cases() {
    let app = App::start().await;
    let client = app.client();
    let cases = json!([{ "stdin": "1", "expected": "1" }, { "stdin": "2", "expected": "3" }]);
    let body = json!({ "language": "python", "source": "", "cases": cases });
    let id = client.post("/api/v1/executions", &body).await.expect(202)["id"].as_str().unwrap().to_owned();
    let record = client.finished(&id).await;
    assert_eq!((&record["status"], &record["verdict"]), (&json!("COMPLETED"), &json!("wrong_answer")));
    assert_eq!(record["cases"][0]["verdict"], "accepted");
    assert_eq!(record["cases"][1]["stdout"], "2");
}

#[tokio::test]
async fn only_judged_programs_have_cases() {
    let app = App::start().await;
    let client = app.client().with_token().await;
    let cases = json!([{ "stdin": "1", "expected": "1" }]);
    for (source, cases) in [
        ("hold", Some(&cases)),
        ("compile no\nverdict compile_error", Some(&cases)),
        ("hold", None),
        ("compile no\nverdict compile_error", None),
        ("out x", None),
    ] {
        let mut body = json!({ "language": "python", "source": source });
        if let Some(cases) = cases {
            body["cases"] = cases.clone();
        }
        let expected = cases.map(|_| json!([]));
        let made = client.post("/api/v1/executions", &body).await.expect(202);
        assert_eq!(made.get("cases"), expected.as_ref(), "{source}");
        let path = format!("/api/v1/executions/{}", made["id"].as_str().unwrap());
        if source == "hold" {
            let cancelled = client.post_empty(&format!("{path}/cancel")).await.expect(202);
            assert_eq!(cancelled.get("cases"), expected.as_ref(), "{source}");
        }
        let ended = client.with("prefer", "wait=30").get(&path).await.expect(200);
        assert_ne!(ended["finished_at"], Value::Null);
        assert_eq!(ended.get("cases"), expected.as_ref(), "{source}");
        let listed = client.get("/api/v1/executions?limit=1").await.expect(200);
        assert_eq!(listed["items"][0].get("cases"), expected.as_ref(), "{source}");
    }
}

#[tokio::test]
async fn lists_hold_ones_own_newest_first_by_pages() {
    let app = App::start().await;
    let owner = app.client().with_token().await;
    let other = app.client().with_token().await;
    other.submit("out other").await;
    let mut ids = Vec::new();
    for number in 0..5 {
        let id = owner.submit(&format!("exit {number}")).await;
        owner.finished(&id).await;
        ids.insert(0, id);
    }
    let mut seen: Vec<String> = Vec::new();
    let mut path = "/api/v1/executions?limit=2".to_owned();
    loop {
        let page = owner.get(&path).await.expect(200);
        seen.extend(
            page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()),
        );
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("/api/v1/executions?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen, ids);
    let count = async |query: &str| {
        owner.get(&format!("/api/v1/executions?{query}")).await.expect(200)["items"].as_array().unwrap().len()
    };
    assert_eq!(count("status=FAILED").await, 5);
    assert_eq!(count("status=COMPLETED").await, 0);
    assert_eq!(count("language=PY").await, 5);
    assert_eq!(count("language=c").await, 0);
    assert_eq!(app.client().get("/api/v1/executions").await.expect(401)["code"], "token_required");
}

#[tokio::test]
async fn cancelling_is_final_and_harmless_to_repeat() {
    let app = App::start().await;
    let client = app.client();
    let id = client.submit("hold").await;
    let path = format!("/api/v1/executions/{id}/cancel");
    client.post_empty(&path).await.expect(202);
    assert_eq!(client.finished(&id).await["status"], "CANCELLED");
    client.post_empty(&path).await.expect(202);

    let done = client.submit("out x").await;
    client.finished(&done).await;
    let problem = client.post_empty(&format!("/api/v1/executions/{done}/cancel")).await.expect(409);
    assert_eq!(problem["code"], "already_ended");
}

#[tokio::test]
async fn a_waiting_execution_can_be_cancelled_too() {
    let app = Setup::default().without_worker().start().await;
    let id = app.client().submit("hold").await;
    let record = app.client().post_empty(&format!("/api/v1/executions/{id}/cancel")).await.expect(202);
    assert_eq!(record["status"], "CANCELLED");
}

#[tokio::test]
async fn a_full_queue_says_when_to_come_back() {
    let app = Setup::default().set("QUEUE_MAX_DEPTH", "2").without_worker().start().await;
    let client = app.client();
    client.submit("1").await;
    client.submit("2").await;
    let body = json!({ "language": "python", "source": "3" });
    let answer = client.post("/api/v1/executions", &body).await;
    assert_eq!(answer.expect(503)["code"], "queue_full");
    assert!(answer.header("retry-after").unwrap().parse::<u32>().unwrap() >= 1);
    let old = client.post("/api/execute", &json!({ "language": "python", "code": "3" })).await;
    assert_eq!(old.expect(503)["code"], "queue_full");
}

#[tokio::test]
async fn one_key_one_execution() {
    let app = App::start().await;
    let body = json!({ "language": "python", "source": "out once" });
    let token = app.client().with_token().await;
    for client in [app.client(), token] {
        let client = client.with("idempotency-key", "a key");
        let mut ids = HashSet::new();
        let requests: Vec<_> = (0..50).map(|_| client.post("/api/v1/executions", &body)).collect();
        for answer in futures_util::future::join_all(requests).await {
            ids.insert(answer.expect(202)["id"].as_str().unwrap().to_owned());
        }
        assert_eq!(ids.len(), 1);
        let other = json!({ "language": "python", "source": "out twice" });
        assert_eq!(
            client.post("/api/v1/executions", &other).await.expect(422)["code"],
            "idempotency_mismatch"
        );
    }
}

#[tokio::test]
async fn keys_are_scoped_to_the_caller() {
    let app = App::start().await;
    let body = json!({ "language": "python", "source": "out x" });
    let mut ids = HashSet::new();
    for client in [app.client(), app.client().with_token().await, app.client().with_token().await] {
        let answer = client.with("idempotency-key", "the same").post("/api/v1/executions", &body).await;
        ids.insert(answer.expect(202)["id"].as_str().unwrap().to_owned());
    }
    assert_eq!(ids.len(), 3);
}
