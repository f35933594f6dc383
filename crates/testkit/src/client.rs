//! A plain HTTP client of one server.

use crate::{Answer, EventStream, Socket};
use anyhow::{Context as _, bail};
use reqwest::Method;
use serde_json::Value;
use std::time::Duration;

/// Longer than any test program may take; a request that takes longer means the server hangs.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(120);

/// Streams last as long as what they show; each notices by itself when the server says nothing any more.
const STREAM_TIMEOUT: Duration = Duration::from_secs(3600);

/// How often a wait of [`WAIT_SECONDS`] is renewed before an execution counts as hung.
const WAITS: u32 = 6;

/// The longest wait the API grants.
const WAIT_SECONDS: u32 = 60;

/// Talks to one server, with or without a token.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    token: Option<String>,
}

impl Client {
    /// A client of the server at `base` (`http://host:port`).
    ///
    /// # Errors
    /// When the HTTP client cannot be made.
    pub fn new(base: impl Into<String>) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder().timeout(REQUEST_TIMEOUT).no_proxy().build()?;
        Ok(Self { http, base: base.into(), token: None })
    }

    /// The same client with a fresh anonymous token.
    ///
    /// # Errors
    /// When the server gives none.
    pub async fn with_token(&self) -> anyhow::Result<Self> {
        let answer = self.request(Method::POST, "/api/v1/tokens", &[], "").await?.expect(201)?;
        let token = answer.get("token").and_then(Value::as_str).context("no token in the answer")?;
        Ok(Self { token: Some(token.to_owned()), ..self.clone() })
    }

    /// `http://host:port`.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Sends a request with any headers and any body.
    ///
    /// # Errors
    /// When no whole answer comes.
    pub async fn request(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<reqwest::Body>,
    ) -> anyhow::Result<Answer> {
        let mut request = self.http.request(method.clone(), format!("{}{path}", self.base)).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let response = request.send().await.with_context(|| format!("no answer to {method} {path}"))?;
        Answer::read(response).await
    }

    /// GET.
    ///
    /// # Errors
    /// When no whole answer comes.
    pub async fn get(&self, path: &str) -> anyhow::Result<Answer> {
        self.request(Method::GET, path, &[], "").await
    }

    /// POST of a JSON body.
    ///
    /// # Errors
    /// When no whole answer comes.
    pub async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Answer> {
        self.json(Method::POST, path, &[], body).await
    }

    /// A request with a JSON body and further headers.
    ///
    /// # Errors
    /// When no whole answer comes.
    pub async fn json(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> anyhow::Result<Answer> {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.request(method, path, &headers, body.to_string()).await
    }

    /// Submits an execution and returns its id.
    ///
    /// # Errors
    /// When it is not accepted.
    pub async fn submit(&self, submission: &Value) -> anyhow::Result<String> {
        let record = self.post("/api/v1/executions", submission).await?.expect(202)?;
        Ok(record.get("id").and_then(Value::as_str).context("a record without an id")?.to_owned())
    }

    /// The record of an execution once it has ended.
    ///
    /// # Errors
    /// When it never ends or the server does not answer.
    pub async fn finished(&self, id: &str) -> anyhow::Result<Value> {
        let path = format!("/api/v1/executions/{id}");
        let prefer = format!("wait={WAIT_SECONDS}");
        for _ in 0..WAITS {
            let record = self.request(Method::GET, &path, &[("prefer", &prefer)], "").await?.expect(200)?;
            if !matches!(record.get("status").and_then(Value::as_str), Some("QUEUED" | "RUNNING")) {
                return Ok(record);
            }
        }
        bail!("execution {id} did not end within {} s", WAITS * WAIT_SECONDS)
    }

    /// Runs a program to its end and returns the record.
    ///
    /// # Errors
    /// When it is not accepted or never ends.
    pub async fn run(&self, submission: &Value) -> anyhow::Result<Value> {
        let id = self.submit(submission).await?;
        self.finished(&id).await
    }

    /// Submits a program and waits for its first output: its id, and what it said. It runs on.
    ///
    /// # Errors
    /// When it is not accepted or says nothing.
    pub async fn first_words(&self, submission: &Value) -> anyhow::Result<(String, String)> {
        let id = self.submit(submission).await?;
        let mut stream = self.events(&id, None).await?;
        while let Some(received) = stream.next().await? {
            if received.kind() == "output" {
                return Ok((id, received.data().to_owned()));
            }
        }
        bail!("execution {id} said nothing")
    }

    /// Opens the live events of an execution as Server-Sent Events, after `last_event_id` where given.
    ///
    /// # Errors
    /// When the server does not answer with a stream.
    pub async fn events(&self, id: &str, last_event_id: Option<&str>) -> anyhow::Result<EventStream> {
        let mut request = self
            .http
            .get(format!("{}/api/v1/executions/{id}/events", self.base))
            .header("accept", "text/event-stream")
            .timeout(STREAM_TIMEOUT);
        if let Some(last) = last_event_id {
            request = request.header("last-event-id", last);
        }
        EventStream::open(request.send().await?).await
    }

    /// Opens the WebSocket of an execution, after `last_event_id` where given.
    ///
    /// # Errors
    /// When the server does not upgrade.
    pub async fn socket(&self, id: &str, last_event_id: Option<&str>) -> anyhow::Result<Socket> {
        let base = self.base.replacen("http", "ws", 1);
        let query = last_event_id.map(|last| format!("?last_event_id={last}")).unwrap_or_default();
        Socket::open(&format!("{base}/api/v1/executions/{id}/ws{query}"), self.token.as_deref()).await
    }
}
