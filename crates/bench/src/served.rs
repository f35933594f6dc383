//! One program over HTTP, from the request to the whole answer.

use anyhow::Context as _;
use reqwest::Method;
use runyard_testkit::Client;
use serde_json::Value;
use std::time::{Duration, Instant};

/// Submits a program and waits for its end in the same request: its record, and how long that took.
pub(crate) async fn submit(client: &Client, body: &Value) -> anyhow::Result<(Value, Duration)> {
    let start = Instant::now();
    let answer = client.json(Method::POST, "/api/v1/executions", &[("prefer", "wait=60")], body).await?;
    let took = start.elapsed();
    Ok((answer.expect(200)?, took))
}

/// Why this server cannot run this language; `None` when it can.
pub(crate) async fn lacks(client: &Client, language: &str) -> anyhow::Result<Option<String>> {
    let answer = client.get(&format!("/api/v1/languages/{language}")).await?;
    if answer.status != 200 {
        return Ok(Some(format!("the server has no language `{language}`")));
    }
    let described = answer.json()?;
    let available =
        described.get("available").and_then(Value::as_bool).context("a language without a state")?;
    let reason = described.get("reason").and_then(Value::as_str).unwrap_or("no reason given");
    Ok((!available).then(|| format!("`{language}` does not work on this server: {reason}")))
}
