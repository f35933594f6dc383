//! Random requests: whatever comes, the answer is JSON and never a 5xx.

use crate::app::Setup;
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use reqwest::Method;
use serde_json::{Map, Value};

const REQUESTS: usize = 1500;

/// Names that mean something somewhere.
const NAMES: &[&str] = &[
    "language",
    "version",
    "source",
    "files",
    "stdin",
    "stdin_encoding",
    "interactive",
    "args",
    "env",
    "limits",
    "cases",
    "priority",
    "path",
    "content",
    "encoding",
    "wall_time_ms",
    "memory_bytes",
    "cpu_cores",
    "processes",
    "expected",
    "code",
    "input",
    "testCases",
    "expectedOutput",
    "sessionId",
    "source_code",
    "templateCode",
    "execution_id",
    "__proto__",
    "",
];

/// Texts that break careless programs.
const TEXTS: &[&str] = &[
    "python",
    "py",
    "c",
    "perl",
    "klingon",
    "utf-8",
    "base64",
    "main.py",
    "../x",
    "/etc/passwd",
    "a\0b",
    "\u{202e}",
    "\u{feff}",
    "'; DROP TABLE executions; --",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "<script>alert(1)</script>",
    "%s%n",
    "\r\nSet-Cookie: a=b",
    "YQ==",
    "?",
    "😀",
    "\u{0}",
    "NaN",
    "-1",
    "1e999",
    "00000000-0000-4000-8000-000000000000",
    "",
];

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>()
            .prop_map(|number| serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number)),
        prop::sample::select(TEXTS).prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((prop::sample::select(NAMES), inner), 0..6).prop_map(|pairs| {
                Value::Object(
                    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>(),
                )
            }),
        ]
    })
}

/// Mostly objects with the fields that are needed, so that the deeper checks are reached too.
fn body() -> impl Strategy<Value = Value> {
    let fields = prop::collection::vec((prop::sample::select(NAMES), value()), 0..5);
    let object = (fields, any::<[bool; 3]>()).prop_map(|(fields, [language, source, code])| {
        let mut object = Map::new();
        for (name, given) in [("language", language), ("source", source), ("code", code)] {
            if given {
                object.insert(name.to_owned(), Value::from(if name == "language" { "python" } else { "x" }));
            }
        }
        object.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value)));
        Value::Object(object)
    });
    prop_oneof![9 => object, 1 => value()]
}

#[tokio::test]
async fn no_body_is_answered_with_a_5xx() {
    let app = Setup::default().without_worker().start().await;
    let client = app.client();
    let session =
        client.post("/code-sessions", &serde_json::json!({ "language": "python" })).await.expect(201);
    let patch = format!("/code-sessions/{}", session["session_id"].as_str().unwrap());
    let routes = [
        (Method::POST, "/api/v1/executions"),
        (Method::POST, "/api/v1/shares"),
        (Method::POST, "/api/execute"),
        (Method::POST, "/code-sessions"),
        (Method::POST, "/executions"),
        (Method::PATCH, patch.as_str()),
    ];
    // The same requests in every run.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut accepted = 0;
    for number in 0..REQUESTS {
        let text = body().new_tree(&mut runner).unwrap().current().to_string();
        let (method, path) = &routes[number % routes.len()];
        let answer =
            client.send(method.clone(), path, Some(("application/json", text.clone().into_bytes()))).await;
        assert!(answer.status < 500, "{method} {path} {text}\n-> {}", answer.text());
        assert!(answer.json().is_object(), "{text}");
        accepted += u32::from(answer.status < 300);
    }
    assert!(accepted > 20, "only {accepted} requests reached a service: the generator has to be better");
}

#[tokio::test]
async fn no_path_header_or_query_is_answered_with_a_5xx() {
    let app = Setup::default().without_worker().start().await;
    let piece = "[ -~]{0,12}";
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let prefixes = [
        "/",
        "/api/v1/executions/",
        "/api/v1/",
        "/api/jobs/",
        "/executions/",
        "/code-sessions/",
        "/s/",
        "/assets/",
    ];
    let headers = [
        "prefer",
        "idempotency-key",
        "authorization",
        "cookie",
        "origin",
        "last-event-id",
        "accept",
        "x-request-id",
    ];
    for number in 0..REQUESTS {
        let (path, query, value) = (piece, piece, piece).new_tree(&mut runner).unwrap().current();
        let escape = |text: &str| -> String {
            text.bytes()
                .map(|byte| {
                    if byte.is_ascii_alphanumeric() {
                        char::from(byte).to_string()
                    } else {
                        format!("%{byte:02x}")
                    }
                })
                .collect()
        };
        let path = format!(
            "{}{}?{}={}",
            prefixes[number % prefixes.len()],
            escape(&path),
            escape(&query),
            escape(&value)
        );
        let client = app.client().with(headers[number % headers.len()], value.trim());
        let method = [Method::GET, Method::POST, Method::DELETE][number % 3].clone();
        let answer = client.send(method.clone(), &path, None).await;
        assert!(answer.status < 500, "{method} {path} {value:?}\n-> {}", answer.text());
    }
}
