//! The access log: one line for each request, and nothing in it that a stranger wrote or must not read.

use crate::app::App;
use serde_json::{Value, json};
use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn secrets_and_control_characters_stay_out() {
    let lines = Lines::default();
    let subscriber =
        tracing_subscriber::fmt().json().with_max_level(tracing::Level::TRACE).with_writer(lines.clone());
    // While there is one dispatcher only, `tracing` remembers for the whole process what the thread that happens to reach a
    // log line first thinks of it, and other tests' threads think nothing of any. With a second one it asks all.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry());
    // The server runs on this test's own thread.
    let _guard = tracing::subscriber::set_default(subscriber.finish());
    let app = App::start().await;
    let client = app.client();
    let made = client
        .post("/api/v1/executions", &json!({ "language": "python", "source": "out canary-source" }))
        .await;
    made.expect(202);
    let cookie = made.cookie().unwrap();
    client.with("cookie", &cookie).get("/api/v1/executions").await.expect(200);
    let owner = client.with_token().await;
    owner.get("/api/v1/executions").await.expect(200);
    client.get("/api/v1/executions?token=canary-query&access_token=canary-query").await;
    client.with("authorization", "Bearer canary-bearer").get("/api/v1/executions").await;
    client.get("/nowhere/%0d%0a%1b[31mforged").await;
    client.get(&format!("/nowhere/{}", "long".repeat(5000))).await;
    client.with("x-forwarded-for", "canary-address").get("/api/v1/stats").await;
    client.post("/api/execute", &json!({ "code": 1, "language": "canary-body" })).await;

    let text = lines.text();
    let secret = cookie.split('=').nth(1).unwrap();
    for canary in ["canary", secret, "\u{1b}", "\r"] {
        assert!(!text.contains(canary), "{canary:?} in {text}");
    }
    let access: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|line: &Value| line["target"] == "access")
        .collect();
    assert_eq!(access.len(), 10, "{text}");
    for line in &access {
        for field in ["method", "path", "status", "milliseconds", "client", "request_id"] {
            assert!(line["fields"].get(field).is_some(), "{field} is missing in {line}");
        }
        assert!(line.to_string().len() < 1000, "{line}");
    }
    assert_eq!(access[0]["fields"]["status"], 202);
    assert_eq!(access[0]["fields"]["path"], "\"/api/v1/executions\"");
}
