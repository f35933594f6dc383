//! The `cache` field: who is answered from what is kept, and what such an answer looks like.

use crate::{
    app::{App, Setup},
    client::Client,
};
use serde_json::{Value, json};

async fn run(client: &Client, body: &Value) -> Value {
    client.with("prefer", "wait=30").post("/api/v1/executions", body).await.expect(200)
}

fn with(cache: Value) -> Value {
    json!({ "language": "python", "source": "out hi\nerr oh", "cache": cache })
}

async fn is_cached(client: &Client, cache: Value) -> bool {
    run(client, &with(cache)).await["cached"].as_bool().unwrap()
}

#[tokio::test]
async fn an_equal_request_is_answered_again_with_a_record_of_its_own() {
    let app = App::start().await;
    let (one, other) = (app.client().with_token().await, app.client().with_token().await);
    let mut first = run(&one, &with(json!(true))).await;
    let mut second = run(&other, &with(json!(true))).await;
    assert_eq!((&first["cached"], &second["cached"]), (&json!(false), &json!(true)));
    assert_ne!(first["id"], second["id"]);
    for (record, client) in [(&first, &one), (&second, &other)] {
        let list = client.get("/api/v1/executions").await.expect(200);
        assert_eq!(list["items"].as_array().unwrap().len(), 1, "it belongs to who asked");
        assert_eq!(list["items"][0]["id"], record["id"]);
    }
    for own in ["id", "links", "cached", "created_at", "started_at", "finished_at", "queue_time_ms"] {
        for record in [&mut first, &mut second] {
            assert!(record.as_object_mut().unwrap().remove(own).is_some(), "{own}");
        }
    }
    assert_eq!(first, second, "all else is that of the run that made the answer");
    let stats = app.client().get("/api/v1/stats").await.expect(200);
    let answers = &stats["cache"]["answers"];
    assert_eq!(
        (&answers["hits"], &answers["misses"], &answers["entries"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert!(answers["bytes"].as_u64().unwrap() > 0);
    assert_eq!(stats["cache"]["programs"], json!({ "hits": 0, "misses": 0, "entries": 0, "bytes": 0 }));
}

#[tokio::test]
async fn nobody_is_answered_who_did_not_ask() {
    let app = App::start().await;
    let client = app.client();
    for cache in [Value::Null, json!(false), Value::Null] {
        assert!(!is_cached(&client, cache).await);
    }
    assert!(!is_cached(&client, json!(true)).await, "nothing of those was kept");
    for (cache, cached) in [(json!(true), true), (Value::Null, false), (json!(false), false)] {
        assert_eq!(is_cached(&client, cache.clone()).await, cached, "{cache}");
    }
}

#[tokio::test]
async fn a_server_may_answer_everybody_who_does_not_refuse() {
    let app = Setup::default().set("CACHE_ANSWERS_BY_DEFAULT", "true").start().await;
    let client = app.client();
    for (cache, cached) in [
        (json!(false), false),
        (Value::Null, false),
        (Value::Null, true),
        (json!(false), false),
        (json!("refresh"), false),
        (json!(true), true),
    ] {
        assert_eq!(is_cached(&client, cache.clone()).await, cached, "{cache}");
    }
    // The older families have no such field and go by the server's default.
    let job = json!({ "language": "python", "code": "out hi\nerr oh" });
    assert_eq!(client.post("/api/execute", &job).await.status / 100, 2);
}

#[tokio::test]
async fn watchers_of_a_kept_answer_see_what_watchers_of_the_run_saw() {
    let app = App::start().await;
    let client = app.client();
    let body = json!({
        "language": "c", "source": "compile warning", "cache": true,
        "cases": [{ "stdin": "a", "expected": "a" }, { "stdin": "b", "expected": "c" }],
    });
    let mut seen = Vec::new();
    for cached in [false, true] {
        let record = run(&client, &body).await;
        assert_eq!(record["cached"], cached);
        assert_eq!(record["verdict"], "wrong_answer");
        assert_eq!(record["compile"]["stderr"], "warning\n");
        let events = client.get(record["links"]["events"].as_str().unwrap()).await.text();
        let cases = events.matches("\"type\":\"case\"").count();
        let ends = events.matches("\"type\":\"end\"").count();
        seen.push((cases, ends, record["cases"].clone()));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!((seen[1].0, seen[1].1), (2, 1));
}

#[tokio::test]
async fn what_a_busy_machine_may_have_caused_is_not_answered_again() {
    let app = App::start().await;
    for (source, kept) in [("verdict time_limit", false), ("verdict system_error", false), ("exit 3", true)] {
        let body = json!({ "language": "python", "source": source, "cache": true });
        for cached in [false, kept] {
            assert_eq!(run(&app.client(), &body).await["cached"], cached, "{source}");
        }
    }
}

#[tokio::test]
async fn other_requests_have_other_answers() {
    let app = App::start().await;
    let client = app.client();
    let mut bodies = vec![with(json!(true))];
    for (field, value) in [
        ("language", json!("ruby")),
        ("source", json!("out hi\nerr oh\n")),
        ("stdin", json!("x")),
        ("args", json!(["x"])),
        ("env", json!({ "A": "x" })),
        ("limits", json!({ "memory_bytes": 64 << 20 })),
        ("cases", json!([{ "stdin": "x", "expected": "x" }])),
        ("repeat", json!(2)),
        ("action", json!("lint")),
    ] {
        let mut body = with(json!(true));
        body[field] = value;
        bodies.push(body);
    }
    for cached in [false, true] {
        for body in &bodies {
            assert_eq!(run(&client, body).await["cached"], cached, "{body}");
        }
    }
    // What changes nothing in the answer is not part of it.
    let mut urgent = with(json!(true));
    urgent["priority"] = json!(9);
    assert_eq!(run(&client, &urgent).await["cached"], true);
}
