//! A reader of Server-Sent Events that accepts exactly what the standard describes.

use crate::Answer;
use anyhow::{Context as _, bail, ensure};
use futures_util::{Stream, StreamExt as _};
use serde_json::Value;
use std::{pin::Pin, time::Duration};
use tokio::time::{Instant, timeout};

/// A stream that is silent for longer than this hangs: servers send comments to keep it open.
const SILENCE: Duration = Duration::from_secs(60);

/// One event as it arrived.
#[derive(Debug, Clone)]
pub struct Received {
    /// The SSE id, `attempt.seq`.
    pub id: String,
    /// Its JSON.
    pub event: Value,
    /// When it arrived.
    pub at: Instant,
}

impl Received {
    /// The event's `type`.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.event.get("type").and_then(Value::as_str).unwrap_or_default()
    }

    /// The text of an output event.
    #[must_use]
    pub fn data(&self) -> &str {
        self.event.get("data").and_then(Value::as_str).unwrap_or_default()
    }
}

type Chunks = Pin<Box<dyn Stream<Item = reqwest::Result<bytes::Bytes>> + Send>>;

/// An open stream of events.
pub struct EventStream {
    chunks: Chunks,
    pending: Vec<u8>,
}

impl std::fmt::Debug for EventStream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EventStream").field("pending", &self.pending.len()).finish_non_exhaustive()
    }
}

impl EventStream {
    /// Takes over an answer that must be an event stream.
    ///
    /// # Errors
    /// When it is anything else.
    pub async fn open(response: reqwest::Response) -> anyhow::Result<Self> {
        let kind =
            response.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
        if response.status() != 200 || !kind.starts_with("text/event-stream") {
            let answer = Answer::read(response).await?;
            bail!("expected an event stream, got status {}: {}", answer.status, answer.text());
        }
        Ok(Self { chunks: Box::pin(response.bytes_stream()), pending: Vec::new() })
    }

    /// The next event; `None` when the server closed the stream.
    ///
    /// # Errors
    /// When the connection breaks, the server is silent for too long, or a frame is malformed.
    pub async fn next(&mut self) -> anyhow::Result<Option<Received>> {
        loop {
            while let Some(end) = self.pending.windows(2).position(|pair| pair == b"\n\n") {
                let frame: Vec<u8> = self.pending.drain(..end + 2).collect();
                if let Some(received) = parse(&frame)? {
                    return Ok(Some(received));
                }
            }
            match timeout(SILENCE, self.chunks.next()).await.context("the event stream went silent")? {
                Some(chunk) => self.pending.extend_from_slice(&chunk.context("the event stream broke")?),
                None => return Ok(None),
            }
        }
    }

    /// Every event up to the end of the stream.
    ///
    /// # Errors
    /// As [`EventStream::next`].
    pub async fn collect(mut self) -> anyhow::Result<Vec<Received>> {
        let mut all = Vec::new();
        while let Some(received) = self.next().await? {
            all.push(received);
        }
        Ok(all)
    }
}

/// Reads one frame; `None` for a comment.
fn parse(frame: &[u8]) -> anyhow::Result<Option<Received>> {
    let text = std::str::from_utf8(frame).context("an event frame that is not UTF-8")?;
    let (mut id, mut data) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with(':')) {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "id" => id = value.to_owned(),
            "data" => data.push_str(value),
            "event" | "retry" => {}
            _ => bail!("unknown field in an event frame: {line:?}"),
        }
    }
    if data.is_empty() {
        return Ok(None);
    }
    let event: Value = serde_json::from_str(&data).context("an event that is not JSON")?;
    let (attempt, seq) = (&event["attempt"], &event["seq"]);
    ensure!(id == format!("{attempt}.{seq}"), "event id {id:?} does not match attempt {attempt}, seq {seq}");
    Ok(Some(Received { id, event, at: Instant::now() }))
}
